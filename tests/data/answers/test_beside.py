"""Units beside each other: people are counted, and few units are no plot."""

from datetime import date

import pandas as pd
import pytest

from data.answers.beside import completion_beside, participation_beside
from data.indicators.beside import INSIDE, OUTSIDE_998, funnel_plot
from models.codes import CohortStatus, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort


def test_few_units_are_no_plot_and_keep_their_raw_rates(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        marked_cohort(session, here, ["H"] * 3 + ["A"] * 7)
        course = factories.programme(session, minimum_dosage=0)
        done = {"status": CohortStatus.SELESAI, "ends_on": date(2026, 3, 30)}
        closed = factories.cohort(session, unit_id=here, programme_id=course, **done)
        for status in (EnrolmentStatus.LULUS, EnrolmentStatus.PINDAH):
            factories.enrolment(session, cohort_id=closed, status=status)
        took_part = participation_beside(session, FIRST_QUARTER)
        plot, rates = completion_beside(session, FIRST_QUARTER)
        code = code_of(session, here)
    assert (took_part.status, took_part.needed) == ("insufficient", 10)
    assert took_part.target == 3 / 12  # of those in care
    assert (plot.status, plot.small) == ("insufficient", (code,))
    row = rates.frame.iloc[0]
    assert (row.unit, row.events, row.people, row.rate) == (code, 1, 2, 0.5)
    assert pd.isna(row.shrunken)


def test_a_unit_far_from_the_others_is_outside_and_overdispersion_widens() -> None:
    names = [f"U{number}" for number in range(12)]
    alike = funnel_plot(names, [30] * 11 + [60], [100] * 12)
    assert alike.frame["position"].tolist() == [INSIDE] * 11 + [OUTSIDE_998]
    spread = funnel_plot(names, [10, 50] * 6, [100] * 12)
    assert spread.tau2 is not None and spread.tau2 > 0
    assert INSIDE not in set(spread.frame["position"])
    assert set(spread.frame["position_adjusted"]) == {INSIDE}


@pytest.mark.parametrize(("people", "small"), [(9, ("S",)), (10, ()), (11, ())])
def test_units_under_ten_people_are_listed_not_plotted(people: int, small: tuple[str, ...]) -> None:
    names = [f"U{number}" for number in range(10)]
    plot = funnel_plot([*names, "S"], [5] * 11, [20] * 10 + [people])
    assert plot.small == small
    assert len(plot.frame) == 11 - len(small)
