"""Scans of a row: those that are kept, and one more."""

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.plain import named, plain
from dashboard.widgets.screen import Screen
from data.answers.kept import Kept, files_of
from data.errors import SinergiError
from data.recording.documents import Scan, attach, body_of
from models.codes import DocumentKind

_SAID = "lampiran-tersimpan"


def show_scans(screen: Screen, row: tuple[str, int], kind: DocumentKind, *, title: str) -> None:
    """The files of the row (table, id), folded under `title`, and a field for another one."""
    with screen.asker.door.reading(screen.asker.viewer) as session:
        kept = files_of(session, *row)
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    with st.expander(f"{title} ({formats.number(len(kept), language())})"):
        for one in kept:
            _show_one(one, screen.documents)
        _show_another(screen, row, kind)


def _show_one(one: Kept, folder: Path) -> None:
    """The file can be taken along; it is read, and held against its hash, when it is asked for."""
    if not (folder / one.sha256).is_file():
        st.error(t("lampiran.hilang", nama=plain(one.name)))
        return
    st.download_button(
        named(one.name), partial(body_of, folder, one.sha256), file_name=one.name,
        on_click="ignore", key=f"lampiran-{one.sha256}", icon=":material/download:",
        help=formats.moment(one.at.astimezone(), language()),
    )  # fmt: skip


def _show_another(screen: Screen, row: tuple[str, int], kind: DocumentKind) -> None:
    place = f"lampiran-{row[0]}-{row[1]}"
    with st.form(place, border=False, clear_on_submit=True):
        given = st.file_uploader(
            t("lampiran.pilih"), type=["pdf", "jpg", "jpeg", "png"], key=f"{place}-berkas",
            max_upload_size=20,
        )  # fmt: skip
        sent = st.form_submit_button(t("lampiran.simpan"))
    if not sent or given is None:
        return
    scan = Scan(given.name, given.getvalue(), kind, row)
    viewer = screen.asker.viewer
    try:
        with screen.asker.door.writing(viewer) as session:
            attach(session, viewer, scan, screen.documents, today=screen.today)
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    st.session_state[_SAID] = t("lampiran.tersimpan")
    st.rerun()
