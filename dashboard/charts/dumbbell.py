"""Mean scores before and after, programme by programme."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.lines import plain_number
from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t

KEY, NAME, PRE, POST = "key", "programme", "pre", "post"
CHANGE, LOW, HIGH, N, ENOUGH = "change", "low", "high", "n", "enough"
REACH_LOW, REACH_HIGH = "reach_low", "reach_high"
COLUMNS = (KEY, NAME, PRE, POST, CHANGE, LOW, HIGH, REACH_LOW, REACH_HIGH, N, ENOUGH)
_LINES = "name_lines"
_SIDE = "side"
_TOLD = "told"


def change_by_programme(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> grey ring (before) to blue diamond (after), in the frame's order.

    `reach_low` and `reach_high` are the limits of the change, laid off from the score before.
    Too few pairs: the diamond is hollow.
    """
    rows = _labelled(frame)
    places = rows_of(list(rows[NAME]))
    base = alt.Chart().encode(
        y=alt.Y(f"{KEY}:N", sort=list(rows[KEY]), axis=None, scale=alt.Scale(padding=0))
    )
    name_and_side = row_texts(base, colours, places, name=_LINES, side=_SIDE)
    layers = alt.layer(*_marks(base, colours, places.marks), *name_and_side, data=rows)
    return finished(layers, colours, places.step)


def _marks(base: Any, colours: Palette, down: float) -> list[Any]:
    axis = alt.Axis(domain=False, ticks=False, orient="top", tickCount=5, labelOverlap=False,
                    labelExpr=plain_number(), labelFlush=True, grid=False)  # fmt: skip
    x = alt.X(f"{PRE}:Q", title=None, axis=axis,
              scale=alt.Scale(zero=False, nice=True, padding=24))  # fmt: skip
    tips = [alt.Tooltip(f"{NAME}:N", title=t("grafik.program")),
            alt.Tooltip(f"{_TOLD}:N", title=t("grafik.skor"))]  # fmt: skip
    reach = base.mark_bar(height=14, color=colours.main, opacity=0.25, yOffset=down).encode(
        x=alt.X(f"{REACH_LOW}:Q"), x2=f"{REACH_HIGH}:Q"
    )
    way = base.mark_rule(color=colours.quiet, strokeWidth=2, yOffset=down).encode(
        x=x, x2=f"{POST}:Q"
    )
    before = base.mark_point(
        shape="circle", size=90, filled=True, fill=colours.ground, stroke=colours.quiet,
        strokeWidth=2, opacity=1, yOffset=down,
    ).encode(x=x, tooltip=tips)  # fmt: skip
    fill = alt.FillValue(
        **alt.condition(f"datum.{ENOUGH}", alt.value(colours.main), alt.value(colours.ground))
    )
    after = base.mark_point(
        shape="diamond", size=150, filled=True, stroke=colours.main, strokeWidth=2, opacity=1,
        yOffset=down,
    ).encode(x=alt.X(f"{POST}:Q"), fill=fill, tooltip=tips)  # fmt: skip
    return [reach, way, before, after]


def describe_changes(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    known = frame[frame[ENOUGH]]
    if known.empty:
        return t("grafik.perubahan_kosong", n=formats.number(len(frame), language()))
    first, last = known.iloc[0], known.iloc[-1]
    return t(
        "grafik.perubahan_alt",
        n=formats.number(len(known), language()),
        terbesar=first[NAME],
        nilai_terbesar=formats.signed(first[CHANGE], language()),
        terkecil=last[NAME],
        nilai_terkecil=formats.signed(last[CHANGE], language()),
    )


def _labelled(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.copy()
    rows[_LINES] = ["\n".join(wrapped(name)) for name in rows[NAME]]
    rows[_SIDE] = [
        t("grafik.nilai_dan_n", nilai=formats.signed(row[CHANGE], language()),
          n=formats.number(row[N], language()))
        for _, row in rows.iterrows()
    ]  # fmt: skip
    rows[_TOLD] = [_told(row) for _, row in rows.iterrows()]
    return rows


def _told(row: Any) -> str:
    def shown(name: str) -> str:
        return formats.number(row[name], language(), decimals=1)

    if pd.isna(row[LOW]):
        return t("grafik.skor_titik", awal=shown(PRE), akhir=shown(POST))
    return t(
        "grafik.skor_titik_interval",
        awal=shown(PRE), akhir=shown(POST), bawah=shown(LOW), atas=shown(HIGH),
    )  # fmt: skip
