"""What needs doing today, list by list: how much of it, and the most urgent first."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.scope import units_below
from data.queries.tables import code, unit, wbp
from data.queries.today import agreements, clients, people, sessions
from data.queries.today.items import DAY, DAYS, NUMBER, PERSON, SUBJECT, UNIT, URGENCY

Items = Callable[[str | None, date], "sa.Select[Any]"]

TASKS: dict[str, Items] = {
    "unmarked_sessions": sessions.unmarked_sessions,
    "missed_in_a_row": sessions.missed_in_a_row,
    "waiting_people": people.waiting_people,
    "near_two_thirds": people.near_two_thirds,
    "needs_without_programme": people.needs_without_programme,
    "late_assessments": people.late_assessments,
    "never_assessed": people.never_assessed,
    "plans_to_review": clients.plans_to_review,
    "ending_agreements": agreements.ending_agreements,
    "quiet_agreements": agreements.quiet_agreements,
}

TASK = "task"
ITEMS = "items"
PEOPLE = "people"
UNIT_CODE = "unit_code"
NAME = "name"
LABEL_ID = "label_id"
LABEL_EN = "label_en"

MOST_DAYS = "most_days"  # of the thing that has waited longest, or is furthest off
LEAST_DAYS = "least_days"
FIRST = "first"  # things of number 0: needs of a high level

COUNTS = (TASK, ITEMS, PEOPLE, MOST_DAYS, LEAST_DAYS, FIRST)
ROWS = (PERSON, NAME, UNIT_CODE, SUBJECT, LABEL_ID, LABEL_EN, NUMBER, DAY, DAYS)
NEEDS = "kebutuhan"


def task_counts(session: Session, unit_code: str | None, today: date) -> pd.DataFrame:
    """One row a task: columns COUNTS, how many things wait and about how many people they are."""
    counts = [_counted(task, items(unit_code, today)) for task, items in TASKS.items()]
    return frame(session, sa.union_all(*counts), COUNTS)


def _counted(task: str, items: "sa.Select[Any]") -> "sa.Select[Any]":
    found = items.subquery()
    first = sa.func.coalesce(sa.func.sum(sa.case((found.c[NUMBER] == 0, 1), else_=0)), 0)
    counts: list[sa.ColumnElement[Any]] = [
        sa.literal(task), sa.func.count(), sa.func.count(found.c[PERSON].distinct()),
        sa.func.max(found.c[DAYS]), sa.func.min(found.c[DAYS]), sa.cast(first, sa.Integer()),
    ]  # fmt: skip
    return sa.select(*counts).select_from(found)


def task_rows(
    session: Session, task: str, unit_code: str | None, today: date, *, most: int
) -> pd.DataFrame:
    """The `most` urgent things: columns ROWS, about persons. Labels are those of a need."""
    found = TASKS[task](unit_code, today).subquery()
    statement: sa.Select[Any] = (
        sa.select(
            found.c[PERSON], wbp.c.name, unit.c.code, found.c[SUBJECT], code.c.label_id,
            code.c.label_en, found.c[NUMBER], found.c[DAY], found.c[DAYS],
        )
        .select_from(found)
        .outerjoin(wbp, wbp.c.id == found.c[PERSON])
        .outerjoin(unit, unit.c.id == found.c[UNIT])
        .outerjoin(code, sa.and_(code.c.list == NEEDS, code.c.code == found.c[SUBJECT]))
        .order_by(
            found.c[URGENCY].is_not(None), found.c[URGENCY], unit.c.code, found.c[SUBJECT],
            found.c[PERSON], found.c[NUMBER],
        )
        .limit(most)
    )  # fmt: skip
    return frame(session, statement, ROWS)


def codes_below(session: Session, unit_code: str) -> set[str]:
    """The codes of a unit and of all below it."""
    statement = sa.select(unit.c.code).where(unit.c.id.in_(units_below(unit_code)))
    return set(session.execute(statement).scalars())
