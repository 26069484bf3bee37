import pytest

from data.indicators.completion import CompletionCounts, completion


@pytest.mark.parametrize(("started", "status"), [(9, "insufficient"), (10, "ok"), (11, "ok")])
def test_ten_starters_are_needed(started: int, status: str) -> None:
    found = completion(CompletionCounts(started, completed=4))
    assert (found.value, found.status) == (4 / started, status)


def test_unknown_dosages_leave_the_rate_and_give_bounds() -> None:
    found = completion(CompletionCounts(started=20, completed=8, unknown=4))
    assert (found.value, found.denominator, found.n_missing) == (0.5, 16, 4)
    assert found.bounds == (0.4, 0.6)
    assert found.status == "ok"  # 16 of 20 known: just enough


def test_too_many_unknown_dosages_are_no_finding() -> None:
    found = completion(CompletionCounts(started=20, completed=8, unknown=5))
    assert (found.status, found.reason) == ("insufficient", "unrecorded")


def test_reaching_the_end_below_the_dosage_is_said() -> None:
    assert completion(CompletionCounts(20, 8, below_dosage=1)).caveats == ("below_dosage",)


def test_nobody_started_has_no_rate() -> None:
    found = completion(CompletionCounts(0, 0))
    assert (found.value, found.reason) == (None, "nobody_started")
