"""Dots with their 95 % interval in rows that name themselves, on one scale from zero."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.lines import plain_number
from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped

NAME, VALUE, LOW, HIGH, SIDE, TOLD, SURE = "name", "value", "low", "high", "side", "told", "sure"
COLUMNS = (NAME, VALUE, LOW, HIGH, SIDE, TOLD, SURE)
_LINES = "name_lines"


def dots_from_zero(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> a dot and its interval a row, in the frame's order; hollow: not SURE."""
    return _dots(frame, colours, plain_number(), alt.Scale(zero=True, nice=True))


def share_dots(frame: pd.DataFrame, colours: Palette) -> Any:
    """The same for shares of 1, from 0 to 100 %."""
    labels = "format(datum.value * 100, '.0f') + '%'"
    return _dots(frame, colours, labels, alt.Scale(domain=[0, 1]))


def _dots(frame: pd.DataFrame, colours: Palette, labels: str, scale: alt.Scale) -> Any:
    rows = frame.assign(**{_LINES: ["\n".join(wrapped(name)) for name in frame[NAME]]})
    places = rows_of(list(rows[NAME]))
    base = alt.Chart().encode(
        y=alt.Y(f"{NAME}:N", sort=list(rows[NAME]), axis=None, scale=alt.Scale(padding=0))
    )
    axis = alt.Axis(domain=False, ticks=False, orient="top", tickCount=4, labelOverlap=False,
                    labelExpr=labels, labelFlush=True, grid=False)  # fmt: skip
    x = alt.X(f"{VALUE}:Q", title=None, axis=axis, scale=scale)
    fill = alt.FillValue(
        **alt.condition(f"datum.{SURE}", alt.value(colours.main), alt.value(colours.ground))
    )
    tips = [alt.Tooltip(f"{NAME}:N", title=" "), alt.Tooltip(f"{TOLD}:N", title=" ")]
    interval = base.mark_rule(color=colours.main, strokeWidth=2.5, yOffset=places.marks).encode(
        x=alt.X(f"{LOW}:Q"), x2=f"{HIGH}:Q"
    )
    dot = base.mark_circle(
        size=95, opacity=1, stroke=colours.main, strokeWidth=2, yOffset=places.marks
    ).encode(x=x, fill=fill, tooltip=tips)
    texts = row_texts(base, colours, places, name=_LINES, side=SIDE)
    return finished(alt.layer(interval, dot, *texts, data=rows), colours, places.step)
