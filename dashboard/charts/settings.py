"""What all charts share: sizes, quiet axes, and rows that name themselves above their marks.

A row's name stands above its marks, not in an axis, so that a long name is never cut on a phone.
"""

import textwrap
from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard.charts.palette import Palette

FONT_SIZE = 13
SMALL = 12
NAME_WIDTH = 40  # letters that fit beside the figures on a phone
LINE = 15
PADDING = {"left": 1, "right": 1, "top": 5, "bottom": 1}  # else Streamlit leaves 20 below
_UNDER_NAME = 10
_GAP = 11


def finished(chart: Any, colours: Palette, height: Any) -> Any:
    """The chart with our quiet looks: no frame, faint grid, readable labels.

    They are put on the chart itself: each `configure` and `properties` would copy all of it.
    """
    axis = alt.AxisConfig(
        labelFontSize=SMALL, titleFontSize=SMALL, labelColor=colours.quiet,
        titleColor=colours.quiet, gridColor=colours.faint, domainColor=colours.faint,
        tickColor=colours.faint, titleFontWeight="normal", labelLimit=0, titleLimit=0,
    )  # fmt: skip
    chart.config = alt.Config(
        background="transparent", autosize=alt.AutoSizeParams(type="fit-x"),
        view=alt.ViewConfig(stroke=None), axis=axis,
    )  # fmt: skip
    chart.width, chart.height, chart.padding = "container", height, PADDING
    return chart


def wrapped(name: str) -> list[str]:
    """A name on as many lines as a phone needs."""
    return textwrap.wrap(name, NAME_WIDTH) or [""]


@dataclass(frozen=True)
class Rows:
    """Where things stand in rows of equal height, in pixels from the middle of a row."""

    lines: int

    @property
    def step(self) -> alt.Step:
        """The height of one row: the longest name, the marks under it, and a gap."""
        return alt.Step(self._height)

    @property
    def marks(self) -> float:
        """The middle of the marks."""
        return self._height / 2 - _GAP

    @property
    def name(self) -> float:
        """The foot of the name, close above its own marks."""
        return self.marks - _UNDER_NAME

    @property
    def _height(self) -> int:
        return self.lines * LINE + _UNDER_NAME + 2 * _GAP


def rows_of(names: list[str]) -> Rows:
    """Rows that give room to the longest of the names."""
    return Rows(max((len(wrapped(name)) for name in names), default=1))


def row_texts(base: Any, colours: Palette, rows: Rows, *, name: str, side: str) -> list[Any]:
    """The name of each row on the left and its figures on the right, above the marks."""
    at: Any = alt.XValue
    looks: dict[str, Any] = {
        "baseline": "bottom", "fontSize": SMALL, "lineHeight": LINE, "yOffset": rows.name,
        "lineBreak": "\n",
    }  # fmt: skip
    return [
        base.mark_text(align="left", color=colours.text, **looks).encode(x=at(0), text=f"{name}:N"),
        base.mark_text(align="right", color=colours.quiet, **looks).encode(
            x=at("width"), text=f"{side}:N"
        ),
    ]
