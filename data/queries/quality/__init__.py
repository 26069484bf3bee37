"""How good the data are: each check counts its items, and names the rows that need a look."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.quality import people, scores, sheets
from data.queries.quality.items import (
    COHORT,
    COUNTS,
    DAY,
    DETAIL,
    MISSING,
    NUMBER,
    PART,
    PERSON,
    UNIT,
    WHOLE,
    counted,
    month_in,
)
from data.queries.tables import cohort, unit, wbp

Items = Callable[[Filter], "sa.Select[Any]"]

CHECKS: dict[str, Items] = {  # checks of the same rows are counted in one go
    "unrecorded_marks": sheets.months_due,
    "unrecorded_sessions": sheets.meetings,
    "late_marks": sheets.sheets,
    "all_present_sheets": sheets.sheets,
    "impossible_marks": sheets.sheets,
    "double_sessions": sheets.meetings,
    "unreal_referrals": sheets.referrals,
    "not_followed_up": sheets.endings,
    "not_assessed": people.months_in_care,
    "identical_scores": scores.score_sheets,
    "carried_scores": scores.score_sheets,
    "heaped_scores": scores.single_scores,
    "score_jumps": scores.proposals,
    "rated_by_own_officer": scores.assessments,
    "without_number": people.people_in_care,
    "possible_duplicates": people.people_in_care,
    "impossible_ages": people.people_in_care,
}
_ROW_BY_ROW: dict[str, Items] = {
    "unrecorded_marks": sheets.marks_due,
    "late_marks": sheets.marks,
    "impossible_marks": sheets.marks,
}

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
MONTH = "month"  # its first day
COHORT_CODE = "cohort_code"
SESSION_NUMBER = "session_number"
PUBLIC_ID = "public_id"

BY_UNIT_AND_MONTH = (UNIT_CODE, UNIT_NAME, MONTH, *COUNTS)
ROWS = (UNIT_CODE, DAY, COHORT_CODE, SESSION_NUMBER, PUBLIC_ID, DETAIL)


def quality_counts(session: Session, filter: Filter, checks: Iterable[str]) -> pd.DataFrame:
    """One row a check, in this order: columns COUNTS, zeros where there is nothing to check."""
    wanted = list(checks)
    found = {}
    for source in dict.fromkeys(CHECKS[check] for check in wanted):
        here = [check for check in wanted if CHECKS[check] is source]
        rows = source(filter).subquery()
        sums = [_sum(rows, check, name) for check in here for name in COUNTS]
        numbers = iter(session.execute(sa.select(*sums)).one())
        found.update({check: [next(numbers) for _ in COUNTS] for check in here})
    return pd.DataFrame([found[check] for check in wanted], index=wanted, columns=list(COUNTS))


def quality_by_unit_and_month(session: Session, filter: Filter, check: str) -> pd.DataFrame:
    """One row a unit and month with anything to check, by name: columns BY_UNIT_AND_MONTH."""
    rows = CHECKS[check](filter).subquery()
    month = month_in(rows.c[DAY], filter).label(MONTH)
    sums = [_sum(rows, check, name).label(name) for name in COUNTS]
    whole, missing = (rows.c[counted(check, name)] for name in (WHOLE, MISSING))
    there = (
        sa.select(rows.c[UNIT], month, *sums)
        .where(whole + missing > 0)
        .group_by(rows.c[UNIT], month)
        .subquery()
    )
    statement = (
        sa.select(unit.c.code, unit.c.name, there.c[MONTH], *(there.c[name] for name in COUNTS))
        .join(unit, unit.c.id == there.c[UNIT])
        .order_by(unit.c.name, unit.c.code, there.c[MONTH])
    )
    return frame(session, statement, BY_UNIT_AND_MONTH)


def quality_rows(session: Session, filter: Filter, check: str, *, most: int) -> pd.DataFrame:
    """The first `most` items that need a look, by unit and day: columns ROWS, about persons."""
    found = _ROW_BY_ROW.get(check, CHECKS[check])(filter).subquery()
    statement = (
        sa.select(
            unit.c.code, found.c[DAY], cohort.c.code, found.c[NUMBER], wbp.c.public_id,
            found.c[DETAIL],
        )
        .select_from(found)
        .join(unit, unit.c.id == found.c[UNIT])
        .outerjoin(cohort, cohort.c.id == found.c[COHORT])
        .outerjoin(wbp, wbp.c.id == found.c[PERSON])
        .where(found.c[counted(check, PART)] == 1)
        .order_by(unit.c.code, found.c[DAY], cohort.c.code, found.c[NUMBER], wbp.c.public_id,
                  found.c[DETAIL])
        .limit(most)
    )  # fmt: skip
    return frame(session, statement, ROWS)


def _sum(rows: sa.Subquery, check: str, name: str) -> "sa.ColumnElement[Any]":
    total = sa.func.sum(rows.c[counted(check, name)])
    return sa.cast(sa.func.coalesce(total, 0), sa.BigInteger())
