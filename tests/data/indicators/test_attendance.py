from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.indicators.attendance import AttendanceCounts, attendance_rate


def counts_of(people: list[tuple[int, int]], unrecorded: int = 0) -> AttendanceCounts:
    """From (attended, expected) of each person."""
    return AttendanceCounts(
        people=len(people),
        attended=sum(attended for attended, _ in people),
        expected=sum(expected for _, expected in people),
        unrecorded=unrecorded,
        attended_squared=sum(attended**2 for attended, _ in people),
        attended_expected=sum(attended * expected for attended, expected in people),
        expected_squared=sum(expected**2 for _, expected in people),
    )


def test_sixty_present_ten_absent_thirty_blank_keeps_86_percent_and_its_bounds() -> None:
    found = attendance_rate(counts_of([(6, 7)] * 10, unrecorded=30))
    assert found.value == pytest.approx(60 / 70)
    assert found.bounds == pytest.approx((0.6, 0.9))
    assert (found.status, found.reason, found.n_missing) == ("insufficient", "unrecorded", 30)


@pytest.mark.parametrize(("unrecorded", "status"), [(24, "ok"), (25, "ok"), (26, "insufficient")])
def test_below_80_percent_recorded_it_is_insufficient(unrecorded: int, status: str) -> None:
    assert attendance_rate(counts_of([(8, 10)] * 10, unrecorded)).status == status


@pytest.mark.parametrize(("sessions", "reason"), [(19, "too_few"), (20, None), (21, None)])
def test_twenty_person_sessions_are_needed(sessions: int, reason: str | None) -> None:
    people = [(1, 1)] * 9 + [(1, sessions - 9)]
    assert attendance_rate(counts_of(people)).reason == reason


@pytest.mark.parametrize(("people", "reason"), [(9, "too_few_people"), (10, None), (11, None)])
def test_twenty_sessions_of_a_few_people_tell_of_a_few_people(
    people: int, reason: str | None
) -> None:
    found = attendance_rate(counts_of([(4, 5)] * people))
    assert (found.value, found.reason) == (0.8, reason)
    assert found.needed == (10 if reason else None)


def test_sessions_of_one_person_are_not_independent() -> None:
    """Ten who always come and ten who never do say no more than twenty single sessions."""
    alike = attendance_rate(counts_of([(10, 10)] * 10 + [(0, 10)] * 10))
    mixed = attendance_rate(counts_of([(5, 10)] * 20))
    assert alike.low is not None and alike.high is not None
    assert mixed.low is not None and mixed.high is not None
    assert alike.value == mixed.value == 0.5
    # linearised error sqrt(20/19 * 20 * 25) / 200 = .1147, so about .5 +- .22
    assert sqrt(20 / 19 * 20 * 25) / 200 == pytest.approx(0.1147, abs=1e-4)
    assert (alike.low, alike.high) == pytest.approx((0.285, 0.715), abs=0.01)
    assert mixed.high - mixed.low < 0.5 * (alike.high - alike.low)


def test_full_attendance_has_an_interval_by_people() -> None:
    found = attendance_rate(counts_of([(10, 10)] * 10))
    assert (found.low, found.high) == pytest.approx((0.7225, 1.0), abs=1e-4)  # Wilson 10 of 10


def test_one_person_gives_no_interval_and_nothing_gives_no_value() -> None:
    alone = attendance_rate(counts_of([(20, 25)]))
    assert (alone.value, alone.low, alone.status) == (0.8, None, "insufficient")
    nothing = attendance_rate(counts_of([]))
    assert (nothing.value, nothing.bounds, nothing.reason) == (None, None, "nothing_due")
    blank = attendance_rate(replace(counts_of([]), unrecorded=5))
    assert (blank.value, blank.bounds, blank.reason) == (None, (0.0, 1.0), "nothing_recorded")


@pytest.mark.parametrize(
    ("people", "sessions", "alike"), [(20, 10, 4.0), (20, 10, 1000.0), (60, 12, 3.0)]
)
def test_the_interval_covers_the_true_rate_however_alike_a_persons_sessions_are(
    people: int, sessions: int, alike: float
) -> None:
    """4,000 simulated sheets; persons differ by a beta law (1000: hardly at all)."""
    rate, generator = 0.8, np.random.default_rng(7)
    covered = 0
    for _ in range(4000):
        own = generator.beta(rate * alike, (1 - rate) * alike, people)
        came = generator.binomial(sessions, own)
        found = attendance_rate(counts_of([(int(times), sessions) for times in came]))
        assert found.low is not None and found.high is not None
        covered += found.low <= rate <= found.high
    assert 0.94 <= covered / 4000 <= 0.975


@given(st.lists(st.integers(0, 8).flatmap(lambda e: st.tuples(st.integers(0, e), st.just(e)))))
def test_value_interval_and_bounds_stay_in_order(people: list[tuple[int, int]]) -> None:
    due = [person for person in people if person[1] > 0]
    found = attendance_rate(counts_of(due, unrecorded=3))
    assert found.bounds is not None
    if found.value is not None:
        assert 0 <= found.bounds[0] <= found.value <= found.bounds[1] <= 1
    if found.low is not None and found.high is not None and found.value is not None:
        slack = 1e-9
        assert -slack <= found.low <= found.value + slack
        assert found.value - slack <= found.high <= 1 + slack
