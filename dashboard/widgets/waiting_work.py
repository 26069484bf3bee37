"""The words of each task that waits: what it is called, what it means, where it is done."""

from typing import Any

import pandas as pd

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.tables import Heading, count, day, known
from data.answers import today

PRESENCE, RECORD, PEOPLE, AGREEMENTS = "presensi", "catat", "wbp", "perjanjian"
CLIENTS, PROGRESS = "klien", "kemajuan"


def titles() -> dict[str, str]:
    """What each task is called."""
    return {
        "unmarked_sessions": t("hari_ini.sesi"),
        "missed_in_a_row": t("hari_ini.absen"),
        "waiting_people": t("hari_ini.tunggu"),
        "near_two_thirds": t("hari_ini.dua_pertiga"),
        "needs_without_programme": t("hari_ini.kebutuhan"),
        "late_assessments": t("hari_ini.terlambat"),
        "never_assessed": t("hari_ini.belum_dinilai"),
        "plans_to_review": t("hari_ini.tinjau"),
        today.REPORTS: t("hari_ini.laporan"),
        "ending_agreements": t("hari_ini.berakhir"),
        "quiet_agreements": t("hari_ini.diam"),
    }


def places() -> dict[str, tuple[str, str]]:
    """Where each task is done: the path of its screen, and what the link says."""
    return {
        "unmarked_sessions": (PRESENCE, t("hari_ini.sesi_ke")),
        "missed_in_a_row": (PEOPLE, t("hari_ini.absen_ke")),
        "waiting_people": (RECORD, t("hari_ini.tunggu_ke")),
        "near_two_thirds": (PEOPLE, t("hari_ini.dua_pertiga_ke")),
        "needs_without_programme": (RECORD, t("hari_ini.kebutuhan_ke")),
        "late_assessments": (RECORD, t("hari_ini.terlambat_ke")),
        "never_assessed": (RECORD, t("hari_ini.belum_dinilai_ke")),
        "plans_to_review": (CLIENTS, t("hari_ini.tinjau_ke")),
        today.REPORTS: (PROGRESS, t("hari_ini.laporan_ke")),
        "ending_agreements": (AGREEMENTS, t("hari_ini.berakhir_ke")),
        "quiet_agreements": (AGREEMENTS, t("hari_ini.diam_ke")),
    }


def meaning(task: str, row: dict[str, Any]) -> str:
    """What a task is, and how urgent its most urgent thing."""
    most, least = (_whole(row[name]) for name in (today.MOST_DAYS, today.LEAST_DAYS))
    if task == "waiting_people" and pd.isna(row[today.MOST_DAYS]):
        return t("hari_ini.tunggu_arti_tanpa_tanggal")
    return {
        "unmarked_sessions": lambda: t("hari_ini.sesi_arti", hari=most),
        "missed_in_a_row": lambda: t("hari_ini.absen_arti"),
        "waiting_people": lambda: t("hari_ini.tunggu_arti", hari=most),
        "near_two_thirds": lambda: t("hari_ini.dua_pertiga_arti", hari=least),
        "needs_without_programme": lambda: t(
            "hari_ini.kebutuhan_arti", kebutuhan=_whole(row[today.ITEMS]),
            tinggi=_whole(row[today.FIRST]),
        ),
        "late_assessments": lambda: t("hari_ini.terlambat_arti", hari=most),
        "never_assessed": lambda: t("hari_ini.belum_dinilai_arti", hari=most),
        "plans_to_review": lambda: t("hari_ini.tinjau_arti", hari=most),
        today.REPORTS: lambda: t("hari_ini.laporan_arti"),
        "ending_agreements": lambda: t("hari_ini.berakhir_arti", hari=least),
        "quiet_agreements": lambda: t("hari_ini.diam_arti"),
    }[task]()  # fmt: skip


def headings(task: str) -> dict[str, Heading]:
    """The columns of a task's rows."""
    subject, when, days = today.SUBJECT, today.DAY, today.DAYS
    name = {today.NAME: Heading(t("hari_ini.nama"))}
    unit = {today.UNIT_CODE: Heading(t("kolom.unit"))}
    since = {when: Heading(t("hari_ini.sejak"), day), days: Heading(t("hari_ini.hari_lalu"), count)}
    agreement = {subject: Heading(t("hari_ini.perjanjian"), known)}
    return {
        "unmarked_sessions": {
            subject: Heading(t("hari_ini.angkatan")),
            today.NUMBER: Heading(t("hari_ini.sesi_nomor"), count),
            when: Heading(t("hari_ini.dilaksanakan"), day),
            days: Heading(t("hari_ini.hari_lalu"), count),
        } | unit,
        "missed_in_a_row": name | {
            subject: Heading(t("hari_ini.angkatan")),
            when: Heading(t("hari_ini.sesi_terakhir"), day),
        } | unit,
        "waiting_people": name | {subject: Heading(t("hari_ini.program"))} | since | unit,
        "near_two_thirds": name | {
            when: Heading(t("hari_ini.pada"), day), days: Heading(t("hari_ini.lagi"), count),
        } | unit,
        "needs_without_programme": name | {
            subject: Heading(t("hari_ini.kebutuhan_kolom")),
            today.NUMBER: Heading(t("hari_ini.tingkat"), _level),
            when: Heading(t("hari_ini.dinilai"), day),
        } | unit,
        "late_assessments": name | {
            subject: Heading(t("hari_ini.instrumen")),
            when: Heading(t("hari_ini.dinilai"), day),
            days: Heading(t("hari_ini.lewat"), count),
        } | unit,
        "never_assessed": name | since | unit,
        "plans_to_review": name | {subject: Heading(t("hari_ini.kebutuhan_kolom"), known)} | since
        | unit,
        today.REPORTS: {
            subject: Heading(t("hari_ini.perjanjian_triwulan")),
            when: Heading(t("hari_ini.jatuh_tempo"), day),
            days: Heading(t("hari_ini.lewat"), count),
        } | unit,
        "ending_agreements": agreement | {
            when: Heading(t("hari_ini.pada"), day), days: Heading(t("hari_ini.lagi"), count),
        } | unit,
        "quiet_agreements": agreement | {when: Heading(t("hari_ini.kegiatan"), day)} | unit,
    }[task]  # fmt: skip


def _level(value: Any, _language: str) -> str:
    levels = (
        t("hari_ini.tingkat_tinggi"), t("hari_ini.tingkat_sedang"), t("hari_ini.tingkat_rendah"),
        t("umum.tidak_diketahui"),
    )  # fmt: skip
    return levels[int(value)]


def _whole(value: Any) -> str:
    return formats.UNKNOWN if pd.isna(value) else formats.number(float(value), language())
