"""What we built into the fictional world comes out again: see data/synthetic/TRUTH.md.

The core of the generator makes people, cohorts and ratings; no file and no database. A few seeds
run every time, 200 of them by `make long`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import sqrt

import numpy as np
import pytest

from data import wording
from data.indicators.change import ScaleRange, expected_regression, pre_post_change
from data.indicators.estimate import Estimate
from data.indicators.returns import ReturnCounts, lottery_difference
from data.synthetic import cohorts, custody, measures, participation
from data.synthetic.outcomes import DRAWN_SHARE, NOT_DRAWN_SHARE
from data.synthetic.programmes import HELPS, JOINS, NOTHING
from data.synthetic.scores import CONDUCT_DEVIATION, CONDUCT_MEAN, RATING_DEVIATION, Conduct

UP = ScaleRange(0, 100, higher_is_better=True)
RELIABILITY = CONDUCT_DEVIATION**2 / (CONDUCT_DEVIATION**2 + RATING_DEVIATION**2)
ARM = 120
MONTH = timedelta(days=30)
SIKAP = 2  # its place among the scores of a rating
CAUSAL = re.compile(r"menyebabkan|berkat|karena program|caused|because of|thanks to|effect", re.I)
FEW, MANY = range(1, 9), range(101, 301)
SMALL, LARGE = 600, 1500  # people


@dataclass(frozen=True)
class Found:
    """One programme in one world: the scores, what was truly gained, and our estimate."""

    before: list[float]
    gained: float
    estimate: Estimate


@cache
def world(seed: int) -> dict[str, Found]:
    """The measured programmes of the world with this seed, by code; the first few are small."""
    people = SMALL if seed in FEW else LARGE
    persons = custody.people_with_histories(seed, people)
    conduct, found = Conduct(seed, persons), cohorts.runs(seed, people)
    participation.fill(seed, found, persons, conduct)
    measures.rate(seed, conduct, found)
    days: dict[int, list[date]] = {}
    for position, day in sorted(conduct.ratings):
        days.setdefault(position, []).append(day)
    return {
        code: _programme(list(_pairs(conduct, days, found, code)))
        for code in (HELPS, JOINS, NOTHING)
    }


def _pairs(
    conduct: Conduct, days: dict[int, list[date]], runs: list[cohorts.Run], code: str
) -> Iterator[tuple[float, float, float]]:
    """Score before, score after, and what was truly gained between, as the query pairs them."""
    for run in runs:
        for seat in run.seats if run.course.code == code else []:
            if seat.person is None or seat.started is None or seat.ended is None:
                continue
            here = seat.person.position
            rated = days.get(here, [])
            before = [day for day in rated if seat.started - MONTH <= day <= seat.started]
            after = [day for day in rated if seat.ended <= day <= seat.ended + MONTH]
            if before and after:
                first, last = (conduct.ratings[here, day] for day in (before[-1], after[0]))
                true = sum(
                    spell.gained(after[0]) - spell.gained(before[-1])
                    for spell in conduct.spells[here]
                )
                yield first.scores[SIKAP], last.scores[SIKAP], true


def _programme(pairs: list[tuple[float, float, float]]) -> Found:
    before, after, gained = (list(column) for column in zip(*pairs, strict=True))
    estimate = pre_post_change(before, after, scale=UP, started=len(before))
    return Found(before, float(np.mean(gained)), estimate)


def covers(estimate: Estimate, truth: float) -> bool:
    assert estimate.low is not None and estimate.high is not None
    return estimate.low <= truth <= estimate.high


def coverage(code: str, seeds: range) -> float:
    return float(np.mean([covers(world(s)[code].estimate, world(s)[code].gained) for s in seeds]))


def by_chance(found: Found) -> float:
    expected = expected_regression(
        found.before, population_mean=CONDUCT_MEAN, reliability=RELIABILITY
    )
    assert expected is not None
    return expected


def lotteries(draws: int) -> list[Estimate]:
    """Differences of lotteries whose true one is -15 points."""
    random = np.random.default_rng(20220627)
    returned = random.binomial(ARM, [DRAWN_SHARE, NOT_DRAWN_SHARE], size=(draws, 2))
    return [
        lottery_difference(ReturnCounts(ARM, int(one)), ReturnCounts(ARM, int(other)))
        for one, other in returned
    ]


def undecided(estimate: Estimate) -> bool:
    return "belum dapat menunjukkan" in wording.sentence(estimate, "id")


def test_a_few_worlds_give_back_what_was_built_in() -> None:
    gains = [world(seed)[HELPS].estimate.value or 0 for seed in FEW]
    truths = [world(seed)[HELPS].gained for seed in FEW]
    assert np.mean(gains) == pytest.approx(np.mean(truths), abs=1.5)
    assert coverage(HELPS, FEW) >= 6 / 8
    assert coverage(NOTHING, FEW) >= 6 / 8
    assert all(world(seed)[NOTHING].gained == 0 for seed in FEW)


@pytest.mark.parametrize("code", [HELPS, JOINS, NOTHING])
def test_no_sentence_about_one_group_sounds_causal(code: str) -> None:
    for seed in FEW:
        found = world(seed)[code].estimate
        assert found.evidence == "A"
        for language in ("id", "en"):
            said = wording.sentence(found, language) + wording.can_say(found, language)
            assert not CAUSAL.search(said), said


def test_the_programme_that_only_looks_good_carries_regression_to_the_mean() -> None:
    """It shows a clear rise in most worlds; nothing was gained, and chance explains all of it."""
    rises = [world(seed)[JOINS] for seed in FEW]
    assert all(found.gained == 0 for found in rises)
    assert np.mean([(found.estimate.low or 0) > 0 for found in rises]) >= 0.5
    assert all("regression_to_the_mean" in found.estimate.caveats for found in rises)
    left = [(found.estimate.value or 0) - by_chance(found) for found in rises]
    assert abs(np.mean(left)) < 1.5


def test_a_lottery_covers_its_truth_in_a_few_draws() -> None:
    found = lotteries(40)
    assert sum(covers(estimate, DRAWN_SHARE - NOT_DRAWN_SHARE) for estimate in found) >= 35
    assert {estimate.evidence for estimate in found} == {"R"}


@pytest.mark.long
def test_200_worlds_cover_their_truth(capsys: pytest.CaptureFixture[str]) -> None:
    """A count of 200 at 95 % has an error of 1.5 points; both programmes together, of 1.1."""
    helps, nothing = coverage(HELPS, MANY), coverage(NOTHING, MANY)
    called = np.mean([not undecided(world(seed)[NOTHING].estimate) for seed in MANY])
    left = [
        (world(seed)[JOINS].estimate.value or 0) - by_chance(world(seed)[JOINS]) for seed in MANY
    ]
    gaps = [(world(seed)[HELPS].estimate.value or 0) - world(seed)[HELPS].gained for seed in MANY]
    with capsys.disabled():
        print(f"\ncovered: helps {helps:.1%}, nothing {nothing:.1%}; nothing called a change ")
        print(f"{called:.1%}; joins beyond chance {np.mean(left):+.2f}; bias {np.mean(gaps):+.2f}")
    assert 0.92 <= helps <= 0.98
    assert 0.92 <= nothing <= 0.98
    assert 0.93 <= (helps + nothing) / 2 <= 0.97
    assert called <= 0.08
    assert abs(np.mean(left)) < 3 * np.std(left) / sqrt(len(left)) + 0.3
    assert abs(np.mean(gaps)) < 3 * np.std(gaps) / sqrt(len(gaps))


@pytest.mark.long
def test_200_and_4000_lotteries_cover_their_truth() -> None:
    truth = DRAWN_SHARE - NOT_DRAWN_SHARE
    assert 0.92 <= np.mean([covers(found, truth) for found in lotteries(200)]) <= 0.98
    assert 0.94 <= np.mean([covers(found, truth) for found in lotteries(4000)]) <= 0.96
