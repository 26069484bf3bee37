"""Choosing a cohort that is not over, and how full it is."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.keeping import keep
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import recorded
from data.answers.recorded import Cohort
from data.queries.filter import Filter
from models.codes import CohortAssignment

_KEY = "catat-angkatan"


def filter_of(screen: Screen) -> Filter:
    """The chosen filter; everything while nothing can be chosen."""
    day = screen.today
    return screen.chosen.filter or Filter(day, day.fromordinal(day.toordinal() + 1))


def choose_cohort(screen: Screen) -> Cohort | None:
    """The cohort, the same one in every part of Catat; a word where there is none."""
    cohorts = screen.asker.ask(recorded.cohorts, filter_of(screen))
    if not cohorts:
        st.info(t("catat.tanpa_angkatan"))
        return None
    names = {str(one.id): _name(one) for one in cohorts}
    keep(_KEY, names, asked=st.session_state.get(f"{_KEY}-lalu"), otherwise=next(iter(names)))
    chosen = st.selectbox(t("catat.angkatan"), list(names), format_func=names.__getitem__, key=_KEY)
    st.session_state[f"{_KEY}-lalu"] = chosen  # Streamlit forgets what it does not draw
    return next(one for one in cohorts if str(one.id) == chosen)


def _name(one: Cohort) -> str:
    parts = [one.code, one.programme, one.unit]
    if one.waiting:
        parts.append(t("catat.menunggu", n=formats.number(one.waiting, language())))
    return " · ".join(parts)


def show_how_full(one: Cohort) -> None:
    """Status, places taken and free, who waits, and the seed of a draw."""
    spoken = language()
    parts = [one.status.label(spoken)]
    if one.capacity is None:
        parts.append(t("catat.tanpa_kapasitas", n=formats.number(one.placed, spoken)))
    else:
        parts.append(
            t("catat.terisi", n=formats.number(one.placed, spoken),
              dari=formats.number(one.capacity, spoken),
              kosong=formats.number(one.free, spoken))
        )  # fmt: skip
    parts.append(t("catat.menunggu", n=formats.number(one.waiting, spoken)))
    if one.assignment == CohortAssignment.UNDIAN:
        parts.append(t("catat.diundi", benih=str(one.seed)))
    st.caption(" · ".join(plain(part) for part in parts))
