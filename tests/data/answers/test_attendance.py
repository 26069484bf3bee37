"""Attendance by unit and the overview's figure, from sheets that are counted by hand."""

from datetime import date

import pytest

from data.answers import columns
from data.answers.attendance import attendance_by_unit
from data.answers.overview import overview
from data.queries.filter import Filter
from models.codes import SessionStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort

# three people, three sessions: 4 attended of 6 expected, 2 at court, 1 unrecorded
BY_HAND = ["HSH", "AHX", "H.X"]


def test_the_marks_own_flags_decide_and_blanks_are_counted_apart(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        marked_cohort(session, here, BY_HAND)
        line = attendance_by_unit(session, FIRST_QUARTER).iloc[0]
    assert (line.attended, line.expected, line.unrecorded, line.people) == (4, 6, 1, 3)
    assert (line.rate, line.bound_low, line.bound_high) == pytest.approx((4 / 6, 4 / 7, 5 / 7))
    assert line.status == "insufficient"


def test_thirty_blanks_of_a_hundred_keep_the_value_and_its_bounds(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        marked_cohort(session, factories.unit(session), ["HHHHHHA..."] * 10)
        line = attendance_by_unit(session, FIRST_QUARTER).iloc[0]
    assert line.rate == pytest.approx(60 / 70)
    assert (line.bound_low, line.bound_high) == pytest.approx((0.6, 0.9))
    assert line.status == "insufficient"


def test_another_unit_stands_on_its_own_line_and_outside_the_filter(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        _, middle, here = factories.unit_tree(session)
        marked_cohort(session, here, BY_HAND)
        other = factories.unit(session)
        marked_cohort(session, other, ["AAA"] * 4)
        everywhere = attendance_by_unit(session, FIRST_QUARTER)
        chosen = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(session, middle))
        below = attendance_by_unit(session, chosen)
        total = overview(session, chosen).attendance.now
        codes = {code_of(session, here), code_of(session, other)}
    assert set(everywhere[columns.UNIT_CODE]) == codes
    assert list(below[columns.ATTENDED]) == [4]
    assert (total.value, total.denominator) == (pytest.approx(4 / 6), 6.0)


@pytest.mark.parametrize(
    ("status", "reason"), [(SessionStatus.BATAL, "PENGAJAR"), (SessionStatus.RENCANA, None)]
)
def test_a_cancelled_or_planned_session_does_not_count(
    door: Door, viewer: Viewer, status: SessionStatus, reason: str | None
) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        met = factories.meeting(session, cohort_id=cohort, status=status, cancel_reason=reason)
        participant = factories.enrolment(session, cohort_id=cohort)
        factories.attendance(session, session_id=met, enrolment_id=participant)
        assert attendance_by_unit(session, FIRST_QUARTER).empty


@pytest.mark.parametrize(("held_on", "counts"), [(date(2026, 3, 31), 1), (date(2026, 4, 1), 0)])
def test_the_last_day_of_the_period_is_not_part_of_it(
    door: Door, viewer: Viewer, held_on: date, counts: int
) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        met = factories.meeting(session, cohort_id=cohort, held_on=held_on)
        participant = factories.enrolment(session, cohort_id=cohort)
        factories.attendance(session, session_id=met, enrolment_id=participant)
        assert len(attendance_by_unit(session, FIRST_QUARTER)) == counts


def test_who_has_left_or_not_begun_is_not_due(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        cohort = marked_cohort(session, here, ["HH"])  # held on 5 and 12 January
        factories.enrolment(session, cohort_id=cohort, ended_on=date(2026, 1, 5))
        factories.enrolment(session, cohort_id=cohort, started_on=date(2026, 1, 13))
        line = attendance_by_unit(session, FIRST_QUARTER).iloc[0]
    assert line.unrecorded == 1


def test_officers_who_are_trained_are_not_counted(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        cohort = marked_cohort(session, here, ["H"])
        factories.enrolment(session, cohort_id=cohort, officer_id=factories.officer(session))
        line = attendance_by_unit(session, FIRST_QUARTER).iloc[0]
    assert (line.people, line.unrecorded) == (1, 0)


def test_nothing_gives_the_same_columns(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        empty = attendance_by_unit(session, FIRST_QUARTER)
    assert tuple(empty.columns) == columns.ATTENDANCE_BY_UNIT
    assert empty.empty
