"""Ringkasan: how many took part, came, finished and changed in the chosen period."""

import streamlit as st

from dashboard.charts.fields import describe_fields, people_by_field
from dashboard.charts.trend import describe_trend, participation_trend
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.behind import rows_behind
from dashboard.widgets.beside_units import BETWEEN_UNITS, show_attendance, show_funnel, show_map
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.figures import delta, show_figure
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.notices import show_empty_database, show_no_rows
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.steps import show_steps
from dashboard.widgets.tables import Heading, count, month, share, show_table
from data import wording
from data.answers import attendance, choices, columns, participation
from data.answers.overall_change import overall_change
from data.answers.overview import Overview, overview
from data.answers.reach import enough_hours
from data.indicators.declarations import PARTICIPATION
from data.queries.filter import Filter

_QUESTIONS = (
    overview, participation.participation_by_month, overall_change, enough_hours,
    attendance.attendance_by_unit, participation.participation_by_field,
)  # fmt: skip


def show(screen: Screen) -> None:
    """Four figures, the trend and the fields; below them the way through, and the units."""
    st.title(t("ringkasan.judul"), anchor=False)
    st.markdown(t("ringkasan.pertanyaan"))
    filter = screen.chosen.filter
    if filter is None:
        show_empty_database()
        return
    screen.asker.ask_at_once(filter, *_QUESTIONS, *(() if filter.unit else BETWEEN_UNITS))
    found = screen.asker.ask(overview, filter)
    _say_what(screen, found)
    _show_figures(screen, found, filter)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _show_trend(screen, filter)
    with right:
        _show_fields(screen, filter)
    _show_more(screen, filter)


def _show_more(screen: Screen, filter: Filter) -> None:
    """The units beside each other only where more than one is looked at."""
    st.divider()
    left, right = st.columns([3, 2], gap="medium")
    several = len(screen.asker.ask(attendance.attendance_by_unit, filter)) > 1
    with left:
        if several:
            show_map(screen, filter)
            show_funnel(screen, filter)
    with right:
        show_steps(screen, filter)
        show_attendance(screen, filter)


def _say_what(screen: Screen, found: Overview) -> None:
    chosen, until = screen.chosen, found.data_until
    parts = [
        t("ringkasan.data_sampai", hari=formats.day(until, language())) if until
        else t("ringkasan.tanpa_presensi"),
        chosen.unit_name or t("bingkai.semua_unit"),
        chosen.field_name or t("bingkai.semua_bidang"),
    ]  # fmt: skip
    st.caption(plain(" · ".join(parts)))


def _show_figures(screen: Screen, found: Overview, filter: Filter) -> None:
    change = screen.asker.ask(overall_change, filter)
    figures = (found.participation, found.attendance, found.completion, change)
    behind = rows_behind(screen, filter)
    for column, figure in zip(st.columns(4), figures, strict=True):
        with column:
            show_figure(figure, screen=screen, behind=behind.get(figure.now.name))
    hours = wording.sentence(screen.asker.ask(enough_hours, filter), language())
    st.caption(t("ringkasan.jam", kalimat=hours))
    compared = any(delta(figure) for figure in figures)
    st.caption(t("ringkasan.pembanding") if compared else t("ringkasan.tanpa_pembanding"))


def _show_trend(screen: Screen, filter: Filter) -> None:
    frame = screen.asker.ask(participation.participation_by_month, filter)
    st.subheader(t("ringkasan.tren"), anchor=False)
    if frame.empty or frame[columns.RATE].isna().all():
        show_no_rows()
        return
    show_chart(participation_trend, frame, screen.colours, said=describe_trend)
    st.caption(t("ringkasan.cara_baca_tren"))
    show_table(frame, _trend_headings(), name="partisipasi-per-bulan")
    show_rate_method(PARTICIPATION.code)


def _show_fields(screen: Screen, filter: Filter) -> None:
    names = dict(screen.asker.ask(choices.fields, language()))
    frame = screen.asker.ask(participation.participation_by_field, filter)
    if frame.empty:
        return
    named = frame.assign(**{columns.FIELD: frame[columns.FIELD].map(names)})
    st.subheader(t("ringkasan.bidang"), anchor=False)
    show_chart(people_by_field, named, screen.colours, said=describe_fields)
    st.caption(t("ringkasan.cara_baca_bidang"))
    show_table(named, _field_headings(), name="peserta-per-bidang")


def _trend_headings() -> dict[str, Heading]:
    return {
        columns.MONTH: Heading(t("kolom.bulan"), month),
        columns.PEOPLE: Heading(t("kolom.peserta"), count),
        columns.ELIGIBLE: Heading(t("kolom.penghuni"), count),
        columns.RATE: Heading(t("kolom.partisipasi"), share),
        columns.LOW: Heading(t("kolom.bawah"), share),
        columns.HIGH: Heading(t("kolom.atas"), share),
    }


def _field_headings() -> dict[str, Heading]:
    return {
        columns.FIELD: Heading(t("bingkai.bidang")),
        columns.PEOPLE: Heading(t("kolom.peserta"), count),
        columns.SESSIONS: Heading(t("kolom.sesi"), count),
    }
