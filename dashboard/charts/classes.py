"""Who changed by more than the instrument's error: three parts of each bar, numbers beside it."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped

KEY, NAME, SIDE, TOLD = "key", "name", "side", "told"
PARTS = ("improved", "unchanged", "deteriorated")  # from left to right, as shares of the row
COLUMNS = (KEY, NAME, SIDE, TOLD, *PARTS)
_LINES, _PART, _SHARE, _ORDER = "name_lines", "part", "share", "order"


def change_classes(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> a bar a programme: better (strong), unchanged (faint), worse (outlined)."""
    names = frame.assign(**{_LINES: ["\n".join(wrapped(name)) for name in frame[NAME]]})
    places = rows_of(list(frame[NAME]))
    y = alt.Y(f"{KEY}:N", sort=list(frame[KEY]), axis=None, scale=alt.Scale(padding=0))
    long = names.melt(
        id_vars=[KEY, NAME, TOLD], value_vars=list(PARTS), var_name=_PART, value_name=_SHARE
    )
    long[_ORDER] = [PARTS.index(part) for part in long[_PART]]
    fills = [colours.main, colours.faint, colours.ground]
    edges = [colours.main, colours.faint, colours.second]
    parts = (
        alt.Chart(long)
        .mark_bar(height=11, yOffset=places.marks, strokeWidth=1.5)
        .encode(
            y=y,
            x=alt.X(f"{_SHARE}:Q", axis=None, scale=alt.Scale(domain=[0, 1]), stack="zero"),
            order=f"{_ORDER}:Q",
            fill=alt.Fill(f"{_PART}:N", scale=_scale(fills), legend=None),
            stroke=alt.Stroke(f"{_PART}:N", scale=_scale(edges), legend=None),
            tooltip=[alt.Tooltip(f"{NAME}:N", title=" "), alt.Tooltip(f"{TOLD}:N", title=" ")],
        )
    )
    base = alt.Chart(names[[KEY, _LINES, SIDE]]).encode(y=y)
    texts = row_texts(base, colours, places, name=_LINES, side=SIDE)
    return finished(alt.layer(parts, *texts), colours, places.step)


def _scale(colours: list[str]) -> alt.Scale:
    return alt.Scale(domain=list(PARTS), range=colours)
