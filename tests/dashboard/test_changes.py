"""From changes of programmes to the rows of the dumbbell."""

from dataclasses import replace

import pytest

from dashboard.charts import dumbbell
from dashboard.widgets.changes import change_frame
from data.answers.change import ProgrammeChange
from data.indicators.estimate import Estimate

ESTIMATE = Estimate(
    name="pre_post_change", value=5.0, low=2.0, high=8.0, unit="points", n=24, denominator=30.0,
    n_missing=6, method="paired_t", status="ok", reason=None, needed=None, bounds=None,
    p_value=0.01, evidence="A", caveats=(),
)  # fmt: skip
ENTRY = ProgrammeChange("P1", "Konseling", "SIKAP", "Sikap", "Conduct", ESTIMATE, 60.0, 65.0, 30,
                        6, 0.1)  # fmt: skip


def test_the_interval_is_laid_off_from_the_score_before() -> None:
    row = change_frame([ENTRY]).iloc[0]
    assert (row[dumbbell.REACH_LOW], row[dumbbell.REACH_HIGH]) == (62.0, 68.0)


def test_where_lower_is_better_it_is_laid_off_downwards() -> None:
    turned = replace(ENTRY, pre_mean=60.0, post_mean=55.0, higher_is_better=False)
    row = change_frame([turned]).iloc[0]
    assert (row[dumbbell.REACH_LOW], row[dumbbell.REACH_HIGH]) == (58.0, 52.0)
    assert row[dumbbell.CHANGE] == 5.0


def test_too_few_pairs_have_no_reach() -> None:
    few = replace(ENTRY, estimate=replace(ESTIMATE, status="insufficient", reason="too_few"))
    row = change_frame([few]).iloc[0]
    assert row[[dumbbell.REACH_LOW, dumbbell.REACH_HIGH]].isna().all()
    assert not row[dumbbell.ENOUGH]


@pytest.mark.parametrize("entries", [[], [replace(ENTRY, pre_mean=None, post_mean=None)]])
def test_without_a_pair_there_is_no_row_but_all_columns(entries: list[ProgrammeChange]) -> None:
    frame = change_frame(entries)
    assert frame.empty
    assert set(dumbbell.COLUMNS) <= set(frame.columns)
