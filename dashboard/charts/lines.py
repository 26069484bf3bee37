"""One line with its 95 % band over whole numbers: months since the start, days since release."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import FONT_SIZE, finished
from dashboard.texts.catalogue import language, t
from data.answers import released
from data.indicators import path

HEIGHT = 240
TOLD, LAST = "told", "last"  # what hovering says, and what the last point carries


def mean_by_month(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame PATH with TOLD and LAST -> means with their band, by month since the start."""
    x = _x(path.MONTH, t("grafik.bulan_sejak_mulai"), _ticks(frame[path.MONTH], step=3))
    y = alt.Y(f"{path.MEAN}:Q", title=None, scale=alt.Scale(zero=False, nice=True),
              axis=_axis(plain_number()))  # fmt: skip
    base = alt.Chart(frame).encode(x=x)
    return _drawn(base, y, colours, (path.LOW, path.HIGH), stepped=False)


def returned_by_day(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame CURVE with TOLD and LAST -> the share returned as steps, from 0 to a fixed 40 %."""
    x = _x(released.DAY, t("grafik.hari_sejak_bebas"), _ticks(frame[released.DAY], step=365))
    top = max(0.4, float(frame[released.HIGH].max()))
    y = alt.Y(f"{released.RETURNED}:Q", title=None, scale=alt.Scale(domain=[0, top], nice=True),
              axis=_axis("format(datum.value * 100, '.0f') + '%'"))  # fmt: skip
    base = alt.Chart(frame).encode(x=x)
    return _drawn(base, y, colours, (released.LOW, released.HIGH), stepped=True)


def _x(name: str, title: str, ticks: list[int]) -> alt.X:
    return alt.X(
        f"{name}:Q", title=title, scale=alt.Scale(zero=True, nice=False, padding=8),
        axis=alt.Axis(grid=False, values=ticks, labelOverlap=False, labelFlush=True,
                      labelExpr=whole_number()),
    )  # fmt: skip


def _ticks(values: pd.Series, *, step: int) -> list[int]:
    return list(range(0, int(values.max()) + 1, step))


def _axis(labels: str) -> alt.Axis:
    return alt.Axis(labelExpr=labels, tickCount=5, labelOverlap=False, domain=False, ticks=False)


def _drawn(base: Any, y: alt.Y, colours: Palette, limits: tuple[str, str], *, stepped: bool) -> Any:
    shape: dict[str, Any] = {"interpolate": "step-after"} if stepped else {}
    band = base.mark_area(color=colours.main, opacity=0.16, **shape).encode(
        y=alt.Y(f"{limits[0]}:Q"), y2=f"{limits[1]}:Q"
    )
    line = base.mark_line(color=colours.main, strokeWidth=2.5, **shape).encode(y=y)
    tip = [alt.Tooltip(f"{TOLD}:N", title=" ")]
    size = 8 if stepped else 45
    dots = base.mark_point(color=colours.main, filled=True, size=size, opacity=1).encode(
        y=y, tooltip=tip
    )
    last = (
        base.transform_filter(alt.datum[LAST] != "")
        .mark_text(color=colours.text, fontSize=FONT_SIZE, fontWeight="bold", align="right", dy=-14)
        .encode(y=y, text=f"{LAST}:N")
    )
    return finished(alt.layer(band, line, dots, last), colours, HEIGHT)


def whole_number() -> str:
    """A Vega expression for a whole number with its thousands grouped."""
    plain = "format(datum.value, ',.0f')"
    return f"replace({plain}, ',', '.')" if language() == "id" else plain


def plain_number() -> str:
    """A Vega expression for a tick in the language that is spoken."""
    plain = "format(datum.value, '.3~f')"
    return f"replace({plain}, '.', ',')" if language() == "id" else plain
