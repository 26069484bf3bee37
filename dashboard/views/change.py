"""Perubahan perilaku: how assessed behaviour changed, and what cannot be concluded from it."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts import dumbbell
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import changes
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.keeping import keep
from dashboard.widgets.methods import show_mean_method
from dashboard.widgets.notices import show_empty_database, show_no_rows
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, decimal, share, show_table
from data import wording
from data.answers.change import ProgrammeChange, behaviour_change
from data.indicators.declarations import CHANGE
from data.queries.filter import Filter

SCALES = ("SIKAP", "MENTAL")  # of the SPPN, those that taking part does not raise by itself


def show(screen: Screen) -> None:
    """The dumbbell, each programme in words, and the limits of both."""
    st.title(t("perubahan.judul"), anchor=False)
    st.markdown(t("perubahan.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    found = _ask(screen, filter)
    st.info(t("perubahan.batas"), icon=":material/info:")
    if not found:
        show_no_rows()
        return
    _show_chart(screen, found)
    _show_limits(found)
    _show_programmes(found)


def _ask(screen: Screen, filter: Filter) -> list[ProgrammeChange]:
    keep("skala", SCALES, otherwise=SCALES[0])
    scale = st.segmented_control(
        t("perubahan.skala"), SCALES, required=True, key="skala",
        format_func=lambda code: t("perubahan.sikap") if code == "SIKAP" else t("perubahan.mental"),
    )  # fmt: skip
    return screen.asker.ask(behaviour_change, filter, scale=scale)


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


def _show_limits(found: Sequence[ProgrammeChange]) -> None:
    """What the best known of the figures allows to be said, and what none of them does."""
    sure = next((entry for entry in found if entry.estimate.status == "ok"), found[0])
    can, cannot = st.columns(2)
    with can.container(border=True, height="stretch"):
        st.markdown(f"**{t('perubahan.dapat')}**")
        st.markdown(wording.can_say(sure.estimate, language()))
        st.caption(t("perubahan.tingkat_a"))
    with cannot.container(border=True, height="stretch"):
        st.markdown(f"**{t('perubahan.tidak_dapat')}**")
        st.markdown(wording.cannot_say(sure.estimate, language()))
        for reservation in wording.caveats(sure.estimate, language()):
            st.caption(reservation)


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
