"""Points a month over all assessments of each person."""

from math import nan

import numpy as np
import pytest
from statsmodels.regression.mixed_linear_model import MixedLM

from data.indicators.change import ScaleRange
from data.indicators.trajectory import score_trajectory

UP = ScaleRange(0, 100, higher_is_better=True)
DOWN = ScaleRange(0, 100, higher_is_better=False)


def test_with_equal_days_it_is_the_answer_of_a_mixed_model() -> None:
    random = np.random.default_rng(4)
    people, months = np.repeat(np.arange(30), 5), np.tile(np.arange(5.0), 30)
    slopes, starts = random.normal(1.5, 1.0, 30), random.normal(50, 8, 30)
    scores = starts[people] + slopes[people] * months + random.normal(0, 2, 150)
    found = score_trajectory(people.tolist(), months.tolist(), scores.tolist(), scale=UP)
    design = np.column_stack([np.ones(150), months])
    fitted = MixedLM(scores, design, people, exog_re=design).fit(reml=True, method=["lbfgs"])
    assert found.value == pytest.approx(fitted.params[1], rel=1e-4)
    assert found.low is not None and found.value is not None
    error = (found.value - found.low) / 2.0452  # t(29)
    assert error == pytest.approx(fitted.bse[1], rel=1e-3)


def rows(people: int, times: list[float], rise: float = 1.0) -> tuple[list[int], ...]:
    who = [person for person in range(people) for _ in times]
    when = times * people
    scores = [
        50 + rise * month + person % 2 * month for person, month in zip(who, when, strict=True)
    ]
    return who, when, scores  # type: ignore[return-value]


@pytest.mark.parametrize(("people", "status"), [(19, "insufficient"), (20, "ok"), (21, "ok")])
def test_twenty_people_are_needed(people: int, status: str) -> None:
    found = score_trajectory(*rows(people, [0.0, 1.0, 2.0]), scale=UP)
    assert (found.status, found.n) == (status, people)


@pytest.mark.parametrize(("times", "n"), [([0.0, 1.0], 0), ([0.0, 0.0, 1.0], 0), ([0, 1, 2], 20)])
def test_three_different_days_are_needed(times: list[float], n: int) -> None:
    found = score_trajectory(*rows(20, times), scale=UP)
    assert (found.n, found.n_missing) == (n, 20 - n)


def test_where_lower_is_better_a_fall_is_an_improvement() -> None:
    up = score_trajectory(*rows(20, [0, 1, 2]), scale=UP)
    down = score_trajectory(*rows(20, [0, 1, 2]), scale=DOWN)
    assert (up.value, down.value) == (pytest.approx(1.5), pytest.approx(-1.5))


def test_the_order_of_the_rows_does_not_matter_and_a_nan_is_missing() -> None:
    who, when, scores = rows(20, [0, 1, 2, 3])
    order = np.random.default_rng(1).permutation(len(who))
    mixed = ([int(who[k]) for k in order], [when[k] for k in order], [scores[k] for k in order])
    found = score_trajectory(*mixed, scale=UP)
    assert found.value == pytest.approx(1.5)
    spoilt = [nan, nan, *scores[2:]]
    assert score_trajectory(who, when, spoilt, scale=UP).n_missing == 1


def test_a_ceiling_is_said_and_equal_slopes_have_no_interval() -> None:
    flat = score_trajectory([p for p in range(20) for _ in range(3)], [0, 1, 2] * 20, [100.0] * 60,
                            scale=UP)  # fmt: skip
    assert "ceiling" in flat.caveats
    assert (flat.value, flat.reason, flat.low) == (0.0, "all_changed_equally", None)
