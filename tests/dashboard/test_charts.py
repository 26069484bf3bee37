"""Charts say what their frames say; asserted on the specification that is drawn."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.charts import dumbbell, trend, units
from dashboard.charts import fields as by_field
from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.settings import NAME_WIDTH, wrapped
from dashboard.texts.catalogue import use
from data.answers import columns

LONG_NAME = "Lembaga Pembinaan Khusus Anak Kelas II yang Namanya Amat Panjang"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def months(*rates: float | None) -> pd.DataFrame:
    lines = [
        (date(2025 + index // 12, index % 12 + 1, 1), 40, 200, rate,
         None if rate is None else rate - 0.05, None if rate is None else rate + 0.05)
        for index, rate in enumerate(rates)
    ]  # fmt: skip
    frame = pd.DataFrame(lines, columns=list(columns.PARTICIPATION_BY_MONTH))
    floats = dict.fromkeys((columns.RATE, columns.LOW, columns.HIGH), "float64")
    return frame.astype({columns.PEOPLE: "Int64", columns.ELIGIBLE: "Int64"} | floats)


def unit_rows() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("1", LONG_NAME, 15, 20, 2, 12, 0.75, 0.5, 0.9, 0.68, 0.77, "ok"),
            ("2", "Lapas A", 90, 100, 0, 20, 0.9, 0.8, 0.95, 0.9, 0.9, "ok"),
            ("3", "Lapas B", 3, 5, 9, 3, 0.6, 0.2, 0.9, 0.2, 0.86, "insufficient"),
        ],
        columns=list(columns.ATTENDANCE_BY_UNIT),
    )


def changes() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("A", "Konseling", 60.0, 66.0, 6.0, 3.0, 9.0, 63.0, 69.0, 30, True),
            ("B", "Las", 61.0, 62.0, 1.0, None, None, None, None, 4, False),
        ],
        columns=list(dumbbell.COLUMNS),
    )


def spec(chart: Any) -> dict[str, Any]:
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def rows(chart: Any) -> list[dict[str, Any]]:
    (data,) = spec(chart)["datasets"].values()
    found: list[dict[str, Any]] = data
    return found


def axes(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [axis for item in node for axis in axes(item)]
    if not isinstance(node, dict):
        return []
    own = [node["axis"]] if isinstance(node.get("axis"), dict) else []
    return own + [axis for value in node.values() for axis in axes(value)]


def fields() -> pd.DataFrame:
    frame = pd.DataFrame(
        [("Kemandirian", 1234, 80), ("Pendidikan", None, 3)],
        columns=list(columns.PARTICIPATION_BY_FIELD),
    )
    return frame.astype({columns.PEOPLE: "Int64"})


CHARTS = {
    "trend": lambda: trend.participation_trend(months(0.2, 0.3), LIGHT),
    "units": lambda: units.attendance_by_unit(unit_rows(), LIGHT),
    "dumbbell": lambda: dumbbell.change_by_programme(changes(), LIGHT),
}


@pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
def test_no_axis_drops_or_cuts_a_label(make: Any) -> None:
    chart = make()
    drawn = axes(spec(chart)["layer"])
    assert drawn
    assert all(axis["labelOverlap"] is False for axis in drawn)
    assert spec(chart)["config"]["axis"]["labelLimit"] == 0


@pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
def test_a_chart_fits_its_container(make: Any) -> None:
    assert spec(make())["width"] == "container"


@pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
def test_a_chart_leaves_no_hole_above_the_text_under_it(make: Any) -> None:
    assert spec(make())["padding"]["bottom"] < 5


@pytest.mark.parametrize("make", [CHARTS["units"], CHARTS["dumbbell"]])
def test_rows_have_a_height_of_their_own(make: Any) -> None:
    assert "step" in spec(make())["height"]


def test_the_last_known_month_carries_its_value() -> None:
    shown = [row["shown"] for row in rows(trend.participation_trend(months(0.2, 0.31, None), DARK))]
    assert shown == ["", "31,0%", ""]


def test_a_month_without_marks_breaks_the_line() -> None:
    chart = trend.participation_trend(months(0.2, None, 0.3), LIGHT)
    assert [row["rate"] for row in rows(chart)] == [0.2, None, 0.3]
    assert spec(chart)["layer"][1]["mark"]["invalid"] == "break-paths-show-domains"


def test_the_axis_of_a_share_begins_at_zero() -> None:
    scales = [
        layer["encoding"]["y"]["scale"]
        for layer in spec(trend.participation_trend(months(0.4, 0.5), LIGHT))["layer"]
        if "scale" in layer["encoding"]["y"]
    ]
    assert all(scale["domain"][0] == 0 for scale in scales)


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (5, 5), (6, 3), (12, 4), (60, 5)])
def test_month_labels_are_few_and_the_last_is_among_them(count: int, shown: int) -> None:
    labels = [str(number) for number in range(count)]
    assert len(trend.spaced(labels)) == shown
    assert trend.spaced(labels)[-1] == labels[-1]


def test_months_are_named_in_the_language() -> None:
    use("en")
    told = [row["label"] for row in rows(trend.participation_trend(months(*[0.2] * 8), LIGHT))]
    assert told[4:8] == ["May 2025", "Jun 2025", "Jul 2025", "Aug 2025"]
    use("id")
    told = [row["label"] for row in rows(trend.participation_trend(months(*[0.2] * 8), LIGHT))]
    assert told[4:8] == ["Mei 2025", "Jun 2025", "Jul 2025", "Agu 2025"]


def test_units_stand_by_name_and_show_their_n() -> None:
    drawn = rows(units.attendance_by_unit(unit_rows(), LIGHT))
    assert [row["side"] for row in drawn] == ["90,0% · n 20", "60% · n 3", "75% · n 12"]


def test_a_unit_with_too_little_has_a_hollow_dot() -> None:
    chart = spec(units.attendance_by_unit(unit_rows(), LIGHT))
    fills = [layer["encoding"]["fill"] for layer in chart["layer"] if "fill" in layer["encoding"]]
    assert [(fill["condition"]["test"], fill["value"]) for fill in fills] == [
        ("datum.whole", LIGHT.ground)
    ]
    assert [row["whole"] for row in rows(units.attendance_by_unit(unit_rows(), LIGHT))] == [
        True, False, True,
    ]  # fmt: skip


def test_what_is_not_recorded_is_told_with_its_bounds() -> None:
    told = rows(units.attendance_by_unit(unit_rows(), LIGHT))[1]["told"]
    assert told == (
        "60% (20% sampai 90%): 3 dari 5 tercatat; 9 belum tercatat, jadi antara 20% dan 86%"
    )


def test_a_long_name_is_wrapped_and_never_cut() -> None:
    lines = wrapped(LONG_NAME)
    assert " ".join(lines) == LONG_NAME
    assert max(map(len, lines)) <= NAME_WIDTH


def test_the_dumbbell_keeps_its_order_and_tells_change_and_n() -> None:
    drawn = rows(dumbbell.change_by_programme(changes(), LIGHT))
    assert [row["side"] for row in drawn] == ["+6,0 · n 30", "+1,0 · n 4"]
    assert drawn[0]["told"] == "60,0 menjadi 66,0; perubahan 3,0 sampai 9,0"
    assert drawn[1]["told"] == "61,0 menjadi 62,0"


def test_a_field_without_marks_has_no_bar_and_says_why() -> None:
    drawn = rows(by_field.people_by_field(fields(), LIGHT))
    assert [row["side"] for row in drawn] == ["1.234 orang · 80 sesi", "belum tercatat · 3 sesi"]
    assert drawn[1]["people"] is None


def test_each_chart_is_described_from_its_data() -> None:
    assert trend.describe_trend(months(0.2, 0.31)) == (
        "Partisipasi 20,0% pada Jan 2025 dan 31,0% pada Feb 2025, dari 200 orang."
    )
    assert units.describe_units(unit_rows()) == (
        "3 unit, 2 dengan pencatatan yang cukup: kehadiran antara 60% dan 90%."
    )
    assert dumbbell.describe_changes(changes()) == (
        "1 program dengan data cukup: perubahan terbesar Konseling (+6,0 poin), terkecil "
        "Konseling (+6,0 poin)."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        lambda: trend.describe_trend(months(None)),
        lambda: units.describe_units(unit_rows().assign(rate=float("nan"))),
        lambda: dumbbell.describe_changes(changes().tail(1)),
    ],
)
def test_a_chart_without_figures_says_so(sentence: Any) -> None:
    assert "elum ada" in sentence()
