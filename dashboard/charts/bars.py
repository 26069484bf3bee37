"""Bars in rows that name themselves: steps, reasons, whatever is a length from zero."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped

NAME, VALUE, SIDE, TOLD = "name", "value", "side", "told"
COLUMNS = (NAME, VALUE, SIDE, TOLD)
_LINES = "name_lines"
_WHOLE = "whole"


def share_bars(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> a bar a row on a faint track that is the whole, in the frame's order.

    VALUE is a share of 1; a missing one leaves the track empty, and SIDE says why.
    """
    lines = ["\n".join(wrapped(name)) for name in frame[NAME]]
    rows = frame[list(COLUMNS)].assign(**{_LINES: lines}).assign(**{_WHOLE: 1.0})
    places = rows_of(list(rows[NAME]))
    base = alt.Chart().encode(
        y=alt.Y(f"{NAME}:N", sort=list(rows[NAME]), axis=None, scale=alt.Scale(padding=0))
    )
    looks: dict[str, Any] = {"height": 9, "yOffset": places.marks, "cornerRadiusEnd": 2}
    scale = alt.Scale(domain=[0, 1])
    track = base.mark_bar(color=colours.faint, opacity=0.6, **looks).encode(
        x=alt.X(f"{_WHOLE}:Q", axis=None, scale=scale, stack=None)
    )
    bars = base.mark_bar(color=colours.main, **looks).encode(
        x=alt.X(f"{VALUE}:Q", axis=None, scale=scale, stack=None),
        tooltip=[alt.Tooltip(f"{NAME}:N", title=" "), alt.Tooltip(f"{TOLD}:N", title=" ")],
    )
    texts = row_texts(base, colours, places, name=_LINES, side=SIDE)
    return finished(alt.layer(track, bars, *texts, data=rows), colours, places.step)
