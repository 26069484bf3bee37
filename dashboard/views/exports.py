"""Ekspor: any table, shown by its declared labels and given out as a file with its dictionary."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import downloads
from dashboard.widgets.bundling import show_bundling
from dashboard.widgets.keeping import folded, keep
from dashboard.widgets.locks import choose_lock
from dashboard.widgets.plain import plain
from dashboard.widgets.recipients import choose_recipient
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.exporting.datasets import datasets_at
from data.exporting.files import ADVISED_ROWS, Exported, export
from data.exporting.flattening import Field
from data.exporting.locking import Lock
from data.exporting.looking import look, rows_in
from data.exporting.requests import ExportRequest, Format
from data.exporting.research import ANONYMITY
from data.exporting.shapes import Dataset
from models.codes import Labelled, PurposeKind
from models.columns import Privacy

SHOWN = 50
_KIND, _DATASET, _MADE = "ekspor-jenis", "ekspor-dataset", "ekspor-berkas"


def show(screen: Screen) -> None:
    """Rows of a table, or a unit's bundle."""
    st.title(t("ekspor.judul"), anchor=False)
    st.markdown(t("ekspor.pertanyaan"))
    kinds = {"tabel": t("ekspor.jenis_tabel"), "kiriman": t("ekspor.jenis_kiriman")}
    keep(_KIND, kinds, otherwise="tabel")
    kind = st.segmented_control(
        t("ekspor.jenis"), list(kinds), key=_KIND, required=True, format_func=kinds.__getitem__,
        label_visibility="collapsed",
    )  # fmt: skip
    if kind == "kiriman":
        show_bundling(screen)
    else:
        _show_table(screen)


def _show_table(screen: Screen) -> None:
    """For whom, which rows, a look at them, their dictionary, and the file."""
    whom = choose_recipient(screen)
    if whom is None:
        return
    known = datasets_at(whom)
    dataset = known[_choose(known)]
    request = _request(screen, dataset, whom)
    try:
        total = screen.asker.ask(rows_in, request)
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    if total == 0:
        st.info(t("ekspor.kosong"))
    else:
        _show_rows(screen, dataset, request, total)
    _show_dictionary(dataset)
    _show_making(screen, dataset, request, total)


def _choose(known: dict[str, Dataset]) -> str:
    keep(_DATASET, list(known), otherwise=next(iter(known)))
    chosen: str = st.selectbox(
        t("ekspor.dataset"), list(known), key=_DATASET,
        format_func=lambda name: f"{known[name].label(language())} ({name})",
    )  # fmt: skip
    return chosen


def _request(screen: Screen, dataset: Dataset, whom: ExportRequest) -> ExportRequest:
    """What was chosen; without columns all of them, and the sidebar's filter only if wanted."""
    labels = {field.heading.id: _label(field) for field in dataset.fields}
    columns = st.multiselect(
        t("ekspor.kolom"), list(labels), format_func=labels.__getitem__,
        placeholder=t("ekspor.semua_kolom"), key=f"ekspor-kolom-{dataset.name}-{whom.level}",
    )  # fmt: skip
    filter = screen.chosen.filter
    narrowed = filter is not None and st.toggle(
        t("ekspor.saring"), value=False, help=t("ekspor.saring_bantuan"), key="ekspor-saring"
    )
    return replace(
        whom, dataset=dataset.name, language=language(), columns=tuple(columns),
        filter=filter if narrowed else None,
    )  # fmt: skip


def _label(field: Field) -> str:
    """The declared label; keys of several cells are told apart by their headings."""
    label = field.declaration.label(language())
    heading = field.heading.en if language() == "en" else field.heading.id
    return label if field.declaration.heading else f"{label}: {heading}"


def _show_rows(screen: Screen, dataset: Dataset, request: ExportRequest, total: int) -> None:
    """The first rows; those about persons are read only when somebody unfolds them."""
    said = t("ekspor.baris", n=formats.number(total, language()),
             tampak=formats.number(min(total, SHOWN), language()))  # fmt: skip
    if not dataset.is_personal:
        st.caption(said)
        _show_first(screen, dataset, request)
        return
    part = folded(said, key=f"ekspor-baris-{dataset.name}")
    if part.open:
        with part:
            _show_first(screen, dataset, request)


def _show_first(screen: Screen, dataset: Dataset, request: ExportRequest) -> None:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        rows = look(session, request, SHOWN)
    chosen = [f for f in dataset.fields if not request.columns or f.heading.id in request.columns]
    labels = _told_apart([_label(field) for field in chosen])
    frame = pd.DataFrame([[_written(cell) for cell in row] for row in rows], columns=labels)
    st.dataframe(frame, hide_index=True, alt=dataset.label(language()))


