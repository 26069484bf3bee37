"""What was counted against what was promised, activity by activity."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t

KEY, NAME, SHARE, COUNTED, PROMISED = "key", "name", "share", "counted", "promised"
COLUMNS = (KEY, NAME, SHARE, COUNTED, PROMISED)
_LINES, _SIDE, _WHOLE = "name_lines", "side", "whole"
_FARTHEST = 2.0
_ROOM = 1.05  # to the right of the promise, when nothing went beyond it


def promised_and_counted(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> a bar an activity, and a line where the promise stands.

    Bars are drawn to twice the promise at most; the figure beside them is never capped.
    """
    rows = frame.copy()
    rows[_LINES] = ["\n".join(wrapped(name)) for name in rows[NAME]]
    rows[_SIDE] = [_side(row) for _, row in rows.iterrows()]
    rows[_WHOLE] = 1.0
    places = rows_of(list(rows[NAME]))
    base = alt.Chart().encode(
        y=alt.Y(f"{KEY}:N", sort=list(rows[KEY]), axis=None, scale=alt.Scale(padding=0))
    )
    reach = min(max(_ROOM, float(rows[SHARE].max())), _FARTHEST)
    scale = alt.Scale(domain=[0, reach], nice=False, clamp=True)
    bars = base.mark_bar(height=9, color=colours.main, yOffset=places.marks).encode(
        x=alt.X(f"{SHARE}:Q", axis=None, scale=scale)
    )
    promise = base.mark_tick(
        thickness=3, height=13, color=colours.second, yOffset=places.marks
    ).encode(x=alt.X(f"{_WHOLE}:Q", scale=scale))
    texts = row_texts(base, colours, places, name=_LINES, side=_SIDE)
    return finished(alt.layer(bars, promise, *texts, data=rows), colours, places.step)


def describe_promises(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    said = "; ".join(f"{row[NAME]}: {_side(row)}" for _, row in frame.iterrows())
    return t("grafik_janji.alt", n=formats.number(len(frame), language()), isi=said)


def _side(row: Any) -> str:
    return t(
        "grafik_janji.n", terhitung=formats.number(row[COUNTED], language()),
        janji=formats.number(row[PROMISED], language()),
        bagian=formats.percent(row[SHARE], language()),
    )  # fmt: skip
