"""One agreement on its own page."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import address
from dashboard.widgets.agreement_acts import show_acts
from dashboard.widgets.agreement_list import agreement_kind, badges
from dashboard.widgets.attaching import show_scans
from dashboard.widgets.choosing import show_opener, show_way_back
from dashboard.widgets.delivering import (
    show_cohorts,
    show_delivery_figures,
    show_events,
    show_meetings,
    show_period,
)
from dashboard.widgets.duties import show_duties
from dashboard.widgets.forms import show_saved
from dashboard.widgets.plain import named, plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, show_rows
from data.answers import agreement_page as answer
from data.answers import columns
from data.queries import agreement_page as found
from data.queries import delivered
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from models.codes import AgreementLevel, AgreementStage, DocumentKind, PartyRole


def show_agreement(screen: Screen, key: Key) -> None:
    """The document and its parties, how it came about, and what was done under it."""
    show_way_back(t("perjanjian.kembali"), address.AGREEMENT)
    page = screen.asker.ask(answer.agreement_page, key, as_of=screen.today)
    if page is None:
        st.title(t("perjanjian.judul"), anchor=False)
        st.info(t("perjanjian.tidak_ada", kode=plain(key.code)))
        return
    _show_head(page)
    show_saved()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _show_parties(page.parties)
        _show_terms(page.row)
        show_duties(screen, page)
    with right:
        _show_steps(page.steps)
        _show_kin(page.kin)
        show_acts(screen, page)
        kept = ("agreement", int(page.row["id"]))
        show_scans(screen, kept, DocumentKind.NASKAH, title=t("perjanjian.naskah_dan_bukti"))
    if screen.chosen.filter is not None:
        _show_delivered(screen, screen.chosen.filter, key)


def _show_head(page: answer.Agreement) -> None:
    row = page.row
    title = row["title"] or t("perjanjian.tanpa_judul", kode=page.key.code)
    st.title(plain(title), anchor=False)
    named = row | {columns.STAGE: row["stage"], columns.EXPIRED: page.expired}
    st.markdown(f"**{agreement_kind(row['kind'], language())}** {badges(named)}")
    st.markdown(t("perjanjian.nomor", nomor=plain(row["number"] or t("umum.tidak_diketahui"))))
    level = row["level"]
    st.caption("\u00a0· ".join([
        t("perjanjian.kode", kode=plain(page.key.code), unit=plain(row["owner_name"])),
        t("perjanjian.tingkat_ini", tingkat=_level(level)),
        t("perjanjian.tempat", tempat=plain(row["place"] or t("umum.tidak_diketahui"))),
    ]))  # fmt: skip


def _level(value: Any) -> str:
    if value is None:
        return t("umum.tidak_diketahui")
    return AgreementLevel.of(str(value)).label(language())


def _show_parties(parties: pd.DataFrame) -> None:
    st.subheader(t("perjanjian.pihak"), anchor=False)
    if parties.empty:
        st.info(t("perjanjian.tanpa_pihak"))
    for row in parties.to_dict("records"):
        role = PartyRole.of(str(row[found.ROLE])).label(language())
        position = count(row[found.POSITION], language())
        st.markdown(f"{position}. **{plain(row[found.NAME])}**\u2002:gray-badge[{role}]")
        if not pd.isna(row[found.PARTNER_CODE]):
            key = Key(row[found.PARTNER_OWNER], row[found.PARTNER_CODE])
            show_opener(
                t("perjanjian.buka_mitra", nama=named(row[found.NAME])), address.PARTNER, key
            )


def _show_terms(row: dict[str, Any]) -> None:
    st.subheader(t("perjanjian.isi"), anchor=False)
    unknown = t("umum.tidak_diketahui")
    st.markdown(t("perjanjian.ruang_lingkup", teks=plain(row["scope"] or unknown)))
    st.markdown(t("perjanjian.tindak_lanjut", teks=plain(row["follow_up"] or unknown)))
    if row["data_role"] is None:
        st.markdown(t("perjanjian.tanpa_syarat_data"))
        return
    st.markdown(t(
        "perjanjian.syarat_data", peran=plain(row["data_role"]), dasar=plain(row["data_basis"]),
        hari=formats.day(row["data_until"], language()),
    ))  # fmt: skip


def _show_steps(steps: pd.DataFrame) -> None:
    st.subheader(t("perjanjian.perjalanan"), anchor=False)
    lines = [
        f"- {_day(row[answer.DAY])}: **{_step(row[answer.STEP])}**"
        for row in steps.to_dict("records")
    ]
    st.markdown("\n".join(lines))


def _day(value: Any) -> str:
    return t("umum.tidak_diketahui") if pd.isna(value) else formats.day(value, language())


def _step(step: str) -> str:
    if step in AgreementStage.__members__:
        return t("perjanjian.menjadi", tahap=AgreementStage.of(step).label(language()))
    return {
        answer.SIGNED: t("kolom.ditandatangani"),
        answer.BEGINS: t("kolom.berlaku"),
        answer.ENDS: t("kolom.berakhir"),
    }[step]


def _show_kin(kin: pd.DataFrame) -> None:
    """The agreement above and the addenda below it."""
    if kin.empty:
        return
    st.subheader(t("perjanjian.keluarga"), anchor=False)
    for row in kin.to_dict("records"):
        what = t("perjanjian.induk") if row[found.IS_PARENT] else (
            agreement_kind(row[found.KIND], language())
        )  # fmt: skip
        st.markdown(f"{what}: {plain(row[found.CODE])} ({_day(row[found.SIGNED_ON])})")
        key = Key(row[found.OWNER], row[found.CODE])
        show_opener(t("perjanjian.buka", kode=named(key.code)), address.AGREEMENT, key)


def _show_delivered(screen: Screen, filter: Filter, key: Key) -> None:
    done = screen.asker.ask(answer.delivered_under, filter, key)
    st.subheader(t("perjanjian.hasil"), anchor=False)
    show_period(screen)
    show_delivery_figures(done.figures)
    _show_pillars(done.pillars, key)
    show_cohorts(screen, done.cohorts, name=f"angkatan-{key.code}")
    show_meetings(done.meetings, name=f"sesi-{key.code}")
    show_events(screen, done.events, name=f"kegiatan-{key.code}")


def _show_pillars(pillars: pd.DataFrame, key: Key) -> None:
    st.subheader(t("mitra.pilar"), anchor=False)
    st.caption(t("mitra.pilar_cara_baca"))
    show_rows(
        pillars, pillar_headings(), name=f"pilar-{key.code}", said=t("mitra.pilar"),
    )  # fmt: skip


def pillar_headings() -> dict[str, Heading]:
    """The columns of the table of pillars."""
    return {
        answer.PILLAR: Heading(t("mitra.pilar_nama"), pillar_name),
        answer.PRESENT: Heading(t("mitra.dari_sesi"), count),
        answer.COUNTED: Heading(t("mitra.kegiatan_dihitung"), count),
        answer.REPORTED: Heading(t("mitra.kegiatan_dilaporkan"), count),
        answer.UNKNOWN: Heading(t("mitra.tanpa_angka"), count),
    }


def pillar_name(value: Any, _spoken: str) -> str:
    """The name of a pillar, by the column that counts it."""
    return {
        delivered.OFFICERS: t("mitra.petugas"),
        delivered.COMMUNITY: t("mitra.masyarakat"),
        delivered.WBP: t("mitra.wbp"),
    }[str(value)]
