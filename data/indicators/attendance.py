"""How regularly participants came: person-sessions attended of those expected.

A person's sessions are alike, so the interval takes people as the units, not sessions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from data.indicators.declarations import ATTENDANCE, MINIMUM_PEOPLE, RECORDED_SHARE
from data.indicators.estimate import Estimate
from data.indicators.statistics import proportion_interval

_NEEDED = {"too_few": ATTENDANCE.minimum, "too_few_people": MINIMUM_PEOPLE}
_Z = float(special.ndtri(0.975))


@dataclass(frozen=True)
class AttendanceCounts:
    """Person-sessions, and over `people` (with at least one expected) the sums of squares.

    The marks' own flags decide what is attended and expected; unrecorded is neither.
    """

    people: int
    attended: int
    expected: int
    unrecorded: int
    attended_squared: int
    attended_expected: int
    expected_squared: int


@dataclass(frozen=True)
class MarkFlags:
    """How one mark counts, as its row of `attendance_mark` says."""

    attended: bool
    expected: bool


@dataclass(frozen=True)
class PersonSession:
    """One person due at one held session: the mark (None: unrecorded) and its length in hours."""

    person: str
    mark: str | None
    hours: float = 0.0


def count_marks(rows: Sequence[PersonSession], flags: Mapping[str, MarkFlags]) -> AttendanceCounts:
    """The counts of a sheet, each mark by its flags: what the query counts in SQL.

    >>> flags = {"HADIR": MarkFlags(True, True), "SIDANG": MarkFlags(False, False)}
    >>> sheet = [("A", "HADIR"), ("A", "SIDANG"), ("B", None)]
    >>> found = count_marks([PersonSession(*row) for row in sheet], flags)
    >>> found.people, found.attended, found.expected, found.unrecorded
    (1, 1, 1, 1)
    """
    people: dict[str, list[int]] = {}
    for row in rows:
        if row.mark is not None and flags[row.mark].expected:
            tally = people.setdefault(row.person, [0, 0])
            tally[0] += flags[row.mark].attended
            tally[1] += 1
    attended, expected = (np.array([tally[k] for tally in people.values()]) for k in (0, 1))
    return AttendanceCounts(
        people=len(people), attended=int(attended.sum()), expected=int(expected.sum()),
        unrecorded=sum(row.mark is None for row in rows),
        attended_squared=int((attended**2).sum()),
        attended_expected=int((attended * expected).sum()),
        expected_squared=int((expected**2).sum()),
    )  # fmt: skip


def hours_received(rows: Sequence[PersonSession], flags: Mapping[str, MarkFlags]) -> float:
    """Hours of the sessions that were attended."""
    return sum(row.hours for row in rows if row.mark is not None and flags[row.mark].attended)


def attendance_rate(counts: AttendanceCounts) -> Estimate:
    """The rate among recorded person-sessions, with bounds for the unrecorded.

    Needs 20 person-sessions *and* 10 people: twenty sessions of two people tell of two people.

    60 attended, 10 not, 30 unrecorded: 86 %, bounds 60 to 90 %, `insufficient` because under
    80 % is recorded. The value is kept: a screen shows it with its bounds, not as a finding.

    >>> found = attendance_rate(AttendanceCounts(10, 60, 70, 30, 360, 420, 490))
    >>> round(found.value, 2), found.bounds, found.status
    (0.86, (0.6, 0.9), 'insufficient')
    """
    attended, expected, unrecorded = counts.attended, counts.expected, counts.unrecorded
    low, high = _interval(counts)
    reason = _reason(counts)
    due = expected + unrecorded
    return Estimate(
        name=ATTENDANCE.code,
        value=attended / expected if expected else None,
        low=low,
        high=high,
        unit="proportion",
        n=counts.people,
        denominator=float(expected),
        n_missing=unrecorded,
        method="cluster_wilson",
        status="insufficient" if reason else "ok",
        reason=reason,
        needed=_NEEDED.get(reason or ""),
        bounds=(attended / due, (attended + unrecorded) / due) if due else None,
        p_value=None,
        evidence="A",
        caveats=(),
    )


def _reason(counts: AttendanceCounts) -> str | None:
    due = counts.expected + counts.unrecorded
    if due == 0:
        return "nothing_due"
    if counts.expected == 0:
        return "nothing_recorded"
    if counts.expected < RECORDED_SHARE * due:
        return "unrecorded"
    if counts.expected < ATTENDANCE.minimum:
        return "too_few"
    return "too_few_people" if counts.people < MINIMUM_PEOPLE else None


def _interval(counts: AttendanceCounts) -> tuple[float | None, float | None]:
    """Wilson on as many independent person-sessions as the people are worth."""
    if counts.people < 2:
        return None, None
    rate = counts.attended / counts.expected
    size = _effective_size(counts, rate)
    interval = proportion_interval(rate * size, size)
    return interval.low, interval.high


def _effective_size(counts: AttendanceCounts, rate: float) -> float:
    """Expected person-sessions divided by the design effect, between `people` and all of them.

    Where all or none attended, the data cannot show how alike a person's sessions are; then each
    person counts once. The factor of t and z pays for a variance known from few people only.
    """
    people, expected = counts.people, counts.expected
    if rate in (0.0, 1.0):
        return float(people)
    residual = (
        counts.attended_squared
        - 2 * rate * counts.attended_expected
        + rate**2 * counts.expected_squared
    )
    variance = people / (people - 1) * max(residual, 0.0) / expected**2
    simple = rate * (1 - rate) / expected
    few = (_Z / float(special.stdtrit(people - 1, 0.975))) ** 2
    return expected * few / max(1.0, variance / simple)
