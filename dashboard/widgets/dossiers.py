"""Preparing the files of a TPP hearing: one person, one hearing, or a list of numbers."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.documents.dossier_file import Wanted, give_dossiers
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import downloads
from dashboard.widgets.caching import described
from dashboard.widgets.keeping import keep
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import finding
from data.errors import SinergiError
from models.codes import PurposeKind

_HOW, _MADE, _LIST = "tpp-cara", "tpp-berkas", "tpp-daftar"
_SHOWN = "tpp-orang"
_PERSON, _HEARING, _NUMBERS = "orang", "sidang", "daftar"


def show_dossiers(screen: Screen, person: int | None) -> None:
    """The choice, its purpose, and the file. `person` is the one who is shown, if any."""
    st.subheader(t("wbp.berkas"), anchor=False)
    st.caption(t("wbp.berkas_penjelasan"))
    names = {
        _PERSON: t("wbp.berkas_orang"), _HEARING: t("wbp.berkas_sidang"),
        _NUMBERS: t("wbp.berkas_daftar"),
    }  # fmt: skip
    ways = [way for way in names if way != _PERSON or person is not None]
    if person != st.session_state.get(_SHOWN):  # who opens a person means this one
        st.session_state[_SHOWN], st.session_state[_HOW] = person, ways[0]
    keep(_HOW, ways, otherwise=ways[0])
    way = st.segmented_control(
        t("wbp.berkas_untuk"), ways, format_func=names.__getitem__, key=_HOW, required=True
    )
    if way == _PERSON and person is not None:
        wanted: Wanted | None = Wanted(people=(person,))
    else:
        wanted = _numbers(screen) if way == _NUMBERS else _hearing(screen)
    purpose = st.selectbox(
        t("wbp.berkas_tujuan"), list(PurposeKind), format_func=lambda one: one.label(language()),
        key="tpp-tujuan",
    )  # fmt: skip
    pressed = st.button(t("wbp.berkas_siapkan"), type="primary", disabled=wanted is None)
    if wanted is not None and purpose is not None:
        if pressed:
            _make(screen, wanted, purpose)
        _show_made((wanted, purpose, language()))


def _hearing(screen: Screen) -> Wanted | None:
    """One day and unit of the chosen units, the latest first."""
    rows = screen.asker.ask(finding.hearings, _unit(screen))
    if rows.empty:
        st.caption(t("wbp.berkas_tanpa_sidang"))
        return None
    place: int | None = st.selectbox(
        t("wbp.berkas_sidang"), list(range(len(rows))), key="tpp-sidang",
        format_func=described(_told, rows).__getitem__,
    )  # fmt: skip
    row = rows.iloc[place or 0]
    return Wanted(row[finding.HEARING_ON], row[finding.UNIT_CODE])


def _unit(screen: Screen) -> str | None:
    return screen.chosen.filter.unit if screen.chosen.filter else None


def _told(hearings: pd.DataFrame) -> list[str]:
    return [
        t("wbp.berkas_satu_sidang", hari=formats.day(row[finding.HEARING_ON], language()),
          unit=row[finding.UNIT_NAME], n=formats.number(row[finding.PEOPLE], language()))
        for row in hearings.to_dict("records")
    ]  # fmt: skip


def _numbers(screen: Screen) -> Wanted | None:
    """A pasted list; what names nobody is told, so that nobody is left out in silence."""
    text = st.text_area(
        t("wbp.berkas_nomor"), key=_LIST, placeholder=t("wbp.berkas_nomor_contoh"), height=120
    )
    numbers = finding.numbers_in(text)
    if not numbers:
        return None
    with screen.asker.door.reading(screen.asker.viewer) as session:
        found = finding.listed(session, numbers)
    st.caption(t("wbp.berkas_ditemukan", n=len(found.people), dari=len(numbers)))
    if found.unknown:
        st.warning(t("wbp.berkas_tidak_dikenal", daftar=plain(", ".join(found.unknown))))
    if found.several:
        st.warning(t("wbp.berkas_beberapa", daftar=plain(", ".join(found.several))))
    return Wanted(people=found.people) if found.people else None


def _make(screen: Screen, wanted: Wanted, purpose: PurposeKind) -> None:
    with st.spinner(t("wbp.berkas_menyusun")):
        try:
            given = give_dossiers(
                screen.asker.door, screen.asker.viewer, wanted, purpose, today=screen.today
            )
        except SinergiError as error:
            st.error(plain(error.sentence(language())))
            return
    path = downloads.new_folder() / given.name
    path.write_bytes(given.body)
    st.session_state[_MADE] = ((wanted, purpose, language()), downloads.hand_out(path))


def _show_made(asked: tuple[Any, ...]) -> None:
    """The link, as long as what was chosen is still what was made."""
    made = st.session_state.get(_MADE)
    if made is None or made[0] != asked:
        return
    st.success(t("wbp.berkas_siap"))
    st.link_button(t("wbp.berkas_unduh"), made[1], icon=":material/download:", type="primary")
