"""Laporan: one document at a time, to look at and to take along."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.letterhead_form import show_letterhead
from dashboard.widgets.paper import show_document, show_files
from dashboard.widgets.plain import plain
from dashboard.widgets.report_choices import CHOICES
from dashboard.widgets.screen import Screen
from data.errors import SinergiError

_KIND = "laporan-jenis"


def show(screen: Screen) -> None:
    """Which document, about what; its files; and the document itself."""
    st.title(t("laporan.judul"), anchor=False)
    st.markdown(t("laporan.pertanyaan"))
    show_saved()
    names = {
        "bulanan": t("bulanan.judul"), "triwulan": t("laporan.jenis_triwulan"),
        "evaluasi": t("evaluasi.judul"), "lkjip": t("laporan.jenis_lkjip"),
        "mitra": t("laporan.jenis_mitra"),
    }  # fmt: skip
    keep(_KIND, CHOICES, otherwise="bulanan")
    kind: str | None = st.segmented_control(
        t("laporan.jenis"), list(CHOICES), key=_KIND, required=True,
        format_func=names.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    _show_chosen(screen, kind or "bulanan")
    show_letterhead(screen)


def _show_chosen(screen: Screen, kind: str) -> None:
    try:
        chosen = CHOICES[kind](screen)
    except SinergiError as error:
        st.info(plain(error.sentence(language())))
        return
    if chosen is not None:
        show_files(screen, chosen.document, chosen.build, about=chosen.about, level=chosen.level)
        show_document(chosen.document, screen)
