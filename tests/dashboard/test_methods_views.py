"""Mutu data, Indikator resmi and Metode: with rows and without, in both languages."""

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.screens import screen
from tests.dashboard.test_views import run, said
from tests.dashboard.worlds import door_to

VIEWS = ("quality", "official", "methods")


@pytest.fixture(scope="session")
def official_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with two indicators: one with a month, one without; nothing else."""
    path = tmp_path_factory.mktemp("resmi") / "sinergi.db"
    door = door_to(path, filled=False)
    with door.writing(OFFICER) as session:
        _indicators(session)
    door.close()
    return f"sqlite:///{path}"


def _indicators(session: Session) -> None:
    top = factories.directorate(session)
    own = factories.official_indicator(
        session, name_id="Hak pendidikan", name_en="Right to education", verified=True
    )
    factories.indicator_value(session, indicator_id=own, unit_id=top, numerator=9, denominator=9)
    factories.official_indicator(session, name_id="Hak remisi", name_en="Remission")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_filled_screen_has_a_title_and_no_fault(
    filled_url: str, official_url: str, view: str, language: str
) -> None:
    url = official_url if view == "official" else filled_url
    assert len(run(url, view, language).title) == 1


def test_quality_counts_every_check_and_leads_to_the_rows(filled_url: str) -> None:
    app = run(filled_url, "quality")
    assert len(app.dataframe[0].value) == 17
    app.selectbox(key="periksa").set_value("unrecorded_marks").run()
    assert not app.exception
    text = said(app)
    assert "tanpa tanda" in text
    assert "Bahwa petugas bersalah" in text
    assert "Angkatan" not in text
    assert len(app.dataframe) == 1  # rows about persons are read only when somebody unfolds them
    app.session_state["baris-unrecorded_marks"] = True
    app.run()
    assert {"Kode unit", "Hari", "Id publik"} <= set(app.dataframe[1].value.columns)
    assert 0 < len(app.dataframe[1].value) <= 200


def test_a_check_without_findings_shows_no_rows(filled_url: str) -> None:
    app = run(filled_url, "quality")
    app.selectbox(key="periksa").set_value("score_jumps").run()
    assert "Tidak ada yang dapat diperiksa; ini bukan nol" in said(app).replace("\\", "")
    assert len(app.dataframe) == 1


def test_quality_without_sessions_says_what_to_do(empty_url: str) -> None:
    assert "sinergi import FOLDER" in said(run(empty_url, "quality"))


def test_official_marks_what_is_unverified_small_or_missing(official_url: str) -> None:
    app = run(official_url, "official")
    assert "1 dari 2 indikator memakai kata" in said(app)
    [table] = [one.value for one in app.dataframe]
    assert list(table["Indikator"]) == ["Hak pendidikan", "Hak remisi"]
    assert list(table["Dipastikan"]) == ["Ya", "Belum"]


def test_official_without_definitions_says_how_to_load_them(empty_url: str) -> None:
    assert "sinergi init" in said(run(empty_url, "official"))


def test_methods_name_the_versions_and_every_part(filled_url: str) -> None:
    app = run(filled_url, "methods")
    app.selectbox(key="metode").set_value("pre_post_change").run()
    text = said(app).replace("\\", "")
    assert "skema 0" in text
    for part in ("Pertanyaan:", "Tidak termasuk:", "Sedikitnya:", "Tidak boleh dikatakan:"):
        assert part in text
    assert "`pre_post_change`" in text.replace("\\", "")


def test_methods_need_no_rows(empty_url: str) -> None:
    assert "Tingkat bukti" in said(run(empty_url, "methods"))


@pytest.mark.parametrize(
    ("language", "told", "field"),
    [("id", "tanpa perjanjian aktif sendiri", "Kemandirian"),
     ("en", "Agreements of units above are shown apart", "Self-reliance")],
)  # fmt: skip
def test_agreements_tell_what_none_reaches(
    filled_url: str, language: str, told: str, field: str
) -> None:
    app = AppTest.from_function(screen, args=(filled_url, "agreements", language, None))
    app.session_state["perjanjian-bagian"] = "cakupan"
    app.run(timeout=60)
    assert told in said(app)
    assert field in str(app.dataframe[0].value.to_dict("list"))
