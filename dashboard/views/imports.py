"""Impor: files in, looked at before they are stored; rows that wait; what came in, and undoing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.batches import show_history
from dashboard.widgets.decisions import show_waiting
from dashboard.widgets.incoming import on_disk, watched
from dashboard.widgets.keeping import keep
from dashboard.widgets.outcomes import (
    refused_links,
    show_differences,
    show_outcomes,
    show_refused_links,
)
from dashboard.widgets.plain import plain
from dashboard.widgets.readings import Reading, choose_reading
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.importing.deciding import waiting
from data.importing.history import history
from data.importing.previewing import preview
from data.importing.road import import_files
from data.importing.runs import Options

_PART = "impor-bagian"
_LOOKED, _DONE, _ROUND = "impor-dilihat", "impor-hasil", "impor-putaran"
KINDS = ["csv", "xlsx", "zip"]


def show(screen: Screen) -> None:
    """New files, rows that wait, and what came in before."""
    st.title(t("impor.judul"), anchor=False)
    st.markdown(t("impor.pertanyaan"))
    with screen.asker.door.reading(screen.asker.viewer) as session:
        rows, entries = waiting(session), history(session)
    part = _choose_part(len(rows))
    if part == "menunggu":
        show_waiting(screen, rows)
    elif part == "riwayat":
        show_history(screen, entries)
    else:
        _show_new(screen)


def _choose_part(waits: int) -> str:
    """The part of the screen; unlike a tab it stays chosen when the count in its name changes."""
    names = {
        "berkas": t("impor.tab_berkas"),
        "menunggu": t("impor.tab_menunggu", n=formats.number(waits, language())),
        "riwayat": t("impor.tab_riwayat"),
    }
    keep(_PART, list(names), otherwise="berkas")
    chosen = st.segmented_control(
        t("impor.judul"), list(names), key=_PART, required=True, format_func=names.__getitem__,
        label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen)


def _show_new(screen: Screen) -> None:
    _show_done()
    turn = st.session_state.setdefault(_ROUND, 0)
    files = st.file_uploader(
        t("impor.pilih_berkas"), KINDS, accept_multiple_files=True, key=f"impor-berkas-{turn}",
        help=t("impor.pilih_bantuan"),
    )  # fmt: skip
    if not files:
        st.caption(t("impor.belum_dipilih"))
        return
    with on_disk(files) as paths:
        reading = choose_reading(paths)
        asked = (tuple(file.file_id for file in files), _read_so(reading))
        options = Options(screen.today, reading.table, reading.profiles)
        if st.button(t("impor.periksa"), disabled=not reading.ready, type="primary"):
            _look(screen, paths, options, asked)
        looked = st.session_state.get(_LOOKED)
        if looked is not None and looked[0] == asked:
            _show_looked(screen, paths, options)


def _read_so(reading: Reading) -> str:
    """Two readings are the same when they read each heading alike."""
    first = reading.profiles[0]
    return repr((first.name, [(one.table, dict(one.cells)) for one in first.targets]
                 if first.name == "layar" else None))  # fmt: skip


def _look(screen: Screen, paths: Sequence[Path], options: Options, asked: object) -> None:
    st.session_state.pop(_LOOKED, None)
    try:
        with watched(paths, t("impor.memeriksa")) as progress:
            found = preview(screen.asker.door, screen.asker.viewer, paths,
                            replace(options, progress=progress))  # fmt: skip
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    st.session_state[_LOOKED] = (asked, found)


def _show_looked(screen: Screen, paths: Sequence[Path], options: Options) -> None:
    found = st.session_state[_LOOKED][1]
    st.subheader(t("impor.pratinjau"), anchor=False)
    show_outcomes(found.outcomes)
    show_differences(found.differences)
    st.caption(t("impor.belum_disimpan"))
    if st.button(t("impor.simpan"), type="primary", icon=":material/save:"):
        _store(screen, paths, options)


def _store(screen: Screen, paths: Sequence[Path], options: Options) -> None:
    """Take the files in, forget them, and show the result on a fresh run."""
    try:
        with watched(paths, t("impor.menyimpan")) as progress:
            outcomes = import_files(screen.asker.door, screen.asker.viewer, paths,
                                    replace(options, progress=progress))  # fmt: skip
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    st.session_state[_DONE] = (outcomes, refused_links(outcomes))
    st.session_state.pop(_LOOKED, None)
    st.session_state[_ROUND] += 1
    st.rerun()


def _show_done() -> None:
    """The result of the last import, until it is put away."""
    done = st.session_state.get(_DONE)
    if done is None:
        return
    outcomes, links = done
    st.success(t("impor.tersimpan"))
    show_outcomes(outcomes)
    show_refused_links(links)
    if st.button(t("impor.tutup")):
        st.session_state.pop(_DONE, None)
        st.rerun()
