"""What needs doing today: how much of each, and the rows behind it."""

from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.quarterly import Due, reports_due
from data.queries import today as found
from data.queries.today import items

REPORTS = "reports_due"
TASKS = (*found.TASKS, REPORTS)
OF_PERSONS = frozenset(found.TASKS) - {
    "unmarked_sessions", "ending_agreements", "quiet_agreements",
}  # fmt: skip
SOON_DAYS = 14  # a report that is due within so many days is told
TASK, ITEMS, PEOPLE = found.TASK, found.ITEMS, found.PEOPLE
MOST_DAYS, LEAST_DAYS, FIRST = found.MOST_DAYS, found.LEAST_DAYS, found.FIRST
NAME, UNIT_CODE = found.NAME, found.UNIT_CODE
PERSON, SUBJECT = items.PERSON, items.SUBJECT
NUMBER, DAY, DAYS = items.NUMBER, items.DAY, items.DAYS
COUNTS = found.COUNTS
ROWS = (PERSON, NAME, UNIT_CODE, SUBJECT, NUMBER, DAY, DAYS)


def waiting_work(session: Session, unit: str | None, today: date) -> pd.DataFrame:
    """One row a task, in the order of TASKS: columns COUNTS, zeros where nothing waits."""
    counts = found.task_counts(session, unit, today)
    late = [one.days_late for one in _reports(session, unit, today)]
    most, least = (max(late), min(late)) if late else (None, None)
    counts.loc[len(counts)] = [REPORTS, len(late), 0, most, least, 0]
    frame = counts.set_index(TASK).loc[list(TASKS)].reset_index()
    return frame.astype(
        {ITEMS: "int64", PEOPLE: "int64", FIRST: "int64", MOST_DAYS: "Int64", LEAST_DAYS: "Int64"}
    )


def waiting_rows(
    session: Session, task: str, unit: str | None, today: date, *, language: str, most: int
) -> pd.DataFrame:
    """The `most` urgent things of a task: columns ROWS, about persons, with labels for codes."""
    if task == REPORTS:
        return _report_rows(session, unit, today, most)
    rows = found.task_rows(session, task, unit, today, most=most)
    label = rows[found.LABEL_EN if language == "en" else found.LABEL_ID]
    rows[SUBJECT] = label.where(label.notna(), rows[SUBJECT])
    return rows[list(ROWS)].astype({NUMBER: "Int64", DAYS: "Int64"})


def _reports(session: Session, unit: str | None, today: date) -> list[Due]:
    """Quarterly reports that are late, or due within two weeks, the latest first."""
    near = [one for one in reports_due(session, as_of=today) if one.days_late >= -SOON_DAYS]
    if unit is None:
        return near
    here = found.codes_below(session, unit)
    return [one for one in near if one.owner in here]


def _report_rows(session: Session, unit: str | None, today: date, most: int) -> pd.DataFrame:
    rows = [
        (None, None, one.owner, f"{one.code} ({one.quarter}/{one.year})", None, one.due,
         one.days_late)
        for one in _reports(session, unit, today)[:most]
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(ROWS)).astype({NUMBER: "Int64", DAYS: "Int64"})
