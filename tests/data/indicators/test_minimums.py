"""Each figure below, at and above its minimum: the value is kept, the status changes."""

from collections.abc import Callable

import pytest

from data.indicators.cost import CostCounts, cost_per_completion
from data.indicators.dosage import dosage
from data.indicators.dose import dose_response, dose_slope
from data.indicators.effect import effect_size
from data.indicators.estimate import Estimate
from data.indicators.funnel import Stage, programme_funnel
from data.indicators.incidents import PhaseCounts, exact_rate_ratio
from data.indicators.participation import HoursCounts, participation_eight_hours
from data.indicators.raters import rater_reliability
from data.indicators.reach import ReachCounts, reach
from data.indicators.reliable import Norms, Reliability, clinically_significant_change
from data.indicators.returning import reoffending_frequency, time_to_reoffence
from data.indicators.risk import risk_transition, transition_stationarity
from data.indicators.waiting import waiting_time
from tests.data.indicators.test_change import UP

RECORD, NORMS = Reliability(0.8, 7.5), Norms(40, 7.5, 60, 7.5)


def spread(n: int) -> list[float]:
    return [float(k * 7 % 11) for k in range(n)]


def _dose(n: int) -> Estimate:
    hours = [1.0] * n + [2.0] * n + [3.0] * n
    return dose_response(hours, [k % 2 for k in range(3 * n)]).trend


def _reliable(n: int) -> Estimate:
    return clinically_significant_change(
        [40.0] * n, [70.0] * n, record=RECORD, norms=NORMS, scale=UP, started=n
    ).recovered


FIGURES: dict[str, tuple[int, Callable[[int], Estimate]]] = {
    "reach": (10, lambda n: reach(ReachCounts(n, 3))),
    "participation_eight_hours": (10, lambda n: participation_eight_hours(HoursCounts(n, 3))),
    "dosage": (10, lambda n: dosage(spread(n), [10.0] * n).median),
    "waiting_time": (10, lambda n: waiting_time(spread(n), [1] * n).median),
    "programme_funnel": (10, lambda n: programme_funnel([Stage("started", n, 3)], dated=1)[0]
                         .of_previous),
    "effect_size": (20, lambda n: effect_size(spread(n), spread(n + 3)[3:], scale=UP, started=n)),
    "clinically_significant_change": (20, _reliable),
    "rater_reliability": (30, lambda n: rater_reliability(
        [(score, score + 1) for score in spread(n)])),
    "risk_transition": (20, lambda n: risk_transition([[n - 9, 4], [5, 0]], [0, 0],
                                                      levels=["a", "b"]).down),
    "transition_stationarity": (20, lambda n: transition_stationarity(
        [[[3, 2], [2, 3]], [[3, n - 18], [2, 3]]])),
    "incident_rate_ratio": (10, lambda n: exact_rate_ratio(
        PhaseCounts(n - 4, 300, 9), PhaseCounts(4, 300, 9))),
    "dose_response": (20, _dose),
    "reoffending_frequency": (30, lambda n: reoffending_frequency([0, 1], [n - 5, 5])
                              .per_released),
    "time_to_reoffence": (10, lambda n: time_to_reoffence(
        [30.0] * n + [400.0] * 30, [1] * n + [0] * 30).by_day[365]),
    "cost_per_completion": (10, lambda n: cost_per_completion(CostCounts(1000, 50, n))),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_below_at_and_above_the_minimum(name: str) -> None:
    minimum, figure = FIGURES[name]
    below, at, above = (figure(minimum + step) for step in (-1, 0, 1))
    assert (below.status, below.reason, below.needed) == ("insufficient", "too_few", minimum)
    assert (at.status, above.status) == ("ok", "ok")
    assert at.name == name
    assert below.value is not None or name == "transition_stationarity"


def test_a_slope_by_hours_needs_three_times_twenty() -> None:
    few, enough = (
        dose_slope([1.0 + k % 7 for k in range(n)], spread(n), spread(n + 2)[2:]) for n in (59, 60)
    )
    assert (few.status, few.needed, enough.status) == ("insufficient", 60, "ok")


def test_hours_that_follow_the_score_before_cannot_be_told_apart() -> None:
    found = dose_slope([1 + score for score in spread(60)], spread(60), spread(62)[2:])
    assert (found.value, found.reason) == (None, "not_separable")
    assert dose_slope([5.0] * 60, spread(60), spread(60)).reason == "all_alike"


def test_own_spread_stands_in_for_a_missing_norm_only_from_fifty_pairs() -> None:
    unknown = Reliability(0.8, None)
    for n, reason in ((49, "reliability_not_established"), (50, None)):
        found = clinically_significant_change(
            spread(n), spread(n + 3)[3:], record=unknown, norms=NORMS, scale=UP, started=n
        )
        assert found.improved.reason == reason
        assert ("own_spread" in found.improved.caveats) == (reason is None)
    missing = clinically_significant_change(
        spread(60), spread(60), record=RECORD, norms=None, scale=UP, started=60
    )
    assert missing.recovered.reason == "norms_not_established"
