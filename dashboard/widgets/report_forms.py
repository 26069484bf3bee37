"""Writing a quarter's report: its lines, its summary, and the actions that were agreed."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import roman
from dashboard.widgets.forms import Form
from dashboard.widgets.keeping import keep
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, day, show_rows
from data.answers.quarterly import Action, Report, ReportLine
from data.recording import follow_ups, reports

_ACTION = ("id", "quarter", "year", "activity", "text", "owner", "due", "closed_on", "result")
_NONE = ""


def show_writing(screen: Screen, report: Report) -> None:
    """The forms of a draft or a returned report."""
    st.subheader(t("kemajuan.isi"), anchor=False)
    names = {str(line.reported.id): f"{line.planned.number}. {line.planned.title}"
             for line in report.lines}  # fmt: skip
    if not names:
        return
    chosen = f"kemajuan-baris-{report.id}"
    keep(chosen, names, otherwise=next(iter(names)))
    line = st.selectbox(t("rencana.baris"), list(names), key=chosen, format_func=names.__getitem__)
    _show_line(screen, report, next(o for o in report.lines if str(o.reported.id) == line))
    _show_summary(screen, report)


def _show_line(screen: Screen, report: Report, line: ReportLine) -> None:
    said = line.reported
    row = {name: getattr(said, name) for name in reports.WRITTEN}
    form = Form(screen, "progress_line", f"kemajuan-{said.id}",
                row=row | {"row_version": said.row_version})  # fmt: skip
    with form.frame():
        st.markdown(t(
            "kemajuan.janji_dan_hitungan", janji=_number(line.promised(report.quarter)),
            hitungan=_number(line.counted), satuan=line.planned.measure.label(language()),
        ))  # fmt: skip
        form.show(*reports.WRITTEN)
        sent = form.button(t("rencana.simpan"))
    if sent:
        form.save(
            lambda session, values: reports.edit_report_line(
                session, screen.asker.viewer, said.id, values, seen=form.seen, today=screen.today
            ),
            said=t("kemajuan.baris_tersimpan"),
        )  # fmt: skip
    _show_agreeing(screen, said.id)


def _show_agreeing(screen: Screen, line_id: int) -> None:
    form = Form(screen, "follow_up_action", f"tindak-lanjut-{line_id}")
    with form.frame():
        st.markdown(f"**{t('kemajuan.tindak_lanjut_baru')}**")
        form.show("text", "owner", "due")
        sent = form.button(t("kemajuan.catat_tindak_lanjut"))
    if sent:
        form.save(
            lambda session, values: follow_ups.agree_action(
                session, screen.asker.viewer, line_id, values, today=screen.today
            ),
            said=t("kemajuan.tindak_lanjut_tercatat"),
        )  # fmt: skip


def _show_summary(screen: Screen, report: Report) -> None:
    form = Form(screen, "progress_report", f"ringkasan-{report.id}",
                row={"summary": report.summary, "row_version": report.row_version})  # fmt: skip
    with form.frame():
        form.show("summary")
        sent = form.button(t("kemajuan.simpan_ringkasan"))
    if sent:
        form.save(
            lambda session, values: reports.edit_report(
                session, screen.asker.viewer, report.id, values["summary"] or "",
                seen=form.seen, today=screen.today,
            ),
            said=t("kemajuan.ringkasan_tersimpan"),
        )  # fmt: skip


def show_actions(screen: Screen, report: Report) -> None:
    """Actions agreed here or before; open ones carry over until they are closed."""
    st.subheader(t("kemajuan.tindak_lanjut"), anchor=False)
    if not report.actions:
        st.caption(t("kemajuan.tanpa_tindak_lanjut"))
        return
    show_action_table(report.actions, screen.today, name=f"tindak-lanjut-{report.id}")
    _show_closing(screen, [one for one in report.actions if one.closed_on is None])


def show_action_table(actions: tuple[Action, ...], today: date, *, name: str) -> None:
    """The actions with owner and day due; a late one says so."""
    rows = [
        {name: getattr(one, name) for name in _ACTION} | {"late": one.is_late(today)}
        for one in actions
    ]
    headings = {
        "text": Heading(t("kemajuan.tindak_lanjut")),
        "owner": Heading(t("kemajuan.penanggung_jawab")),
        "due": Heading(t("kemajuan.jatuh_tempo"), day),
        "late": Heading(t("kemajuan.keadaan"), _late),
        "closed_on": Heading(t("kemajuan.selesai_pada"), _day_or_nothing),
        "result": Heading(t("kemajuan.hasil"), _or_nothing),
        "activity": Heading(t("rencana.kegiatan")),
        "quarter": Heading(t("kemajuan.triwulan"), lambda value, _: roman(int(value))),
        "year": Heading(t("rencana.tahun")),
    }
    show_rows(pd.DataFrame(rows), headings, name=name, said=t("kemajuan.tindak_lanjut"))


def _show_closing(screen: Screen, open_ones: list[Action]) -> None:
    if not open_ones:
        return
    names = {str(one.id): one.text for one in open_ones}
    keep("tindak-lanjut-tutup", [_NONE, *names], otherwise=_NONE)
    chosen = st.selectbox(
        t("kemajuan.tutup_pilih"), [_NONE, *names], key="tindak-lanjut-tutup",
        format_func=lambda key: names.get(key, t("umum.belum_dipilih")),
    )  # fmt: skip
    action = next((one for one in open_ones if str(one.id) == chosen), None)
    if action is None:
        return
    form = Form(screen, "follow_up_action", f"tutup-{action.id}",
                row={"row_version": action.row_version})  # fmt: skip
    with form.frame():
        st.caption(plain(action.text))
        form.show("closed_on", "result")
        sent = form.button(t("kemajuan.tutup"))
    if sent:
        form.save(
            lambda session, values: follow_ups.close_action(
                session, screen.asker.viewer, action.id,
                closed_on=values["closed_on"], result=values["result"],
                seen=form.seen, today=screen.today,
            ),
            said=t("kemajuan.tindak_lanjut_ditutup"), needs=("closed_on", "result"),
        )  # fmt: skip


def _late(value: Any, _spoken: str) -> str:
    return t("kemajuan.lewat_waktu") if value else ""


def _day_or_nothing(value: Any, spoken: str) -> str:
    return "" if value is None or pd.isna(value) else day(value, spoken)


def _or_nothing(value: Any, _spoken: str) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _number(value: int | None) -> str:
    return formats.UNKNOWN if value is None else formats.number(value, language())
