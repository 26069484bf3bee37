"""What waits today: each list takes in what it should, and nothing of another unit."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from data.answers.today import ITEMS, NAME, PEOPLE, TASK, TASKS, waiting_rows, waiting_work
from models import codes
from models.door import Door, Viewer
from tests import factories, planning

TODAY = date(2026, 7, 1)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def session(door: Door, viewer: Viewer) -> Iterator[Session]:
    with door.writing(viewer) as opened:
        factories.marks(opened)
        yield opened


def counts(session: Session, task: str, unit: str | None = None) -> tuple[int, int]:
    """Things and people of one task."""
    frame = waiting_work(session, unit, TODAY).set_index(TASK)
    return int(frame.loc[task, ITEMS]), int(frame.loc[task, PEOPLE])


def names(session: Session, task: str) -> list[Any]:
    rows = waiting_rows(session, task, None, TODAY, language="id", most=10)
    return list(rows[NAME])


def test_an_empty_database_has_a_row_a_task_and_nothing_waits(session: Session) -> None:
    frame = waiting_work(session, None, TODAY)
    assert list(frame[TASK]) == list(TASKS)
    assert frame[ITEMS].sum() == 0
    assert all(names(session, task) == [] for task in TASKS)


def test_a_session_waits_for_attendance_from_its_day_for_a_year(session: Session) -> None:
    run = factories.cohort(session)
    here = factories.value(session, "cohort", run, "unit_id")
    for number, day in enumerate((-1, 0, 364, 365), start=1):
        factories.meeting(
            session, cohort_id=run, number=number, held_on=days_ago(day),
            status=codes.SessionStatus.RENCANA,
        )  # fmt: skip
    marked = factories.meeting(session, cohort_id=run, number=5, held_on=days_ago(2))
    place = factories.enrolment(session, cohort_id=run)
    factories.attendance(session, session_id=marked, enrolment_id=place)
    factories.code(session, "alasan_batal", "PENGAJAR")
    factories.meeting(
        session, cohort_id=run, number=6, held_on=days_ago(3), status=codes.SessionStatus.BATAL,
        cancel_reason="PENGAJAR",
    )  # fmt: skip
    assert counts(session, "unmarked_sessions")[0] == 2
    rows = waiting_rows(session, "unmarked_sessions", None, TODAY, language="id", most=10)
    assert list(rows["days"]) == [364, 0]
    assert counts(session, "unmarked_sessions", "LAIN")[0] == 0
    assert counts(session, "unmarked_sessions", factories.value(session, "unit", here, "code"))[0]


@pytest.mark.parametrize(
    ("marks", "waits"),
    [
        (("HADIR", "TANPA_KETERANGAN", "MENOLAK"), True),
        (("TANPA_KETERANGAN", "SIDANG", "TANPA_KETERANGAN"), True),
        (("TANPA_KETERANGAN", "TANPA_KETERANGAN", "HADIR"), False),
        (("TANPA_KETERANGAN", "TANPA_KETERANGAN", "SAKIT"), False),
        (("TANPA_KETERANGAN",), False),
    ],
)
def test_only_the_last_two_expected_marks_count(
    session: Session, marks: tuple[str, ...], waits: bool
) -> None:
    run = factories.cohort(session)
    place = factories.enrolment(session, cohort_id=run)
    for number, mark in enumerate(marks, start=1):
        meeting = factories.meeting(
            session, cohort_id=run, number=number, held_on=days_ago(30 - number)
        )
        factories.attendance(session, session_id=meeting, enrolment_id=place, mark=mark)
    assert counts(session, "missed_in_a_row") == ((1, 1) if waits else (0, 0))


def test_the_longest_wait_stands_first_and_an_unknown_one_before_it(session: Session) -> None:
    run = factories.cohort(session)
    here = factories.value(session, "cohort", run, "unit_id")
    for name, since in (("Baru", 3), ("Lama", 90), ("Tanpa tanggal", None)):
        person = factories.person(session, unit_id=here, name=name)
        factories.enrolment(
            session, cohort_id=run, wbp_id=person, started_on=None,
            status=codes.EnrolmentStatus.DAFTAR_TUNGGU,
            referred_on=None if since is None else days_ago(since),
        )  # fmt: skip
    released = factories.wbp(session)
    factories.enrolment(
        session, cohort_id=run, wbp_id=released, status=codes.EnrolmentStatus.DAFTAR_TUNGGU
    )
    assert names(session, "waiting_people") == ["Tanpa tanggal", "Lama", "Baru"]


def test_a_need_waits_until_a_place_answers_it(session: Session) -> None:
    factories.code(session, "kebutuhan", "EMOSI", label_id="Emosi", label_en="Emotion")
    run = factories.cohort(session, programme_id=factories.programme(session, need="EMOSI"))
    here = factories.value(session, "cohort", run, "unit_id")
    levels = (("Tinggi", codes.RiskLevel.TINGGI), ("Rendah", codes.RiskLevel.RENDAH))
    for name, level in levels:
        person = factories.person(session, unit_id=here, name=name)
        factories.need(session, wbp_id=person, need="EMOSI", level=level)
    left = factories.person(session, unit_id=here, name="Keluar")
    factories.need(session, wbp_id=left, need="EMOSI")
    taken = factories.person(session, unit_id=here, name="Ikut")
    factories.need(session, wbp_id=taken, need="EMOSI")
    closed = factories.person(session, unit_id=here, name="Selesai")
    factories.need(session, wbp_id=closed, need="EMOSI", closed_on=TODAY)
    factories.enrolment(session, cohort_id=run, wbp_id=taken)
    factories.enrolment(
        session, cohort_id=run, wbp_id=left, status=codes.EnrolmentStatus.DIKELUARKAN
    )
    assert counts(session, "needs_without_programme") == (3, 3)
    assert names(session, "needs_without_programme") == ["Tinggi", "Rendah", "Keluar"]
    rows = waiting_rows(session, "needs_without_programme", None, TODAY, language="en", most=1)
    assert rows["subject"].iloc[0] == "Emotion"


@pytest.mark.parametrize(("away", "waits"), [(-1, False), (0, True), (183, True), (184, False)])
def test_two_thirds_are_near_for_half_a_year(session: Session, away: int, waits: bool) -> None:
    person = factories.wbp(session)
    factories.custody(session, wbp_id=person, two_thirds_on=TODAY + timedelta(days=away))
    assert counts(session, "near_two_thirds")[0] == int(waits)
    if waits:
        run = factories.cohort(session)
        place = factories.enrolment(session, cohort_id=run, wbp_id=person)
        meeting = factories.meeting(session, cohort_id=run)
        factories.attendance(
            session, session_id=meeting, enrolment_id=place, mark="TANPA_KETERANGAN"
        )
        assert counts(session, "near_two_thirds")[0] == 1
        second = factories.meeting(session, cohort_id=run, number=2, held_on=days_ago(9))
        factories.attendance(session, session_id=second, enrolment_id=place)
        assert counts(session, "near_two_thirds")[0] == 0


def test_an_assessment_is_late_the_day_its_interval_is_over(session: Session) -> None:
    measure = factories.instrument(session, due_every_days=31)
    here = factories.unit(session)
    for name, days in (("Belum", 30), ("Jatuh tempo", 31), ("Lewat", 60)):
        person = factories.person(session, unit_id=here, name=name)
        for ago in (days, 200):
            factories.assessment(
                session, unit_id=here, wbp_id=person, instrument_id=measure,
                assessed_on=days_ago(ago),
            )  # fmt: skip
    draft = factories.person(session, unit_id=here, name="Draf saja")
    factories.assessment(
        session, unit_id=here, wbp_id=draft, instrument_id=measure,
        status=codes.AssessmentStatus.DRAF,
    )  # fmt: skip
    assert names(session, "late_assessments") == ["Lewat", "Jatuh tempo"]
    assert names(session, "never_assessed") == ["Draf saja"]


def test_agreements_end_soon_or_stand_still(session: Session) -> None:
    for code, days in (("LEWAT", -1), ("HARI", 0), ("BATAS", 90), ("JAUH", 91)):
        factories.agreement(session, code=code, ends_on=TODAY + timedelta(days=days))
    busy = factories.agreement(session, code="SIBUK", ends_on=None)
    factories.activity(session, agreement_id=busy, held_on=TODAY)
    soon = waiting_rows(session, "ending_agreements", None, TODAY, language="id", most=9)
    assert list(soon["subject"]) == ["HARI", "BATAS"]
    still = waiting_rows(session, "quiet_agreements", None, TODAY, language="id", most=9)
    assert sorted(still["subject"]) == ["BATAS", "HARI", "JAUH"]


def test_a_report_is_due_two_weeks_before_its_day_and_then_late(session: Session) -> None:
    late = factories.agreement(session, code="LAPOR", starts_on=date(2026, 1, 1))
    planning.work_plan(session, agreement_id=late)
    rows = waiting_rows(session, "reports_due", None, TODAY, language="id", most=9)
    assert rows["subject"].iloc[0] == "LAPOR (1/2026)"
    assert list(rows["days"]) == sorted(rows["days"], reverse=True)
    assert counts(session, "reports_due")[0] == len(rows)
    assert counts(session, "reports_due", "DITJENPAS")[0] == len(rows)
    assert counts(session, "reports_due", "LAIN")[0] == 0


def test_a_plan_is_to_be_reviewed_from_its_day_until_it_is_closed(session: Session) -> None:
    bapas = factories.unit(session)
    closed = {"closed_on": TODAY, "result": "Tercapai"}
    for name, days, more in (("Besok", -1, {}), ("Hari ini", 0, {}), ("Tutup", 5, closed)):
        person = factories.person(session, unit_id=bapas, name=name)
        planning.guidance_plan(
            session, unit_id=bapas, wbp_id=person, review_on=days_ago(days), **more
        )
    assert names(session, "plans_to_review") == ["Hari ini"]
