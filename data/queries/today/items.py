"""What every list of waiting work gives: one row a thing to do, the most urgent first."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_between
from data.queries.scope import units_below
from data.queries.tables import custody

Column = sa.ColumnElement[Any]
UNIT = "unit_id"
PERSON = "wbp_id"
SUBJECT = "subject"  # cohort, programme, instrument or agreement; the need as its code
NUMBER = "number"  # of the session in its cohort; absences in a row
DAY = "day"  # held, waiting since, last assessed, two thirds, ends on
DAYS = "days"  # between that day and today, as people count them: never negative
URGENCY = "urgency"  # the smaller, the sooner; null comes first

_NO_NUMBER: Column = sa.cast(sa.null(), sa.Integer())
_NO_TEXT: Column = sa.cast(sa.null(), sa.String())


def items(
    *, unit: Column, day: Column, days: Column, urgency: Column, person: Column = _NO_NUMBER,
    subject: Column = _NO_TEXT, number: Column = _NO_NUMBER,
) -> "sa.Select[Any]":  # fmt: skip
    """A statement with the columns above; the caller adds tables and conditions."""
    return sa.select(
        unit.label(UNIT), person.label(PERSON), subject.label(SUBJECT), number.label(NUMBER),
        day.label(DAY), days.label(DAYS), urgency.label(URGENCY),
    )  # fmt: skip


def since(day: Column, today: date) -> Column:
    """Whole days from `day` to today."""
    return days_between(day, sa.literal(today, sa.Date()))


def until(day: Column, today: date) -> Column:
    """Whole days from today to `day`."""
    return days_between(sa.literal(today, sa.Date()), day)


def at(unit_id: Column, unit: str | None) -> Column:
    """The condition that `unit_id` is the unit with this code or one below it; None is all."""
    return sa.true() if unit is None else unit_id.in_(units_below(unit))


def in_care_here(person: Column, unit: str | None) -> Column:
    """The condition that the person has an open stretch of custody or guidance here."""
    return person.in_(
        sa.select(custody.c.wbp_id).where(custody.c.ended_on.is_(None), at(custody.c.unit_id, unit))
    )
