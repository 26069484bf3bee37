"""The map, the funnel and the bars say what their frames say, and rank nobody."""

from typing import Any

import pandas as pd
import pytest

from dashboard.charts import bars, dots, funnel, tiles
from dashboard.charts.palette import DARK, LIGHT
from dashboard.texts.catalogue import use
from dashboard.widgets.steps import describe_steps, step_frame
from data.answers import provinces
from data.answers.in_funnel import LINE, NAME, OF, named
from data.indicators.beside import funnel_plot
from data.indicators.funnel import Stage, programme_funnel

NAMES = {f"U{k}": f"Lapas {k}" for k in range(11)}


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def land() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            ("31", "DKI Jakarta", 6, 4, 40, 100, 0.4, 0.3, 0.5, "ok"),
            ("32", "Jawa Barat", 7, 4, 30, 50, 0.6, 0.5, 0.7, "ok"),
            ("33", "Jawa Tengah", 7, 5, 2, 4, None, None, None, "insufficient"),
            ("34", "DI Yogyakarta", 8, 5, None, 0, None, None, None, "insufficient"),
        ],
        columns=list(provinces.PROVINCES),
    )
    return frame.astype({provinces.PEOPLE: "Int64", provinces.ELIGIBLE: "Int64"})


def rows(chart: Any) -> list[dict[str, Any]]:
    """All rows of a chart, which also holds its specification against the schema."""
    return [row for data in chart.to_dict()["datasets"].values() for row in data]


def test_a_tile_tells_its_share_or_why_there_is_none() -> None:
    drawn = rows(tiles.participation_by_tile(land(), LIGHT))
    assert [(row["short"], row["shown"]) for row in drawn] == [
        ("JK", "40%"), ("JB", "60%"), ("JT", ""), ("YO", ""),
    ]  # fmt: skip
    assert [row["strength"] for row in drawn] == [tiles.STEPS[0], tiles.STEPS[-1], 0.0, 0.0]
    assert drawn[2]["told"] == "4 orang: belum cukup untuk persentase"
    assert drawn[3]["told"] == "tidak ada orang yang tercatat"
    assert tiles.describe_tiles(land()) == (
        "2 dari 3 provinsi cukup datanya: partisipasi antara 40% dan 60%."
    )
    assert "belum ada yang cukup" in tiles.describe_tiles(land().tail(2))


def test_each_of_the_38_provinces_has_its_letters() -> None:
    assert len(tiles.LETTERS) == len(set(tiles.LETTERS.values())) == 38


def plot() -> pd.DataFrame:
    events = [30] * 10 + [80]
    return named(funnel_plot(list(NAMES), events, [100] * 11), NAMES).frame


def test_the_funnel_draws_five_lines_and_units_by_name() -> None:
    frame = plot()
    assert list(frame[frame[LINE].isna()][NAME]) == sorted(NAMES.values())
    assert set(frame[OF].dropna()) == {"low_998", "low_95", "high_95", "high_998", "mean"}
    drawn = funnel.units_in_funnel(frame, DARK).to_dict()
    marks = [layer["mark"] for layer in drawn["layer"]]
    assert [mark["type"] for mark in marks] == ["area", *["line"] * 5, "point", "point"]
    assert {mark["shape"] for mark in marks if "shape" in mark} == {"circle", "diamond"}
    assert funnel.describe_funnel(frame).startswith("11 unit: 1 di luar batas kebetulan 99,8%")


def test_steps_show_their_counts_and_what_is_not_due() -> None:
    found = programme_funnel(
        [Stage("referred", 50, 50), Stage("started", 50, 40), Stage("completed", 8, 4, 32)], dated=1
    )
    frame = step_frame(found)
    assert list(frame[bars.SIDE]) == [
        "50 dari 50 · 100%", "40 dari 50 · 80%", "4 dari 8 · belum cukup",
    ]  # fmt: skip
    assert pd.isna(frame[bars.VALUE].iloc[2])
    assert describe_steps(found) == (
        "Dari 50 orang pada langkah “dirujuk”, 80% sampai pada “mulai”."
    )
    drawn = rows(bars.share_bars(frame, LIGHT))
    assert [row[bars.NAME] for row in drawn] == ["Dirujuk", "Mulai", "Selesai dengan dosis minimum"]


def test_dots_keep_their_order_and_are_hollow_when_not_sure() -> None:
    frame = pd.DataFrame(
        [("Sebelum", 0.4, 0.2, 0.7, "a", "b", True), ("Saat", 0.5, 0.1, 0.9, "c", "d", False)],
        columns=list(dots.COLUMNS),
    )
    chart = dots.dots_from_zero(frame, LIGHT).to_dict()
    fill = next(x["encoding"]["fill"] for x in chart["layer"] if "fill" in x["encoding"])
    assert (fill["condition"]["test"], fill["value"]) == ("datum.sure", LIGHT.ground)
    assert chart["layer"][0]["encoding"]["y"]["sort"] == ["Sebelum", "Saat"]
