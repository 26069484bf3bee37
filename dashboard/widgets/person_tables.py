"""The tables of one person's page: plain lists under words, shown and never kept."""

from typing import Any

import pyarrow as pa
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.memory import own
from data.answers.person import Counted, Incident, Need, Person, Place, Right, Score


def show_person_tables(person: Person) -> None:
    """Needs, programmes, assessments, Register F and rights, each with its empty case."""
    tables = own("tabel-orang", (person, language()), lambda: _tables(person))
    for (title, empty, note), table in tables:
        st.subheader(title, anchor=False)
        if table is None:
            st.caption(empty)
            continue
        if note:
            st.caption(note)
        st.dataframe(table, hide_index=True, alt=title, placeholder=formats.UNKNOWN)


Table = tuple[tuple[str, str, str], pa.Table | None]


def _tables(person: Person) -> list[Table]:
    """Title, what is said without rows, a note, and the rows in the form in which they travel."""
    scores = reversed(person.scores)
    found: list[tuple[str, str, str, list[dict[str, Any]]]] = [
        (t("wbp.kebutuhan"), t("wbp.kebutuhan_kosong"), "", [_need(one) for one in person.needs]),
        (t("wbp.program"), t("wbp.program_kosong"), "", [_place(one) for one in person.places]),
        (t("wbp.penilaian"), t("wbp.penilaian_kosong"), t("wbp.penilaian_catatan"),
         [_score(one) for one in scores]),
        (t("wbp.pelanggaran"), t("wbp.pelanggaran_kosong"), "",
         [_incident(one) for one in person.incidents]),
        (t("wbp.hak"), t("wbp.hak_kosong"), "", [_right(one) for one in person.rights]),
    ]  # fmt: skip
    return [
        ((title, empty, note), pa.Table.from_pylist(rows) if rows else None)
        for title, empty, note, rows in found
    ]


def attended(counts: Counted) -> str:
    """How many of how many sessions; a dash where none expected the person."""
    if not counts.expected:
        return formats.UNKNOWN
    return t("wbp.dari", a=whole(counts.attended), b=whole(counts.expected))


def whole(value: float | None) -> str:
    """A whole number as the language writes it."""
    return formats.number(value, language())


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
