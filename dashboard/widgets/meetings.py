"""Adding a session, or a series of them with its days shown first."""

from datetime import date, timedelta

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.choosing_cohort import choose_cohort
from dashboard.widgets.forms import Form
from dashboard.widgets.screen import Screen
from data.answers import recorded
from data.answers.recorded import Cohort, LastSession
from data.recording.sessions import MOST_AT_ONCE, add_sessions, series

WEEK = 7


def show_meetings(screen: Screen) -> None:
    """The cohort, the days, and what holds for each of the sessions."""
    cohort = choose_cohort(screen)
    if cohort is None:
        return
    last = screen.asker.ask(recorded.last_session, cohort.id)
    if last is None:
        st.caption(t("catat.tanpa_sesi"))
    else:
        st.caption(
            t("catat.sesi_terakhir", nomor=formats.number(last.number, language()),
              hari=formats.day(last.held_on, language()))
        )  # fmt: skip
    days = _choose_days(screen, cohort, last)
    _show_days(days)
    row = {"starts_at": last.starts_at, "minutes": last.minutes} if last else {}
    form = Form(screen, "programme_session", f"sesi-{cohort.id}", row=row)
    with form.frame():
        form.show("starts_at", "minutes", "topic", "facilitator", "facilitator_kind")
        sent = form.button(t("catat.tambah_sesi", n=formats.number(len(days), language())))
    if sent:
        viewer, today = screen.asker.viewer, screen.today
        form.save(
            lambda session, values: add_sessions(
                session, viewer, cohort.id, days, values, today=today
            ),
            said=t("catat.sesi_ditambah", n=formats.number(len(days), language())),
        )


def _choose_days(screen: Screen, cohort: Cohort, last: LastSession | None) -> list[date]:
    begin = last.held_on + timedelta(days=WEEK) if last else cohort.starts_on or screen.today
    places = st.columns(3)
    first = places[0].date_input(
        t("catat.hari_pertama"), begin, format="DD/MM/YYYY", key=f"sesi-mulai-{cohort.id}-{begin}"
    )
    number = places[1].number_input(
        t("catat.banyak_sesi"), 1, MOST_AT_ONCE, 1, key=f"sesi-banyak-{cohort.id}"
    )
    ways = {1: t("catat.tiap_hari"), WEEK: t("catat.tiap_minggu"), 14: t("catat.dua_minggu")}
    every = places[2].selectbox(
        t("catat.selang"), list(ways), index=1, format_func=ways.__getitem__,
        key=f"sesi-selang-{cohort.id}",
    )  # fmt: skip
    return series(first, int(number), every_days=every)


def _show_days(days: list[date]) -> None:
    shown = ", ".join(formats.short_day(day, language()) for day in days)
    st.markdown(t("catat.hari_sesi", hari=shown))
