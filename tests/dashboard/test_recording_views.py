"""Presensi and Catat without rows, with rows, and where an act is refused."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import NumberInput

import models
from data.opening import LOCAL_OFFICER
from models.codes import EnrolmentStatus
from models.door import Door
from tests import factories
from tests.dashboard.test_views import run, said
from tests.dashboard.worlds import door_to
from tests.factories import MONDAY

PARTS = ("kepesertaan", "sesi", "penilaian", "pelanggaran", "hak", "kegiatan")


def saved(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.success, *app.error])


@pytest.mark.parametrize("view", ["attendance", "recording"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_database_is_told_kindly(empty_url: str, view: str, language: str) -> None:
    app = run(empty_url, view, language)
    assert len(app.info) == 1


def test_the_cohort_and_session_without_marks_stand_first(filled_url: str) -> None:
    app = run(filled_url, "attendance")
    assert "Siapa yang hadir" in said(app)
    assert [box.label for box in app.selectbox][:2] == ["Angkatan", "Sesi"]


def test_every_part_has_its_form(tmp_path: Path) -> None:
    app = run(office(tmp_path), "recording")
    for part in PARTS:
        app.session_state["catat-bagian"] = part
        app.run()
        assert not app.exception
        assert not app.error


def office(tmp_path: Path) -> str:
    """A full cohort of one with somebody who waits, an agreement and an instrument."""
    door = door_to(tmp_path / "kantor.db", filled=False)
    with door.writing(LOCAL_OFFICER) as session:
        cohort = factories.cohort(session, capacity=1)
        factories.meeting(session, cohort_id=cohort)
        factories.enrolment(session, cohort_id=cohort, number=1)
        factories.enrolment(
            session, cohort_id=cohort, number=2, started_on=None,
            status=EnrolmentStatus.DAFTAR_TUNGGU,
            wbp_id=factories.person(session, name="Orang Menunggu"),
        )  # fmt: skip
        factories.agreement(session)
        _instrument(session)
        factories.officer(session, unit_id=factories.value(session, "cohort", cohort, "unit_id"))
        factories.entitlement(session)
        factories.code(session, "alasan_berhenti", "SAKIT")
    door.close()
    return f"sqlite:///{tmp_path / 'kantor.db'}"


def _instrument(session: Session) -> None:
    """A scale of two activities."""
    measure = factories.instrument(session)
    whole = factories.scale(
        session, instrument_id=measure, name_id="Pelatihan", scores_participation=True
    )
    for name in ("Las", "Jahit"):
        factories.scale(session, instrument_id=measure, parent_id=whole, name_id=name, code=name)


def waiting(app: AppTest) -> AppTest:
    """Choose whom to move: the one who waits."""
    box = next(one for one in app.selectbox if one.label == "Peserta")
    return box.select_index(1).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_a_full_cohort_refuses_and_somebody_elses_change_is_told(tmp_path: Path) -> None:
    url = office(tmp_path)
    app = waiting(run(url, "recording"))
    press(app, "Simpan status")
    assert "1 dari 1 tempat terisi" in saved(app)
    enrolment = models.metadata.tables["enrolment"]
    door = Door(url)
    with door.writing(LOCAL_OFFICER) as session:
        session.execute(enrolment.update().where(enrolment.c.number == 2).values(row_version=2))
        session.execute(
            models.metadata.tables["cohort"].update().values(capacity=2, starts_on=MONDAY)
        )
    press(app, "Simpan status")
    assert "sudah ditulis orang lain" in saved(app)
    door.close()


def test_a_step_is_saved_and_said(tmp_path: Path) -> None:
    url = office(tmp_path)
    app = waiting(run(url, "recording"))
    box = next(one for one in app.selectbox if one.label == "Status baru")
    box.set_value("MENGUNDURKAN_DIRI").run()
    press(app, "Simpan status")
    assert "Pilih alasan berhentinya" in saved(app)
    next(one for one in app.selectbox if one.label == "Alasan berhenti").set_value("SAKIT")
    press(app, "Simpan status")
    assert "Status kini: Mengundurkan diri" in saved(app)
    door = Door(url)
    with door.reading(LOCAL_OFFICER) as session:
        ended = factories.value(session, "enrolment", 2, "ended_on")
    door.close()
    assert ended == date(2026, 7, 1)


def test_the_next_assessment_of_a_person_begins_without_the_scores_of_the_last(
    tmp_path: Path,
) -> None:
    app = assessing(office(tmp_path))
    scores(app)[0].set_value(4.0).run()
    press(app, "Simpan sebagai draf")
    assert "Tersimpan" in saved(app)
    assert [one.value for one in scores(app)] == [None, None]


def assessing(url: str) -> AppTest:
    """The form of an assessment of the one who waits, but for its scores."""
    app = run(url, "recording")
    app.session_state["catat-bagian"] = "penilaian"
    app.run().text_input(key="penilaian-cari").set_value("Menunggu").run()
    choices = {box.label: box for box in app.selectbox}
    choices["Unit *"].select_index(1)
    choices["Penilai *"].select_index(1)
    return app


def scores(app: AppTest) -> list[NumberInput]:
    return [one for one in app.number_input if "skor" in str(one.key)]


def test_an_activity_that_was_not_held_is_left_out_of_the_score_and_stays_so(
    tmp_path: Path,
) -> None:
    app = assessing(office(tmp_path))
    las, _ = scores(app)
    las.set_value(40.0).run()
    assert "Pelatihan**" not in said(app)
    press(app, "Submit penilaian")
    assert "belum diisi: Jahit" in saved(app).replace("\\", "")
    app.multiselect[0].set_value(["Jahit"]).run()
    assert [one.disabled for one in scores(app)] == [False, True]
    assert "**Pelatihan**: 40,0" in said(app)
    press(app, "Simpan sebagai draf")
    waits = next(box for box in app.selectbox if box.label == "Penilaian yang dicatat")
    waits.select_index(1).run()
    assert app.multiselect[0].value == ["Jahit"]
    press(app, "Submit penilaian")
    assert "Tersimpan" in saved(app)
    app.session_state["catat-bagian"] = "penilaian"
    app.run()
    assert "hanya yang diterima ikut dihitung" in said(app).lower()
