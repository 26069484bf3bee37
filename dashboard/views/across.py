"""Lintas perjanjian: promised, delivered and changed, all agreements beside each other."""

import streamlit as st

from dashboard.charts import funnel
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.across_tables import (
    pillar_frame,
    pillar_headings,
    result_frame,
    result_headings,
)
from dashboard.widgets.agreement_list import choose_among
from dashboard.widgets.delivering import show_period
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.methods import show_mean_method, show_rate_method
from dashboard.widgets.notices import show_empty_database, show_no_rows
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import show_rows
from data.answers.across import AgreementLine, across_agreements, completion_across
from data.indicators.declarations import (
    ATTENDANCE,
    CHANGE,
    COMPLETION,
    COST_PER_COMPLETION,
    FUNNEL_PLOT,
)


def show(screen: Screen) -> None:
    """The chosen agreements: results, pillars, and completion inside what chance spreads."""
    st.title(t("lintas.judul"), anchor=False)
    st.markdown(t("lintas.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    among = choose_among(screen)
    lines = screen.asker.ask(across_agreements, filter, as_of=screen.today, among=among)
    if not lines:
        show_no_rows()
        return
    show_period(screen)
    _show_results(lines)
    _show_pillars(lines)
    _show_funnel(screen, lines)


def _show_results(lines: tuple[AgreementLine, ...]) -> None:
    st.subheader(t("lintas.hasil"), anchor=False)
    st.caption(t("lintas.hasil_cara_baca"))
    show_rows(
        result_frame(lines), result_headings(), name="lintas-perjanjian", said=t("lintas.hasil")
    )
    for code in (ATTENDANCE.code, COMPLETION.code, COST_PER_COMPLETION.code):
        show_rate_method(code)
    show_mean_method(CHANGE.code)


def _show_pillars(lines: tuple[AgreementLine, ...]) -> None:
    st.subheader(t("mitra.pilar"), anchor=False)
    st.caption(t("mitra.pilar_cara_baca"))
    show_rows(pillar_frame(lines), pillar_headings(), name="lintas-pilar", said=t("mitra.pilar"))


def _show_funnel(screen: Screen, lines: tuple[AgreementLine, ...]) -> None:
    st.subheader(t("lintas.corong"), anchor=False)
    found = completion_across(lines)
    if found.plot.status != "ok":
        st.info(t("lintas.corong_kurang", n=formats.number(FUNNEL_PLOT.minimum, language())))
        return
    show_chart(funnel.units_in_funnel, found.frame, screen.colours, said=funnel.describe_funnel)
    st.caption(t("lintas.corong_cara_baca"))
    show_rate_method(FUNNEL_PLOT.code)