def _told_apart(labels: list[str]) -> list[str]:
    """A grid needs each name once."""
    return [
        label if labels.count(label) == 1 else f"{label} ({labels[:place].count(label) + 1})"
        for place, label in enumerate(labels)
    ]


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return t("umum.ya") if cell else t("umum.tidak")
    return cell.label(language()) if isinstance(cell, Labelled) else str(cell)


def _show_dictionary(dataset: Dataset) -> None:
    with st.expander(t("ekspor.kamus")):
        lines = [
            {
                t("ekspor.kamus_judul"): field.heading.id,
                t("ekspor.kamus_arti"): field.declaration.label(language()),
                t("ekspor.kamus_satuan"): field.declaration.unit or "",
                t("ekspor.kamus_kelas"): _privacy(field.declaration.privacy),
            }
            for field in dataset.fields
        ]
        st.dataframe(pd.DataFrame(lines), hide_index=True, alt=t("ekspor.kamus"))


def _privacy(kind: Privacy) -> str:
    return {
        Privacy.IDENTIFIER: t("ekspor.kelas_identifier"),
        Privacy.SENSITIVE: t("ekspor.kelas_sensitive"),
        Privacy.QUASI: t("ekspor.kelas_quasi"),
        Privacy.OPEN: t("ekspor.kelas_open"),
    }[kind]


def _named(kind: Format) -> str:
    return {
        Format.CSV: t("ekspor.format_csv"),
        Format.EXCEL: t("ekspor.format_excel"),
        Format.PARQUET: t("ekspor.format_parquet"),
        Format.XLSX: t("ekspor.format_xlsx"),
    }[kind]


def _show_making(screen: Screen, dataset: Dataset, request: ExportRequest, rows: int) -> None:
    st.subheader(t("ekspor.berkas"), anchor=False)
    kind = st.segmented_control(
        t("ekspor.format"), list(Format), default=Format.EXCEL, required=True,
        format_func=_named, key="ekspor-format",
    )  # fmt: skip
    purpose = _choose_purpose() if dataset.is_personal else None
    if kind is Format.XLSX and rows > ADVISED_ROWS:
        st.warning(t("ekspor.banyak_baris", n=formats.number(rows, language())))
    chosen = choose_lock("ekspor")
    asked = replace(request, format=kind, purpose=purpose)
    ready = chosen.is_ready and (not dataset.is_personal or purpose is not None)
    if st.button(t("ekspor.siapkan"), type="primary", disabled=not ready):
        _make(screen, asked, chosen.lock, rows)
    made = st.session_state.get(_MADE)
    if chosen.is_ready and made is not None and made[0] == (asked, type(chosen.lock)):
        _show_made(*made[1:])


def _choose_purpose() -> PurposeKind | None:
    st.caption(t("ekspor.per_orang"))
    chosen: PurposeKind | None = st.selectbox(
        t("ekspor.tujuan"), list(PurposeKind), index=None, key="ekspor-tujuan",
        placeholder=t("ekspor.pilih_tujuan"), format_func=lambda one: one.label(language()),
    )  # fmt: skip
    return chosen


def _make(screen: Screen, request: ExportRequest, lock: Lock | None, rows: int) -> None:
    bar = st.progress(0.0, t("ekspor.menulis"))

    def advance(done: int) -> None:
        bar.progress(min(done / max(rows, 1), 1.0), t("ekspor.menulis"))

    try:
        made = export(
            screen.asker.door, screen.asker.viewer, request, downloads.new_folder(), lock=lock,
            progress=advance,
        )  # fmt: skip
    except SinergiError as error:
        bar.empty()
        st.error(plain(error.sentence(language())))
        return
    bar.empty()
    files = (made.data,) if made.dictionary is None else (made.data, made.dictionary)
    links = [downloads.hand_out(file) for file in files]
    st.session_state[_MADE] = ((request, type(lock)), made, links)


def _show_made(made: Exported, links: list[str]) -> None:
    st.success(
        t("ekspor.siap", nama=plain(made.data.name), nomor=made.record,
          n=formats.number(made.rows, language()))
    )  # fmt: skip
    if ANONYMITY in made.told:
        _show_anonymity(made.told[ANONYMITY])
    with st.container(horizontal=True):
        st.link_button(t("ekspor.unduh"), links[0], icon=":material/download:", type="primary")
        if len(links) > 1:
            st.link_button(t("ekspor.unduh_kamus"), links[1], icon=":material/menu_book:")
    st.caption(t("ekspor.hilang") if len(links) > 1 else t("ekspor.hilang_terkunci"))


def _show_anonymity(told: Mapping[str, Any]) -> None:
    """How many persons stand in the file, how many with all detail, and how many not at all."""
    whole = told["persons_by_steps"].get("0", 0)
    st.markdown(
        t("ekspor.anonim", k=told["k"], orang=formats.number(told["persons"], language()),
          rinci=formats.number(whole, language()),
          tahan=formats.number(told["withheld_persons"], language()),
          baris=formats.number(told["withheld_rows"], language()))
    )  # fmt: skip
