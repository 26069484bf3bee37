"""More than one unit at once: the map of provinces, and the units inside what chance spreads."""

import pandas as pd
import streamlit as st

from dashboard.charts import funnel, tiles
from dashboard.charts.units import MOST_UNITS, attendance_by_unit, describe_units
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, known, share, show_table
from data.answers import attendance, columns, provinces
from data.answers.in_funnel import LINE, NAME, UnitsInFunnel, participation_funnel
from data.indicators import beside
from data.indicators.beside import FunnelPlot
from data.indicators.declarations import ATTENDANCE, FUNNEL_PLOT, PARTICIPATION
from data.queries.filter import Filter

BETWEEN_UNITS = (provinces.participation_by_province, participation_funnel)


def show_map(screen: Screen, filter: Filter) -> None:
    """Participation by province."""
    frame = screen.asker.ask(provinces.participation_by_province, filter)
    st.subheader(t("antarunit.peta"), anchor=False)
    show_chart(tiles.participation_by_tile, frame, screen.colours, said=tiles.describe_tiles)
    st.caption(t("antarunit.cara_baca_peta"))
    lived = frame[frame[provinces.ELIGIBLE] > 0]
    show_table(lived, _province_headings(), name="partisipasi-per-provinsi")
    show_rate_method(PARTICIPATION.code)


def show_funnel(screen: Screen, filter: Filter) -> None:
    """Participation of units of very different size, and which of them need a look."""
    st.subheader(t("antarunit.corong"), anchor=False)
    found = screen.asker.ask(participation_funnel, filter)
    plot, frame = found.plot, found.frame
    if plot.status != "ok":
        st.info(_why_not(plot))
        return
    show_chart(funnel.units_in_funnel, frame, screen.colours, said=funnel.describe_funnel)
    st.caption(t("antarunit.cara_baca_corong"))
    _say_outside(found)
    shown = frame[frame[LINE].isna()]
    show_table(shown, _funnel_headings(), name="partisipasi-per-unit")
    show_rate_method(FUNNEL_PLOT.code)


def show_attendance(screen: Screen, filter: Filter) -> None:
    """Attendance unit by unit, by name: not a table of who is first."""
    frame: pd.DataFrame = screen.asker.ask(attendance.attendance_by_unit, filter)
    if frame.empty:
        return
    st.subheader(t("ringkasan.unit"), anchor=False)
    show_chart(attendance_by_unit, frame, screen.colours, said=describe_units)
    if len(frame) > MOST_UNITS:
        st.caption(t("ringkasan.unit_terpotong", ditampilkan=MOST_UNITS, semua=len(frame)))
    st.caption(t("ringkasan.cara_baca_unit"))
    show_table(frame, attendance_headings(), name="kehadiran-per-unit")
    show_rate_method(ATTENDANCE.code)


def _say_outside(found: UnitsInFunnel) -> None:
    """The units that differ by more than all differ, by name: for review, never by rank."""
    if found.outside:
        st.markdown(t("antarunit.ditinjau", daftar=plain(", ".join(found.outside))))
    if found.small:
        st.caption(t("antarunit.kecil", daftar=plain(", ".join(found.small))))


def _why_not(plot: FunnelPlot) -> str:
    if plot.reason == "too_few_units":
        needed = formats.number(plot.needed, language())
        return t("antarunit.kurang_unit", n=needed, orang=beside.FEWEST_PEOPLE)
    return t("antarunit.sama_semua")


def positions() -> dict[str, str]:
    """What a place in the funnel is called."""
    return {
        beside.INSIDE: t("antarunit.dalam"), beside.OUTSIDE_95: t("antarunit.luar_95"),
        beside.OUTSIDE_998: t("antarunit.luar_998"),
    }  # fmt: skip


def _position(value: str, _language: str) -> str:
    return positions()[value]


def _funnel_headings() -> dict[str, Heading]:
    return {
        NAME: Heading(t("kolom.unit")),
        beside.EVENTS: Heading(t("kolom.peserta"), count),
        beside.PEOPLE: Heading(t("kolom.penghuni"), count),
        beside.RATE: Heading(t("kolom.partisipasi"), share),
        "low_998": Heading(t("antarunit.bawah_998"), share),
        "low_95": Heading(t("kolom.bawah"), share),
        "high_95": Heading(t("kolom.atas"), share),
        "high_998": Heading(t("antarunit.atas_998"), share),
        beside.POSITION: Heading(t("antarunit.letak"), _position),
        beside.ADJUSTED: Heading(t("antarunit.letak_lebar"), _position),
    }


def _province_headings() -> dict[str, Heading]:
    return {
        provinces.CODE: Heading(t("antarunit.kode_provinsi")),
        provinces.NAME: Heading(t("grafik.provinsi"), known),
        provinces.PEOPLE: Heading(t("kolom.peserta"), count),
        provinces.ELIGIBLE: Heading(t("kolom.penghuni"), count),
        provinces.RATE: Heading(t("kolom.partisipasi"), share),
        provinces.LOW: Heading(t("kolom.bawah"), share),
        provinces.HIGH: Heading(t("kolom.atas"), share),
    }


def attendance_headings() -> dict[str, Heading]:
    """The columns of ATTENDANCE_BY_UNIT as people read them."""
    return {
        columns.UNIT_CODE: Heading(t("kolom.kode_unit")),
        columns.UNIT_NAME: Heading(t("kolom.unit")),
        columns.PEOPLE: Heading(t("kolom.peserta"), count),
        columns.ATTENDED: Heading(t("kolom.hadir"), count),
        columns.EXPECTED: Heading(t("kolom.diharapkan"), count),
        columns.UNRECORDED: Heading(t("kolom.belum_tercatat"), count),
        columns.RATE: Heading(t("kolom.kehadiran"), share),
        columns.LOW: Heading(t("kolom.bawah"), share),
        columns.HIGH: Heading(t("kolom.atas"), share),
        columns.BOUND_LOW: Heading(t("kolom.batas_bawah"), share),
        columns.BOUND_HIGH: Heading(t("kolom.batas_atas"), share),
    }
