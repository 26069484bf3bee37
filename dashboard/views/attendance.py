"""Presensi: who came to a session, taken in under a minute, and corrected with its history."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.attaching import show_scans
from dashboard.widgets.attendance_sheet import Held, named_mark, open_sheet, show_sheet
from dashboard.widgets.cancelling import show_cancelling, show_what_was_cancelled
from dashboard.widgets.keeping import keep
from dashboard.widgets.screen import Screen
from data.answers import roster
from data.answers.roster import Kind
from data.queries import roster as columns
from data.queries.filter import Filter
from models.codes import DocumentKind


def show(screen: Screen) -> None:
    """The cohort and its session, the sheet, and what was corrected in it."""
    st.title(t("presensi.judul"), anchor=False)
    st.markdown(t("presensi.pertanyaan"))
    show_what_was_cancelled()
    day = screen.today
    filter = screen.chosen.filter or Filter(day, date.fromordinal(day.toordinal() + 1))
    cohorts = screen.asker.ask(roster.cohorts, filter, today=day)
    if cohorts.empty:
        st.info(t("presensi.belum_ada"))
        return
    left, right = st.columns([3, 2])
    with left:
        cohort = _choose_cohort(cohorts)
    with right:
        meeting = _choose_session(screen, cohort)
    held = open_sheet(screen, int(meeting[columns.SESSION_ID]))
    kinds = screen.asker.ask(roster.kinds)
    if held.people:
        length = meeting[columns.MINUTES]
        show_sheet(screen, held, kinds, None if pd.isna(length) else int(length))
    else:
        st.info(t("presensi.tanpa_peserta"))
    if not meeting[columns.MARKS]:
        show_cancelling(screen, meeting)
    row = ("programme_session", held.session_id)
    show_scans(screen, row, DocumentKind.DAFTAR_HADIR, title=t("presensi.pindaian"))
    _show_corrections(screen, held, kinds)


def _choose_cohort(cohorts: pd.DataFrame) -> int:
    names = {str(row[columns.COHORT_ID]): _cohort(row) for row in cohorts.to_dict("records")}
    return int(_choose(t("presensi.angkatan"), names, "presensi-angkatan"))


def _cohort(row: dict[Any, Any]) -> str:
    said = {
        "program": row[columns.PROGRAMME], "kode": row[columns.COHORT_CODE],
        "unit": row[columns.UNIT_NAME],
    }  # fmt: skip
    if not row[columns.OPEN]:
        return t("presensi.angkatan_lengkap", **said)
    open_ones = formats.number(row[columns.OPEN], language())
    return t("presensi.angkatan_belum", **said, n=open_ones)


def _choose_session(screen: Screen, cohort: int) -> dict[Any, Any]:
    """The chosen session. Once marked, it stays chosen, though it moves down the list."""
    sessions = screen.asker.ask(roster.sessions, cohort, today=screen.today)
    rows = {str(row[columns.SESSION_ID]): row for row in sessions.to_dict("records")}
    names = {key: _session(row) for key, row in rows.items()}
    return rows[_choose(t("presensi.sesi"), names, f"presensi-sesi-{cohort}")]


def _choose(label: str, names: dict[str, str], key: str) -> str:
    keep(key, names, otherwise=next(iter(names)))
    chosen: str = st.selectbox(label, list(names), format_func=names.__getitem__, key=key)
    return chosen


def _session(row: dict[Any, Any]) -> str:
    number = formats.number(row[columns.NUMBER], language())
    day = formats.day(row[columns.HELD_ON], language())
    if not row[columns.MARKS]:
        return t("presensi.sesi_belum", nomor=number, hari=day)
    marks = formats.number(row[columns.MARKS], language())
    return t("presensi.sesi_ada", nomor=number, hari=day, n=marks)


def _show_corrections(screen: Screen, held: Held, kinds: list[Kind]) -> None:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        found = roster.corrections(session, held.session_id, held.people)
    if not found:
        return
    names = {one.enrolment_id: one.name for one in held.people}
    with st.expander(t("presensi.koreksi", n=formats.number(len(found), language()))):
        rows = [
            {
                t("presensi.saat"): formats.moment(one.at.astimezone(), language()),
                t("presensi.peserta"): names[one.enrolment_id],
                t("presensi.semula"): named_mark(one.before, kinds),
                t("presensi.menjadi"): named_mark(one.after, kinds),
                t("presensi.oleh"): one.account or t("presensi.berkas"),
            }
            for one in found
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt=t("presensi.koreksi_alt"))
