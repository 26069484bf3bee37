"""By how many points scores move each month, over all assessments of each person.

Two stages: a line for each person, then the mean of the lines. With equal days of assessment it
is the answer of a mixed model; it needs no fitting that may fail to converge. Those who were
not assessed any more are taken as alike (missing at random): said, not known.
"""

from collections.abc import Sequence

import numpy as np

from data.indicators.change import CEILING_SHARE, ScaleRange
from data.indicators.declarations import SCORE_TRAJECTORY
from data.indicators.estimate import Estimate
from data.indicators.statistics import paired_change

TIMES = 3  # assessments of a person, on different days


def score_trajectory(
    people: Sequence[int], months: Sequence[float], scores: Sequence[float], *, scale: ScaleRange
) -> Estimate:
    """Mean slope in points a month, + is better; one entry an assessment, `months` from the start.

    People with fewer than three days assessed are missing. Where all slopes are equal there is
    no interval.

    >>> who, when = [p for p in range(20) for _ in range(3)], [0, 1, 2] * 20
    >>> score = [50 + month * (1 + p % 2) for p, month in zip(who, when)]
    >>> found = score_trajectory(who, when, score, scale=ScaleRange(0, 100, higher_is_better=True))
    >>> round(found.value, 6), found.n, found.status
    (1.5, 20, 'ok')
    """
    person, time, score = _complete(people, months, scores)
    slopes, people_seen = _slopes(person, time, score)
    slopes = slopes * (1 if scale.higher_is_better else -1)
    n, missing = slopes.size, people_seen - slopes.size
    found = paired_change(np.zeros(n), slopes) if n > 1 else None
    line = found if found is not None and found.t is not None else None
    few = n < SCORE_TRAJECTORY.minimum
    at_best = float((score == scale.best).mean()) if score.size else 0.0
    return Estimate(
        SCORE_TRAJECTORY.code,
        float(slopes.mean()) if n else None,
        line.low if line else None,
        line.high if line else None,
        unit="points_per_month",
        n=n,
        denominator=float(n + missing),
        n_missing=missing,
        method="two_stage",
        status="insufficient" if few else "ok" if line else "not_estimable",
        reason="too_few" if few else None if line else "all_changed_equally",
        needed=SCORE_TRAJECTORY.minimum if few else None,
        p_value=line.p_value if line and not few else None,
        caveats=("no_comparison_group", "missing_at_random", "officer_score")
        + (("ceiling",) if at_best >= CEILING_SHARE else ()),
    )


def _complete(
    people: Sequence[int], months: Sequence[float], scores: Sequence[float]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    person = np.asarray(people)
    time, score = np.asarray(months, dtype=np.float64), np.asarray(scores, dtype=np.float64)
    fits = np.isfinite(time) & np.isfinite(score)
    return person[fits], time[fits], score[fits]


def _slopes(person: np.ndarray, time: np.ndarray, score: np.ndarray) -> tuple[np.ndarray, int]:
    """The least-squares slope of each person with three different times, and of how many people."""
    if person.size == 0:
        return np.empty(0), 0
    step, forward = np.diff(person), np.diff(time)
    if not ((step > 0) | ((step == 0) & (forward >= 0))).all():
        order = np.lexsort((time, person))
        person, time, score = person[order], time[order], score[order]
        step, forward = np.diff(person), np.diff(time)
    place = np.append(0, np.cumsum(step != 0))
    new = np.append(True, (step != 0) | (forward != 0))
    times = np.bincount(place, weights=new)
    size = np.bincount(place)
    middle = np.bincount(place, weights=time) / size
    away = time - middle[place]
    spread = np.bincount(place, weights=away**2)
    together = np.bincount(place, weights=away * score)
    enough = times >= TIMES
    found: np.ndarray = together[enough] / spread[enough]
    return found, size.size
