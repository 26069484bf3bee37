"""What files did or would do: counts, what was found in them, and what changes."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

import models
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import downloads
from dashboard.widgets.plain import plain
from data.importing.issues import Issue
from data.importing.loading import Counts
from data.importing.previewing import Difference
from data.importing.refused import refused_csv
from data.importing.runs import Outcome

SHOWN = 200
LARGE = 6  # above it, one table says it better than five figures for each


def show_outcomes(outcomes: Sequence[Outcome]) -> None:
    """For each file and table: how many rows are new, changed, unchanged, refused, set aside."""
    if len(outcomes) > LARGE:
        _show_many(outcomes)
        return
    for outcome in outcomes:
        st.markdown(f"**{plain(outcome.file_name)}** → {plain(called(outcome.table))}")
        if outcome.already is not None:
            when, who = outcome.already
            st.info(t("impor.sudah", saat=when.replace("T", " "), siapa=plain(who)))
            continue
        counts = outcome.counts
        with st.container(horizontal=True):
            for label, count in _labelled(counts).items():
                st.metric(label, formats.number(count, language()), border=True)
        _show_found(outcome)


def _labelled(counts: Counts) -> dict[str, int]:
    return {
        t("impor.baru"): counts.new, t("impor.berubah"): counts.changed,
        t("impor.tetap"): counts.unchanged, t("impor.ditolak"): counts.refused,
        t("impor.disisihkan"): counts.set_aside,
    }  # fmt: skip


def _show_many(outcomes: Sequence[Outcome]) -> None:
    """A bundle or a folder: one line for each table, then what was found in rows."""
    lines = [
        {t("impor.berkas"): one.file_name, t("impor.tabel"): called(one.table)}
        | {label: formats.number(n, language()) for label, n in _labelled(one.counts).items()}
        for one in outcomes
    ]
    st.dataframe(pd.DataFrame(lines), hide_index=True, alt=t("impor.tabel"))
    for outcome in outcomes:
        if outcome.reasons:
            st.markdown(f"**{plain(outcome.file_name)}** → {plain(called(outcome.table))}")
            _show_found(outcome)


def called(table: str) -> str:
    """What people call a table."""
    names: tuple[str, str] = models.classes[table].called
    return names[1 if language() == "en" else 0]


def _show_found(outcome: Outcome) -> None:
    of_rows = [issue for found in outcome.reasons.values() for issue in found]
    found = [*outcome.issues, *sorted(of_rows, key=lambda issue: issue.line or 0)]
    if not found:
        return
    with st.expander(t("impor.temuan", n=formats.number(len(found), language())),
                     expanded=bool(of_rows)):  # fmt: skip
        frame = pd.DataFrame([_found(issue) for issue in found[:SHOWN]])
        st.dataframe(frame, hide_index=True, alt=t("impor.temuan_alt"))
        if len(found) > SHOWN:
            st.caption(t("impor.temuan_lain", n=formats.number(len(found) - SHOWN, language())))


def _found(issue: Issue) -> dict[str, str]:
    return {
        t("impor.baris"): "" if issue.line is None else str(issue.line),
        t("impor.putusan"): {
            "R": t("impor.ditolak"), "Q": t("impor.disisihkan"), "W": t("impor.peringatan"),
        }.get(issue.rule.weight.value, t("impor.catatan")),
        t("impor.isi_temuan"): issue.sentence(language()),
    }  # fmt: skip


def show_differences(found: Sequence[Difference]) -> None:
    """The values that change, old beside new."""
    if not found:
        return
    st.markdown(f"**{t('impor.perubahan')}**")
    lines = [
        {
            t("impor.tabel"): called(one.table), t("impor.kunci"): one.row,
            t("impor.kolom"): one.label(language()), t("impor.lama"): one.old,
            t("impor.menjadi"): one.new,
        }
        for one in found
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(lines), hide_index=True, alt=t("impor.perubahan"))


def refused_links(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    """Name and address of a file with the rows that did not go in, for each that has some."""
    links = []
    for outcome in outcomes:
        if outcome.refused_rows:
            name = f"{Path(outcome.file_name).stem}-{outcome.table}.ditolak.csv"
            path = downloads.new_folder() / name
            path.write_bytes(refused_csv(outcome))
            links.append((name, downloads.hand_out(path)))
    return links


def show_refused_links(links: Sequence[tuple[str, str]]) -> None:
    """Buttons that fetch them."""
    for name, address in links:
        st.link_button(t("impor.unduh_ditolak", nama=plain(name)), address,
                       icon=":material/download:")  # fmt: skip
    if links:
        st.caption(t("impor.perbaiki"))
