"""What the frame says above every screen, and what a screen says when it has nothing to show."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.choices import State
from data.errors import SinergiError
from models.codes import DatabaseMode


def show_mode(state: State) -> None:
    """Whether these are invented data (and of which day), or real ones without accounts."""
    if state.mode is DatabaseMode.DEMO:
        badge = f":orange-badge[**{t('bingkai.data_contoh')}**] :gray[{t('bingkai.rekaan')}]"
        day = state.sample_day
        per = "" if day is None else t("contoh.per", hari=formats.day(day, language()))
        st.markdown(f"{badge} :gray[{per}]" if per else badge)
    else:
        st.warning(t("bingkai.satu_petugas"))


def show_no_database(error: SinergiError) -> None:
    """A database that cannot be used: what happened, and what to do."""
    st.title(t("kosong.judul_basis_data"), anchor=False)
    st.write(error.sentence(language()))
    st.write(t("kosong.langkah"))
    _show_command("python3 start.py demo", t("kosong.perintah_contoh"))
    _show_command("sinergi init", t("kosong.perintah_basis_data"))


def show_empty_database() -> None:
    """A database without sessions: what to do next."""
    st.info(t("kosong.belum_ada_data"))
    _show_command("python3 start.py demo", t("kosong.perintah_contoh"))
    _show_command("sinergi import FOLDER", t("kosong.perintah_impor"))


def _show_command(command: str, said: str) -> None:
    """What it does, and the command ready to be copied."""
    st.caption(said)
    st.code(command, language=None)


def show_no_rows() -> None:
    """A choice that nothing answers to."""
    st.info(t("kosong.tanpa_baris"))


def show_bug(reference: str) -> None:
    """Our fault: a number under which the log tells more."""
    st.error(t("kosong.galat", nomor=reference))
