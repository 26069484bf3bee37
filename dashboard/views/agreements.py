"""Perjanjian: which agreements stand, between whom, until when, and what came of them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_table
from data.answers import columns
from data.answers.agreements import BETWEEN_PARTIES, agreements
from data.answers.coverage import Group, agreement_coverage, gaps
from models.codes import AgreementKind, AgreementStage

PAGE = 10


def show(screen: Screen) -> None:
    """Each agreement as a card, and all of them as a table."""
    st.title(t("perjanjian.judul"), anchor=False)
    st.markdown(t("perjanjian.pertanyaan"))
    frame = screen.asker.ask(agreements, as_of=screen.today)
    if frame.empty:
        st.info(t("perjanjian.belum_ada"))
        return
    st.caption(t("perjanjian.semua", n=formats.number(len(frame), language())))
    shown = _shown(frame).to_dict("records")
    for row, place in zip(shown, two_a_row(len(shown)), strict=True):
        with place.container(border=True, height="stretch"):
            _show_card(row)
    show_table(frame, _headings(), name="perjanjian")
    _show_coverage(screen)


def _show_coverage(screen: Screen) -> None:
    """Which units, Bapas and fields no active agreement reaches today."""
    coverage = screen.asker.ask(agreement_coverage, as_of=screen.today)
    missing = gaps(coverage)
    on = formats.day(screen.today, language())
    st.subheader(t("perjanjian.cakupan"), anchor=False)
    if missing.empty:
        st.success(t("perjanjian.cakupan_penuh", hari=on))
        return
    st.caption(t("perjanjian.cakupan_cara_baca", hari=on, n=len(missing), semua=len(coverage)))
    show_table(missing, _coverage_headings(), name="tanpa-perjanjian")


def _shown(frame: pd.DataFrame) -> pd.DataFrame:
    pages = range(0, len(frame), PAGE)
    if len(pages) == 1:
        return frame
    start = st.segmented_control(
        t("perjanjian.halaman"), list(pages), default=0, required=True,
        format_func=lambda first: formats.number(pages.index(first) + 1, language()),
    )  # fmt: skip
    return frame.iloc[start : start + PAGE]


def _show_card(row: dict[Any, Any]) -> None:
    st.markdown(f"**{_kind(row[columns.KIND], language())}** {_badges(row)}")
    st.markdown(t("perjanjian.nomor", nomor=plain(known(row[columns.NUMBER], language()))))
    parties = row[columns.PARTIES].split(BETWEEN_PARTIES)
    st.markdown("\n".join(f"{place}. {plain(name)}" for place, name in enumerate(parties, start=1)))
    st.caption("\u00a0· ".join(_facts(row)))  # no line begins with the dot


def _facts(row: dict[Any, Any]) -> list[str]:
    def on(name: str) -> str:
        value = row[name]
        return t("umum.tidak_diketahui") if pd.isna(value) else formats.day(value, language())

    people = row[columns.PEOPLE]
    return [
        t("perjanjian.ditandatangani", hari=on(columns.SIGNED_ON)),
        t("perjanjian.berakhir", hari=on(columns.ENDS_ON)),
        t("perjanjian.angkatan", n=count(row[columns.COHORTS], language())),
        t("perjanjian.orang_tidak_tercatat") if pd.isna(people)
        else t("perjanjian.orang", n=count(people, language())),
        t("perjanjian.terakhir", hari=on(columns.LAST_ACTIVITY)),
    ]  # fmt: skip


def _badges(row: dict[Any, Any]) -> str:
    stage = f":blue-badge[{_stage(row[columns.STAGE], language())}]"
    expired = row[columns.EXPIRED]
    if expired is None or pd.isna(expired):
        return f"{stage} :gray-badge[{t('perjanjian.akhir_tidak_diketahui')}]"
    return f"{stage} :orange-badge[{t('perjanjian.lewat')}]" if expired else stage


def _kind(value: Any, language: str) -> str:
    return t("perjanjian.jenis_tidak_diketahui") if pd.isna(value) else (
        AgreementKind.__members__[value].label(language)
    )  # fmt: skip


def _stage(value: Any, language: str) -> str:
    return AgreementStage.__members__[value].label(language)


def _expired(value: Any, _language: str) -> str:
    if value is None or pd.isna(value):
        return t("umum.tidak_diketahui")
    return t("umum.ya") if value else t("umum.tidak")


def _group(value: Any, _language: str) -> str:
    return {
        Group.UNIT: t("perjanjian.kelompok_unit"),
        Group.BAPAS: t("perjanjian.kelompok_bapas"),
        Group.FIELD: t("perjanjian.kelompok_bidang"),
    }[Group(value)]


def _coverage_headings() -> dict[str, Heading]:
    return {
        columns.GROUP: Heading(t("kolom.kelompok"), _group),
        columns.CODE: Heading(t("kolom.kode_perjanjian")),
        columns.NAME: Heading(t("kolom.nama")),
        columns.OWN: Heading(t("kolom.perjanjian_sendiri"), count),
        columns.COHORTS: Heading(t("kolom.perjanjian_angkatan"), count),
        columns.ABOVE: Heading(t("kolom.perjanjian_di_atas"), count),
        columns.END_UNKNOWN: Heading(t("kolom.akhir_tidak_diketahui"), count),
    }


def _headings() -> dict[str, Heading]:
    return {
        columns.AGREEMENT_OWNER: Heading(t("kolom.pemilik")),
        columns.AGREEMENT_CODE: Heading(t("kolom.kode_perjanjian")),
        columns.NUMBER: Heading(t("kolom.nomor"), known),
        columns.KIND: Heading(t("kolom.jenis"), _kind),
        columns.PARTIES: Heading(t("kolom.pihak")),
        columns.STAGE: Heading(t("kolom.tahap"), _stage),
        columns.SIGNED_ON: Heading(t("kolom.ditandatangani"), day),
        columns.STARTS_ON: Heading(t("kolom.berlaku"), day),
        columns.ENDS_ON: Heading(t("kolom.berakhir"), day),
        columns.EXPIRED: Heading(t("kolom.lewat"), _expired),
        columns.PARTNERS: Heading(t("kolom.mitra"), count),
        columns.COHORTS: Heading(t("kolom.angkatan"), count),
        columns.PEOPLE: Heading(t("kolom.orang"), count),
        columns.LAST_ACTIVITY: Heading(t("kolom.terakhir"), day),
    }
