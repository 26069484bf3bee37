"""What happened to a person over time: bars and signs in rows, without a name or number."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished, row_texts, rows_of, wrapped
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import timeline
from data.answers.timeline import END, KIND, LABEL, LANE, START

MOST_PROGRAMMES = 8
LONG_DAYS = 3 * 365  # above it years are enough on the axis
_ROW, _NAME, _SIDE, _SAID = "row", "name_lines", "side", "said"
_BARS = [timeline.CUSTODY, timeline.PROGRAMME]
_SHAPES = {
    timeline.RATED: "diamond", timeline.PROVEN: "triangle-up", timeline.NOT_PROVEN: "triangle-up",
    timeline.ASKED: "square", timeline.DECIDED: "square",
}  # fmt: skip
_HOLLOW = (timeline.NOT_PROVEN, timeline.ASKED)
_STANDS_OUT = (timeline.MISSED, timeline.PROVEN, timeline.NOT_PROVEN)
_TICKS = {  # above the middle who came, under it who did not, and short who was excused
    timeline.CAME: (-5, 9), timeline.MISSED: (5, 9), timeline.EXCUSED: (3, 5),
}  # fmt: skip


def person_timeline(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame `timeline.COLUMNS`, not empty -> a row a lane, and one a programme (the newest)."""
    rows = _placed(frame)
    names = rows.drop_duplicates(_ROW)
    places = rows_of(list(names[LABEL]))
    y = alt.Y(f"{_ROW}:N", sort=list(names[_ROW]), axis=None, scale=alt.Scale(padding=0))
    days = (rows[END].max() - rows[START].min()).days
    axis = alt.Axis(
        orient="top", domain=False, ticks=False, grid=True, tickCount=4,
        format="%Y" if days > LONG_DAYS else "%m/%Y",
    )  # fmt: skip
    x = alt.X(f"{START}:T", title=None, axis=axis, scale=alt.Scale(nice=False, padding=8))
    base = alt.Chart(rows).encode(
        x=x, y=y, tooltip=[alt.Tooltip(f"{_SAID}:N", title=t("wbp.kejadian"))]
    )
    texts = row_texts(alt.Chart(names).encode(y=y), colours, places, name=_NAME, side=_SIDE)
    marks = (_bars(base, colours, places.marks), *_ticks(base, colours, places.marks),
             _signs(base, colours, places.marks))  # fmt: skip
    layers = alt.layer(*marks, *texts)
    return finished(layers, colours, places.step)


def _bars(base: Any, colours: Palette, down: float) -> Any:
    return (
        base.transform_filter(alt.FieldOneOfPredicate(LANE, _BARS))
        .mark_bar(height=11, yOffset=down, cornerRadius=2, stroke=colours.ground, strokeWidth=1)
        .encode(x2=f"{END}:T", fill=_fill(colours))
    )


def _ticks(base: Any, colours: Palette, down: float) -> list[Any]:
    return [
        base.transform_filter(alt.FieldEqualPredicate(kind, KIND)).mark_tick(
            yOffset=down + away, size=size, thickness=1.5, color=_ink(kind, colours), opacity=0.8
        )
        for kind, (away, size) in _TICKS.items()
    ]


def _signs(base: Any, colours: Palette, down: float) -> Any:
    inks = alt.Scale(domain=list(_SHAPES), range=[_ink(kind, colours) for kind in _SHAPES])
    shapes = alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values()))
    return (
        base.transform_filter(alt.FieldOneOfPredicate(KIND, list(_SHAPES)))
        .mark_point(yOffset=down, strokeWidth=1.5, opacity=1, filled=True, size=100)
        .encode(
            shape=alt.Shape(f"{KIND}:N", scale=shapes, legend=None),
            stroke=alt.Stroke(f"{KIND}:N", scale=inks, legend=None), fill=_fill(colours),
        )
    )  # fmt: skip


def _ink(kind: str, colours: Palette) -> str:
    if kind == timeline.EXCUSED:
        return colours.quiet
    return colours.second if kind in _STANDS_OUT else colours.main


def _fill(colours: Palette) -> alt.Fill:
    """One scale for bars and signs: layers of a chart share it."""
    fills = {
        timeline.INSIDE: colours.main, timeline.GUIDED: colours.others[0],
        timeline.RUNNING: colours.others[2],
    } | {
        kind: colours.ground if kind in _HOLLOW else _ink(kind, colours) for kind in _SHAPES
    }  # fmt: skip
    scale = alt.Scale(domain=list(fills), range=list(fills.values()))
    return alt.Fill(f"{KIND}:N", scale=scale, legend=None)


def _placed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its rows and what is written; of many programmes the newest."""
    programme = frame[LANE] == timeline.PROGRAMME
    newest = frame[programme].sort_values(START, ascending=False).index[:MOST_PROGRAMMES]
    rows = frame[~programme | frame.index.isin(newest)].copy()
    in_row = rows[LANE] == timeline.PROGRAMME
    rows[_ROW] = [
        f"{lane}-{place}" if own else lane
        for place, lane, own in zip(rows.index, rows[LANE], in_row, strict=True)
    ]
    lanes = {
        timeline.CUSTODY: t("wbp.lajur_status"), timeline.ATTENDANCE: t("wbp.lajur_presensi"),
        timeline.ASSESSMENT: t("wbp.lajur_penilaian"),
        timeline.INCIDENT: t("wbp.lajur_pelanggaran"),
        timeline.RIGHT: t("wbp.lajur_hak"),
    }  # fmt: skip
    rows[_SAID] = [_said(row) for _, row in rows.iterrows()]
    rows[LABEL] = [lanes.get(row[LANE], row[LABEL]) for _, row in rows.iterrows()]
    rows[_NAME] = ["\n".join(wrapped(name)) for name in rows[LABEL]]
    rows[_SIDE] = ""
    return rows.astype({START: "datetime64[ns]", END: "datetime64[ns]"})


def _said(row: Any) -> str:
    first, last = (formats.short_day(row[name], language()) for name in (START, END))
    kind = {
        timeline.CAME: t("wbp.tanda_hadir"), timeline.MISSED: t("wbp.tanda_tidak"),
        timeline.EXCUSED: t("wbp.tanda_berhalangan"), timeline.PROVEN: t("wbp.tanda_terbukti"),
        timeline.NOT_PROVEN: t("wbp.tanda_belum_terbukti"),
        timeline.ASKED: t("wbp.tanda_diusulkan"), timeline.DECIDED: t("wbp.tanda_diputuskan"),
    }.get(row[KIND], "")  # fmt: skip
    what = " ".join(part for part in (row[LABEL], kind) if part)
    when = first if first == last else t("wbp.dari_sampai", dari=first, sampai=last)
    return f"{when}: {what}"


def describe_timeline(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart; it names nobody."""
    kinds = frame[KIND].value_counts()
    came, missed = (int(kinds.get(kind, 0)) for kind in (timeline.CAME, timeline.MISSED))
    lanes = frame[LANE].value_counts()
    return t(
        "wbp.riwayat_alt", dari=formats.short_day(frame[START].min(), language()),
        sampai=formats.short_day(frame[END].max(), language()),
        program=int(lanes.get(timeline.PROGRAMME, 0)), hadir=came, tidak=missed,
        penilaian=int(lanes.get(timeline.ASSESSMENT, 0)),
        pelanggaran=int(lanes.get(timeline.INCIDENT, 0)),
    )  # fmt: skip
