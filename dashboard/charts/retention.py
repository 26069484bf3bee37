"""What became of those who started, day by day: parts of a whole that always add up."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.lines import whole_number
from dashboard.charts.palette import Palette
from dashboard.charts.settings import SMALL, finished
from dashboard.texts.catalogue import t
from data.indicators import retention

HEIGHT = 280
_SEEN = 1.04  # of the last day: what happened on it has a width
ROOM = 1.45  # of the days: the names stand right of the last one
SHOWN_FROM = 0.06  # a thinner part has no room for its name; the table tells it
APART = 0.13  # between two names of two lines; the thinner part then goes without
ORDER = ("completed", "staying", "administrative", "other", "avoidable")  # from the bottom up
_PART, _SHARE, _ORDER, _MIDDLE, _NAME = "part", "share_of", "order", "middle", "name"


def stacked_ends(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame CURVE -> stacked areas in ORDER; each part is named at its end, if it has room."""
    names = part_names()
    rows = _whole(frame).melt(
        id_vars=[retention.DAY], value_vars=list(ORDER), var_name=_PART, value_name=_SHARE
    )
    rows[_ORDER] = [ORDER.index(part) for part in rows[_PART]]
    last = _last(frame)
    x = alt.X(
        f"{retention.DAY}:Q", title=t("grafik.hari_sejak_mulai"),
        scale=alt.Scale(domain=[0, max(1.0, last * ROOM)], nice=False),
        axis=alt.Axis(grid=False, values=_ticks(last), labelOverlap=False,
                      labelExpr=whole_number()),
    )  # fmt: skip
    y = alt.Y(
        f"{_SHARE}:Q", title=None, stack="zero", scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(labelExpr="format(datum.value * 100, '.0f') + '%'", tickCount=5,
                      labelOverlap=False, domain=False, ticks=False, grid=False),
    )  # fmt: skip
    fills = [colours.main, colours.faint, colours.others[2], colours.quiet, colours.second]
    areas = (
        alt.Chart(rows)
        .mark_area(interpolate="step-after", stroke=colours.ground, strokeWidth=1)
        .encode(
            x=x, y=y, order=alt.Order(f"{_ORDER}:Q"),
            fill=alt.Fill(f"{_PART}:N", legend=None,
                          scale=alt.Scale(domain=list(ORDER), range=fills)),
        )
    )  # fmt: skip
    labels = (
        alt.Chart(_ends(frame, names))
        .mark_text(align="left", dx=8, fontSize=SMALL, color=colours.text, lineBreak="\n")
        .encode(x=x, y=alt.Y(f"{_MIDDLE}:Q"), text=f"{_NAME}:N")
    )
    return finished(alt.layer(areas, labels), colours, HEIGHT)


def part_names() -> dict[str, str]:
    """What each way of ending is called."""
    return {
        "completed": t("akhir.selesai"), "staying": t("akhir.masih"),
        "administrative": t("akhir.administratif"), "other": t("akhir.lain"),
        "avoidable": t("akhir.terhindarkan"),
    }  # fmt: skip


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    """With the day of the start, when everybody was in, and a little room to see the end."""
    first = frame.head(1).assign(**{retention.DAY: 0.0, **dict.fromkeys(ORDER, 0.0)})
    first[retention.STAYING] = 1.0
    last = frame.tail(1).assign(**{retention.DAY: _last(frame)})
    return pd.concat([first, frame, last], ignore_index=True)


def _last(frame: pd.DataFrame) -> float:
    return float(frame[retention.DAY].max()) * _SEEN


def _ends(frame: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Where the name of each part stands: in the middle of it, on the last day."""
    last = frame.iloc[-1]
    placed: list[tuple[float, float, str]] = []
    below = 0.0
    for part in ORDER:
        share, middle = float(last[part]), below + float(last[part]) / 2
        below += share
        close = bool(placed) and middle - placed[-1][0] < APART
        if share < SHOWN_FROM or (close and placed[-1][1] >= share):
            continue
        placed = [*(placed[:-1] if close else placed), (middle, share, names[part])]
    rows = [(_last(frame), middle, name) for middle, _, name in placed]
    return pd.DataFrame(rows, columns=[retention.DAY, _MIDDLE, _NAME])


def _ticks(last: float) -> list[int]:
    step = 30 if last <= 200 else 90 if last <= 500 else 180
    return list(range(0, int(last) + 1, step))
