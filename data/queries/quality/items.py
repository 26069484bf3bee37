"""What every check of data quality gives: one row an item, and whether it needs a look."""

from typing import Any

import sqlalchemy as sa

Column = sa.ColumnElement[Any]
UNIT = "unit_id"
DAY = "day"
FLAGGED = "flagged"  # 1 needs a look, 0 does not, null cannot be told
COHORT = "cohort_id"
NUMBER = "number"  # of the session in its cohort
PERSON = "wbp_id"
DETAIL = "detail"  # days late, score, age...: what the check says about the item

_NOTHING: Column = sa.cast(sa.null(), sa.Integer())


def items(
    *, unit: Column, day: Column, flagged: Column, cohort: Column = _NOTHING,
    number: Column = _NOTHING, person: Column = _NOTHING, detail: Column = _NOTHING,
) -> "sa.Select[Any]":  # fmt: skip
    """A statement with the columns above; the caller adds tables and conditions."""
    return sa.select(
        unit.label(UNIT), day.label(DAY), flagged.label(FLAGGED), cohort.label(COHORT),
        number.label(NUMBER), person.label(PERSON), detail.label(DETAIL),
    )  # fmt: skip


def flag(condition: Column, *, known: Column | None = None) -> Column:
    """1 where `condition` holds, 0 where not; null where it is not `known`."""
    told = sa.case((condition, 1), else_=0)
    return told if known is None else sa.case((known, told))
