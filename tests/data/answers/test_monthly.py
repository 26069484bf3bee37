"""A unit's month equals plain SQL and hand counts; what nobody recorded stays unknown."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from data.answers.monthly import MonthLine
from data.errors import SinergiError
from data.reports.monthly import MonthlyReport, monthly_report
from models import codes
from models.door import Door, Viewer
from tests import factories

JULY = date(2026, 7, 1)


def _report(door: Door, viewer: Viewer, unit: str = "AAA", month: date = JULY) -> MonthlyReport:
    with door.reading(viewer) as session:
        return monthly_report(session, unit, month)


def _line(report: MonthlyReport, kind: str) -> MonthLine:
    return next(line for line in report.lines if line.kind == kind)


@pytest.fixture
def july(door: Door, viewer: Viewer) -> Door:
    """Two meetings of one kind with the same two people, one of another kind without marks.

    Beside them: a cancelled and a planned meeting, one in August, and all of it at another unit.
    """
    with door.writing(viewer) as session:
        factories.marks(session)
        for code in ("AAA", "BBB"):
            _month(session, factories.unit(session, code=code))
    return door


def _month(session: Any, unit: int) -> None:
    craft = factories.programme(session, kind="PELATIHAN")
    faith = factories.programme(session, kind="KEAGAMAAN")
    one, other = (
        factories.cohort(session, unit_id=unit, programme_id=programme)
        for programme in (craft, faith)
    )
    partner = {"facilitator_kind": codes.FacilitatorKind.MITRA}
    named = {**partner, "facilitator": "Contoh Pengajar"}
    first = factories.meeting(session, cohort_id=one, held_on=date(2026, 7, 1), **named)
    second = factories.meeting(session, cohort_id=one, number=2, held_on=date(2026, 7, 31),
                               **named)  # fmt: skip
    factories.meeting(session, cohort_id=one, number=3, held_on=date(2026, 8, 1), **named)
    factories.meeting(
        session, cohort_id=one, number=4, held_on=date(2026, 7, 9),
        status=codes.SessionStatus.BATAL, cancel_reason="LAINNYA",
    )  # fmt: skip
    factories.meeting(session, cohort_id=one, number=5, held_on=date(2026, 7, 10),
                      status=codes.SessionStatus.RENCANA)  # fmt: skip
    factories.meeting(session, cohort_id=other, held_on=date(2026, 7, 1), **partner)
    people = [factories.enrolment(session, cohort_id=one) for _ in range(2)]
    officer = factories.officer(session, unit_id=unit)
    people.append(factories.enrolment(session, cohort_id=one, officer_id=officer))
    for place in people:
        factories.attendance(session, session_id=first, enrolment_id=place)
    factories.attendance(session, session_id=second, enrolment_id=people[0])
    factories.attendance(session, session_id=second, enrolment_id=people[1], mark="SAKIT")


def test_each_kind_counts_days_sessions_and_people_of_its_own_unit(
    july: Door, viewer: Viewer
) -> None:
    line = _line(_report(july, viewer), "PELATIHAN")
    assert (line.days, line.sessions, line.cancelled, line.planned) == (2, 2, 1, 1)
    assert (line.people, line.officers) == (2, 1)
    assert line.teachers[codes.FacilitatorKind.MITRA] == 1
    assert line.teachers[codes.FacilitatorKind.PETUGAS] == 0


def test_a_kind_without_marks_or_names_is_unknown_not_zero(july: Door, viewer: Viewer) -> None:
    line = _line(_report(july, viewer), "KEAGAMAAN")
    assert (line.people, line.officers, line.unrecorded) == (None, None, 1)
    assert line.teachers[codes.FacilitatorKind.MITRA] is None
    assert line.unnamed == 1


def test_the_line_of_all_kinds_counts_once_and_equals_plain_sql(july: Door, viewer: Viewer) -> None:
    total = _report(july, viewer).total
    with july.reading(viewer) as session:
        days, sessions = session.execute(sa.text(
            "SELECT count(DISTINCT held_on), count(*) FROM programme_session s "
            "JOIN unit u ON u.id = s.unit_id WHERE u.code = 'AAA' AND status = 'TERLAKSANA' "
            "AND held_on >= '2026-07-01' AND held_on < '2026-08-01'"
        )).one()  # fmt: skip
        people = session.execute(sa.text(
            "SELECT count(DISTINCT e.wbp_id) FROM attendance a "
            "JOIN enrolment e ON e.id = a.enrolment_id "
            "JOIN programme_session s ON s.id = a.session_id JOIN unit u ON u.id = s.unit_id "
            "WHERE u.code = 'AAA' AND a.mark IN ('HADIR', 'TERLAMBAT') "
            "AND s.held_on BETWEEN '2026-07-01' AND '2026-07-31'"
        )).scalar_one()  # fmt: skip
    assert (total.days, total.sessions, total.people) == (days, sessions, people) == (2, 3, 2)
    assert total.teachers[codes.FacilitatorKind.MITRA] == 1


def test_a_month_without_anything_has_only_the_line_of_all_kinds(
    july: Door, viewer: Viewer
) -> None:
    report = _report(july, viewer, month=date(2026, 2, 1))
    assert report.is_empty
    assert report.total.sessions == 0


def test_activities_outside_cohorts_are_listed_with_what_nobody_counted(
    july: Door, viewer: Viewer
) -> None:
    with july.writing(viewer) as session:
        unit = session.execute(sa.text("SELECT id FROM unit WHERE code = 'AAA'")).scalar_one()
        factories.activity(
            session, unit_id=unit, held_on=date(2026, 7, 5), reached_officers=0,
            grade=codes.ActivityGrade.DILAPORKAN,
        )  # fmt: skip
    (one,) = _report(july, viewer).activities
    assert (one.officers, one.community, one.wbp) == (0, None, None)
    assert _report(july, viewer, "BBB").activities == ()


def test_an_unknown_unit_is_told(july: Door, viewer: Viewer) -> None:
    with pytest.raises(SinergiError, match="ZZZ") as caught:
        _report(july, viewer, "ZZZ")
    assert caught.value.code == "unit_tidak_dikenal"
