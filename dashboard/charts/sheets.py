"""Attendance cohort by cohort and session by session: where it thins out, and what is blank."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import SMALL, finished
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.programmes import LABEL, SHARE
from data.queries import programmes

CELL = 26
MOST_NUMBERS = 26  # sessions; with more, the numbers stand in the table alone
NARROW = 700
_SHOWN, _TOLD = "shown", "told"


def attendance_by_session(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame SHEETS -> a cell a session; the fuller, the more came; blank: no attendance taken."""
    rows = frame[[LABEL, programmes.NUMBER, SHARE]].assign(
        **{_SHOWN: _numbers(frame), _TOLD: [_told(row) for row in frame.to_dict("records")]}
    )
    cohorts = list(dict.fromkeys(frame[LABEL]))
    base = alt.Chart().encode(
        x=alt.X(f"{programmes.NUMBER}:O", title=t("grafik.sesi_ke"),
                scale=alt.Scale(paddingInner=0.08),
                axis=alt.Axis(values=_ticks(frame), labelAngle=0, labelOverlap=False, grid=False,
                              domain=False, ticks=False)),
        y=alt.Y(f"{LABEL}:N", sort=cohorts, title=None, scale=alt.Scale(paddingInner=0.12),
                axis=alt.Axis(labelOverlap=False, domain=False, ticks=False)),
    )  # fmt: skip
    cells = base.mark_rect(cornerRadius=2, color=colours.main, stroke=colours.faint).encode(
        fillOpacity=alt.FillOpacity(
            f"{SHARE}:Q", legend=None, scale=alt.Scale(domain=[0.4, 1], range=[0.06, 0.5],
                                                       clamp=True)
        ),
        tooltip=[alt.Tooltip(f"{LABEL}:N", title=t("grafik.angkatan")),
                 alt.Tooltip(f"{_TOLD}:N", title=t("grafik.kehadiran"))],
    )  # fmt: skip
    numbers = base.mark_text(color=colours.text, fontSize=SMALL - 2).encode(
        text=alt.TextValue(**alt.condition(f"width > {NARROW}", f"{_SHOWN}:N", alt.value("")))
    )
    return finished(alt.layer(cells, numbers, data=rows), colours, alt.Step(CELL))


def describe_sheets(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    blank = int(frame[SHARE].isna().sum())
    return t(
        "grafik.lembar_alt",
        angkatan=formats.number(frame[LABEL].nunique(), language()),
        sesi=formats.number(len(frame), language()),
        kosong=formats.number(blank, language()),
    )


def _numbers(frame: pd.DataFrame) -> list[str]:
    if int(frame[programmes.NUMBER].max()) > MOST_NUMBERS:
        return [""] * len(frame)
    return [
        "" if pd.isna(share) else formats.percent(share, language()).rstrip("%")
        for share in frame[SHARE]
    ]


def _told(row: Any) -> str:
    number = formats.number(row[programmes.NUMBER], language())
    on = formats.short_day(row[programmes.HELD_ON], language())
    blank = formats.number(row[programmes.UNRECORDED], language())
    if pd.isna(row[SHARE]):
        return t("grafik.lembar_kosong", sesi=number, hari=on)
    return t(
        "grafik.lembar_titik",
        sesi=number, hari=on,
        nilai=formats.percent(row[SHARE], language(), of=row[programmes.EXPECTED]),
        hadir=formats.number(row[programmes.ATTENDED], language()),
        dari=formats.number(row[programmes.EXPECTED], language()), belum=blank,
    )  # fmt: skip


def _ticks(frame: pd.DataFrame) -> list[int]:
    """Every number while there are few, else some of them."""
    most = int(frame[programmes.NUMBER].max())
    step = 1 if most <= 12 else 5 if most <= 50 else 20
    numbers = [n for n in sorted(set(frame[programmes.NUMBER])) if step == 1 or n % step == 0]
    return [int(n) for n in numbers]
