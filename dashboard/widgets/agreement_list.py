"""All agreements as cards and as a table, and what no agreement reaches."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.choosing import show_opener
from dashboard.widgets.coded import closed, names_of
from dashboard.widgets.keeping import keep
from dashboard.widgets.notices import show_no_rows
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import named, plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_rows, show_table
from data.answers import columns
from data.answers.agreements import BETWEEN_PARTIES, Among, agreements
from data.answers.coverage import Group, agreement_coverage, gaps
from data.queries.agreement_page import Key
from models.codes import AgreementKind, AgreementLevel, AgreementStage

PAGE = 10
_ALL = ""  # an option of None would show Streamlit's own English words


def show_agreements(screen: Screen) -> None:
    """Each chosen agreement as a card, and all of them as a table."""
    if screen.asker.ask(agreements, as_of=screen.today).empty:
        st.info(t("perjanjian.belum_ada"))
        return
    frame = screen.asker.ask(agreements, as_of=screen.today, among=choose_among(screen))
    st.caption(t("perjanjian.semua", n=formats.number(len(frame), language())))
    if frame.empty:
        show_no_rows()
        return
    shown = _shown(frame).to_dict("records")
    for row, place in zip(shown, two_a_row(len(shown)), strict=True):
        with place.container(border=True, height="stretch"):
            _show_card(row)
    show_table(frame, agreement_headings(), name="perjanjian")


def show_coverage(screen: Screen) -> None:
    """Which units, Bapas and fields no active agreement reaches today."""
    coverage = screen.asker.ask(agreement_coverage, language(), as_of=screen.today)
    if coverage.empty:
        st.info(t("ekspor.tanpa_unit"))
        return
    missing = gaps(coverage)
    on = formats.day(screen.today, language())
    if missing.empty:
        st.success(t("perjanjian.cakupan_penuh", hari=on))
        return
    st.caption(t("perjanjian.cakupan_cara_baca", hari=on, n=len(missing), semua=len(coverage)))
    show_rows(missing, _coverage_headings(), name="tanpa-perjanjian",
              said=t("perjanjian.bagian_cakupan"))  # fmt: skip


def choose_among(screen: Screen) -> Among:
    """Level, stage, field and aim of the agreements that are meant."""
    levels = {code.value: code.label(language()) for code in AgreementLevel}
    stages = {code.value: code.label(language()) for code in AgreementStage}
    places = [*st.columns(2), *st.columns(2)]
    return Among(
        level=_choice(places[0], t("perjanjian.tingkat"), "perjanjian-tingkat", levels),
        stage=_choice(places[1], t("kolom.tahap"), "perjanjian-tahap", stages),
        field=_choice(
            places[2], t("bingkai.bidang"), "perjanjian-bidang", names_of(screen, "bidang_program")
        ),
        supports=_choice(
            places[3], t("perjanjian.mendukung"), "perjanjian-dukungan",
            names_of(screen, "dukungan"),
        ),
    )  # fmt: skip


def _choice(place: Any, label: str, key: str, names: Mapping[str, str]) -> str | None:
    """One of `names`, or None for all of them."""
    keep(key, [_ALL, *names], otherwise=_ALL)
    found: str = place.selectbox(
        label, [_ALL, *names], key=key,
        format_func=lambda code: t("perjanjian.semua_pilihan") if code == _ALL else names[code],
    )  # fmt: skip
    return found or None


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
    st.markdown(f"**{agreement_kind(row[columns.KIND], language())}** {badges(row)}")
    st.markdown(t("perjanjian.nomor", nomor=plain(known(row[columns.NUMBER], language()))))
    parties = row[columns.PARTIES].split(BETWEEN_PARTIES)
    st.markdown("\n".join(f"{place}. {plain(name)}" for place, name in enumerate(parties, start=1)))
    st.caption("\u00a0· ".join(_facts(row)))  # no line begins with the dot
    key = Key(row[columns.AGREEMENT_OWNER], row[columns.AGREEMENT_CODE])
    show_opener(t("perjanjian.buka", kode=named(key.code)), address.AGREEMENT, key)


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


def badges(row: Mapping[Any, Any]) -> str:
    """The stage, and whether the agreement has expired or its end is not known."""
    stage = f":blue-badge[{AgreementStage.of(str(row[columns.STAGE])).label(language())}]"
    expired = row[columns.EXPIRED]
    if expired is None or pd.isna(expired):
        return f"{stage} :gray-badge[{t('perjanjian.akhir_tidak_diketahui')}]"
    return f"{stage} :orange-badge[{t('perjanjian.lewat')}]" if expired else stage


def agreement_kind(value: Any, spoken: str) -> str:
    """What kind of document it is; that may be unknown."""
    unknown = value is None or pd.isna(value)
    return t("perjanjian.jenis_tidak_diketahui") if unknown else (
        AgreementKind.of(str(value)).label(spoken)
    )  # fmt: skip


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


def agreement_headings() -> dict[str, Heading]:
    """The columns of the table of agreements."""
    return {
        columns.AGREEMENT_OWNER: Heading(t("kolom.pemilik")),
        columns.AGREEMENT_CODE: Heading(t("kolom.kode_perjanjian")),
        columns.NUMBER: Heading(t("kolom.nomor"), known),
        columns.KIND: Heading(t("kolom.jenis"), agreement_kind),
        columns.LEVEL: Heading(t("perjanjian.tingkat"), closed(AgreementLevel)),
        columns.TITLE: Heading(t("perjanjian.judul_naskah"), known),
        columns.PARTIES: Heading(t("kolom.pihak")),
        columns.STAGE: Heading(t("kolom.tahap"), closed(AgreementStage)),
        columns.SIGNED_ON: Heading(t("kolom.ditandatangani"), day),
        columns.STARTS_ON: Heading(t("kolom.berlaku"), day),
        columns.ENDS_ON: Heading(t("kolom.berakhir"), day),
        columns.EXPIRED: Heading(t("kolom.lewat"), _expired),
        columns.PARTNERS: Heading(t("kolom.mitra"), count),
        columns.COHORTS: Heading(t("kolom.angkatan"), count),
        columns.PEOPLE: Heading(t("kolom.orang"), count),
        columns.LAST_ACTIVITY: Heading(t("kolom.terakhir"), day),
    }
