"""Whatever an indicator answers, there is a sentence for it, in both languages, without a nan."""

import ast
from collections.abc import Iterator
from math import nan
from pathlib import Path

import pytest

import data.indicators
from data import wording
from data.indicators import incidents, retention
from data.indicators.beside import funnel_plot, shrunken_rate
from data.indicators.change import ScaleRange, pre_post_change
from data.indicators.cost import CostCounts, cost_per_completion, cost_per_participant
from data.indicators.declarations import BY_CODE
from data.indicators.detectable import detectable_change, minimum_detectable_effect
from data.indicators.dosage import dosage
from data.indicators.dose import dose_response, dose_slope
from data.indicators.effect import effect_size
from data.indicators.estimate import Estimate
from data.indicators.funnel import Stage, programme_funnel
from data.indicators.participation import HoursCounts, participation_eight_hours
from data.indicators.raters import level_agreement, rater_reliability
from data.indicators.reach import ReachCounts, reach
from data.indicators.reliable import Norms, Reliability, clinically_significant_change
from data.indicators.returning import reoffending_frequency, time_to_reoffence
from data.indicators.risk import risk_transition, transition_stationarity
from data.indicators.trajectory import score_trajectory
from data.indicators.waiting import waiting_time

UP = ScaleRange(0, 100, higher_is_better=True)
RECORD, NORMS = Reliability(0.8, 7.5), Norms(40, 7.5, 60, 7.5)
FOLDER = Path(data.indicators.__path__[0])


def of_pairs(before: list[float], after: list[float]) -> Iterator[Estimate]:
    started = len(before) + 1
    yield pre_post_change(before, after, scale=UP, started=started)
    yield effect_size(before, after, scale=UP, started=started)
    for record in (RECORD, Reliability(None, None)):
        found = clinically_significant_change(
            before, after, record=record, norms=NORMS, scale=UP, started=started
        )
        yield from found.shares().values()
    yield score_trajectory(
        [person for person in range(len(before)) for _ in range(3)],
        [0.0, 1.0, 2.0] * len(before),
        [score for first, last in zip(before, after, strict=True) for score in (first, last, last)],
        scale=UP,
    )
    yield rater_reliability([[first, last] for first, last in zip(before, after, strict=True)])
    yield dose_slope([1.0 + k for k in range(len(before))], before, after)


def of_times(days: list[float], codes: list[int]) -> Iterator[Estimate]:
    came = [int(code == 1) for code in codes]
    waited = waiting_time(days, came)
    yield from (waited.median, waited.ninetieth)
    yield from retention.dropout(days, codes, by_day=30).values()
    yield retention.completion_by_day(days, codes, by_day=30)
    yield from time_to_reoffence(days, came, by_days=(30, 365)).by_day.values()
    yield dose_response(days, came).trend


def of_counts(part: int, whole: int) -> Iterator[Estimate]:
    yield reach(ReachCounts(whole, part, 5))
    yield participation_eight_hours(HoursCounts(whole, part, whole - part))
    received = [float(part)] * whole
    yield from (
        dosage(received, [8.0] * whole).median,
        dosage(received, [8.0] * whole).at_least_most,
    )
    yield programme_funnel([Stage("started", whole, part)], dated=1)[0].of_previous
    counts = CostCounts(1_000_000 * part, whole, part, 1)
    yield from (cost_per_participant(counts), cost_per_completion(counts))
    yield reoffending_frequency([0, 2], [whole - part, part]).per_released
    table = [[part, 0], [0, whole - part]]
    yield risk_transition(table, [0, 1], levels=["low", "high"]).down
    yield transition_stationarity([table, table])
    yield level_agreement([(0, 0)] * part + [(1, 0)] * (whole - part), levels=2)
    yield minimum_detectable_effect(whole, whole, rate=part / whole if whole else None)
    yield detectable_change(whole, spread=float(part))
    yield incidents.incident_rate(incidents.PhaseCounts(part, 30.0 * whole, whole, 1))
    for before in (0, part):
        yield incidents.exact_rate_ratio(
            incidents.PhaseCounts(part, 30.0 * whole, whole),
            incidents.PhaseCounts(before, 30.0 * whole, whole),
        )


