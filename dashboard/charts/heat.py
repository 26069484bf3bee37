"""A small matrix with its numbers written in the cells; colour only repeats them."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import FONT_SIZE, SMALL, finished

ROW, COLUMN, SHARE, SHOWN, TOLD = "row", "column", "share", "shown", "told"
COLUMNS = (ROW, COLUMN, SHARE, SHOWN, TOLD)
STRONGEST = 0.5  # text stays readable on it, on both grounds
CELL = 52


def matrix(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame COLUMNS -> a cell a row of it, rows and columns in the order in which they come.

    SHARE is the share of its row; a missing one gives an empty cell with what SHOWN says.
    """
    rows, columns = (list(dict.fromkeys(frame[name])) for name in (ROW, COLUMN))
    labels = alt.Axis(labelOverlap=False, domain=False, ticks=False, labelAngle=0, grid=False,
                      labelFontSize=SMALL, labelExpr="split(datum.label, '\\n')")  # fmt: skip
    base = alt.Chart().encode(
        x=alt.X(f"{COLUMN}:N", sort=columns, title=None, axis=labels.copy(),
                scale=alt.Scale(paddingInner=0.06)),
        y=alt.Y(f"{ROW}:N", sort=rows, title=None, axis=labels.copy(),
                scale=alt.Scale(paddingInner=0.1)),
    )  # fmt: skip
    cells = base.mark_rect(cornerRadius=4, color=colours.main, stroke=colours.faint).encode(
        fillOpacity=alt.FillOpacity(
            f"{SHARE}:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0, STRONGEST])
        ),
        tooltip=[alt.Tooltip(f"{TOLD}:N", title=" ")],
    )
    texts = base.mark_text(color=colours.text, fontSize=FONT_SIZE, lineBreak="\n").encode(
        text=f"{SHOWN}:N"
    )
    return finished(alt.layer(cells, texts, data=frame), colours, alt.Step(CELL))
