"""The way of a quarter's report: begun, submitted, verified by a letter, or returned."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import roman
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers.quarterly import Report
from data.recording import reports
from data.transitions import after
from models.codes import ReportStatus


def show_draft(screen: Screen, agreement: int, year: int, quarter: int) -> None:
    """A quarter without a report: a button that drafts it from what was counted."""
    form = Form(screen, "progress_report", f"laporan-baru-{agreement}-{year}-{quarter}")
    with form.frame():
        st.caption(t("kemajuan.susun_penjelasan"))
        sent = form.button(t("kemajuan.susun", ke=roman(quarter), tahun=year))
    if sent:
        form.save(
            lambda session, _: reports.draft_report(
                session, screen.asker.viewer, agreement, year, quarter, today=screen.today
            ),
            said=t("kemajuan.draf_dibuat"),
        )  # fmt: skip


def show_report_steps(screen: Screen, report: Report) -> None:
    """What may happen to the report now: the table of transitions decides."""
    possible = after(report.status)
    if not possible:
        st.caption(t("kemajuan.tuntas"))
        return
    st.subheader(t("rencana.langkah"), anchor=False)
    for step in possible:
        if step is ReportStatus.DIAJUKAN:
            _show_submission(screen, report)
        elif step is ReportStatus.DIKEMBALIKAN:
            _show_return(screen, report)
        else:
            _show_verification(screen, report, step)


def _show_submission(screen: Screen, report: Report) -> None:
    form = _form(screen, "progress_report", report, "ajukan")
    with form.frame():
        st.caption(t("kemajuan.ajukan_penjelasan"))
        sent = form.button(t("kemajuan.ajukan"))
    if sent:
        form.save(
            lambda session, _: reports.submit_report(
                session, screen.asker.viewer, report.id, seen=form.seen, today=screen.today
            ),
            said=t("kemajuan.sudah_diajukan"),
        )  # fmt: skip


def _show_verification(screen: Screen, report: Report, step: ReportStatus) -> None:
    form = _form(screen, "report_step", report, step.value.lower())
    with form.frame():
        st.markdown(f"**{step.label(language())}**")
        st.caption(t("kemajuan.verifikasi_penjelasan"))
        form.show("by_office", "letter_number", "letter_on")
        sent = form.button(t("kemajuan.catat_verifikasi"))
    if sent:
        form.save(
            lambda session, values: reports.verify_report(
                session, screen.asker.viewer, report.id, step,
                letter=values["letter_number"], on=values["letter_on"],
                office=values["by_office"], seen=form.seen, today=screen.today,
            ),
            said=t("kemajuan.verifikasi_tercatat"),
            needs=("by_office", "letter_number", "letter_on"),
        )  # fmt: skip


def _show_return(screen: Screen, report: Report) -> None:
    form = _form(screen, "report_step", report, "kembalikan")
    with form.frame():
        st.markdown(f"**{ReportStatus.DIKEMBALIKAN.label(language())}**")
        form.show("by_office", "reason")
        sent = form.button(t("rencana.kembalikan"))
    if sent:
        form.save(
            lambda session, values: reports.return_report(
                session, screen.asker.viewer, report.id, reason=values["reason"],
                office=values["by_office"], seen=form.seen, today=screen.today,
            ),
            said=t("kemajuan.pengembalian_tercatat"), needs=("by_office", "reason"),
        )  # fmt: skip


def _form(screen: Screen, table: str, report: Report, what: str) -> Form:
    """A step's form: its fields are of `table`, the version is that of the report."""
    row = {"row_version": report.row_version}
    return Form(screen, table, f"laporan-{what}-{report.id}", row=row)
