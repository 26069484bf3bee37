"""The file of a TPP hearing: a page a person however much there is, and recorded before it."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlmodel import Session, select

import models
from dashboard.documents.dossier_file import Wanted, give_dossiers
from dashboard.texts.catalogue import use
from data.errors import SinergiError
from models import codes
from models.codes import PurposeKind
from models.door import Door
from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.worlds import door_to

DAY, TODAY = date(2026, 7, 14), date(2026, 7, 1)
LONG = "Pelatihan Keterampilan Kerja Kayu dan Las Tingkat Lanjut Bersertifikat Nasional"


@pytest.fixture(scope="module")
def hearing(tmp_path_factory: pytest.TempPathFactory) -> Door:
    """A hearing of somebody with more of everything than a page holds, and of somebody without."""
    door = door_to(tmp_path_factory.mktemp("sidang") / "sinergi.db", filled=False)
    with door.writing(OFFICER) as session:
        factories.marks(session)
        here = factories.unit(session, code="SINI", name="Lapas Kelas IIA Contoh Sidang")
        full = factories.person(session, unit_id=here, name="Penuh Contoh " + "Panjang " * 12)
        bare = factories.person(session, unit_id=here, name="Kosong Contoh")
        for person in (full, bare):
            factories.entitlement(session, wbp_id=person, unit_id=here, hearing_on=DAY)
        _fill(session, here, full)
    return door


def _fill(session: Session, here: int, person: int) -> None:
    for number in range(12):
        need = f"KEBUTUHAN_{number}"
        factories.need(session, wbp_id=person, need=need)
        course = factories.programme(session, name=f"{LONG} {number}", need=need)
        run = factories.cohort(session, unit_id=here, programme_id=course)
        place = factories.enrolment(
            session, cohort_id=run, wbp_id=person, certificate_number=f"SERTIFIKAT/{number}/2026"
        )
        meeting = factories.meeting(session, cohort_id=run)
        factories.attendance(session, session_id=meeting, enrolment_id=place)
        scale = factories.scale(session, name_id=f"Skala yang panjang namanya nomor {number}")
        measure = factories.value(session, "instrument_scale", scale, "instrument_id")
        for day in (1, 15, 28):
            rated = factories.assessment(
                session, unit_id=here, wbp_id=person, instrument_id=measure,
                assessed_on=date(2026, 2, day),
            )  # fmt: skip
            factories.score(session, assessment_id=rated, scale_id=scale, score=40.0 + day)
        factories.incident(session, wbp_id=person, unit_id=here, number=number + 1)
        factories.entitlement(
            session, wbp_id=person, unit_id=here, proposed_on=date(2025, 1, number + 1),
            kind=codes.EntitlementKind.REMISI,
        )  # fmt: skip


def text_of(body: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_a_person_that_says_it_is_no_decision(hearing: Door, language: str) -> None:
    use(language)
    given = give_dossiers(hearing, OFFICER, Wanted(DAY, "SINI"), PurposeKind.PEMBINAAN, today=TODAY)
    use("id")
    bare, full = pages = text_of(given.body)
    caution = {"id": "bukan keputusan", "en": "not a decision"}[language]
    assert all(page.count(caution) == 2 for page in pages)
    assert "Kosong Contoh" in bare and "Penuh Contoh" in full
    for left in (6, 5, 3, 9):  # needs, programmes, scales, rights: nothing is left out in silence
        assert {"id": f"dan {left} lainnya", "en": f"and {left} more"}[language] in full
    assert {"id": "12 dari 12 (100%)", "en": "12 of 12 (100%)"}[language] in full
    assert "LAPAS KELAS IIA CONTOH SIDANG" in bare
    assert given.name == "berkas-tpp-2026-07-14.pdf"


def test_the_record_comes_first_and_names_nobody(hearing: Door) -> None:
    with hearing.reading(OFFICER) as session:
        person = session.exec(select(models.Wbp.id).where(models.Wbp.name == "Kosong Contoh")).one()
        before = len(session.exec(select(models.ExportRecord)).all())
    wanted = Wanted(people=(int(person or 0),))
    given = give_dossiers(hearing, OFFICER, wanted, PurposeKind.EVALUASI, today=TODAY)
    with hearing.reading(OFFICER) as session:
        records = session.exec(select(models.ExportRecord)).all()
    assert len(records) == before + 1
    assert records[-1].filter == {"people": "1", "file": "pdf"}
    assert records[-1].purpose is PurposeKind.EVALUASI
    assert records[-1].sha256 == hashlib.sha256(given.body).hexdigest()
    assert f"no. {records[-1].id}" in text_of(given.body)[0]


def test_a_hearing_of_nobody_makes_neither_file_nor_record(hearing: Door) -> None:
    with pytest.raises(SinergiError, match="Tidak ada orang"):
        give_dossiers(hearing, OFFICER, Wanted(TODAY), PurposeKind.LAPORAN, today=TODAY)


def test_a_list_is_read_from_a_file_and_not_from_the_command_line(
    hearing: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer.testing import CliRunner

    from dashboard.cli import app, dossiers  # noqa: F401  it registers the command

    with hearing.reading(OFFICER) as session:
        number = session.exec(select(models.PersonIdentifier.value)).first()
    listing = tmp_path / "daftar.txt"
    listing.write_text(f"{number}\nTIDAK-ADA\n", encoding="utf-8")
    monkeypatch.setenv("SINERGI_DATABASE", str(hearing.url))
    asked = ["report", "dossier", "--list", str(listing), "--folder", str(tmp_path)]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0
    (made,) = tmp_path.glob("berkas-tpp-*.pdf")
    assert len(text_of(made.read_bytes())) == 1
