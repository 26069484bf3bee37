"""What needs doing today: how much of each, and the rows behind it."""

from datetime import date

import pandas as pd
from sqlmodel import Session

from data.queries import today as found
from data.queries.today import items

TASKS = tuple(found.TASKS)
OF_PERSONS = frozenset(TASKS) - {"unmarked_sessions", "ending_agreements", "quiet_agreements"}
TASK, ITEMS, PEOPLE = found.TASK, found.ITEMS, found.PEOPLE
MOST_DAYS, LEAST_DAYS, FIRST = found.MOST_DAYS, found.LEAST_DAYS, found.FIRST
NAME, UNIT_CODE = found.NAME, found.UNIT_CODE
PERSON, SUBJECT = items.PERSON, items.SUBJECT
NUMBER, DAY, DAYS = items.NUMBER, items.DAY, items.DAYS
COUNTS = found.COUNTS
ROWS = (PERSON, NAME, UNIT_CODE, SUBJECT, NUMBER, DAY, DAYS)


def waiting_work(session: Session, unit: str | None, today: date) -> pd.DataFrame:
    """One row a task, in the order of TASKS: columns COUNTS, zeros where nothing waits."""
    counts = found.task_counts(session, unit, today).set_index(TASK)
    frame = counts.loc[list(TASKS)].reset_index()
    return frame.astype(
        {ITEMS: "int64", PEOPLE: "int64", FIRST: "int64", MOST_DAYS: "Int64", LEAST_DAYS: "Int64"}
    )


def waiting_rows(
    session: Session, task: str, unit: str | None, today: date, *, language: str, most: int
) -> pd.DataFrame:
    """The `most` urgent things of a task: columns ROWS, about persons, with labels for codes."""
    rows = found.task_rows(session, task, unit, today, most=most)
    label = rows[found.LABEL_EN if language == "en" else found.LABEL_ID]
    rows[SUBJECT] = label.where(label.notna(), rows[SUBJECT])
    return rows[list(ROWS)].astype({NUMBER: "Int64", DAYS: "Int64"})
