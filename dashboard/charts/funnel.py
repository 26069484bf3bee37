"""Units beside each other inside what chance alone would spread; never a ranking."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.lines import whole_number
from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.in_funnel import LINE, MEAN, NAME, OF
from data.indicators import beside

HEIGHT = 300
_TOLD = "told"


def units_in_funnel(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame of units (PLOTTED with NAME) and limits (LINE set, OF says which) -> the plot.

    Lines: full 99.8 %, dashed 95 %, dotted the mean; band: the 99.8 % limits widened for what all
    units differ by. A unit outside the widened 95 % limits is a hollow diamond, outside the band
    a full one: colour is not the only sign.
    """
    points = frame[frame[LINE].isna()].drop(columns=[LINE, OF, *beside.WIDE])
    lines = frame[frame[LINE].notna()][[beside.PEOPLE, LINE, OF, *beside.WIDE]]
    return finished(alt.layer(*_limits(lines, colours), *_points(points, colours)), colours, HEIGHT)


def _x() -> alt.X:
    return alt.X(
        f"{beside.PEOPLE}:Q", title=t("grafik.corong_orang"),
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(grid=False, tickCount=5, labelOverlap=False, labelExpr=whole_number()),
    )  # fmt: skip


def _limits(lines: pd.DataFrame, colours: Palette) -> list[Any]:
    axis = alt.Axis(labelExpr="format(datum.value * 100, '.0f') + '%'", tickCount=5,
                    labelOverlap=False, domain=False, ticks=False)  # fmt: skip
    y = alt.Y(f"{LINE}:Q", title=None, axis=axis, scale=alt.Scale(zero=True, nice=True))
    dashes = {"998": [1, 0], "95": [6, 4], MEAN: [2, 3]}
    band = (
        alt.Chart(lines[lines[OF] == MEAN])
        .mark_area(color=colours.quiet, opacity=0.14)
        .encode(x=_x(), y=alt.Y(f"{beside.WIDE[0]}:Q"), y2=f"{beside.WIDE[1]}:Q")
    )
    return [band] + [
        alt.Chart(lines[lines[OF] == name])
        .mark_line(color=colours.quiet, strokeWidth=1.5, strokeDash=_dash(dashes, str(name)))
        .encode(x=_x(), y=y)
        for name in lines[OF].unique()
    ]


def _dash(dashes: dict[str, list[int]], name: str) -> list[int]:
    return dashes[name.removeprefix("low_").removeprefix("high_")]


def _points(points: pd.DataFrame, colours: Palette) -> list[Any]:
    rows = points.assign(**{_TOLD: [_told(row) for _, row in points.iterrows()]})
    tips = [alt.Tooltip(f"{NAME}:N", title=t("grafik.unit")),
            alt.Tooltip(f"{_TOLD}:N", title=t("grafik.partisipasi"))]  # fmt: skip
    marks = []
    looks: dict[str, dict[str, Any]] = {
        beside.INSIDE: {"shape": "circle", "size": 70, "fill": colours.main},
        beside.OUTSIDE_95: {"shape": "diamond", "size": 120, "fill": colours.ground},
        beside.OUTSIDE_998: {"shape": "diamond", "size": 150, "fill": colours.second},
    }
    for position, look in looks.items():
        chosen = rows[rows[beside.ADJUSTED] == position]
        if len(chosen):
            marks.append(
                alt.Chart(chosen)
                .mark_point(filled=True, opacity=1, stroke=colours.main, strokeWidth=2, **look)
                .encode(x=_x(), y=alt.Y(f"{beside.RATE}:Q"), tooltip=tips)
            )
    return marks


def describe_funnel(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart: how many are where, and no names."""
    units = frame[frame[LINE].isna()]
    chance, wide = (
        int((units[name] == beside.OUTSIDE_998).sum())
        for name in (beside.POSITION, beside.ADJUSTED)
    )
    return t(
        "grafik.corong_alt",
        n=formats.number(len(units), language()),
        luar=formats.number(chance, language()),
        tetap=formats.number(wide, language()),
    )


def _told(row: Any) -> str:
    people = row[beside.PEOPLE]
    return t(
        "grafik.corong_titik",
        nilai=formats.percent(row[beside.RATE], language(), of=people),
        orang=formats.number(row[beside.EVENTS], language()),
        dari=formats.number(people, language()),
    )
