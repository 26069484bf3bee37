"""Perubahan perilaku: what changed among participants, and what cannot be concluded from it."""

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets import address
from dashboard.widgets.after_release import show_returns
from dashboard.widgets.beyond_error import show_classes, show_months
from dashboard.widgets.conduct_phases import show_conduct
from dashboard.widgets.keeping import keep
from dashboard.widgets.notices import show_empty_database
from dashboard.widgets.risk_moves import show_risk
from dashboard.widgets.score_change import show_scores
from dashboard.widgets.screen import Screen
from data.queries.filter import Filter

SCALES = ("SIKAP", "MENTAL")  # of the SPPN, those that taking part does not raise by itself
SCORES, ERROR, MONTHS = "skor", "galat", "bulanan"
RISK, CONDUCT, RETURNS = "risiko", "pelanggaran", "pengulangan"
PARTS = (SCORES, ERROR, MONTHS, RISK, CONDUCT, RETURNS)


def show(screen: Screen) -> None:
    """One question at a time; which one stands in the address."""
    st.title(t("perubahan.judul"), anchor=False)
    st.markdown(t("perubahan.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    part = _choose_part()
    st.info(t("perubahan.batas"), icon=":material/info:")
    _show_part(screen, filter, part)


def _choose_part() -> str:
    keep("bagian", PARTS, asked=address.asked(address.PART), otherwise=SCORES)
    names = {
        SCORES: t("perubahan.bagian_skor"), ERROR: t("perubahan.bagian_galat"),
        MONTHS: t("perubahan.bagian_bulanan"), RISK: t("perubahan.bagian_risiko"),
        CONDUCT: t("perubahan.bagian_pelanggaran"), RETURNS: t("perubahan.bagian_pengulangan"),
    }  # fmt: skip
    chosen = st.pills(
        t("perubahan.bagian"), PARTS, key="bagian", format_func=names.__getitem__, required=True
    )
    address.show(address.PART, None if chosen == SCORES else chosen)
    return chosen or SCORES


def _choose_scale() -> str:
    keep("skala", SCALES, otherwise=SCALES[0])
    chosen = st.segmented_control(
        t("perubahan.skala"), SCALES, required=True, key="skala",
        format_func=lambda code: t("perubahan.sikap") if code == "SIKAP" else t("perubahan.mental"),
    )  # fmt: skip
    return chosen or SCALES[0]


def _show_part(screen: Screen, filter: Filter, part: str) -> None:
    of_scores = {SCORES: show_scores, ERROR: show_classes, MONTHS: show_months}
    others = {RISK: show_risk, CONDUCT: show_conduct, RETURNS: show_returns}
    if part in of_scores:
        of_scores[part](screen, filter, _choose_scale())
    else:
        others[part](screen, filter)
