"""Tampilan mitra: what one partner may see of its own agreements, and nothing else."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.choosing import asked_key, written_key
from dashboard.widgets.choosing_partner import choose_partner, show_why_untold
from dashboard.widgets.delivering import show_delivery_figures
from dashboard.widgets.partner_tables import (
    show_changes,
    show_open,
    show_own_plan,
    show_participants,
)
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.partner_view import participants
from data.reports.partner_sheet import PartnerSheet, partner_sheet

_CHOSEN = "mitra-terpilih"


def show(screen: Screen) -> None:
    """Choose a partner, and see the year as that partner sees it."""
    st.title(t("tampilan_mitra.judul"), anchor=False)
    st.markdown(t("tampilan_mitra.pertanyaan"))
    asked = asked_key(address.PARTNER)
    partner = choose_partner(
        screen, key=_CHOSEN, asked=written_key(*asked) if asked else None, width="stretch"
    )
    if partner is None:
        return
    address.show(address.PARTNER, written_key(*partner.key))
    if partner.untold is not None:
        show_why_untold(screen, partner)
        return
    filter = screen.chosen.filter
    last = screen.today if filter is None else filter.end - filter.end.resolution
    _show_sheet(screen, screen.asker.ask(partner_sheet, partner.key, last.year, as_of=screen.today))


def _show_sheet(screen: Screen, sheet: PartnerSheet) -> None:
    st.warning(t("tampilan_mitra.seperti_dilihat", nama=plain(sheet.name)))
    st.caption(t("tampilan_mitra.tahun", tahun=sheet.year,
                 hari=formats.day(sheet.as_of, language())))  # fmt: skip
    show_delivery_figures(sheet.figures)
    for agreement in sheet.agreements:
        st.subheader(plain(agreement.key.code), anchor=False)
        show_own_plan(agreement)
        show_open(agreement, screen.today)
        show_changes(agreement)
    own = screen.asker.ask(participants, sheet.partner, sheet.year, as_of=screen.today)
    show_participants(own)
