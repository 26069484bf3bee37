from dataclasses import FrozenInstanceError, fields

import pytest

from data.indicators.estimate import Estimate


def test_an_estimate_has_the_agreed_fields_in_their_order() -> None:
    assert [field.name for field in fields(Estimate)] == [
        "name", "value", "low", "high", "unit", "n", "denominator", "n_missing", "method",
        "status", "reason", "needed", "bounds", "p_value", "evidence", "caveats",
    ]  # fmt: skip


def test_an_estimate_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Estimate("rate", 0.5).value = 0.6  # type: ignore[misc]


def test_too_few_keeps_the_value_and_says_how_many_would_do() -> None:
    found = Estimate.insufficient("rate", n=4, needed=20, value=0.5, denominator=8.0, n_missing=2)
    assert (found.value, found.denominator, found.n_missing) == (0.5, 8.0, 2)
    assert (found.status, found.reason, found.needed) == ("insufficient", "too_few", 20)
    assert (found.low, found.high, found.p_value) == (None, None, None)


def test_what_cannot_be_estimated_has_a_reason_and_no_value() -> None:
    found = Estimate.not_estimable("change", reason="all_changed_equally", n=12)
    assert (found.value, found.status, found.n) == (None, "not_estimable", 12)
    assert found.reason == "all_changed_equally"


def test_a_refused_comparison_claims_nothing() -> None:
    found = Estimate.check_failed("matched_comparison", reason="groups_differ", n=40)
    assert (found.value, found.status, found.evidence) == (None, "check_failed", "C")
