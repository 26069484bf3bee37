"""Mitra dan perjanjian: which agreements stand, who delivers under them, and what came of it."""

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets import address
from dashboard.widgets.agreement_list import show_agreements, show_coverage
from dashboard.widgets.agreement_page import show_agreement
from dashboard.widgets.agreement_registration import show_registration
from dashboard.widgets.choosing import asked_key
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.partner_pages import show_partner, show_partners
from dashboard.widgets.screen import Screen

_PART = "perjanjian-bagian"
_AGREEMENTS, _PARTNERS, _COVERAGE, _NEW = "perjanjian", "mitra", "cakupan", "daftarkan"


def show(screen: Screen) -> None:
    """One agreement or partner that the address names, or the lists of all."""
    agreement, partner = asked_key(address.AGREEMENT), asked_key(address.PARTNER)
    if agreement is not None:
        show_agreement(screen, agreement)
    elif partner is not None:
        show_partner(screen, partner)
    else:
        _show_lists(screen)


def _show_lists(screen: Screen) -> None:
    st.title(t("perjanjian.judul"), anchor=False)
    st.markdown(t("perjanjian.pertanyaan"))
    show_saved()
    parts = {
        _AGREEMENTS: (t("perjanjian.bagian_perjanjian"), show_agreements),
        _PARTNERS: (t("perjanjian.bagian_mitra"), show_partners),
        _COVERAGE: (t("perjanjian.bagian_cakupan"), show_coverage),
        _NEW: (t("perjanjian.daftarkan"), show_registration),
    }
    keep(_PART, parts, otherwise=_AGREEMENTS)
    part = st.segmented_control(
        t("perjanjian.bagian"), list(parts), key=_PART, required=True,
        format_func=lambda part: parts[part][0], label_visibility="collapsed",
    )  # fmt: skip
    parts[part or _AGREEMENTS][1](screen)
