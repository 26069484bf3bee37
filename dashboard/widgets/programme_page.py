"""One programme: its figures, its cohorts, who stays, which sessions, why people leave."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import dots, retention, sheets
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import closed, listed, names_of
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.figures import show_figure
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, share, show_rows, show_table
from data import wording
from data.answers.overview import Figure
from data.answers.programmes import SHARE, ProgrammePage, programme_page
from data.indicators import retention as curves
from data.indicators.declarations import ATTENDANCE, RETENTION_CURVE
from data.indicators.dosage import MOST
from data.indicators.retention import IncidenceCurve
from data.queries import programmes
from data.queries.filter import Filter
from models.codes import CohortAssignment, CohortStatus


def show_programme(screen: Screen, filter: Filter, key: tuple[str, str]) -> None:
    """All of it, from the figures down to the reasons."""
    chosen = replace(filter, programme=key)
    page = screen.asker.ask(programme_page, chosen, as_of=screen.today)
    _show_figures(screen, page)
    _show_runs(page)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _show_curve(screen, page.curve)
    with right:
        _show_reasons(screen, page)
    _show_sheets(screen, page)
    show_limits(page.dosage.median)


def _show_figures(screen: Screen, page: ProgrammePage) -> None:
    people = [page.completion, page.attendance, page.dosage.median]
    costs = [one for one in (page.cost_per_completion, page.cost_per_participant) if one]
    for row in (people, [page.waiting.median, *costs]):
        for place, estimate in zip(st.columns(3), row, strict=False):
            with place:
                show_figure(Figure(estimate, None), screen=screen)
    waiting = formats.number(page.waiting.still_waiting, language())
    most = wording.sentence(page.dosage.at_least_most, language())
    share = formats.percent(MOST, language(), of=1)
    st.caption(" ".join([
        t("program.dosis_cukup", bagian=share, kalimat=most),
        t("program.masih_menunggu", n=waiting),
    ]))  # fmt: skip


def _show_runs(page: ProgrammePage) -> None:
    st.subheader(t("program.angkatan"), anchor=False)
    headings = {
        programmes.COHORT_CODE: Heading(t("kolom.kode_angkatan")),
        programmes.UNIT_NAME: Heading(t("kolom.unit")),
        programmes.STATUS: Heading(t("program.status"), closed(CohortStatus)),
        programmes.ASSIGNMENT: Heading(t("program.penempatan"), closed(CohortAssignment)),
        programmes.STARTS_ON: Heading(t("kolom.mulai"), day),
        programmes.ENDS_ON: Heading(t("kolom.berakhir"), day),
        programmes.CAPACITY: Heading(t("program.kapasitas"), count),
        programmes.PLACES: Heading(t("program.terisi"), count),
        programmes.WAITING: Heading(t("program.menunggu"), count),
        programmes.NOT_DRAWN: Heading(t("program.tidak_terundi"), count),
        programmes.SESSIONS: Heading(t("program.sesi_terlaksana"), count),
        programmes.PLANNED: Heading(t("program.rencana_sesi"), count),
        programmes.FINISHED: Heading(t("program.sampai_akhir"), count),
        programmes.CERTIFICATES: Heading(t("program.sertifikat"), count),
    }
    show_rows(page.runs, headings, name="angkatan", said=t("program.angkatan"))


def _show_curve(screen: Screen, curve: IncidenceCurve) -> None:
    st.subheader(t("program.bertahan"), anchor=False)
    if curve.frame.empty:
        st.info(
            t("program.kurva_sedikit", n=formats.number(curve.n, language()),
              perlu=formats.number(RETENTION_CURVE.minimum, language()))
        )  # fmt: skip
        return
    show_chart(retention.stacked_ends, curve.frame, screen.colours, said=describe_curve(curve))
    st.caption(t("program.cara_baca_kurva"))
    names = {part: Heading(name, share) for part, name in retention.part_names().items()}
    headings = {
        curves.DAY: Heading(t("program.hari"), count),
        curves.AT_RISK: Heading(t("program.masih_diikuti"), count), **names,
    }  # fmt: skip
    show_table(curve.frame, headings, name="retensi")
    show_rate_method(RETENTION_CURVE.code)


def describe_curve(curve: IncidenceCurve) -> str:
    """One sentence for those who cannot see the chart."""
    last = curve.frame.iloc[-1]
    return t(
        "program.kurva_alt",
        n=formats.number(curve.n, language()),
        hari=formats.number(last[curves.DAY], language()),
        selesai=formats.percent(last["completed"], language(), of=curve.n),
        masih=formats.percent(last[curves.STAYING], language(), of=curve.n),
    )


def _show_reasons(screen: Screen, page: ProgrammePage) -> None:
    st.subheader(t("program.berhenti"), anchor=False)
    frame = reason_frame(page)
    if not frame.empty:
        on = formats.number(page.by_day, language())
        said = t("program.berhenti_alt", hari=on)
        show_chart(dots.share_dots, frame, screen.colours, said=said)
    if page.reasons.empty:
        st.caption(t("program.tanpa_berhenti"))
        return
    headings = {
        programmes.REASON: Heading(t("program.alasan"), _reason(screen)),
        programmes.PEOPLE: Heading(t("program.orang"), count),
    }
    show_rows(page.reasons, headings, name="alasan-berhenti", said=t("program.berhenti"))


def reason_frame(page: ProgrammePage) -> pd.DataFrame:
    """One row a kind of ending: dots.COLUMNS; empty where nobody started."""
    names = retention.part_names()
    rows = [
        {
            dots.NAME: names[part],
            dots.VALUE: one.value,
            dots.LOW: one.low,
            dots.HIGH: one.high,
            dots.SIDE: t("grafik.nilai_dan_n", n=formats.number(one.n, language()),
                         nilai=formats.percent(one.value, language(), of=one.denominator)),
            dots.TOLD: wording.sentence(one, language()),
            dots.SURE: one.status == "ok",
        }
        for part, one in page.by_reason.items()
        if one.denominator
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(dots.COLUMNS))


def _reason(screen: Screen) -> Any:
    return listed(names_of(screen, "alasan_berhenti"))


def _show_sheets(screen: Screen, page: ProgrammePage) -> None:
    st.subheader(t("program.kehadiran_sesi"), anchor=False)
    if page.sheets.empty:
        st.info(t("program.tanpa_sesi"))
        return
    said = sheets.describe_sheets(page.sheets)
    show_chart(sheets.attendance_by_session, page.sheets, screen.colours, said=said)
    st.caption(t("program.cara_baca_sesi"))
    headings = {
        programmes.UNIT_CODE: Heading(t("kolom.kode_unit")),
        programmes.COHORT_CODE: Heading(t("kolom.kode_angkatan"), known),
        programmes.NUMBER: Heading(t("kolom.nomor_sesi"), count),
        programmes.HELD_ON: Heading(t("kolom.hari"), day),
        programmes.ATTENDED: Heading(t("kolom.hadir"), count),
        programmes.EXPECTED: Heading(t("kolom.diharapkan"), count),
        programmes.UNRECORDED: Heading(t("kolom.belum_tercatat"), count),
        SHARE: Heading(t("kolom.kehadiran"), share),
    }
    show_table(page.sheets, headings, name="kehadiran-per-sesi")
    show_rate_method(ATTENDANCE.code)
