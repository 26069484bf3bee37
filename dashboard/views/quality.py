"""Mutu data: how good the data are, check by check, each count leading to its rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.keeping import folded, keep
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.notices import show_empty_database
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, month, share, show_table, show_written
from data import wording
from data.answers import columns
from data.answers.quality import quality, quality_by_unit_and_month, quality_rows
from data.indicators.declarations import BY_CODE, QUALITY
from data.indicators.estimate import Estimate
from data.queries.filter import Filter

SHOWN = 200
_CHECK = "periksa"
_NAME = "check"


def show(screen: Screen) -> None:
    """All checks with their counts, then one of them by unit and month, then its rows."""
    st.title(t("mutu.judul"), anchor=False)
    st.markdown(t("mutu.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    found = screen.asker.ask(quality, filter)
    _show_all(found)
    check = _choose(found)
    _show_one(screen, filter, next(one for one in found if one.name == check))


def _show_all(found: Sequence[Estimate]) -> None:
    st.caption(t("mutu.cara_baca"))
    frame = quality_frame(found)
    show_written(frame, _headings(), said=t("mutu.judul"))
    show_table(frame, _headings(), name="mutu-data")


def quality_frame(found: Sequence[Estimate]) -> pd.DataFrame:
    """One row a check, by its name in the language that is spoken."""
    rows = [
        {
            _NAME: BY_CODE[one.name].name.in_language(language()),
            columns.FLAGGED: one.n if one.denominator else None,
            columns.CHECKED: round(one.denominator or 0),
            columns.NOT_TOLD: one.n_missing,
            columns.RATE: one.value,
        }
        for one in found
    ]
    whole = {columns.FLAGGED: "Int64", columns.RATE: "float64"}
    return pd.DataFrame(rows).astype(whole)


def _headings() -> dict[str, Heading]:
    return {_NAME: Heading(t("mutu.pemeriksaan"))} | _numbers()


def _numbers() -> dict[str, Heading]:
    return {
        columns.FLAGGED: Heading(t("kolom.perlu_dilihat"), count),
        columns.CHECKED: Heading(t("kolom.diperiksa"), count),
        columns.RATE: Heading(t("kolom.bagian"), share),
        columns.NOT_TOLD: Heading(t("kolom.tidak_dapat_diperiksa"), count),
    }


def _choose(found: Sequence[Estimate]) -> str:
    codes = [check.code for check in QUALITY]
    first = next((one.name for one in found if one.n), codes[0])
    keep(_CHECK, codes, otherwise=first)
    chosen: str = st.selectbox(
        t("mutu.pilih"), codes, key=_CHECK,
        format_func=lambda code: BY_CODE[code].name.in_language(language()),
    )  # fmt: skip
    return chosen


def _show_one(screen: Screen, filter: Filter, found: Estimate) -> None:
    st.subheader(plain(BY_CODE[found.name].name.in_language(language())), anchor=False)
    st.markdown(plain(BY_CODE[found.name].question.in_language(language())))
    st.markdown(plain(wording.sentence(found, language())))
    st.caption(t("mutu.tidak_dapat", teks=plain(wording.cannot_say(found, language()))))
    frame = screen.asker.ask(quality_by_unit_and_month, filter, found.name)
    show_table(frame, _place() | _numbers(), name=f"mutu-{found.name}",
               said=t("mutu.per_unit_bulan"))  # fmt: skip
    show_rate_method(found.name)
    if found.n:
        _show_rows(screen, filter, found)


def _place() -> dict[str, Heading]:
    return {
        columns.UNIT_CODE: Heading(t("kolom.kode_unit")),
        columns.UNIT_NAME: Heading(t("kolom.unit")),
        columns.MONTH: Heading(t("kolom.bulan"), month),
    }


def _show_rows(screen: Screen, filter: Filter, found: Estimate) -> None:
    """Rows about persons: asked anew each time, only once unfolded, and never kept."""
    part = folded(t("mutu.baris_alt"), key=f"baris-{found.name}")
    if not part.open:
        return
    with screen.asker.door.reading(screen.asker.viewer) as session:
        rows = quality_rows(session, filter, found.name, most=SHOWN)
    total = formats.number(found.n, language())
    labels = _row_labels() | _detail(found.name)
    with part:
        st.caption(t("mutu.baris", n=total, tampak=formats.number(len(rows), language())))
        st.dataframe(
            rows[list(labels)].rename(columns=labels), hide_index=True, alt=t("mutu.baris_alt"),
            column_config=_as_they_are(), placeholder="",
        )  # fmt: skip


def _detail(check: str) -> dict[str, str]:
    """What the number beside a row is, for the checks that give one."""
    label = {
        "late_marks": t("kolom.hari_sesudah_sesi"),
        "all_present_sheets": t("kolom.tanda"),
        "heaped_scores": t("kolom.skor"),
        "impossible_ages": t("kolom.umur"),
    }.get(check)
    return {} if label is None else {"detail": label}


def _row_labels() -> dict[str, str]:
    """A row of another kind has no such column: nothing, not "unknown"."""
    return {
        "unit_code": t("kolom.kode_unit"), "day": t("kolom.hari"),
        "cohort_code": t("kolom.kode_angkatan"), "session_number": t("kolom.nomor_sesi"),
        "public_id": t("kolom.id_publik"),
    }  # fmt: skip


def _as_they_are() -> dict[str, Any]:
    """Days and numbers stay what they are, so that they sort and cost nothing to write."""
    number = st.column_config.NumberColumn(format="localized")
    labels = (t("kolom.nomor_sesi"), t("kolom.hari_sesudah_sesi"), t("kolom.skor"),
              t("kolom.umur"))  # fmt: skip
    day = st.column_config.DateColumn(format="DD/MM/YYYY")
    return {t("kolom.hari"): day, **dict.fromkeys(labels, number)}
