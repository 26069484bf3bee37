"""One partner of all: at first one that may be told something; the others say why they may not."""

from typing import Literal

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing import written_key
from dashboard.widgets.keeping import keep
from dashboard.widgets.leading import lead_to
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.partner_view import PartnerTerms, Untold, partners_by_terms


def choose_partner(
    screen: Screen, *, key: str, asked: str | None = None, width: int | Literal["stretch"]
) -> PartnerTerms | None:
    """The chosen partner, at first one that may be told something; None while there is none."""
    known = {
        written_key(*one.key): one
        for one in screen.asker.ask(partners_by_terms, as_of=screen.today)
    }
    if not known:
        st.info(t("mitra.belum_ada"))
        return None
    first = next((code for code, one in known.items() if one.untold is None), next(iter(known)))
    keep(key, known, asked=asked, otherwise=first)
    chosen: str = st.selectbox(
        t("tampilan_mitra.mitra"), list(known), key=key, width=width,
        format_func=lambda code: _named(known[code]),
    )  # fmt: skip
    return known[chosen]


def _named(partner: PartnerTerms) -> str:
    if partner.untold is None:
        return partner.name
    return t("tampilan_mitra.tertutup", nama=partner.name)


def show_why_untold(screen: Screen, partner: PartnerTerms) -> None:
    """Why nothing of it may be shown, and where that can be changed."""
    until = "" if partner.until is None else formats.day(partner.until, language())
    why = {
        None: "",
        Untold.NO_AGREEMENT: t("tampilan_mitra.tanpa_perjanjian"),
        Untold.NOT_SIGNED: t("tampilan_mitra.belum_ditandatangani"),
        Untold.NO_TERMS: t("tampilan_mitra.tanpa_ketentuan"),
        Untold.ENDED: t("tampilan_mitra.ketentuan_berakhir", hari=until),
    }[partner.untold]
    st.info(f"{t('tampilan_mitra.belum_dapat', nama=plain(partner.name))} {why}")
    st.caption(t("tampilan_mitra.langkah"))
    lead_to(screen, "perjanjian", t("tampilan_mitra.ke_perjanjian"))
