"""Catat: single rows, each by its own form and act, with the history of every change."""

from collections.abc import Callable

import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets.assessing import show_assessing
from dashboard.widgets.enrolling import show_enrolling
from dashboard.widgets.events import show_activity, show_entitlement, show_incident
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.meetings import show_meetings
from dashboard.widgets.screen import Screen

_PARTS: dict[str, Callable[[Screen], None]] = {
    "kepesertaan": show_enrolling, "sesi": show_meetings, "penilaian": show_assessing,
    "pelanggaran": show_incident, "hak": show_entitlement, "kegiatan": show_activity,
}  # fmt: skip
_CHOSEN = "catat-bagian"


def show(screen: Screen) -> None:
    """What is to be recorded, then its form."""
    st.title(t("catat.judul"), anchor=False)
    st.markdown(t("catat.pertanyaan"))
    names = _names()
    keep(_CHOSEN, names, asked=st.session_state.get(f"{_CHOSEN}-lalu"), otherwise=next(iter(names)))
    chosen: str = st.segmented_control(
        t("catat.bagian"), list(names), format_func=names.__getitem__, key=_CHOSEN, required=True,
        label_visibility="collapsed",
    ) or next(iter(names))  # fmt: skip
    st.session_state[f"{_CHOSEN}-lalu"] = chosen  # Streamlit forgets what it does not draw
    show_saved()
    _PARTS[chosen](screen)


def _names() -> dict[str, str]:
    return {
        "kepesertaan": t("catat.kepesertaan"),
        "sesi": t("catat.sesi"),
        "penilaian": t("catat.penilaian_bagian"),
        "pelanggaran": t("catat.register_f"),
        "hak": t("catat.hak_bagian"),
        "kegiatan": t("catat.kegiatan"),
    }
