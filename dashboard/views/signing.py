"""Penandatanganan: what came of the agreements signed on one day."""

from datetime import date

import streamlit as st

from dashboard.documents.signing import signing_document
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.keeping import keep
from dashboard.widgets.paper import show_document, show_files
from dashboard.widgets.screen import Screen
from data.answers.signing import signing_days
from data.reports.signing import signing_page

_DAY = "tandatangan-hari"
FIRST = date(2022, 6, 27)  # the signing that asked for this system


def show(screen: Screen) -> None:
    """The page of one day of signing, and its three files."""
    st.title(t("tandatangan.layar"), anchor=False)
    st.markdown(t("tandatangan.pertanyaan"))
    days = screen.asker.ask(signing_days)
    if not days:
        st.info(t("tandatangan.belum_ada"))
        return
    day = _choose_day(days)
    as_of = screen.today
    document = signing_document(screen.asker.ask(signing_page, day, as_of=as_of), as_of)
    show_files(
        screen, document,
        lambda session, record: signing_document(
            signing_page(session, day, as_of=as_of), as_of, record
        ),
        about=(("signed_on", day.isoformat()),),
    )  # fmt: skip
    show_document(document, screen)


def _choose_day(days: dict[date, int]) -> date:
    codes = {day.isoformat(): day for day in reversed(days)}
    first = FIRST.isoformat() if FIRST in days else next(iter(codes))
    keep(_DAY, codes, asked=address.asked(address.SIGNED), otherwise=first)
    chosen: str = st.selectbox(
        t("tandatangan.hari"), list(codes), key=_DAY, width=320,
        format_func=lambda code: t(
            "tandatangan.pilihan", hari=formats.day(codes[code], language()), n=days[codes[code]]
        ),
    )  # fmt: skip
    address.show(address.SIGNED, None if chosen == first else chosen)
    return codes[chosen]
