"""The frame around all screens: language, filters, banner, navigation. Run by `server.py`."""

import logging
import os
import traceback
from datetime import date
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import streamlit as st
from sqlalchemy.exc import DBAPIError
from streamlit.delta_generator import DeltaGenerator

from dashboard.texts.catalogue import t
from dashboard.widgets.ahead import look_ahead
from dashboard.widgets.caching import Asker, settle
from dashboard.widgets.filters import choose, choose_language
from dashboard.widgets.memory import enter
from dashboard.widgets.notices import show_bug, show_mode, show_no_database
from dashboard.widgets.opening import open_database
from dashboard.widgets.renewing import keep_up
from dashboard.widgets.screen import Screen
from dashboard.widgets.style import dress
from data.answers import choices
from data.errors import SinergiError
from data.mismatch import other_tables
from data.opening import LOCAL_OFFICER
from data.recording.documents import documents_folder
from data.settings import Settings
from models.door import Door

ASSETS = Path(__file__).with_name("assets")
ICON = ASSETS / "ikon.png"
log = logging.getLogger("sinergi.dashboard")


def main() -> None:
    """One run of the frame, and of the chosen screen in it."""
    st.set_page_config("Sinergi", ICON, layout="wide")
    ground = "gelap" if st.context.theme.type == "dark" else "terang"
    st.logo(ASSETS / f"nama-{ground}.png", size="large", icon_image=ICON)
    above, beside = st.columns([3, 1], vertical_alignment="center")
    with beside:
        choose_language()
    try:
        door = open_database(os.environ.get("SINERGI_DATABASE"))
    except SinergiError as error:
        show_no_database(error)
        return
    try:
        _run(door, above)
    except DBAPIError as error:
        told = other_tables(error)
        if told is None:
            raise
        show_no_database(told)


def _run(door: Door, above: DeltaGenerator) -> None:
    with door.reading(LOCAL_OFFICER) as session:
        state = choices.state(session)
    keep_up(door, state.data_version)
    asker = Asker(door, LOCAL_OFFICER, state.data_version)
    drawn: list[Screen] = []
    sections = _pages(drawn)
    page = st.navigation(sections, position="sidebar", expanded=True)
    pages = {one.url_path: one for section in sections.values() for one in section}
    documents = documents_folder(door, Settings.from_environment(os.environ).home)
    drawn.append(Screen(asker, choose(asker), state, state.today(date.today()), pages, documents))
    with above:
        show_mode(state)
    enter(page.url_path)
    page.run()
    dress()
    settle(page.url_path)
    look_ahead(asker, drawn[0].chosen.filter)


def _pages(drawn: list[Screen]) -> dict[str, list["st.Page"]]:
    """The screens by section. The first is at `/` alone, so nothing links to its own name."""

    def page(view: str, title: str, path: str, icon: str, *, first: bool = False) -> "st.Page":
        def run() -> None:
            _show(view, drawn)

        return st.Page(run, title=title, url_path=path, icon=icon, default=first)

    return {
        t("bingkai.bagian_sehari_hari"): [
            page("today", t("hari_ini.menu"), "hari-ini", ":material/today:"),
            page("person", t("wbp.menu"), "wbp", ":material/person_search:"),
            page("clients", t("klien.menu"), "klien", ":material/supervisor_account:"),
            page("attendance", t("presensi.menu"), "presensi", ":material/how_to_reg:"),
            page("recording", t("catat.menu"), "catat", ":material/edit_note:"),
        ],
        t("bingkai.bagian_hasil"): [
            page("overview", t("bingkai.ringkasan"), "ringkasan", ":material/monitoring:",
                 first=True),
            page("programmes", t("program.menu"), "program", ":material/school:"),
            page("change", t("bingkai.perubahan"), "perubahan", ":material/trending_up:"),
            page("official", t("bingkai.resmi"), "indikator-resmi", ":material/fact_check:"),
        ],
        t("bingkai.bagian_kerja_sama"): [
            page("agreements", t("bingkai.perjanjian"), "perjanjian", ":material/handshake:"),
            page("plans", t("rencana.menu"), "rencana-kerja", ":material/assignment:"),
            page("progress", t("kemajuan.menu"), "kemajuan", ":material/flag:"),
            page("across", t("lintas.menu"), "lintas-perjanjian", ":material/compare:"),
            page("partner_level", t("tampilan_mitra.menu"), "tampilan-mitra",
                 ":material/visibility:"),
            page("signing", t("tandatangan.menu"), "penandatanganan", ":material/draw:"),
            page("reports", t("laporan.menu"), "laporan", ":material/summarize:"),
        ],
        t("bingkai.bagian_data"): [
            page("imports", t("bingkai.impor"), "impor", ":material/upload_file:"),
            page("deliveries", t("bingkai.kiriman"), "kiriman", ":material/inventory_2:"),
            page("quality", t("bingkai.mutu"), "mutu-data", ":material/rule:"),
            page("exports", t("bingkai.ekspor"), "ekspor", ":material/download:"),
            page("methods", t("bingkai.metode"), "metode", ":material/menu_book:"),
        ],
    }  # fmt: skip


def _show(view: str, drawn: list[Screen]) -> None:
    """A fault of ours is told by a number; where it happened stands in the log under it.

    Only the screen that is asked for is imported: together they hold up a start for long.
    """
    try:
        import_module(f"dashboard.views.{view}").show(drawn[0])
    except Exception as error:
        if isinstance(error, DBAPIError) and other_tables(error):
            raise
        reference = uuid4().hex[:8].upper()
        log.error("%s\n%s", reference, _places(error))
        show_bug(reference)


def _places(error: BaseException | None) -> str:
    """The kinds of error and the lines they came through, without what they say."""
    told: list[str] = []
    while error is not None:
        told += [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]
        error = error.__cause__ or error.__context__
    return "".join(told)


main()
