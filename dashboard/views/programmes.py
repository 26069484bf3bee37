"""Program dan angkatan: what is run, who stays, how much they receive, and what it costs."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts.catalogue import t
from dashboard.widgets import address
from dashboard.widgets.coded import listed, names_of
from dashboard.widgets.keeping import keep
from dashboard.widgets.notices import show_empty_database, show_no_rows
from dashboard.widgets.plain import plain
from dashboard.widgets.programme_page import show_programme
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, Write, count, known, show_rows
from data.answers.programmes import catalogue
from data.queries import programmes
from data.queries.filter import Filter

_NONE = ""
_KEY = "program-terpilih"
_BETWEEN = "/"


def show(screen: Screen) -> None:
    """The catalogue, or one programme of it; which one stands in the address."""
    st.title(t("program.judul"), anchor=False)
    st.markdown(t("program.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    found = screen.asker.ask(catalogue, filter)
    if found.empty:
        show_no_rows()
        return
    chosen = _choose(found)
    if chosen is None:
        _show_catalogue(screen, found)
    else:
        _show_one(screen, filter, chosen)


def _choose(found: pd.DataFrame) -> dict[Any, Any] | None:
    rows = {
        f"{row[programmes.OWNER_CODE]}{_BETWEEN}{row[programmes.CODE]}": row
        for row in found.to_dict("records")
    }
    options = [_NONE, *rows]
    keep(_KEY, options, asked=address.asked(address.PROGRAMME), otherwise=_NONE)
    code: str = st.selectbox(
        t("program.pilih"), options, key=_KEY,
        format_func=lambda key: rows[key][programmes.NAME] if key else t("program.semua"),
    )  # fmt: skip
    address.show(address.PROGRAMME, code or None)
    return rows.get(code)


def _show_catalogue(screen: Screen, found: pd.DataFrame) -> None:
    st.caption(t("program.cara_baca"))
    headings = {
        programmes.NAME: Heading(t("kolom.program")),
        programmes.FIELD: Heading(t("bingkai.bidang"), listed(names_of(screen, "bidang_program"))),
        programmes.KIND: Heading(t("kolom.jenis"), listed(names_of(screen, "jenis_program"))),
        programmes.SUPPORTS: Heading(t("program.mendukung"), _supports(screen)),
        programmes.COHORTS: Heading(t("kolom.angkatan"), count),
        programmes.PEOPLE: Heading(t("program.terisi"), count),
        programmes.WAITING: Heading(t("program.menunggu"), count),
        programmes.PLANNED: Heading(t("program.rencana_sesi"), count),
        programmes.MINIMUM: Heading(t("program.dosis_minimum"), count),
        programmes.CERTIFIED: Heading(t("program.bersertifikat"), _yes_or_no),
        programmes.OWNER_CODE: Heading(t("kolom.pemilik"), known),
        programmes.CODE: Heading(t("metode.kode"), known),
    }
    show_rows(found, headings, name="program", said=t("program.judul"))


def _show_one(screen: Screen, filter: Filter, row: dict[Any, Any]) -> None:
    fields = names_of(screen, "bidang_program")
    kinds = names_of(screen, "jenis_program")
    what = {
        "bidang": fields.get(row[programmes.FIELD], row[programmes.FIELD]),
        "jenis": kinds.get(row[programmes.KIND], row[programmes.KIND]),
        "persen": row[programmes.MINIMUM],
    }
    supports = _supports(screen)(row[programmes.SUPPORTS], "")
    st.caption(
        plain(
            t("program.apa_mendukung", mendukung=supports, **what)
            if supports
            else t("program.apa", **what)
        )
    )
    show_programme(screen, filter, (row[programmes.OWNER_CODE], row[programmes.CODE]))


def _supports(screen: Screen) -> Write:
    names = names_of(screen, "dukungan")

    def write(value: Any, _spoken: str) -> str:
        return "" if pd.isna(value) else names.get(str(value), str(value))

    return write


def _yes_or_no(value: Any, _spoken: str) -> str:
    return t("umum.ya") if value else t("umum.tidak")
