"""A document on a screen, and its files: the words and numbers are those of the paper."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st
from sqlmodel import Session

from dashboard.documents import content
from dashboard.documents.giving import give_file
from dashboard.documents.rendering import FileKind, extra_missing, kinds_here
from dashboard.texts.catalogue import language, t, use
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.exporting.documents import Paper
from models.codes import DisclosureLevel

_MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
Build = Callable[[Session, int], content.Document]


def show_document(document: content.Document, screen: Screen) -> None:
    """Title, facts and sections, in a frame like a sheet of paper."""
    with st.container(border=True):
        st.header(plain(document.title), anchor=False)
        if document.subtitle:
            st.caption(plain(document.subtitle))
        if document.facts:
            _facts(document.facts)
        for part in document.sections:
            st.subheader(plain(part.title), anchor=False)
            for block in part.blocks:
                _show(block, part.title, screen)
        st.caption(plain(document.source))


def show_files(
    screen: Screen, document: content.Document, build: Build, *,
    about: tuple[tuple[str, str], ...], level: DisclosureLevel = DisclosureLevel.UNIT,
) -> None:  # fmt: skip
    """A button a kind of file; each is recorded, and made when it is pressed."""
    kinds, spoken = kinds_here(), language()
    with st.container(horizontal=True):
        for kind in kinds:
            paper = Paper(document.kind, about, kind, level)
            st.download_button(
                kind.upper(), _maker(screen, paper, build, spoken, kind),
                file_name=f"{document.name}.{kind}", mime=_MIME[kind],
                key=f"unduh-{document.name}-{kind}", on_click="ignore",
                icon=":material/download:", type="primary" if kind == "pdf" else "secondary",
            )  # fmt: skip
    if "pdf" not in kinds:
        st.caption(plain(extra_missing("PDF, DOCX").sentence(spoken)))
    st.caption(t("laporan.dicatat"))


def _maker(
    screen: Screen, paper: Paper, build: Build, spoken: str, kind: FileKind
) -> Callable[[], bytes]:
    def make() -> bytes:
        use(spoken)  # it runs by itself, later
        asker = screen.asker
        made_on: date = screen.today
        return give_file(asker.door, asker.viewer, paper, kind, made_on, build).body

    return make


def _show(block: content.Block, section: str, screen: Screen) -> None:
    match block:
        case content.Paragraph():
            st.markdown(plain(block.text))
        case content.Points():
            st.markdown("\n".join(f"- {plain(item)}" for item in block.items))
        case content.Facts():
            _facts(block.pairs)
        case content.Figures():
            _figures(block)
        case content.Table():
            _table(block, section)
        case content.Chart():
            show_chart(block.draw, block.frame, screen.colours, said=block.said)


def _facts(pairs: tuple[tuple[str, str], ...]) -> None:
    st.markdown("  \n".join(f":gray[{plain(name)}:] {plain(value)}" for name, value in pairs))


def _figures(figures: content.Figures) -> None:
    places = st.columns(len(figures.items))
    for place, item in zip(places, figures.items, strict=True):
        with place.container(border=True, height="stretch"):
            st.metric(item.label, item.shown.text)
            st.caption(plain(item.sentence))


def _table(table: content.Table, section: str) -> None:
    if table.title != section:
        st.markdown(f"**{plain(table.title)}**")
    frame = pd.DataFrame(
        [[plain(cell.text) for cell in row] for row in table.all_rows],
        columns=[column.label for column in table.columns],
    )
    st.table(frame, border="horizontal", hide_index=True, alt=table.title)
    if table.note:
        st.caption(plain(table.note))
