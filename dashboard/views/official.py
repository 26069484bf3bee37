"""Indikator resmi: realisation, target and achievement of a year, in the form of the LKjIP."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.entering import show_entry
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import (
    Heading,
    count,
    decimal,
    known,
    month,
    share,
    show_table,
    show_written,
)
from data.answers import columns
from data.answers.official import official_months, official_year
from data.indicators.declarations import OFFICIAL
from models.codes import MeasureDirection, ValueSource

INDICATOR_WIDTH = 460  # pixels: most names stand whole


def show(screen: Screen) -> None:
    """The year's table, its months, and what is not yet verified."""
    st.title(t("resmi.judul"), anchor=False)
    st.markdown(t("resmi.pertanyaan"))
    year, unit = _choice(screen)
    frame = screen.asker.ask(official_year, year, as_of=screen.today, unit=unit)
    if frame.empty:
        st.info(t("resmi.belum_ada"))
        return
    _say_what(screen, frame, year)
    frame = frame.assign(**{columns.VERIFIED: frame[columns.VERIFIED].map(_verified)})
    show_written(
        frame,
        _headings(),
        said=t("resmi.judul"),
        widths={t("kolom.indikator"): INDICATOR_WIDTH},
    )
    show_table(frame, _headings(), name=f"indikator-resmi-{year}")
    _show_months(screen, year, unit)
    st.caption(t("resmi.cara_baca"))
    show_rate_method(OFFICIAL.code)
    show_entry(screen, frame, year, unit)


def _choice(screen: Screen) -> tuple[int, str | None]:
    """The year in which the chosen period ends, and the chosen unit; this year without either."""
    filter = screen.chosen.filter
    if filter is None:
        return screen.today.year, None
    last = filter.end - date.resolution
    return last.year, filter.unit


def _say_what(screen: Screen, frame: pd.DataFrame, year: int) -> None:
    place = screen.chosen.unit_name or t("bingkai.semua_unit")
    unverified = int((~frame[columns.VERIFIED]).sum())
    st.caption(t("resmi.tempat", tahun=year, unit=plain(place)))
    st.warning(t("resmi.belum_dipastikan", n=unverified, semua=len(frame)))


def _show_months(screen: Screen, year: int, unit: str | None) -> None:
    months = screen.asker.ask(official_months, year, as_of=screen.today, unit=unit)
    st.subheader(t("resmi.per_bulan"), anchor=False)
    if months.empty:
        st.info(t("resmi.tanpa_bulan"))
        return
    show_table(months, _month_headings(), name=f"indikator-resmi-bulanan-{year}")


def _headings() -> dict[str, Heading]:
    return {
        _name(): Heading(t("kolom.indikator")),
        columns.TARGET: Heading(t("kolom.target"), _percent),
        columns.RATE: Heading(t("kolom.realisasi"), share),
        columns.ACHIEVEMENT: Heading(t("kolom.capaian"), _percent),
        columns.A: Heading(t("kolom.rata_a"), decimal),
        columns.B: Heading(t("kolom.rata_b"), decimal),
        columns.VERIFIED: Heading(t("kolom.dipastikan")),
        columns.DIRECTION: Heading(t("kolom.arah"), _direction),
        columns.MONTHS: Heading(t("kolom.bulan_tercatat"), count),
        columns.REASON: Heading(t("kolom.keterangan"), _reason),
        columns.HOW: Heading(t("kolom.asal"), _how),
        columns.REPORTING: Heading(t("kolom.unit_melapor"), count),
        columns.MEANS_A: Heading(t("kolom.arti_a")),
        columns.MEANS_B: Heading(t("kolom.arti_b")),
        columns.SOURCE: Heading(t("kolom.sumber"), known),
    }


def _month_headings() -> dict[str, Heading]:
    return {
        _name(): Heading(t("kolom.indikator")),
        columns.MONTH: Heading(t("kolom.bulan"), month),
        columns.A: Heading("A", count),
        columns.B: Heading("B", count),
        columns.RATE: Heading(t("kolom.realisasi"), share),
        columns.HOW: Heading(t("kolom.asal"), _how),
    }


def _name() -> str:
    return columns.NAME_EN if language() == "en" else columns.NAME_ID


def _percent(value: Any, spoken: str) -> str:
    """A number that is in percent already; never capped."""
    return formats.UNKNOWN if pd.isna(value) else f"{formats.number(value, spoken, decimals=1)}%"


def _direction(value: Any, spoken: str) -> str:
    return MeasureDirection.of(str(value)).label(spoken)


def _verified(value: bool) -> str:
    return t("umum.ya") if value else t("resmi.belum")


def _how(value: Any, spoken: str) -> str:
    if pd.isna(value):
        return formats.UNKNOWN
    return " + ".join(ValueSource.of(one).label(spoken) for one in str(value).split("+"))


def _reason(value: Any, _spoken: str) -> str:
    """Why a figure stands alone or does not stand at all; nothing when it is well."""
    if pd.isna(value):
        return ""
    return {
        "no_month": t("resmi.tanpa_bulan"),
        "zero_of_zero": t("resmi.nol_dari_nol"),
        "too_few": t("resmi.sedikit"),
    }[str(value)]
