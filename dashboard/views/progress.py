"""Kemajuan: what was promised, counted and reported, quarter by quarter, and what is overdue."""

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets.agreement_choice import choose_agreement
from dashboard.widgets.coded import roman
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.progress_tables import show_due, show_plan
from dashboard.widgets.report_page import show_report
from dashboard.widgets.report_steps import show_draft
from dashboard.widgets.screen import Screen
from data.answers.planned import agreement_id, report_ids
from data.answers.promised import QUARTERS, quarter_of
from data.queries.agreement_page import Key

_QUARTER = "kemajuan-triwulan"
_YEARS_BACK = 4


def show(screen: Screen) -> None:
    """What is overdue; then one agreement's year, and the report of one quarter."""
    st.title(t("kemajuan.judul"), anchor=False)
    st.markdown(t("kemajuan.pertanyaan"))
    show_saved()
    show_due(screen)
    key = choose_agreement(screen)
    if key is None:
        return
    found = screen.asker.ask(agreement_id, key)
    if found is not None:
        _show_agreement(screen, key, found)


def _show_agreement(screen: Screen, key: Key, agreement: int) -> None:
    year, quarter = _choose_quarter(screen)
    show_plan(screen, key, agreement, year)
    st.subheader(t("kemajuan.laporan", ke=roman(quarter), tahun=year), anchor=False)
    reports = screen.asker.ask(report_ids, agreement)
    report = reports.get((year, quarter))
    if report is None:
        show_draft(screen, agreement, year, quarter)
    else:
        show_report(screen, key, report)


def _choose_quarter(screen: Screen) -> tuple[int, int]:
    """One of the quarters that have begun, the last ended one at first."""
    years = range(screen.today.year, screen.today.year - _YEARS_BACK, -1)
    begun = {
        f"{year}-{quarter}": (year, quarter)
        for year in years
        for quarter in reversed(QUARTERS)
        if quarter_of(year, quarter).start <= screen.today
    }
    ended = [name for name, when in begun.items() if quarter_of(*when).end <= screen.today]
    keep(_QUARTER, begun, otherwise=ended[0])
    chosen = st.selectbox(t("kemajuan.triwulan"), list(begun), key=_QUARTER, format_func=_named)
    return begun[chosen]


def _named(name: str) -> str:
    year, quarter = name.split("-")
    return t("kemajuan.triwulan_ini", ke=roman(int(quarter)), tahun=year)
