"""All partners, and one of them on its own page."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.agreement_list import agreement_kind
from dashboard.widgets.choosing import show_opener, show_way_back
from dashboard.widgets.coded import listed, names_of
from dashboard.widgets.delivering import (
    show_cohorts,
    show_delivery_figures,
    show_meetings,
    show_period,
)
from dashboard.widgets.notices import show_empty_database
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import named, plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_table
from data.answers import partners as answer
from data.queries import partners as found
from data.queries.agreement_page import Key
from models.codes import AgreementStage


def show_partners(screen: Screen) -> None:
    """Each partner as a card with what it delivered in the period, and all as a table."""
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    frame = screen.asker.ask(answer.partners, filter)
    if frame.empty:
        st.info(t("mitra.belum_ada"))
        return
    show_period(screen)
    kinds = names_of(screen, "jenis_mitra")
    rows = frame.to_dict("records")
    for row, place in zip(rows, two_a_row(len(rows)), strict=True):
        with place.container(border=True, height="stretch"):
            _show_card(row, kinds)
    show_table(frame, _headings(kinds), name="mitra")


def _show_card(row: dict[Any, Any], kinds: dict[str, str]) -> None:
    st.markdown(f"**{plain(row[found.NAME])}** :gray-badge[{_kind(row, kinds)}]")
    st.caption("\u00a0· ".join([
        t("mitra.sesi_n", n=count(row[found.SESSIONS], language())),
        t("perjanjian.orang_tidak_tercatat") if pd.isna(row[found.PEOPLE])
        else t("perjanjian.orang", n=count(row[found.PEOPLE], language())),
        t("mitra.perjanjian_n", n=count(row[found.AGREEMENTS], language())),
        t("mitra.sesi_terakhir", hari=_on(row[found.LAST_HELD])),
    ]))  # fmt: skip
    show_opener(
        t("mitra.lihat_sesi", nama=named(row[found.NAME])), address.PARTNER,
        Key(row[found.OWNER], row[found.CODE]),
    )  # fmt: skip


def show_partner(screen: Screen, key: Key) -> None:
    """What one partner signed and delivered."""
    show_way_back(t("mitra.kembali"), address.PARTNER)
    filter = screen.chosen.filter
    page = None if filter is None else screen.asker.ask(answer.partner_page, filter, key)
    if page is None:
        st.title(t("perjanjian.judul"), anchor=False)
        st.info(t("mitra.tidak_ada", kode=plain(key.code)))
        return
    st.title(plain(page.line[found.NAME]), anchor=False)
    kinds = names_of(screen, "jenis_mitra")
    st.caption("\u00a0· ".join([
        _kind(page.line, kinds),
        t("perjanjian.kode", kode=plain(key.code), unit=plain(key.owner)),
        t("mitra.provinsi", nama=plain(known(page.line[found.PROVINCE], language()))),
    ]))  # fmt: skip
    show_period(screen)
    show_delivery_figures(page.figures)
    show_meetings(page.meetings, name=f"sesi-{key.code}")
    show_cohorts(screen, page.cohorts, name=f"angkatan-{key.code}")
    _show_signed(page.agreements)


def _show_signed(signed: pd.DataFrame) -> None:
    st.subheader(t("mitra.perjanjian"), anchor=False)
    if signed.empty:
        st.info(t("mitra.tanpa_perjanjian"))
    for row in signed.to_dict("records"):
        kind = agreement_kind(row[found.KIND], language())
        stage = AgreementStage.of(str(row[found.STAGE])).label(language())
        number = plain(known(row[found.NUMBER], language()))
        st.markdown(f"**{kind}** :blue-badge[{stage}]  \n{t('perjanjian.nomor', nomor=number)}")
        key = Key(row[found.OWNER], row[found.CODE])
        show_opener(t("perjanjian.buka", kode=named(key.code)), address.AGREEMENT, key)


def _kind(row: dict[Any, Any], kinds: dict[str, str]) -> str:
    return plain(listed(kinds)(row[found.KIND], language()))


def _on(value: Any) -> str:
    return t("umum.tidak_diketahui") if pd.isna(value) else formats.day(value, language())


def _headings(kinds: dict[str, str]) -> dict[str, Heading]:
    return {
        found.NAME: Heading(t("kolom.mitra")),
        found.KIND: Heading(t("kolom.jenis"), listed(kinds)),
        found.OWNER: Heading(t("kolom.pemilik")),
        found.CODE: Heading(t("kolom.kode_perjanjian")),
        found.PROVINCE: Heading(t("mitra.provinsi_kolom"), known),
        found.AGREEMENTS: Heading(t("mitra.jumlah_perjanjian"), count),
        found.COHORTS: Heading(t("kolom.angkatan"), count),
        found.SESSIONS: Heading(t("mitra.sesi_terlaksana"), count),
        found.PEOPLE: Heading(t("kolom.orang"), count),
        found.LAST_HELD: Heading(t("mitra.sesi_terakhir_kolom"), day),
    }
