"""Incidents before, during and after a programme, of the same people."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import dots
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.doors import show_door
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, show_table, two_decimals
from data import wording
from data.answers.conduct import Conduct, conduct_around_programmes
from data.indicators.declarations import INCIDENT_RATE
from data.indicators.estimate import Estimate
from data.queries.filter import Filter

EVENTS, DAYS = "events", "days"


def show_conduct(screen: Screen, filter: Filter) -> None:
    """Three rates with exact limits, and how many times as many as before."""
    st.subheader(t("fase.judul"), anchor=False)
    found = screen.asker.ask(conduct_around_programmes, filter, as_of=screen.today)
    if not found.people:
        st.info(t("fase.kosong"))
        return
    frame = phase_frame(found)
    show_chart(dots.dots_from_zero, frame, screen.colours, said=describe_phases(found))
    st.caption(t("fase.cara_baca"))
    show_table(frame, _headings(), name="pelanggaran-per-fase")
    ratios = ((t("fase.saat_sebelum"), found.during_ratio),
              (t("fase.sesudah_sebelum"), found.after_ratio))  # fmt: skip
    for place, (name, ratio) in zip(st.columns(2), ratios, strict=True):
        with place.container(border=True, height="stretch"):
            st.markdown(f"**{name}**")
            st.caption(wording.sentence(ratio, language()))
            show_door(ratio, key=f"rasio-{name}", screen=screen)
    show_limits(found.during)
    show_rate_method(INCIDENT_RATE.code)


def phase_frame(found: Conduct) -> pd.DataFrame:
    """One row a phase: dots.COLUMNS, and its events and days."""
    phases = {
        t("fase.sebelum"): found.before, t("fase.saat"): found.during,
        t("fase.sesudah"): found.after,
    }  # fmt: skip
    return pd.DataFrame([_row(name, rate) for name, rate in phases.items()])


def describe_phases(found: Conduct) -> str:
    """One sentence for those who cannot see the chart."""
    return t(
        "fase.alt",
        n=formats.number(found.people, language()),
        sebelum=_rate(found.before.value), saat=_rate(found.during.value),
        sesudah=_rate(found.after.value),
    )  # fmt: skip


def _row(name: str, rate: Estimate) -> dict[str, Any]:
    return {
        dots.NAME: name,
        dots.VALUE: rate.value,
        dots.LOW: rate.low,
        dots.HIGH: rate.high,
        dots.SIDE: t("fase.sisi", nilai=_rate(rate.value),
                     n=formats.number(rate.n, language())),
        dots.TOLD: wording.sentence(rate, language()),
        dots.SURE: rate.status == "ok",
        EVENTS: rate.n,
        DAYS: rate.denominator,
    }  # fmt: skip


def _rate(value: float | None) -> str:
    return formats.number(value, language(), decimals=2)


def _headings() -> dict[str, Heading]:
    return {
        dots.NAME: Heading(t("fase.fase")),
        EVENTS: Heading(t("fase.pelanggaran"), count),
        DAYS: Heading(t("fase.hari"), count),
        dots.VALUE: Heading(t("fase.per_1000"), two_decimals),
        dots.LOW: Heading(t("kolom.bawah"), two_decimals),
        dots.HIGH: Heading(t("kolom.atas"), two_decimals),
    }
