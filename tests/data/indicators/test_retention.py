"""Ends compete: a release is no dropout, and no "still in" either."""

from math import nan

import numpy as np
import pytest

from data.indicators.retention import (
    ADMINISTRATIVE,
    AVOIDABLE,
    CAUSES,
    COMPLETED,
    CURVE,
    OTHER,
    STILL_IN,
    completion_by_day,
    dropout,
    retention_curve,
)
from data.indicators.statistics import cumulative_incidence, kaplan_meier


def test_taking_releases_for_unseen_overstates_dropout() -> None:
    """Hazards of .05 (dropout) and .10 (release) a month: 19.8 % at six months, not 25.9 %."""
    random = np.random.default_rng(1)
    people = 40_000
    dropped, freed = random.exponential(20, people), random.exponential(10, people)
    days = np.minimum(dropped, freed)
    ends = np.where(dropped < freed, AVOIDABLE, ADMINISTRATIVE)
    found = dropout(days.tolist(), ends.tolist(), by_day=6)
    assert found["avoidable"].value == pytest.approx(0.198, abs=0.006)
    wrong = kaplan_meier(days, ends == AVOIDABLE)
    assert 1 - wrong.survival[wrong.time <= 6][-1] == pytest.approx(0.259, abs=0.008)


def test_the_stack_adds_up_to_one_at_every_day() -> None:
    days, ends = [1.0, 2.0, 2.0, 3.0] * 10, [COMPLETED, AVOIDABLE, STILL_IN, OTHER] * 10
    curve = retention_curve(days, ends)
    assert tuple(curve.frame.columns) == CURVE
    assert curve.frame.iloc[:, 2:].sum(axis=1).tolist() == pytest.approx([1.0] * len(curve.frame))
    assert curve.frame["at_risk"].tolist() == [40, 30, 10]
    # day 1: 10 of 40 complete; day 2: 10 of 30 leave
    assert curve.frame["completed"].tolist()[0] == pytest.approx(0.25)
    assert curve.frame["avoidable"].tolist()[1] == pytest.approx(0.75 / 3)


@pytest.mark.parametrize(("people", "status"), [(19, "insufficient"), (20, "ok"), (21, "ok")])
def test_a_curve_needs_twenty(people: int, status: str) -> None:
    curve = retention_curve([1.0] * people, [COMPLETED] * people)
    assert (curve.status, curve.frame.empty) == (status, status != "ok")


def test_the_curve_is_cut_where_fewer_than_ten_are_watched() -> None:
    curve = retention_curve([float(day) for day in range(1, 31)], [AVOIDABLE] * 30)
    assert curve.frame["at_risk"].min() == 10
    assert curve.frame["day"].max() == 21


@pytest.mark.parametrize(("people", "status"), [(9, "insufficient"), (10, "ok"), (11, "ok")])
def test_a_share_by_a_day_needs_ten(people: int, status: str) -> None:
    found = dropout([5.0] * people, [AVOIDABLE] * people, by_day=30)["avoidable"]
    assert (found.value, found.status) == (1.0, status)


def test_a_day_that_nobody_reached_has_no_share() -> None:
    found = completion_by_day([10.0] * 12, [STILL_IN] * 12, by_day=30)
    assert (found.value, found.reason) == (None, "not_followed")
    assert completion_by_day([nan, -3.0], [COMPLETED] * 2, by_day=30).reason == "nobody_started"


def test_shares_are_those_of_the_core() -> None:
    random = np.random.default_rng(2)
    days, ends = random.integers(1, 60, 100), random.integers(0, 5, 100)
    found = dropout(days.tolist(), ends.tolist(), by_day=30)
    for cause, name in CAUSES.items():
        curve = cumulative_incidence(days, ends, event=cause)
        if name in found:
            assert found[name].value == pytest.approx(curve.incidence[curve.time <= 30][-1])
