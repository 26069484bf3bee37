"""What every check of data quality gives: rows of items, and how many need a look."""

from typing import Any

import sqlalchemy as sa

from data.queries.dates import month_of, next_month
from data.queries.filter import Filter

Column = sa.ColumnElement[Any]
UNIT = "unit_id"
DAY = "day"
COHORT = "cohort_id"
NUMBER = "number"  # of the session in its cohort
PERSON = "wbp_id"
DETAIL = "detail"  # days late, score, age...: what the check says about the item

PART = "part"  # items that need a look
WHOLE = "whole"  # items of which it can be told
MISSING = "missing"  # items of which it cannot
COUNTS = (PART, WHOLE, MISSING)

_NOTHING: Column = sa.cast(sa.null(), sa.Integer())


def items(
    *counts: Column, unit: Column, day: Column, cohort: Column = _NOTHING,
    number: Column = _NOTHING, person: Column = _NOTHING, detail: Column = _NOTHING,
) -> "sa.Select[Any]":  # fmt: skip
    """A statement with the columns above and `counts` of checks; the caller adds the tables."""
    return sa.select(
        unit.label(UNIT), day.label(DAY), cohort.label(COHORT), number.label(NUMBER),
        person.label(PERSON), detail.label(DETAIL), *counts,
    )  # fmt: skip


def told(check: str, condition: Column, *, known: Column | None = None) -> list[Column]:
    """The counts of one item: it needs a look where `condition` holds, if that is `known`."""
    can = sa.true() if known is None else known
    return tally(
        check,
        part=flag(sa.and_(can, condition)),
        whole=flag(can),
        missing=sa.literal(0) if known is None else 1 - flag(can),
    )


def tally(check: str, *, part: Column, whole: Column, missing: Column) -> list[Column]:
    """The counts of several items in one row."""
    counts = zip(COUNTS, (part, whole, missing), strict=True)
    return [column.label(counted(check, name)) for name, column in counts]


def counted(check: str, name: str) -> str:
    """The name of the column in which `check` counts; `name` is in COUNTS."""
    return f"{check}_{name}"


def month_in(day: Column, filter: Filter) -> Column:
    """The first day of the month of `day` that lies in the period; `day` does."""
    return sa.case((day < next_month(filter.start), filter.start), else_=month_of(day))


def flag(condition: Column) -> Column:
    """1 where `condition` holds, else 0."""
    return sa.case((condition, 1), else_=0)