NOISE = [float(k * 7 % 11) for k in range(40)]
PAIRS: dict[str, tuple[list[float], list[float]]] = {
    "nobody": ([], []),
    "one": ([50.0], [55.0]),
    "a nan": ([50.0, nan], [nan, 55.0]),
    "nan among many": ([nan, *NOISE], [*NOISE, nan]),
    "constant": ([50.0] * 40, [50.0] * 40),
    "all alike": (NOISE, [score + 5 for score in NOISE]),
    "many": (NOISE, [score * 0.9 + k % 5 for k, score in enumerate(NOISE)]),
}
TIMES: dict[str, tuple[list[float], list[int]]] = {
    "nobody": ([], []),
    "one": ([5.0], [1]),
    "nan and negative": ([nan, -1.0, 5.0], [1, 1, 0]),
    "nobody had it": ([40.0] * 40, [0] * 40),
    "all at once": ([20.0] * 40, [1] * 40),
    "zero days": ([0.0] * 40, [1, 2, 3, 4] * 10),
    "ties": ([10.0, 20.0, 30.0, 400.0] * 20, [1, 2, 0, 3] * 20),
}
COUNTS = [(0, 0), (0, 1), (1, 1), (0, 40), (40, 40), (3, 9), (20, 60)]


def check(found: Estimate) -> None:
    """Nothing that is not a number, a reason wherever it is not ok, and words for all of it."""
    for number in (found.value, found.low, found.high, found.p_value, *(found.bounds or ())):
        assert number is None or abs(number) < float("inf"), found  # false for nan as well
    assert (found.status == "ok") == (found.reason is None), found
    if found.status == "ok" and found.low is not None and found.high is not None:
        assert found.value is not None
        assert found.low - 1e-9 <= found.value <= found.high + 1e-9, found
    for language in ("id", "en"):
        said = wording.sentence(found, language)
        assert said and said != found.reason, found
        assert "nan" not in said.lower().split() and "None" not in said, said
        assert len(wording.caveats(found, language)) == len(found.caveats), found.caveats
        assert wording.can_say(found, language) and wording.cannot_say(found, language)


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_of_any_kind_get_a_status_and_a_sentence(name: str) -> None:
    for found in of_pairs(*PAIRS[name]):
        check(found)


@pytest.mark.parametrize("name", TIMES)
def test_times_of_any_kind_get_a_status_and_a_sentence(name: str) -> None:
    for found in of_times(*TIMES[name]):
        check(found)


@pytest.mark.parametrize(("part", "whole"), COUNTS)
def test_counts_of_any_kind_get_a_status_and_a_sentence(part: int, whole: int) -> None:
    for found in of_counts(part, whole):
        check(found)


@pytest.mark.parametrize("people", [[], [5] * 12, [50] * 12, [50] * 9])
@pytest.mark.parametrize("events", [0, 1, 5])
def test_units_of_any_kind_get_a_status(people: list[int], events: int) -> None:
    names = [f"U{k}" for k in range(len(people))]
    plot = funnel_plot(names, [events] * len(people), people)
    assert (plot.status == "ok") == (plot.reason is None)
    assert plot.reason is None or plot.reason in wording.REASONS
    assert not plot.frame.isna().any(axis=None)
    rates = shrunken_rate(names, [events] * len(people), people)
    assert (rates.status == "ok") == (not rates.frame["shrunken"].isna().any() and bool(people))


def given_as(keyword: str) -> set[str]:
    """Every text that the indicators' sources give as this keyword or assign to this name."""
    found = set()
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.keyword) and node.arg == keyword
            if named and isinstance(node, ast.keyword):
                texts = [part for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
                found |= {text.value for text in texts if isinstance(text.value, str)}
    return found


def test_every_reason_and_caveat_in_the_sources_has_its_sentence() -> None:
    own_sentence = {"too_few", "too_few_people", "unrecorded"}
    reasons, caveats = given_as("reason"), given_as("caveats")
    assert {"not_reached", "no_events"} <= reasons
    assert reasons - own_sentence - {""} <= set(wording.REASONS) | {"groups_differ"}
    assert caveats <= set(wording.CAVEATS)


def test_every_declared_figure_fills_all_its_texts() -> None:
    for indicator in BY_CODE.values():
        texts = [value for value in vars(indicator).values() if isinstance(value, tuple)]
        assert all(text.strip() for pair in texts for text in pair), indicator.code
        assert indicator.minimum >= 1
