"""Each document has its command; what cannot be read is told before anything is made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import func, select
from typer.testing import CliRunner

import models
from dashboard.cli import app, reporting  # noqa: F401  it registers commands
from dashboard.texts.catalogue import use
from data.errors import SinergiError
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to
from tests.data.answers import delivery
from tests.data.recording.test_reports import TODAY, ready


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with a year under one agreement and a quarter's draft."""
    door = door_to(tmp_path_factory.mktemp("laporan") / "sinergi.db", filled=False)
    with door.writing(OFFICER) as session:
        here = delivery.year(session)
        ready(session, OFFICER, here)
        agreement = session.get_one(models.Agreement, here.agreement)
        agreement.code = "PKS-X"
        agreement.data_role, agreement.data_basis = "Pelaksana", "PKS"
        agreement.data_until = TODAY.replace(year=2100)
        session.add(agreement)
        factories.unit(session, code="AAA")
        partner = session.exec(
            select(models.Partner)
            .join(models.AgreementParty, models.AgreementParty.partner_id == models.Partner.id)  # type: ignore[arg-type]
            .where(models.AgreementParty.agreement_id == here.agreement)
        ).first()
        assert partner is not None
        partner.code = "MITRA-X"
        session.add(partner)
    address = door.url.render_as_string()
    door.close()
    yield address


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Run `sinergi report ...` on that database."""
    monkeypatch.setenv("SINERGI_DATABASE", url)

    def go(*arguments: str):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(app, ["report", *arguments])

    yield go
    use("id")


ASKED = {
    "laporan-bulanan-AAA-2026-02": ("monthly", "AAA", "--month", "2026-02"),
    "penandatanganan-2022-06-27": ("signing", "2022-06-27"),
    "laporan-DITJENPAS-PKS-X-2026-1": ("quarterly", "PKS-X", "--quarter", "2026-1"),
    "evaluasi-DITJENPAS-PKS-X": ("evaluation", "PKS-X"),
    "lembar-mitra-DITJENPAS-MITRA-X-2026": ("partner", "MITRA-X", "--year", "2026"),
    "lkjip-DITJENPAS-2026": ("lkjip", "--year", "2026"),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_document_is_written_where_it_is_asked_for(run, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(*ASKED[name], "--format", "xlsx", "--english", "--folder", str(tmp_path))
    assert done.exception is None, done.exception
    path = tmp_path / f"{name}.xlsx"
    assert path.exists()
    assert done.stdout.strip() == str(path)


WRONG = {
    "bulan_tidak_terbaca": ("monthly", "AAA", "--month", "Agustuss"),
    "unit_tidak_dikenal": ("monthly", "TIDAK", "--month", "2026-02"),
    "hari_tidak_terbaca": ("signing", "27/06/2022"),
    "tidak_ada_penandatanganan": ("signing", "1999-01-01"),
    "triwulan_tidak_terbaca": ("quarterly", "PKS-X", "--quarter", "2026-5"),
    "laporan_tidak_ada": ("quarterly", "PKS-X", "--quarter", "2026-4"),
    "belum_ditandatangani": ("evaluation", "TIDAK"),
    "tanpa_ketentuan_data": ("partner", "TIDAK"),
    "format_tidak_dikenal": ("lkjip", "--year", "2026", "--format", "odt"),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_cannot_be_made_is_told_with_its_value(run, code: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(*WRONG[code], "--folder", str(tmp_path))
    assert isinstance(done.exception, SinergiError)
    assert done.exception.code == code
    assert list(tmp_path.iterdir()) == []


def test_the_letterhead_is_written_and_shown(run, url: str) -> None:  # type: ignore[no-untyped-def]
    done = run("letterhead", "--ministry", "  Kementerian   Contoh ", "--address", "")
    assert "ministry: Kementerian Contoh" in done.stdout
    assert "address: -" in done.stdout
    door = Door(url)
    with door.reading(OFFICER) as session:
        count = session.exec(select(func.count()).select_from(models.Setting)).one()
    door.close()
    assert count == 1  # an empty line that was empty is not written
