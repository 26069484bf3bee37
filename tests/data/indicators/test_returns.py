import pytest

from data.indicators.returns import (
    ReturnCounts,
    comparison_refused,
    lottery_difference,
    reoffending_rate,
)


def test_a_lottery_gives_the_newcombe_interval() -> None:
    found = lottery_difference(ReturnCounts(216, 48), ReturnCounts(216, 66))
    assert found.value == pytest.approx(-0.0833333333)
    assert (found.low, found.high) == pytest.approx((-0.1650462539, -0.0001510365), abs=1e-6)
    assert (found.evidence, found.status) == ("R", "ok")


@pytest.mark.parametrize(("people", "status"), [(19, "insufficient"), (20, "ok")])
def test_each_arm_needs_twenty(people: int, status: str) -> None:
    assert lottery_difference(ReturnCounts(people, 3), ReturnCounts(50, 9)).status == status


def test_an_empty_arm_has_no_difference() -> None:
    found = lottery_difference(ReturnCounts(0, 0, excluded=5), ReturnCounts(50, 9))
    assert (found.value, found.status, found.n_missing) == (None, "insufficient", 5)


@pytest.mark.parametrize(("people", "status"), [(29, "insufficient"), (30, "ok")])
def test_a_group_needs_thirty_released(people: int, status: str) -> None:
    found = reoffending_rate(ReturnCounts(people, 6))
    assert (found.value, found.status, found.evidence) == (6 / people, status, "A")


def test_a_comparison_without_a_lottery_is_refused() -> None:
    found = comparison_refused(40)
    assert (found.value, found.status, found.evidence) == (None, "not_estimable", "C")
