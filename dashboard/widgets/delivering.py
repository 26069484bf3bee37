"""Tables of what was delivered: cohorts, sessions and activities."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import closed, listed, names_of
from dashboard.widgets.figures import show_figure
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_rows
from data.answers.overview import Overview
from data.indicators.declarations import ATTENDANCE, COMPLETION
from data.queries import delivered
from models.codes import ActivityGrade, CohortStatus, FacilitatorKind


def show_period(screen: Screen) -> None:
    """What the choice at the side means for the numbers below."""
    filter = screen.chosen.filter
    if filter is not None:
        st.caption(
            t(
                "mitra.masa",
                dari=formats.short_day(filter.start, language()),
                sampai=formats.short_day(filter.end - filter.end.resolution, language()),
            )
        )


def show_delivery_figures(figures: Overview) -> None:
    """WBP who came, attendance and completion, each with its n and interval.

    These figures are about WBP; without any of them they would deny sessions for officers.
    """
    if figures.people.now.value is None:
        st.info(t("mitra.tanpa_wbp"))
        return
    shown = (figures.people, figures.attendance, figures.completion)
    for place, figure in zip(st.columns(3), shown, strict=True):
        with place:
            show_figure(figure)
    show_rate_method(ATTENDANCE.code)
    show_rate_method(COMPLETION.code)


def show_cohorts(screen: Screen, frame: pd.DataFrame, *, name: str) -> None:
    """The cohorts, the newest first."""
    st.subheader(t("mitra.angkatan"), anchor=False)
    if frame.empty:
        st.info(t("mitra.tanpa_angkatan"))
        return
    headings = {
        delivered.COHORT_CODE: Heading(t("kolom.kode_angkatan")),
        delivered.PROGRAMME_NAME: Heading(t("kolom.program")),
        delivered.UNIT_NAME: Heading(t("kolom.unit")),
        delivered.FIELD: Heading(t("bingkai.bidang"), listed(names_of(screen, "bidang_program"))),
        delivered.SUPPORTS: Heading(
            t("perjanjian.mendukung"), listed(names_of(screen, "dukungan"))
        ),
        delivered.STATUS: Heading(t("mitra.status"), closed(CohortStatus)),
        delivered.STARTS_ON: Heading(t("kolom.mulai"), day),
        delivered.ENDS_ON: Heading(t("mitra.selesai"), day),
        delivered.SESSIONS: Heading(t("mitra.sesi_terlaksana"), count),
    }
    show_rows(frame, headings, name=name, said=t("mitra.angkatan"))


def show_meetings(frame: pd.DataFrame, *, name: str) -> None:
    """The sessions held in the period, the newest first."""
    st.subheader(t("mitra.sesi"), anchor=False)
    if frame.empty:
        st.info(t("mitra.tanpa_sesi"))
        return
    st.caption(t("mitra.sesi_cara_baca", n=formats.number(len(frame), language())))
    headings = {
        delivered.HELD_ON: Heading(t("kolom.hari"), day),
        delivered.PROGRAMME_NAME: Heading(t("kolom.program")),
        delivered.COHORT_CODE: Heading(t("kolom.kode_angkatan")),
        delivered.NUMBER: Heading(t("kolom.nomor_sesi"), count),
        delivered.UNIT_NAME: Heading(t("kolom.unit")),
        delivered.TOPIC: Heading(t("mitra.materi"), known),
        delivered.MINUTES: Heading(t("mitra.menit"), count),
        delivered.FACILITATOR_KIND: Heading(t("mitra.pengajar"), closed(FacilitatorKind)),
        delivered.ATTENDED: Heading(t("kolom.hadir"), count),
        delivered.EXPECTED: Heading(t("kolom.diharapkan"), count),
        delivered.COMMUNITY: Heading(t("mitra.masyarakat_hadir"), count),
    }
    show_rows(frame, headings, name=name, said=t("mitra.sesi"))


def show_events(screen: Screen, frame: pd.DataFrame, *, name: str) -> None:
    """The dated activities outside sessions, counted ones told from reported ones."""
    st.subheader(t("mitra.kegiatan"), anchor=False)
    if frame.empty:
        st.info(t("mitra.tanpa_kegiatan"))
        return
    st.caption(t("mitra.kegiatan_cara_baca"))
    headings = {
        delivered.HELD_ON: Heading(t("kolom.hari"), day),
        delivered.KIND: Heading(t("kolom.jenis"), listed(names_of(screen, "jenis_kegiatan"))),
        delivered.TITLE: Heading(t("mitra.nama_kegiatan"), known),
        delivered.UNIT_NAME: Heading(t("kolom.unit")),
        delivered.GRADE: Heading(t("mitra.derajat"), _grade),
        delivered.OFFICERS: Heading(t("mitra.petugas"), count),
        delivered.COMMUNITY: Heading(t("mitra.masyarakat"), count),
        delivered.WBP: Heading(t("mitra.wbp"), count),
        delivered.EVIDENCE: Heading(t("mitra.bukti"), known),
    }
    show_rows(frame, headings, name=name, said=t("mitra.kegiatan"))


def _grade(value: Any, spoken: str) -> str:
    """The grade with a sign of its own, so that no eye takes the one for the other."""
    grade = ActivityGrade.of(str(value))
    sign = "●" if grade is ActivityGrade.DIHITUNG else "○"
    return f"{sign} {grade.label(spoken)}"
