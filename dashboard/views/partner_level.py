"""Tampilan mitra: what one partner may see of its own agreements, and nothing else."""

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.choosing import asked_key, written_key
from dashboard.widgets.delivering import show_delivery_figures
from dashboard.widgets.keeping import keep
from dashboard.widgets.notices import show_empty_database
from dashboard.widgets.partner_tables import (
    show_changes,
    show_open,
    show_own_plan,
    show_participants,
)
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers.partner_view import participants
from data.answers.partners import partners
from data.errors import SinergiError
from data.queries.agreement_page import Key
from data.reports.partner_sheet import PartnerSheet, partner_sheet

_CHOSEN = "mitra-terpilih"


def show(screen: Screen) -> None:
    """Choose a partner, and see the year as that partner sees it."""
    st.title(t("tampilan_mitra.judul"), anchor=False)
    st.markdown(t("tampilan_mitra.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    key = _choose(screen.asker.ask(partners, filter))
    if key is None:
        st.info(t("mitra.belum_ada"))
        return
    year = (filter.end - filter.end.resolution).year
    try:
        sheet = screen.asker.ask(partner_sheet, key, year, as_of=screen.today)
    except SinergiError as error:
        st.info(plain(error.sentence(language())))
        return
    _show_sheet(screen, sheet)


def _choose(frame: pd.DataFrame) -> Key | None:
    names = {
        written_key(row["owner"], row["code"]): row["called"] for row in frame.to_dict("records")
    }
    if not names:
        return None
    asked = asked_key(address.PARTNER)
    keep(_CHOSEN, names, asked=written_key(*asked) if asked else None, otherwise=next(iter(names)))
    chosen: str = st.selectbox(
        t("kolom.mitra"), list(names), key=_CHOSEN, format_func=names.__getitem__
    )
    address.show(address.PARTNER, chosen)
    return asked_key(address.PARTNER)


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
    show_participants(own, name=f"peserta-{sheet.partner.code}-{sheet.year}")
