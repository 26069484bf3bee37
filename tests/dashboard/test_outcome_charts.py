"""What the screens of change draw: means, levels, phases, curves, classes; in words as well."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import classes, dots, heat, lines
from dashboard.charts.palette import DARK, LIGHT
from dashboard.texts.catalogue import use
from dashboard.widgets import after_release, beyond_error, conduct_phases, risk_moves
from data.answers import released
from data.answers.beyond_error import BeyondError
from data.answers.conduct import Conduct
from data.indicators.change import ScaleRange
from data.indicators.effect import effect_size
from data.indicators.incidents import PhaseCounts, exact_rate_ratio, incident_rate
from data.indicators.path import mean_path
from data.indicators.reliable import Reliability, reliable_change
from data.indicators.returning import time_to_reoffence
from data.indicators.risk import risk_transition

LEVELS = ["RENDAH", "SEDANG", "TINGGI"]
UP = ScaleRange(0, 100, higher_is_better=True)


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def rows(chart: Any) -> list[dict[str, Any]]:
    return [row for data in chart.to_dict()["datasets"].values() for row in data]


def test_the_line_of_means_ends_in_its_value_and_needs_ten_people() -> None:
    people = [*range(12), *range(12), *range(9)]
    months = [0.0] * 12 + [1.2] * 12 + [2.0] * 9
    frame = mean_path(people, months, [50, 54] * 6 + [60.5] * 12 + [70] * 9)
    assert list(frame["month"]) == [0, 1]
    drawn = rows(lines.mean_by_month(beyond_error.told_months(frame), LIGHT))
    assert [row["last"] for row in drawn] == ["", "60,5"]
    assert drawn[1]["told"] == "bulan ke-1: 60,5 (60,5 sampai 60,5), 12 orang"
    assert beyond_error.describe_months(frame).startswith("Rata-rata 52,0 pada awal (12 orang)")


def test_a_cell_tells_people_and_their_share_of_the_row() -> None:
    found = risk_transition([[20, 10, 5], [3, 1, 0], [0, 5, 40]], [4, 0, 6], levels=LEVELS)
    frame = risk_moves.heat_frame(found)
    shown = {(row["row"], row["column"]): row["shown"] for row in frame.to_dict("records")}
    assert shown["Rendah", "Sedang"] == "10 · 29%"
    assert shown["Sedang", "Rendah"] == "3"  # four people: no share
    assert shown["Tinggi", "Belum\ndinilai ulang"] == "6"
    assert len(rows(heat.matrix(frame, DARK))) == 12
    assert risk_moves.describe_risk(found) == (
        "Dari 84 orang yang dinilai ulang: 8 turun, 61 tetap, 15 naik; 10 belum dinilai ulang."
    )


def test_the_phases_carry_their_counts() -> None:
    rates = [incident_rate(PhaseCounts(n, 10_000.0, 30)) for n in (4, 12, 0)]
    ratio = exact_rate_ratio(PhaseCounts(12, 1e4, 30), PhaseCounts(4, 1e4, 30))
    found = Conduct(*rates, ratio, ratio, 30)
    frame = conduct_phases.phase_frame(found)
    assert frame.loc[0, dots.SIDE] == "0,40 per 1.000 hari · 4 pelanggaran"
    assert list(frame[dots.VALUE]) == [0.4, 1.2, 0.0]
    assert len(rows(dots.dots_from_zero(frame, LIGHT))) == 3
    assert conduct_phases.describe_phases(found).startswith("30 orang: 0,40 pelanggaran")


def test_a_curve_starts_at_nothing_and_ends_while_ten_are_followed() -> None:
    time = time_to_reoffence([100.0] * 5 + [300.0] * 20 + [900.0] * 9, [1] * 5 + [0] * 29)
    frame = released.curve_frame(time)
    assert frame.iloc[0].tolist() == [0, 0, 0, 0, 34]
    assert list(frame[released.DAY]) == [0, 100, 300]
    marks = released.at_marks(frame)
    assert list(marks[released.DAY]) == [0, 182]
    drawn = rows(lines.returned_by_day(after_release.told_days(frame), LIGHT))
    assert drawn[-1]["last"] == "14,7%"
    assert after_release.describe(marks) == (
        "Dari 34 orang, 14,7% kembali sampai hari ke-182; saat itu 34 masih diikuti."
    )


def test_classes_are_parts_of_a_whole_with_their_people_beside_them() -> None:
    before, after = [50.0] * 20, [70.0] * 8 + [50.0] * 10 + [30.0] * 2
    record = Reliability(0.8, 7.5)
    one = BeyondError(
        "P1", "Konseling", "2021", effect_size(before, after, scale=UP, started=20),
        reliable_change(before, after, record=record, scale=UP, started=20), None,
        effect_size(before, after, scale=UP, started=20),
    )  # fmt: skip
    frame = beyond_error.class_frame([one])
    assert frame.loc[0, list(classes.PARTS)].tolist() == [0.4, 0.5, 0.1]
    assert frame.loc[0, classes.SIDE] == "8 membaik · 10 tetap · 2 memburuk"
    assert len(rows(classes.change_classes(frame, DARK))) == 4


def test_releases_reach_back_far_enough_to_be_followed(filled_url: str) -> None:
    from data.opening import LOCAL_OFFICER
    from data.queries.filter import Filter
    from models.door import Door

    chosen = Filter(date(2026, 1, 1), date(2026, 7, 1))
    with Door(filled_url).reading(LOCAL_OFFICER) as session:
        found = released.returns_after_release(session, chosen, as_of=date(2026, 5, 1))
        later = released.returns_after_release(session, chosen, as_of=date(2026, 8, 1))
    assert (found.first, found.last) == (date(2022, 5, 1), date(2026, 5, 1))
    assert later.last == date(2026, 6, 30)  # the last day of the period, not the day after
    assert released.curve_frame(found.proven.time).empty
    assert released.at_marks(pd.DataFrame(columns=list(released.CURVE))).empty
