"""The counts by unit (or by programme) behind the figures of the first screen."""

import pandas as pd

from dashboard.charts import dumbbell
from dashboard.texts.catalogue import t
from dashboard.widgets import changes
from dashboard.widgets.beside_units import attendance_headings
from dashboard.widgets.doors import Behind
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, decimal, share
from data.answers import attendance, columns, participation
from data.answers.change import behaviour_change
from data.answers.completing import completion_by_unit
from data.indicators.declarations import ATTENDANCE, CHANGE, COMPLETION, PARTICIPATION
from data.queries.filter import Filter


def rows_behind(screen: Screen, filter: Filter) -> dict[str, Behind]:
    """By the name of the figure; nothing is asked before somebody opens a door."""
    ask = screen.asker.ask
    return {
        PARTICIPATION.code: Behind(
            lambda: ask(participation.participation_by_unit, filter),
            _participation(), "partisipasi-unit",
        ),
        ATTENDANCE.code: Behind(
            lambda: ask(attendance.attendance_by_unit, filter),
            attendance_headings(), "kehadiran-unit",
        ),
        COMPLETION.code: Behind(
            lambda: ask(completion_by_unit, filter), _completion(), "penyelesaian-unit"
        ),
        CHANGE.code: Behind(lambda: _by_programme(screen, filter), _change(), "perubahan-program"),
    }  # fmt: skip


def _by_programme(screen: Screen, filter: Filter) -> pd.DataFrame:
    return changes.change_frame(screen.asker.ask(behaviour_change, filter))


def _participation() -> dict[str, Heading]:
    return {
        columns.UNIT_NAME: Heading(t("kolom.unit")),
        columns.PEOPLE: Heading(t("kolom.peserta"), count),
        columns.ELIGIBLE: Heading(t("kolom.penghuni"), count),
        columns.RATE: Heading(t("kolom.partisipasi"), share),
        columns.LOW: Heading(t("kolom.bawah"), share),
        columns.HIGH: Heading(t("kolom.atas"), share),
    }


def _completion() -> dict[str, Heading]:
    return {
        columns.UNIT_NAME: Heading(t("kolom.unit")),
        "completed": Heading(t("ringkasan.selesai"), count),
        "started": Heading(t("kolom.mulai"), count),
        "below_dosage": Heading(t("ringkasan.di_bawah_dosis"), count),
        "unknown": Heading(t("kolom.belum_tercatat"), count),
        columns.RATE: Heading(t("ringkasan.penyelesaian"), share),
    }


def _change() -> dict[str, Heading]:
    return {
        dumbbell.NAME: Heading(t("kolom.program")),
        dumbbell.N: Heading(t("kolom.pasangan"), count),
        changes.WITHOUT: Heading(t("kolom.tanpa_pasangan"), count),
        dumbbell.CHANGE: Heading(t("kolom.perubahan"), decimal),
        dumbbell.LOW: Heading(t("kolom.bawah"), decimal),
        dumbbell.HIGH: Heading(t("kolom.atas"), decimal),
    }
