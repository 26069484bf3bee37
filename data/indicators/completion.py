"""How many of those who started completed the programme, in cohorts that have closed.

Passing is another figure. Never divide by those who left: that flatters a growing programme.
"""

from dataclasses import dataclass

from data.indicators.declarations import COMPLETION, RECORDED_SHARE
from data.indicators.estimate import Estimate
from data.indicators.statistics import proportion_interval


@dataclass(frozen=True)
class CompletionCounts:
    """Enrolments of closed cohorts.

    `completed` reached the end with the minimum dosage, `below_dosage` surely without it; for
    `unknown` the unrecorded attendance decides.
    """

    started: int
    completed: int
    below_dosage: int = 0
    unknown: int = 0


def completion(counts: CompletionCounts) -> Estimate:
    """Completed of started. Unknown dosages are left out of the rate and give its bounds.

    >>> found = completion(CompletionCounts(started=20, completed=8, unknown=4))
    >>> found.value, found.bounds
    (0.5, (0.4, 0.6))
    """
    known = counts.started - counts.unknown
    interval = proportion_interval(counts.completed, known) if known else None
    reason = _reason(counts, known)
    return Estimate(
        name=COMPLETION.code,
        value=counts.completed / known if known else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        unit="proportion",
        n=counts.completed,
        denominator=float(known),
        n_missing=counts.unknown,
        method="wilson",
        status="insufficient" if reason else "ok",
        reason=reason,
        needed=COMPLETION.minimum if reason == "too_few" else None,
        bounds=_bounds(counts),
        p_value=None,
        evidence="A",
        caveats=("below_dosage",) if counts.below_dosage else (),
    )


def _reason(counts: CompletionCounts, known: int) -> str | None:
    if counts.started == 0:
        return "nobody_started"
    if known == 0:
        return "nothing_recorded"
    if known < RECORDED_SHARE * counts.started:
        return "unrecorded"
    return "too_few" if known < COMPLETION.minimum else None


def _bounds(counts: CompletionCounts) -> tuple[float, float] | None:
    if counts.unknown == 0:
        return None
    most = counts.completed + counts.unknown
    return counts.completed / counts.started, most / counts.started
