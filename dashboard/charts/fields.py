"""How many people took part in each programme field."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import columns

_NAME = "name_lines"
_SIDE = "side"


def people_by_field(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame PARTICIPATION_BY_FIELD, with names for codes -> a bar a field, in its order."""
    rows = frame.astype({columns.PEOPLE: "float64"})
    rows[_NAME] = ["\n".join(wrapped(name)) for name in rows[columns.FIELD]]
    rows[_SIDE] = [_side(row) for _, row in frame.iterrows()]
    places = rows_of(list(rows[columns.FIELD]))
    order = list(rows[columns.FIELD])
    base = alt.Chart().encode(
        y=alt.Y(f"{columns.FIELD}:N", sort=order, axis=None, scale=alt.Scale(padding=0))
    )
    bars = base.mark_bar(
        height=9, color=colours.main, yOffset=places.marks, cornerRadiusEnd=2
    ).encode(x=alt.X(f"{columns.PEOPLE}:Q", axis=None, scale=alt.Scale(zero=True, nice=False)))
    texts = row_texts(base, colours, places, name=_NAME, side=_SIDE)
    return finished(alt.layer(bars, *texts, data=rows), colours, places.step)


def describe_fields(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    known = frame[frame[columns.PEOPLE].notna()]
    if known.empty:
        return t("grafik.bidang_kosong", n=formats.number(len(frame), language()))
    most = known.iloc[0]
    return t(
        "grafik.bidang_alt",
        n=formats.number(len(frame), language()),
        terbanyak=most[columns.FIELD],
        orang=formats.number(most[columns.PEOPLE], language()),
    )


def _side(row: Any) -> str:
    sessions = formats.number(row[columns.SESSIONS], language())
    if pd.isna(row[columns.PEOPLE]):
        return t("grafik.bidang_belum", sesi=sessions)
    people = formats.number(row[columns.PEOPLE], language())
    return t("grafik.bidang_n", orang=people, sesi=sessions)
