"""Rencana kerja: what an agreement promises for a year, from draft to approval."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.agreement_choice import choose_agreement
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.plan_lines import show_lines
from dashboard.widgets.plan_steps import show_new_version, show_plan_steps, show_versions
from dashboard.widgets.screen import Screen
from data.answers.planned import work_plans
from data.queries import planned
from data.queries.agreement_page import Key

_YEAR = "rencana-tahun"


def show(screen: Screen) -> None:
    """The plan of one agreement and year, its way, and its lines."""
    st.title(t("rencana.judul"), anchor=False)
    st.markdown(t("rencana.pertanyaan"))
    show_saved()
    key = choose_agreement(screen)
    if key is None:
        return
    _show_year(screen, key)


def _show_year(screen: Screen, key: Key) -> None:
    plans = screen.asker.ask(work_plans, key)
    known = {int(year) for year in plans[planned.YEAR]}
    years = sorted({screen.today.year + step for step in (-1, 0, 1)} | known, reverse=True)
    names = [str(year) for year in years]
    newest = str(max(known, default=screen.today.year))
    keep(_YEAR, names, otherwise=newest)
    chosen = int(st.selectbox(t("rencana.tahun"), names, key=_YEAR))
    versions = plans[plans[planned.YEAR] == chosen]
    if versions.empty:
        st.info(t("rencana.belum_ada", tahun=chosen))
        show_new_version(screen, key, chosen)
        return
    plan = versions.iloc[0].to_dict()
    version = formats.number(plan[planned.VERSION], language())
    st.subheader(t("rencana.versi_ini", tahun=chosen, versi=version), anchor=False)
    show_versions(versions)
    show_lines(screen, key, plan)
    show_plan_steps(screen, key, plan)
