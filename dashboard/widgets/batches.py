"""What came in before, and taking it back."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.outcomes import called
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.importing.history import Entry
from data.importing.undoing import Undone, rehearse_undo, together, undo

_CHOSEN, _SAID = "impor-kiriman", "impor-batal"


def show_history(screen: Screen, entries: Sequence[Entry]) -> None:
    """The batches, newest first, and the one to be undone."""
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    if not entries:
        st.info(t("impor.belum_ada"))
        return
    st.dataframe(
        pd.DataFrame([_line(one) for one in entries]), hide_index=True, alt=t("impor.riwayat")
    )
    standing = {one.id: one for one in entries if not one.is_undone}
    chosen = st.selectbox(
        t("impor.batalkan_kiriman"), list(standing), index=None, key=_CHOSEN,
        placeholder=t("impor.pilih_kiriman"), format_func=lambda key: _named(standing[key]),
    )  # fmt: skip
    if chosen is not None:
        _show_undo(screen, chosen)


def _line(one: Entry) -> dict[str, str]:
    numbers = {
        t("impor.baru"): one.new, t("impor.berubah"): one.changed, t("impor.tetap"): one.unchanged,
        t("impor.ditolak"): one.refused, t("impor.disisihkan"): one.set_aside,
    }  # fmt: skip
    return {
        t("impor.kiriman"): str(one.id),
        t("impor.saat"): f"{formats.short_day(one.at.date(), language())} {one.at:%H:%M} UTC",
        t("impor.berkas"): one.file_name,
        t("impor.tabel"): called(one.table),
        **{label: formats.number(count, language()) for label, count in numbers.items()},
        t("impor.petugas"): one.account,
        t("impor.keadaan"): _state(one),
    }


def _state(one: Entry) -> str:
    if one.is_undone:
        return t("impor.dibatalkan_oleh", siapa=one.undone_by or "-")
    if one.waiting:
        return t("impor.menunggu_n", n=formats.number(one.waiting, language()))
    return ""


def _named(one: Entry) -> str:
    return f"{one.id} · {one.file_name} → {called(one.table)}"


def _show_undo(screen: Screen, batch: int) -> None:
    """What the undo would do, or why it may not be; and the button that does it."""
    door, viewer = screen.asker.door, screen.asker.viewer
    with door.reading(viewer) as session:
        batches = together(session, batch)
    try:
        would = rehearse_undo(door, viewer, batches)
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    numbers = ", ".join(map(str, batches))
    st.warning(t("impor.akan_dibatalkan", nomor=numbers, akibat=_words(would)))
    if not st.button(t("impor.batalkan"), type="primary", icon=":material/undo:"):
        return
    try:
        with door.writing(viewer) as session:
            undo(session, viewer, batches)
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    st.session_state[_SAID] = t("impor.sudah_dibatalkan", nomor=numbers)
    st.session_state.pop(_CHOSEN, None)
    st.rerun()


def _words(would: Undone) -> str:
    parts = [
        t("impor.akibat", tabel=called(table), hapus=would.removed[table],
          pulih=would.restored[table])
        for table in sorted({*would.removed, *would.restored})
    ]  # fmt: skip
    return "; ".join(parts) or t("impor.tanpa_akibat")
