"""One quarter's report: its lines, its way, whether its counts still stand, and its actions."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.plain import plain
from dashboard.widgets.progress_tables import (
    activity_headings,
    or_nothing,
    show_way,
    told_headings,
)
from dashboard.widgets.report_forms import show_actions, show_writing
from dashboard.widgets.report_steps import show_report_steps
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, show_rows
from data.answers.quarterly import Report, ReportLine, Step, quarterly_report
from data.answers.recount import Cause, Moved, recounted
from data.queries.agreement_page import Key
from data.transitions import may_be_edited

_WHOLE = ("number", "promised", "counted", "reported", "recorded", "spent")


def show_report(screen: Screen, key: Key, report_id: int) -> None:
    """The report as it stands, and what may be done with it now."""
    report = screen.asker.ask(quarterly_report, report_id)
    if report is None:
        return
    show_way(report.status, [_submitted(report)] if report.submitted_on else [])
    for step in report.steps:
        show_way(step.status, _told(step))
    if report.summary:
        st.markdown(t("kemajuan.ringkasan", teks=plain(report.summary)))
    _show_lines(report, key)
    if not may_be_edited(report.status):
        _show_recount(screen, report)
    else:
        show_writing(screen, report)
    show_actions(screen, report)
    show_report_steps(screen, report)


def _submitted(report: Report) -> str:
    return t("kemajuan.dibekukan", versi=formats.number(report.data_version or 0, language()))


def _told(step: Step) -> list[str]:
    found = [formats.day(step.taken_on, language())]
    if step.office:
        found.append(step.office)
    if step.letter and step.letter_on:
        day = formats.day(step.letter_on, language())
        found.append(t("kemajuan.menurut_surat", nomor=step.letter, hari=day))
    if step.reason:
        found.append(step.reason)
    return found


def _show_lines(report: Report, key: Key) -> None:
    apart = [line for line in report.lines if line.differs]
    if apart:
        st.warning(t("kemajuan.berbeda", n=formats.number(len(apart), language())))
    frame = pd.DataFrame([_row(line, report.quarter) for line in report.lines])
    if frame.empty:
        return
    show_rows(
        frame.astype(dict.fromkeys(_WHOLE, "Int64")), _headings(),
        name=f"laporan-{key.code}-{report.year}-{report.quarter}", said=t("kemajuan.judul"),
    )  # fmt: skip
    st.caption(t("kemajuan.cara_baca"))


def _row(line: ReportLine, quarter: int) -> dict[str, Any]:
    said = line.reported
    return {
        "number": line.planned.number, "title": line.planned.title,
        "measure": line.planned.measure.value, "promised": line.promised(quarter),
        "counted": line.counted, "reported": said.reported, "differs": line.differs,
        "difference": said.difference, "recorded": line.now.recorded, "obstacle": said.obstacle,
        "spent": said.spent, "evidence": said.evidence,
    }  # fmt: skip


def _headings() -> dict[str, Heading]:
    return {
        **activity_headings(),
        "promised": Heading(t("kemajuan.dijanjikan"), count),
        **told_headings(),
        "differs": Heading(t("kemajuan.selisih"), _apart),
        "difference": Heading(t("kemajuan.penjelasan"), or_nothing),
        "obstacle": Heading(t("kemajuan.kendala"), or_nothing),
        "spent": Heading(t("kemajuan.terpakai"), count),
        "evidence": Heading(t("mitra.bukti"), or_nothing),
    }


def _apart(value: Any, _spoken: str) -> str:
    return t("kemajuan.selisih_tanda") if value else ""


def _show_recount(screen: Screen, report: Report) -> None:
    """Whether the frozen figures still count the same, and what was written since if not."""
    found = screen.asker.ask(recounted, report.id)
    if found is None:
        return
    if found.stands:
        st.success(t("kemajuan.masih_sama"))
        return
    st.warning(t("kemajuan.bergeser"))
    st.markdown("\n".join(f"- {plain(_moved(one))}" for one in found.moved))
    st.markdown(t("kemajuan.sebabnya"))
    st.markdown("\n".join(f"- {plain(_cause(one))}" for one in found.causes))


def _moved(one: Moved) -> str:
    return t(
        "kemajuan.bergeser_satu", nomor=one.line.number, kegiatan=one.line.title,
        angka=_figure(one.figure), dulu=_number(one.frozen), kini=_number(one.now),
    )  # fmt: skip


def _figure(name: str) -> str:
    return {
        "counted": t("kemajuan.terhitung"), "recorded": t("kemajuan.kegiatan_dilaporkan"),
        "sessions": t("mitra.sesi_terlaksana"), "activities": t("rencana.kegiatan_dihitung"),
        "reached_wbp": t("mitra.wbp"), "reached_officers": t("mitra.petugas"),
        "reached_community": t("mitra.masyarakat"), "minutes": t("kemajuan.menit"),
        "completions": t("kemajuan.selesai"), "certificates": t("kemajuan.sertifikat"),
    }[name]  # fmt: skip


def _cause(one: Cause) -> str:
    what = {
        "attendance": t("kemajuan.baris_presensi"), "programme_session": t("kemajuan.baris_sesi"),
        "activity": t("mitra.kegiatan"), "enrolment": t("kemajuan.baris_kepesertaan"),
        "cohort": t("kolom.angkatan"),
    }.get(one.table, one.table)  # fmt: skip
    where = [one.cohort, None if one.number is None else str(one.number)]
    day = None if one.held_on is None else formats.day(one.held_on, language())
    told = " ".join(part for part in (*where, day) if part)
    return t(
        "kemajuan.sebab_satu", apa=what, mana=told, tindakan=one.action.label(language()),
        hari=formats.day(one.at.date(), language()),
        lewat=t("kemajuan.lewat_impor") if one.by_import else t("kemajuan.lewat_layar"),
    )  # fmt: skip


def _number(value: int | None) -> str:
    return formats.UNKNOWN if value is None else formats.number(value, language())
