"""What an agreement promises for each year: its plan, version by version, line by line."""

from typing import Any

import pandas as pd
from sqlmodel import Session

from data.queries import planned, plans
from data.queries.agreement_page import Key

NUMBERS = (*planned.QUARTERS, planned.TARGET_YEAR, *planned.BUDGETS)
_CALLED = {
    "id": planned.LINE, "row_version": planned.SEEN, "programme_name": planned.PROGRAMME,
    "programme_field": planned.FIELD,  # the line's own, or its programme's
}  # fmt: skip


def agreements_with_plans(session: Session) -> tuple[Key, ...]:
    """The agreements that somebody has begun to plan, by code."""
    found = planned.agreements_with_plans(session)
    return tuple(map(Key, found[planned.OWNER], found[planned.CODE]))


def work_plans(session: Session, key: Key) -> pd.DataFrame:
    """One line a version of a year's plan, the newest first: columns PLANS."""
    return planned.plans_of(session, key)


def plan_lines(session: Session, plan_id: int) -> pd.DataFrame:
    """One line a planned activity, in its order: columns PLANNED; what is not set is missing.

    `office` is the position and unit of who answers for it.
    """
    found = plans.planned_lines(session, plan_id)
    found = found.drop(columns=[planned.FIELD]).rename(columns=_CALLED)
    both = found[planned.POSITION].str.cat(found[planned.OFFICE], sep=", ")
    found[planned.OFFICE] = both.fillna(found[planned.OFFICE])
    return found[list(planned.PLANNED)].astype(dict.fromkeys(NUMBERS, "Int64"))


def plan_line(session: Session, line_id: int) -> dict[str, Any]:
    """The row of a planned activity with all its columns; it may name an officer."""
    return planned.line_row(session, line_id)


def agreement_id(session: Session, key: Key) -> int | None:
    """The id of the agreement with this owner and code, for the acts about it."""
    return planned.agreement_id(session, key)


def approved_plan_id(session: Session, agreement: int, year: int) -> int | None:
    """The plan that stands for the year: the newest approved version; None without one."""
    return plans.approved_plan(session, agreement, year)


def report_ids(session: Session, agreement: int) -> dict[tuple[int, int], int]:
    """(year, quarter) -> id of the report of that quarter."""
    rows = plans.reports_of(session, agreement).to_dict("records")
    return {(int(row["year"]), int(row["quarter"])): int(row["id"]) for row in rows}


def programmes(session: Session) -> dict[str, str]:
    """The programmes that a line may name: id -> name."""
    return _named(planned.programmes_to_plan(session))


def units(session: Session) -> dict[str, str]:
    """The units that a line may be carried out at: id -> name."""
    return _named(planned.units_to_plan(session))


def _named(frame: pd.DataFrame) -> dict[str, str]:
    keys = frame[planned.LINE].astype(str)
    return dict(zip(keys, frame[planned.LABEL], strict=True))
