"""Boundaries of what may leave a unit: at 6, 7 and 8."""

import pandas as pd
import pytest

from data.disclosure import OUTCOMES, disclosed, public_count, public_counts, public_total
from data.indicators import declarations
from data.indicators.change import ScaleRange, pre_post_change
from data.indicators.declarations import Indicator
from data.indicators.estimate import Estimate
from data.indicators.participation import ParticipationCounts, participation_rate
from models.codes import DisclosureLevel


@pytest.mark.parametrize(
    ("count", "shown"), [(0, None), (6, None), (7, None), (8, 10), (12, 10), (13, 15), (100, 100)]
)
def test_seven_or_fewer_are_hidden_and_others_rounded_to_five(
    count: int, shown: int | None
) -> None:
    assert public_count(count) == shown


def test_a_structural_zero_is_shown() -> None:
    assert public_count(0, structural=True) == 0


def test_a_hidden_cell_cannot_be_found_by_subtraction() -> None:
    shown = public_counts(pd.DataFrame({"unit": list("ABC"), "people": [3, 22, None]}), ["people"])
    assert list(shown["people"].isna()) == [True, False, True]
    assert public_total(shown["people"].dropna()) == 20


def rate(participants: int, eligible: int) -> Estimate:
    return participation_rate(
        ParticipationCounts(eligible, participants, participants, participants)
    )


@pytest.mark.parametrize("participants", [7, 93])
def test_the_public_sees_no_rate_that_tells_of_seven_people(participants: int) -> None:
    found = disclosed(rate(participants, 100), DisclosureLevel.PUBLIK)
    assert (found.status, found.value, found.n, found.denominator) == ("suppressed", None, 0, None)


def test_the_public_sees_a_rate_made_from_rounded_counts() -> None:
    found = disclosed(rate(33, 101), DisclosureLevel.PUBLIK)
    assert (found.value, found.n, found.denominator) == (0.35, 35, 100)
    assert (found.low, found.high) == (0.24, 0.42)


def test_the_own_unit_sees_everything() -> None:
    exact = rate(3, 100)
    assert disclosed(exact, DisclosureLevel.UNIT) is exact


@pytest.mark.parametrize(("pairs", "status"), [(9, "suppressed"), (10, "ok"), (11, "ok")])
def test_a_partner_sees_outcomes_from_ten_on_and_participation_exactly(
    pairs: int, status: str
) -> None:
    scale = ScaleRange(0, 100, higher_is_better=True)
    before, after = [50.0] * pairs, [55.0 + number for number in range(pairs)]
    change = pre_post_change(before, after, scale=scale, started=pairs)
    assert disclosed(change, DisclosureLevel.MITRA).status == status
    exact = rate(3, 100)
    assert disclosed(exact, DisclosureLevel.MITRA) is exact


def test_every_figure_about_what_became_of_people_is_an_outcome() -> None:
    """A partner sees participation exactly, outcomes only from ten people on."""
    families = (declarations.change, declarations.conduct, declarations.returns)
    declared = {
        value.code
        for family in families
        for value in vars(family).values()
        if isinstance(value, Indicator)
    }
    assert declared - OUTCOMES == {"rater_reliability", "transition_stationarity"}
