"""Scores before and after, programme by programme, and each programme in words."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts import dumbbell
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import changes
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_mean_method
from dashboard.widgets.notices import show_no_rows
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, decimal, share, show_table
from data import wording
from data.answers.change import ProgrammeChange, behaviour_change
from data.indicators.declarations import CHANGE
from data.queries.filter import Filter


def show_scores(screen: Screen, filter: Filter, scale: str) -> None:
    """The dumbbell, its limits, and a card for each programme."""
    found = screen.asker.ask(behaviour_change, filter, scale=scale)
    if not found:
        show_no_rows()
        return
    _show_chart(screen, found)
    show_limits(next((entry.estimate for entry in found if entry.estimate.status == "ok"),
                     found[0].estimate))  # fmt: skip
    _show_programmes(found)


def _show_chart(screen: Screen, found: Sequence[ProgrammeChange]) -> None:
    frame = changes.change_frame(found)
    st.subheader(t("perubahan.grafik"), anchor=False)
    if frame.empty:
        st.info(t("perubahan.tanpa_pasangan"))
        return
    said = dumbbell.describe_changes(frame)
    show_chart(dumbbell.change_by_programme, frame, screen.colours, said=said)
    st.caption(t("perubahan.cara_baca"))
    show_table(frame, _headings(), name="perubahan-perilaku")
    show_mean_method(CHANGE.code)


def _show_programmes(found: Sequence[ProgrammeChange]) -> None:
    st.subheader(t("perubahan.tiap_program"), anchor=False)
    for entry, place in zip(found, two_a_row(len(found)), strict=True):
        with place.container(border=True, height="stretch"):
            st.markdown(f"**{plain(entry.programme_name)}**")
            st.markdown(
                wording.change_sentence(
                    entry.estimate, language(), higher_is_better=entry.higher_is_better
                )
            )
            st.caption(
                t(
                    "perubahan.siapa",
                    mulai=count(entry.started, language()),
                    tanpa=count(entry.without_post, language()),
                    atap=formats.percent(entry.ceiling_share, language(), of=entry.estimate.n),
                )
            )


def _headings() -> dict[str, Heading]:
    return {
        dumbbell.NAME: Heading(t("kolom.program")),
        changes.VERSION: Heading(t("kolom.versi")),
        changes.STARTED: Heading(t("kolom.mulai"), count),
        dumbbell.N: Heading(t("kolom.pasangan"), count),
        changes.WITHOUT: Heading(t("kolom.tanpa_pasangan"), count),
        dumbbell.PRE: Heading(t("kolom.sebelum"), decimal),
        dumbbell.POST: Heading(t("kolom.sesudah"), decimal),
        dumbbell.CHANGE: Heading(t("kolom.perubahan"), decimal),
        dumbbell.LOW: Heading(t("kolom.bawah"), decimal),
        dumbbell.HIGH: Heading(t("kolom.atas"), decimal),
        changes.CEILING: Heading(t("kolom.atap"), share),
    }
