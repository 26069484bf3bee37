"""Rows that wait for a person: the list, one of them, and the decision."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.outcomes import called
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import named, plain
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.importing.deciding import (
    Answer,
    Candidate,
    Waiting,
    accept,
    candidates,
    drop,
    rehearse_accept,
)
from data.importing.runs import Options

_CHOSEN, _SAID = "impor-menunggu", "impor-putusan"
NEEDS_PERSON = ("orang_tidak_pasti", "belum_terdaftar")


def show_waiting(screen: Screen, rows: Sequence[Waiting]) -> None:
    """The rows that wait, and the one that is being decided about."""
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    if not rows:
        st.info(t("impor.tidak_ada_menunggu"))
        return
    st.caption(t("impor.menunggu_penjelasan"))
    known = {f"{row.batch_id}:{row.line}": row for row in rows}
    chosen = st.selectbox(
        t("impor.pilih_baris"), list(known), index=None, placeholder=t("impor.pilih_baris"),
        format_func=lambda key: _named(known[key]), key=_CHOSEN,
    )  # fmt: skip
    if chosen is not None:
        _show_one(screen, known[chosen])


def _named(row: Waiting) -> str:
    return t("impor.baris_dari", baris=row.line, nama=row.file_name, tabel=called(row.table))


def _show_one(screen: Screen, row: Waiting) -> None:
    door, viewer = screen.asker.door, screen.asker.viewer
    try:
        why = rehearse_accept(door, viewer, row, Answer(), Options(screen.today))
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    for issue in why:
        st.warning(plain(issue.sentence(language())))
    cells = {heading: text for heading, text in row.received.items() if text}
    st.dataframe(pd.DataFrame([cells]), hide_index=True, alt=t("impor.baris_asli"))
    place = f"{row.batch_id}-{row.line}"
    with st.form(f"impor-putuskan-{place}", border=True):
        answer = Answer(_ask_cells(row, place), _ask_person(screen, row, place))
        with st.container(horizontal=True):
            taken = st.form_submit_button(t("impor.terima"), type="primary")
            dropped = st.form_submit_button(t("impor.buang"))
    if taken or dropped:
        _decide(screen, row, answer if taken else None)


def _ask_cells(row: Waiting, place: str) -> dict[str, str]:
    """The cells of the row as the person wants them; only the changed ones count."""
    st.caption(t("impor.ubah_isi"))
    changed: dict[str, str] = {}
    for (heading, text), spot in zip(
        row.received.items(), two_a_row(len(row.received)), strict=True
    ):
        with spot:
            said = st.text_input(named(heading), text or "", key=f"impor-sel-{place}-{heading}")
        if said != (text or ""):
            changed[heading] = said
    return changed


def _ask_person(screen: Screen, row: Waiting, place: str) -> int | None:
    if not any(rule in NEEDS_PERSON for rule in row.rules):
        return None
    with screen.asker.door.reading(screen.asker.viewer) as session:
        people = {one.id: one for one in candidates(session, row)}
    chosen: int | None = st.radio(
        t("impor.orang"), list(people), index=None, key=f"impor-orang-{place}",
        format_func=lambda identity: _person(people[identity]),
    )  # fmt: skip
    return chosen


def _person(one: Candidate) -> str:
    return f"{plain(one.name)} ({plain(', '.join(one.numbers))})"


def _decide(screen: Screen, row: Waiting, answer: Answer | None) -> None:
    """Take the row in with the answer, or drop it; then say so on a fresh run."""
    viewer = screen.asker.viewer
    try:
        with screen.asker.door.writing(viewer) as session:
            if answer is None:
                drop(session, viewer, row)
            else:
                accept(session, viewer, row, answer, Options(screen.today))
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    line = formats.number(row.line, language())
    st.session_state[_SAID] = (
        t("impor.dibuang", baris=line) if answer is None else t("impor.diterima", baris=line)
    )
    st.session_state.pop(_CHOSEN, None)
    st.rerun()
