"""Return after release: two definitions apart, each with its rate, its curve and who is left."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import lines
from dashboard.charts.palette import Palette
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.caching import described
from dashboard.widgets.doors import show_door
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_mean_method, show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, share, show_rows
from data import wording
from data.answers import released
from data.answers.returning import Reoffending
from data.indicators.declarations import RETURNS, TIME_TO_RETURN
from data.queries.filter import Filter


def show_returns(screen: Screen, filter: Filter) -> None:
    """The two definitions beside each other, never in one chart; revocation in a sentence."""
    st.subheader(t("kembali.judul"), anchor=False)
    found = screen.asker.ask(released.returns_after_release, filter, as_of=screen.today)
    st.caption(
        t(
            "kembali.siapa",
            awal=formats.day(found.first, language()), akhir=formats.day(found.last, language()),
        )
    )  # fmt: skip
    left, right = st.columns(2, gap="medium")
    with left:
        _show_one(screen, t("kembali.terbukti"), t("kembali.terbukti_arti"), found.proven,
                  name="terbukti")  # fmt: skip
    with right:
        _show_one(screen, t("kembali.ditangkap"), t("kembali.ditangkap_arti"), found.arrest,
                  name="ditangkap")  # fmt: skip
    revoked = wording.sentence(found.revoked.one_year, language())
    st.markdown(f"**{t('kembali.dicabut')}** {revoked}")
    show_limits(found.proven.one_year)
    show_rate_method(RETURNS.code)
    show_mean_method(TIME_TO_RETURN.code)


def _show_one(screen: Screen, title: str, meaning: str, found: Reoffending, *, name: str) -> None:
    st.markdown(f"**{title}**")
    st.caption(meaning)
    for said, estimate in ((t("kembali.setahun"), found.one_year),
                           (t("kembali.dua_tahun"), found.two_years)):  # fmt: skip
        st.markdown(f"{said}: {wording.sentence(estimate, language())}")
    st.markdown(wording.sentence(found.frequency.per_released, language()))
    show_door(found.one_year, key=f"kembali-{name}", screen=screen)
    frame = released.curve_frame(found.time)
    if frame.empty:
        st.info(t("kembali.tanpa_kurva"))
        return
    marks = described(released.at_marks, frame)
    show_chart(_curve, frame, screen.colours, said=describe(marks))
    st.caption(t("kembali.cara_baca"))
    show_rows(marks, _headings(), name=f"kembali-{name}", said=t("kembali.masih_diikuti"))


def _curve(frame: pd.DataFrame, colours: Palette) -> Any:
    """Hundreds of days are told only when the curve is drawn anew."""
    return lines.returned_by_day(told_days(frame), colours)


def told_days(frame: pd.DataFrame) -> pd.DataFrame:
    """The curve with what hovering says; its end carries the value."""
    told = [
        t("kembali.titik", hari=formats.number(row[released.DAY], language()),
          nilai=_percent(row[released.RETURNED]), bawah=_percent(row[released.LOW]),
          atas=_percent(row[released.HIGH]), n=formats.number(row[released.AT_RISK], language()))
        for row in frame.to_dict("records")
    ]  # fmt: skip
    last = [*[""] * (len(frame) - 1), _percent(frame[released.RETURNED].iloc[-1])]
    return frame.assign(**{lines.TOLD: told, lines.LAST: last})


def describe(marks: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    first, last = marks.iloc[0], marks.iloc[-1]
    return t(
        "kembali.alt",
        n=formats.number(first[released.AT_RISK], language()),
        hari=formats.number(last[released.DAY], language()),
        nilai=_percent(last[released.RETURNED]),
        masih=formats.number(last[released.AT_RISK], language()),
    )


def _percent(value: float) -> str:
    return formats.percent(value, language(), of=100)


def _headings() -> dict[str, Heading]:
    return {
        released.DAY: Heading(t("kembali.hari"), count),
        released.AT_RISK: Heading(t("kembali.diikuti"), count),
        released.RETURNED: Heading(t("kembali.sudah"), share),
        released.LOW: Heading(t("kolom.bawah"), share),
        released.HIGH: Heading(t("kolom.atas"), share),
    }
