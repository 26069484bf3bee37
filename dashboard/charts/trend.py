"""Participation month by month, with its 95 % interval."""

import math
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import FONT_SIZE, finished
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import columns

HEIGHT = 260
MOST_LABELS = 5
_LABEL = "label"
_SHOWN = "shown"
_TOLD = "told"


def participation_trend(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame PARTICIPATION_BY_MONTH -> line and band; the last month carries its value."""
    rows = _labelled(frame)
    months = list(rows[_LABEL])
    x = alt.X(
        f"{_LABEL}:O", title=None, sort=None,
        scale=alt.Scale(type="point", padding=0.3, domain=[*months, *_room(len(months))]),
        axis=alt.Axis(values=spaced(months), labelAngle=0, labelOverlap=False, grid=False),
    )  # fmt: skip
    top = _top(rows)
    y = alt.Y(f"{columns.RATE}:Q", title=None, scale=alt.Scale(domain=[0, top], nice=False),
              axis=alt.Axis(values=_ticks(top), labelExpr="format(datum.value * 100, '.0f') + '%'",
                            labelOverlap=False, domain=False, ticks=False))  # fmt: skip
    base = alt.Chart().encode(x=x)
    told = alt.Tooltip(f"{_TOLD}:N", title=t("grafik.partisipasi"))
    month = alt.Tooltip(f"{_LABEL}:N", title=t("grafik.bulan"))
    band = base.mark_area(color=colours.main, opacity=0.16).encode(
        y=alt.Y(f"{columns.LOW}:Q"), y2=f"{columns.HIGH}:Q"
    )
    line = base.mark_line(color=colours.main, strokeWidth=2.5,
                          invalid="break-paths-show-domains").encode(y=y)  # fmt: skip
    dots = base.mark_point(color=colours.main, filled=True, size=36, opacity=1).encode(
        y=y, tooltip=[month, told]
    )
    last = (
        base.transform_filter(alt.datum[_SHOWN] != "")
        .mark_text(color=colours.text, fontSize=FONT_SIZE, fontWeight="bold", align="left", dx=9)
        .encode(y=y, text=f"{_SHOWN}:N")
    )
    return finished(alt.layer(band, line, dots, last, data=rows), colours, HEIGHT)


def describe_trend(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    known = frame[frame[columns.RATE].notna()]
    if known.empty:
        return t("grafik.tren_kosong")
    first, last = known.iloc[0], known.iloc[-1]
    if len(known) == 1:
        return t(
            "grafik.tren_satu_alt",
            bulan=formats.month(last[columns.MONTH], language()),
            nilai=_rate(last),
            n=formats.number(last[columns.ELIGIBLE], language()),
        )
    return t(
        "grafik.tren_alt",
        awal=formats.month(first[columns.MONTH], language()),
        nilai_awal=_rate(first),
        akhir=formats.month(last[columns.MONTH], language()),
        nilai_akhir=_rate(last),
        n=formats.number(last[columns.ELIGIBLE], language()),
    )


def spaced(labels: list[str]) -> list[str]:
    """At most MOST_LABELS of the labels, evenly spaced, the last one always among them."""
    step = max(1, math.ceil(len(labels) / MOST_LABELS))
    return labels[::-1][::step][::-1]


def _room(months: int) -> list[str]:
    """Nameless places after the last month, where its value stands."""
    return [" " * (index + 1) for index in range(math.ceil(months / 7))]


def _labelled(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with what is written: month names, and the value beside the last known month."""
    rows = frame.astype({columns.PEOPLE: "float64", columns.ELIGIBLE: "float64"})
    days: list[date] = list(rows.pop(columns.MONTH))
    rows[_LABEL] = [formats.month(day, language()) for day in days]
    rows[_TOLD] = [_told(row) for _, row in frame.iterrows()]
    rows[_SHOWN] = ""
    known = rows.index[rows[columns.RATE].notna()]
    if len(known):
        rows.loc[known[-1], _SHOWN] = _rate(rows.loc[known[-1]])
    return rows


def _rate(row: Any) -> str:
    return formats.percent(row[columns.RATE], language(), of=row[columns.ELIGIBLE])


def _told(row: Any) -> str:
    if pd.isna(row[columns.RATE]):
        return t("grafik.belum_tercatat")
    low, high = (
        formats.percent(row[name], language(), of=row[columns.ELIGIBLE])
        for name in (columns.LOW, columns.HIGH)
    )
    return t(
        "grafik.tren_titik",
        nilai=_rate(row),
        bawah=low,
        atas=high,
        orang=formats.number(row[columns.PEOPLE], language()),
        dari=formats.number(row[columns.ELIGIBLE], language()),
    )


def _top(rows: pd.DataFrame) -> float:
    """The next ten percent above all that is drawn; the axis begins at zero."""
    highest = rows[columns.HIGH].max()
    highest = 1.0 if pd.isna(highest) else highest
    return min(1.0, math.ceil((highest + 0.06) * 10) / 10)


def _ticks(top: float) -> list[float]:
    step = 0.25 if top > 0.6 else 0.1
    return [round(step * index, 2) for index in range(int(top / step + 0.001) + 1)]
