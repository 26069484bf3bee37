"""What all charts share: sizes, quiet axes, and rows that name themselves above their marks.

A row's name stands above its marks, not in an axis, so that a long name is never cut on a phone.
"""

import textwrap
from typing import Any

import altair as alt

from dashboard.charts.palette import Palette

FONT_SIZE = 13
SMALL = 12
NAME_WIDTH = 36  # letters that fit beside the figures on a phone
_LINE = 16
_MARKS = 38


def finished(chart: Any, colours: Palette) -> Any:
    """The chart with our quiet looks: no frame, faint grid, readable labels."""
    return (
        chart.configure_view(stroke=None)
        .configure_axis(
            labelFontSize=SMALL, titleFontSize=SMALL, labelColor=colours.quiet,
            titleColor=colours.quiet, gridColor=colours.faint, domainColor=colours.faint,
            tickColor=colours.faint, titleFontWeight="normal", labelLimit=0, titleLimit=0,
        )
        .configure(background="transparent", autosize=alt.AutoSizeParams(type="fit-x"))
        .properties(width="container")
    )  # fmt: skip


def wrapped(name: str) -> list[str]:
    """A name on as many lines as a phone needs."""
    return textwrap.wrap(name, NAME_WIDTH) or [""]


def row_step(names: list[str]) -> alt.Step:
    """The height of one row: the longest name, and room for the marks under it."""
    lines = max((len(wrapped(name)) for name in names), default=1)
    return alt.Step(_MARKS + lines * _LINE)


def name_offset(names: list[str]) -> int:
    """How far above the middle of its row a name begins, in pixels."""
    lines = max((len(wrapped(name)) for name in names), default=1)
    return -(lines * _LINE // 2 + 12)


def mark_offset(names: list[str]) -> int:
    """How far below the middle of its row the marks stand, in pixels."""
    lines = max((len(wrapped(name)) for name in names), default=1)
    return lines * _LINE // 2
