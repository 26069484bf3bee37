"""The agreement that a screen is about, kept in the address."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.agreement_list import agreement_kind
from dashboard.widgets.choosing import asked_key, written_key
from dashboard.widgets.keeping import keep
from dashboard.widgets.screen import Screen
from data.answers import columns
from data.answers.agreements import BETWEEN_PARTIES, agreements
from data.answers.planned import agreements_with_plans
from data.queries.agreement_page import Key

_CHOSEN = "perjanjian-terpilih"


def choose_agreement(screen: Screen, *, of_partner: str | None = None) -> Key | None:
    """The chosen agreement, at first one with a plan; None while there is none to choose.

    `of_partner` leaves only those that name this partner among their parties.
    """
    frame = screen.asker.ask(agreements, as_of=screen.today)
    rows = [
        row for row in frame.to_dict("records")
        if of_partner is None or of_partner in row[columns.PARTIES].split(BETWEEN_PARTIES)
    ]  # fmt: skip
    if not rows:
        st.info(t("perjanjian.belum_ada"))
        return None
    names = {
        written_key(row[columns.AGREEMENT_OWNER], row[columns.AGREEMENT_CODE]): (
            f"{row[columns.AGREEMENT_CODE]} · {agreement_kind(row[columns.KIND], language())} · "
            f"{row[columns.PARTIES]}"
        )
        for row in rows
    }
    asked = asked_key(address.AGREEMENT)
    planned = [written_key(*key) for key in screen.asker.ask(agreements_with_plans)]
    first = next((name for name in planned if name in names), next(iter(names)))
    keep(_CHOSEN, names, asked=written_key(*asked) if asked else None, otherwise=first)
    chosen: str = st.selectbox(
        t("rencana.perjanjian"), list(names), key=_CHOSEN, format_func=names.__getitem__
    )
    address.show(address.AGREEMENT, chosen)
    return asked_key(address.AGREEMENT)
