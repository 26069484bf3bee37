"""Recording that a session did not take place, with its reason."""

from typing import Any

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import names_of
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.queries import roster
from data.recording.sessions import cancel_session

_SAID = "presensi-batal"


def show_what_was_cancelled() -> None:
    """After a session was cancelled: which one."""
    if said := st.session_state.pop(_SAID, None):
        st.success(t("presensi.batal_tersimpan", nomor=said))


def show_cancelling(screen: Screen, meeting: dict[Any, Any]) -> None:
    """The form, folded, for a session (a row of `roster.SESSIONS`) without marks."""
    reasons = names_of(screen, "alasan_batal")
    number = int(meeting[roster.SESSION_ID])
    with st.expander(t("presensi.batal_judul")), st.form(f"batal-{number}", border=False):
        st.caption(t("presensi.batal_penjelasan"))
        reason = st.selectbox(
            t("presensi.batal_alasan"), list(reasons), index=None, format_func=reasons.__getitem__,
            placeholder=t("presensi.batal_pilih"), key=f"batal-alasan-{number}",
        )  # fmt: skip
        sent = st.form_submit_button(t("presensi.batal_simpan"))
    if sent:
        _cancel(screen, meeting, reason or "")


def _cancel(screen: Screen, meeting: dict[Any, Any], reason: str) -> None:
    viewer = screen.asker.viewer
    try:
        with screen.asker.door.writing(viewer) as session:
            cancel_session(
                session, viewer, int(meeting[roster.SESSION_ID]), reason,
                seen=int(meeting[roster.VERSION]), today=screen.today,
            )  # fmt: skip
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    st.session_state[_SAID] = formats.number(meeting[roster.NUMBER], language())
    st.rerun()
