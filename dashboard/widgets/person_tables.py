"""The tables of one person's page: plain lists under words, shown and never kept."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers.person import Counted, Incident, Need, Person, Place, Right, Score


def show_person_tables(person: Person) -> None:
    """Needs, programmes, assessments, Register F and rights, each with its empty case."""
    _table(t("wbp.kebutuhan"), [_need(one) for one in person.needs], t("wbp.kebutuhan_kosong"))
    _table(t("wbp.program"), [_place(one) for one in person.places], t("wbp.program_kosong"))
    scores = [_score(one) for one in reversed(person.scores)]
    _table(t("wbp.penilaian"), scores, t("wbp.penilaian_kosong"), t("wbp.penilaian_catatan"))
    incidents = [_incident(one) for one in person.incidents]
    _table(t("wbp.pelanggaran"), incidents, t("wbp.pelanggaran_kosong"))
    _table(t("wbp.hak"), [_right(one) for one in person.rights], t("wbp.hak_kosong"))


def attended(counts: Counted) -> str:
    """How many of how many sessions; a dash where none expected the person."""
    if not counts.expected:
        return formats.UNKNOWN
    return t("wbp.dari", a=whole(counts.attended), b=whole(counts.expected))


def whole(value: float | None) -> str:
    """A whole number as the language writes it."""
    return formats.number(value, language())


def _table(
    title: str, rows: Iterable[dict[str, Any]], empty: str, note: str | None = None
) -> None:  # fmt: skip
    st.subheader(title, anchor=False)
    frame = pd.DataFrame(list(rows))
    if frame.empty:
        st.caption(empty)
        return
    if note:
        st.caption(note)
    st.dataframe(frame, hide_index=True, alt=title, placeholder=formats.UNKNOWN)


def _day(value: Any) -> str:
    return formats.short_day(value, language())


def _label(code: Any) -> str:
    return formats.UNKNOWN if code is None else code.label(language())


def _need(one: Need) -> dict[str, Any]:
    programmes = ", ".join(f"{place.programme} ({_label(place.status)})" for place in one.places)
    closed = t("wbp.ditutup", hari=_day(one.closed_on)) if one.closed_on else t("wbp.terbuka")
    return {
        t("wbp.kolom_kebutuhan"): one.label,
        t("wbp.kolom_tingkat"): _label(one.level),
        t("wbp.kolom_program"): programmes or t("wbp.tanpa_program"),
        t("wbp.kolom_keadaan"): closed,
        t("wbp.kolom_dinilai"): _day(one.assessed_on),
        t("wbp.kolom_sumber"): _label(one.source),
    }


def _place(one: Place) -> dict[str, Any]:
    return {
        t("wbp.kolom_program"): one.programme,
        t("wbp.kolom_status"): _label(one.status),
        t("wbp.kolom_hadir"): attended(one.attendance),
        t("wbp.kolom_mulai"): _day(one.begun_on),
        t("wbp.kolom_selesai"): _day(one.ended_on),
        t("wbp.kolom_sertifikat"): one.certificate or formats.UNKNOWN,
        t("wbp.kolom_nilai"): formats.number(one.score, language(), decimals=1),
        t("wbp.kolom_mitra"): one.partner or formats.UNKNOWN,
        t("wbp.kolom_angkatan"): one.cohort,
        t("wbp.kolom_unit"): one.unit_code,
    }


def _score(one: Score) -> dict[str, Any]:
    return {
        t("wbp.kolom_tanggal"): _day(one.assessed_on),
        t("wbp.kolom_instrumen"): f"{one.instrument} {one.version}",
        t("wbp.kolom_skala"): one.scale or formats.UNKNOWN,
        t("wbp.kolom_skor"): formats.number(one.score, language(), decimals=1),
        t("wbp.kolom_kategori"): one.band or _label(one.level),
    }


def _incident(one: Incident) -> dict[str, Any]:
    known = t("umum.ya") if one.proven else t("umum.tidak")
    return {
        t("wbp.kolom_tanggal"): _day(one.occurred_on),
        t("wbp.kolom_berat"): _label(one.severity),
        t("wbp.kolom_terbukti"): t("umum.tidak_diketahui") if one.proven is None else known,
        t("wbp.kolom_hukuman"): one.sanction or formats.UNKNOWN,
    }


def _right(one: Right) -> dict[str, Any]:
    return {
        t("wbp.kolom_hak"): _label(one.kind),
        t("wbp.kolom_diusulkan"): _day(one.proposed_on),
        t("wbp.kolom_sidang"): _day(one.hearing_on),
        t("wbp.kolom_hasil"): _label(one.result),
        t("wbp.kolom_diputuskan"): _day(one.decided_on),
    }
