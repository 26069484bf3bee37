"""Who took part of those in care: by month, by field, by unit."""

from datetime import date

import pandas as pd
import pytest
from sqlmodel import Session

from data.answers import columns
from data.answers.participation import (
    participation_by_field,
    participation_by_month,
    participation_by_unit,
)
from data.queries.filter import Filter
from models.door import Door, Viewer
from tests import factories, whole_world
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort


def in_care(session: Session, unit_id: int, *, ended_on: date | None = None) -> None:
    factories.custody(session, unit_id=unit_id, ended_on=ended_on)


def test_a_month_has_people_who_came_of_people_in_care(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        marked_cohort(session, here, ["HHHHH", "AAAAA", "AAAAT"])  # five Mondays: 5/1 to 2/2
        for day in (date(2026, 1, 1), date(2026, 1, 2), None):
            in_care(session, here, ended_on=day)
        months = participation_by_month(session, FIRST_QUARTER)
    assert list(months[columns.MONTH]) == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    # who leaves on the first day has no day in the month
    assert list(months[columns.ELIGIBLE]) == [5, 4, 4]
    assert list(months[columns.PEOPLE].iloc[:2]) == [1, 2]
    assert list(months[columns.RATE].iloc[:2]) == [1 / 5, 2 / 4]


def test_a_month_without_marks_is_missing_and_not_zero(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        marked_cohort(session, factories.unit(session), ["H"])
        months = participation_by_month(session, FIRST_QUARTER)
    assert pd.isna(months[columns.PEOPLE].iloc[2])
    assert pd.isna(months[columns.RATE].iloc[2])


def test_a_person_in_two_cohorts_counts_once(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        second = factories.cohort(session, unit_id=world.unit)
        met = factories.meeting(session, cohort_id=second)
        again = factories.enrolment(session, cohort_id=second, wbp_id=world.wbp)
        factories.attendance(session, session_id=met, enrolment_id=again)
        fields = participation_by_field(session, FIRST_QUARTER)
    assert fields.to_dict("records") == [{"field": "KEMANDIRIAN", "people": 1, "sessions": 2}]


def test_fields_are_sorted_by_people_and_the_filter_takes_one(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        for field, sheets in (("KEPRIBADIAN", ["H", "H"]), ("KEMANDIRIAN", ["H"]), ("SENI", ["."])):
            course = factories.programme(session, field=field)
            marked_cohort(session, here, sheets, programme_id=course)
        fields = participation_by_field(session, FIRST_QUARTER)
        one = participation_by_unit(
            session, Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, field="KEMANDIRIAN")
        )
    assert list(fields[columns.FIELD]) == ["KEPRIBADIAN", "KEMANDIRIAN", "SENI"]
    assert list(fields[columns.PEOPLE].iloc[:2]) == [2, 1]
    assert pd.isna(fields[columns.PEOPLE].iloc[2])
    assert list(one[columns.PEOPLE]) == [1]
    assert list(one[columns.ELIGIBLE]) == [4]


def test_a_participant_without_custody_is_not_in_the_rate(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        cohort = marked_cohort(session, here, ["H"])
        stranger = factories.enrolment(session, cohort_id=cohort, wbp_id=factories.wbp(session))
        met = factories.meeting(session, cohort_id=cohort, number=9, held_on=date(2026, 2, 2))
        factories.attendance(session, session_id=met, enrolment_id=stranger)
        line = participation_by_unit(session, FIRST_QUARTER).iloc[0]
    assert (line.people, line.eligible, line.rate) == (1, 1, 1.0)


def test_units_have_their_own_lines_and_a_filter_leaves_others_out(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        _, middle, here = factories.unit_tree(session)
        marked_cohort(session, here, ["H"] * 4 + ["A"] * 6)
        other = factories.unit(session, name="Zebra")
        marked_cohort(session, other, ["H"])
        everywhere = participation_by_unit(session, FIRST_QUARTER)
        chosen = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(session, middle))
        below = participation_by_unit(session, chosen)
        code = code_of(session, here)
    assert list(everywhere[columns.UNIT_NAME])[-1] == "Zebra"
    assert list(everywhere[columns.STATUS]) == ["ok", "insufficient"]
    assert list(below[columns.UNIT_CODE]) == [code]
    assert below[columns.RATE].iloc[0] == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        (participation_by_month, columns.PARTICIPATION_BY_MONTH),
        (participation_by_field, columns.PARTICIPATION_BY_FIELD),
        (participation_by_unit, columns.PARTICIPATION_BY_UNIT),
    ],
)
def test_nothing_gives_the_same_columns(
    door: Door, viewer: Viewer, answer: object, names: tuple[str, ...]
) -> None:
    with door.reading(viewer) as session:
        empty = answer(session, FIRST_QUARTER)  # type: ignore[operator]
    assert tuple(empty.columns) == names
    assert empty.empty
