"""Attendance unit by unit: a dot, its interval, and how far the unrecorded could move it."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import columns

MOST_UNITS = 25
_NAME = "name_lines"
_SIDE = "side"
_TOLD = "told"
_WHOLE = "whole"
_CODE = columns.UNIT_CODE


def attendance_by_unit(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame ATTENDANCE_BY_UNIT -> one row a unit, by name, at most MOST_UNITS: no ranking."""
    rows = _labelled(by_name(frame).head(MOST_UNITS))
    places = rows_of(list(rows[columns.UNIT_NAME]))
    base = alt.Chart().encode(
        y=alt.Y(f"{_CODE}:N", sort=list(rows[_CODE]), axis=None, scale=alt.Scale(padding=0))
    )
    name_and_side = row_texts(base, colours, places, name=_NAME, side=_SIDE)
    layers = alt.layer(*_marks(base, colours, places.marks), *name_and_side, data=rows)
    return finished(layers, colours, places.step)


def _marks(base: Any, colours: Palette, down: float) -> list[Any]:
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], domain=False, ticks=False, orient="top",
                    labelExpr="format(datum.value * 100, '.0f') + '%'", labelOverlap=False,
                    labelFlush=True, grid=False)  # fmt: skip
    x = alt.X(f"{columns.RATE}:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=axis)
    track = base.mark_rule(color=colours.faint, yOffset=down).encode(
        x=alt.XDatum(0, type="quantitative"), x2=alt.X2Datum(1)
    )
    bounds = base.mark_bar(height=7, color=colours.quiet, opacity=0.45, yOffset=down).encode(
        x=alt.X(f"{columns.BOUND_LOW}:Q"), x2=f"{columns.BOUND_HIGH}:Q"
    )
    interval = base.mark_rule(color=colours.main, strokeWidth=2.5, yOffset=down).encode(
        x=alt.X(f"{columns.LOW}:Q"), x2=f"{columns.HIGH}:Q"
    )
    fill = alt.FillValue(
        **alt.condition(f"datum.{_WHOLE}", alt.value(colours.main), alt.value(colours.ground))
    )
    dot = base.mark_circle(
        size=95, opacity=1, stroke=colours.main, strokeWidth=2, yOffset=down
    ).encode(x=x, fill=fill, tooltip=_tooltips())  # fmt: skip
    return [track, bounds, interval, dot]


def by_name(frame: pd.DataFrame) -> pd.DataFrame:
    """By name: a place in a row of units says nothing about them."""
    return frame.sort_values(columns.UNIT_NAME, ignore_index=True)


def describe_units(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    known = frame[frame[columns.RATE].notna()]
    sure = int((frame[columns.STATUS] == "ok").sum())
    if known.empty:
        return t("grafik.unit_kosong", n=formats.number(len(frame), language()))
    counted = {
        "n": formats.number(len(frame), language()), "cukup": formats.number(sure, language()),
    }  # fmt: skip
    if len(known) == 1:
        rate = formats.percent(known[columns.RATE].iloc[0], language())
        return t("grafik.unit_satu_alt", nilai=rate, **counted)
    return t(
        "grafik.unit_alt",
        **counted,
        bawah=formats.percent(known[columns.RATE].min(), language()),
        atas=formats.percent(known[columns.RATE].max(), language()),
    )


def _labelled(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.copy()
    rows[_NAME] = ["\n".join(wrapped(name)) for name in rows[columns.UNIT_NAME]]
    rows[_SIDE] = [_side(row) for _, row in rows.iterrows()]
    rows[_TOLD] = [_told(row) for _, row in rows.iterrows()]
    rows[_WHOLE] = rows[columns.STATUS] == "ok"
    return rows


def _tooltips() -> list[alt.Tooltip]:
    return [
        alt.Tooltip(f"{columns.UNIT_NAME}:N", title=t("grafik.unit")),
        alt.Tooltip(f"{_TOLD}:N", title=t("grafik.kehadiran")),
    ]


def _rate(row: Any) -> str:
    return formats.percent(row[columns.RATE], language(), of=row[columns.EXPECTED])


def _side(row: Any) -> str:
    people = formats.number(row[columns.PEOPLE], language())
    return t("grafik.nilai_dan_n", nilai=_rate(row), n=people)


def _told(row: Any) -> str:
    if pd.isna(row[columns.RATE]):
        return t("grafik.belum_tercatat")
    shown = {
        name: formats.percent(row[column], language(), of=row[columns.EXPECTED])
        for name, column in (
            ("bawah", columns.LOW), ("atas", columns.HIGH),
            ("batas_bawah", columns.BOUND_LOW), ("batas_atas", columns.BOUND_HIGH),
        )
    }  # fmt: skip
    counts = {
        name: formats.number(row[column], language())
        for name, column in (
            ("hadir", columns.ATTENDED), ("diharapkan", columns.EXPECTED),
            ("belum", columns.UNRECORDED),
        )
    }  # fmt: skip
    return t("grafik.unit_titik", nilai=_rate(row), **shown, **counts)
