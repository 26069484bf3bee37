"""Tables of promise and progress: which reports are due, and a year's plan beside its counts."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import closed, roman
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, day, known, show_rows, show_table
from data.answers.planned import approved_plan_id
from data.answers.progress import LineProgress, PlanProgress, plan_progress
from data.answers.quarterly import reports_due
from data.queries.agreement_page import Key
from models.codes import Pillar, PlannedMeasure, ReportStatus

_DUE = ("owner", "code", "title", "year", "quarter", "due", "days_late", "status", "has_plan")


def show_due(screen: Screen) -> None:
    """How many reports are late or due, and which."""
    due = screen.asker.ask(reports_due, as_of=screen.today)
    late = [one for one in due if one.days_late > 0]
    if not due:
        st.success(t("kemajuan.tidak_ada_ditunggu"))
        return
    st.warning(
        t("kemajuan.ditunggu", n=formats.number(len(due), language()),
          terlambat=formats.number(len(late), language()))
    )  # fmt: skip
    rows = [{name: getattr(one, name) for name in _DUE} for one in due]
    show_table(pd.DataFrame(rows, columns=list(_DUE)), _due_headings(), name="laporan-ditunggu",
               said=t("kemajuan.yang_ditunggu"))  # fmt: skip


def _due_headings() -> dict[str, Heading]:
    return {
        "owner": Heading(t("kolom.pemilik")),
        "code": Heading(t("kolom.kode_perjanjian")),
        "title": Heading(t("perjanjian.judul_naskah"), known),
        "year": Heading(t("rencana.tahun")),
        "quarter": Heading(t("kemajuan.triwulan"), _roman),
        "due": Heading(t("kemajuan.paling_lambat"), day),
        "days_late": Heading(t("kemajuan.hari_lewat"), count),
        "status": Heading(t("mitra.status"), _status),
        "has_plan": Heading(t("kemajuan.ada_rencana"), _yes_or_no),
    }


def show_plan(screen: Screen, key: Key, agreement: int, year: int) -> None:
    """The approved plan of the year: promised, due by now, counted and reported."""
    st.subheader(t("kemajuan.rencana", tahun=year), anchor=False)
    plan = screen.asker.ask(approved_plan_id, agreement, year)
    found = None if plan is None else screen.asker.ask(plan_progress, plan, as_of=screen.today)
    if found is None:
        st.info(t("kemajuan.tanpa_rencana", tahun=year))
        return
    st.caption(t("kemajuan.rencana_cara_baca", hari=formats.day(found.as_of, language())))
    show_plan_table(found, name=f"kemajuan-{key.code}-{year}")


def show_plan_table(found: PlanProgress, *, name: str) -> None:
    """Each activity of the plan with what was promised, counted and reported."""
    if not found.lines:
        st.info(t("rencana.tanpa_kegiatan"))
        return
    frame = pd.DataFrame([_row(line) for line in found.lines])
    whole = [column for column in frame.columns if column not in _TEXTS]
    show_rows(
        frame.astype(dict.fromkeys(whole, "Int64")), _plan_headings(), name=name,
        said=t("kemajuan.rencana", tahun=found.year),
    )  # fmt: skip


_TEXTS = ("title", "pillar", "measure", "responsible")


def _row(one: LineProgress) -> dict[str, Any]:
    counted = one.counted
    return {
        "number": one.line.number, "title": one.line.title, "pillar": one.line.pillar.value,
        "measure": one.line.measure.value, "responsible": one.line.responsible,
        "promised": one.line.promised(), "due": one.due,
        "counted": one.delivered, "recorded": counted.recorded, "reported": one.reported,
        "sessions": counted.sessions, "activities": counted.activities,
        "officers": counted.reached_officers, "community": counted.reached_community,
        "wbp": counted.reached_wbp, "completions": counted.completions,
        "certificates": counted.certificates, "unmarked": counted.unmarked,
    }  # fmt: skip


def _plan_headings() -> dict[str, Heading]:
    return {
        **activity_headings(),
        "promised": Heading(t("kemajuan.dijanjikan_setahun"), count),
        "due": Heading(t("kemajuan.dijanjikan_sampai_kini"), count),
        **told_headings(),
        "pillar": Heading(t("mitra.pilar_nama"), closed(Pillar)),
        "sessions": Heading(t("mitra.sesi_terlaksana"), count),
        "activities": Heading(t("rencana.kegiatan_dihitung"), count),
        "officers": Heading(t("mitra.petugas"), count),
        "community": Heading(t("mitra.masyarakat"), count),
        "wbp": Heading(t("mitra.wbp"), count),
        "completions": Heading(t("kemajuan.selesai"), count),
        "certificates": Heading(t("kemajuan.sertifikat"), count),
        "responsible": Heading(t("rencana.penanggung_jawab"), or_nothing),
        "unmarked": Heading(t("kemajuan.tanpa_presensi"), count),
    }


def activity_headings() -> dict[str, Heading]:
    """Which activity of a plan a line is about."""
    return {
        "number": Heading(t("rencana.nomor"), count),
        "title": Heading(t("rencana.kegiatan")),
        "measure": Heading(t("rencana.satuan"), closed(PlannedMeasure)),
    }


def told_headings() -> dict[str, Heading]:
    """What was counted of it and what was reported, side by side."""
    return {
        "counted": Heading(t("kemajuan.terhitung"), count),
        "reported": Heading(t("kemajuan.dilaporkan"), count),
        "recorded": Heading(t("kemajuan.kegiatan_dilaporkan"), count),
    }


def show_way(status: ReportStatus, told: list[str]) -> None:
    """A status as a badge, and what is known about it."""
    colour = {ReportStatus.DRAF: "gray", ReportStatus.DIKEMBALIKAN: "orange",
              ReportStatus.DIAJUKAN: "blue"}.get(status, "green")  # fmt: skip
    st.markdown(f":{colour}-badge[{status.label(language())}] {plain(' · '.join(told))}")


def _status(value: Any, spoken: str) -> str:
    if value is None or pd.isna(value):
        return t("kemajuan.belum_dimulai")
    return ReportStatus.of(str(value)).label(spoken)


def or_nothing(value: Any, _spoken: str) -> str:
    """A text, or an empty cell where there is none."""
    return "" if value is None or pd.isna(value) else str(value)


def _roman(value: Any, _spoken: str) -> str:
    return roman(int(value))


def _yes_or_no(value: Any, _spoken: str) -> str:
    return t("umum.ya") if value else t("umum.tidak")
