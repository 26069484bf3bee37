import pytest

from data.indicators.participation import ParticipationCounts, participation_rate, people_reached


def test_a_rate_has_its_wilson_interval_and_its_denominator() -> None:
    found = participation_rate(ParticipationCounts(263, 81, 81, 200))
    # R: prop.test(81, 263, correct = FALSE), the published example of Newcombe 1998
    assert (found.low, found.high) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert (found.n, found.denominator, found.status) == (81, 263, "ok")


@pytest.mark.parametrize(("eligible", "status"), [(9, "insufficient"), (10, "ok"), (11, "ok")])
def test_ten_people_are_needed_and_fewer_keep_the_value(eligible: int, status: str) -> None:
    found = participation_rate(ParticipationCounts(eligible, 3, 3, 3))
    assert (found.value, found.status) == (3 / eligible, status)


def test_nothing_recorded_is_not_zero() -> None:
    found = participation_rate(ParticipationCounts(50, 0, 0, 0, possible=20))
    assert (found.value, found.status, found.reason) == (None, "insufficient", "nothing_recorded")
    assert people_reached(ParticipationCounts(50, 0, 0, 0)).value is None


def test_marks_without_anybody_present_are_a_true_zero() -> None:
    found = participation_rate(ParticipationCounts(50, 0, 0, 10))
    assert (found.value, found.status) == (0.0, "ok")


def test_people_who_may_have_come_are_missing_and_bound_it() -> None:
    found = participation_rate(ParticipationCounts(100, 40, 40, 50, possible=20))
    assert (found.bounds, found.n_missing, found.reason) == ((0.4, 0.6), 20, "unrecorded")


def test_participants_outside_custody_are_said() -> None:
    found = participation_rate(ParticipationCounts(100, 40, 43, 50))
    assert found.caveats == ("outside_custody",)


def test_nobody_in_care_has_no_rate() -> None:
    found = participation_rate(ParticipationCounts(0, 0, 3, 3))
    assert (found.value, found.reason) == (None, "nobody_in_care")
