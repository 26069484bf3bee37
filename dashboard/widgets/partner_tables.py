"""What a partner sees of its agreements: plan, open actions, changes, its participants."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import roman
from dashboard.widgets.plain import plain
from dashboard.widgets.progress_tables import show_plan_table
from dashboard.widgets.report_forms import show_action_table
from dashboard.widgets.tables import Heading, count, show_written
from data import wording
from data.queries import partner_view
from data.queries.agreement_page import Key
from data.reports.partner_sheet import PartnerAgreement


def show_own_plan(agreement: PartnerAgreement) -> None:
    """The plan of the year beside what was counted."""
    if agreement.plan is None:
        st.caption(t("tampilan_mitra.tanpa_rencana"))
        return
    if agreement.joint:
        st.caption(t("tampilan_mitra.bersama"))
    show_plan_table(agreement.plan, name=f"mitra-rencana-{_named(agreement.key)}")


def show_open(agreement: PartnerAgreement, today: date) -> None:
    """Reports that are due, and actions that are open."""
    for one in agreement.due:
        st.markdown(t(
            "tampilan_mitra.laporan_ditunggu", ke=roman(one.quarter), tahun=one.year,
            hari=formats.day(one.due, language()),
        ))  # fmt: skip
    if agreement.open_actions:
        show_action_table(
            agreement.open_actions, today, name=f"mitra-tindak-lanjut-{_named(agreement.key)}"
        )


def _named(key: Key) -> str:
    """Two owners may give the same code."""
    return f"{key.owner}-{key.code}"


def show_changes(agreement: PartnerAgreement) -> None:
    """The sentence about each programme; from fewer than 10 people it says only that."""
    for entry in agreement.changes:
        told = wording.sentence(entry.estimate, language())
        st.markdown(f"**{plain(entry.programme_name)}**: {plain(told)}")


def show_participants(frame: pd.DataFrame) -> None:
    """Attendance of the partner's own participants, by number; as a file it leaves by Ekspor."""
    st.subheader(t("tampilan_mitra.peserta"), anchor=False)
    if frame.empty:
        st.info(t("tampilan_mitra.tanpa_peserta"))
        return
    st.caption(t("tampilan_mitra.peserta_cara_baca"))
    headings = {
        partner_view.UNIT_CODE: Heading(t("kolom.kode_unit")),
        partner_view.COHORT_CODE: Heading(t("kolom.kode_angkatan")),
        partner_view.PROGRAMME_NAME: Heading(t("kolom.program")),
        partner_view.PARTICIPANT: Heading(t("tampilan_mitra.nomor"), count),
        partner_view.ATTENDED: Heading(t("kolom.hadir"), count),
        partner_view.EXPECTED: Heading(t("kolom.diharapkan"), count),
    }
    show_written(frame, headings, said=t("tampilan_mitra.peserta"))
