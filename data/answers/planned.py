"""Work plans of an agreement, their lines, and what a line may name."""

from typing import Any

import pandas as pd
from sqlmodel import Session

from data.queries import planned as found
from data.queries.agreement_page import Key


def work_plans(session: Session, key: Key) -> pd.DataFrame:
    """One row a version of a year's plan, the newest first: columns PLANS."""
    return found.plans_of(session, key)


def plan_lines(session: Session, plan_id: int) -> pd.DataFrame:
    """One row a line of the plan, in its order: columns PLANNED."""
    return found.lines_of(session, plan_id)


def plan_line(session: Session, line_id: int) -> dict[str, Any]:
    """The row of a planned activity with all its columns; it may name an officer."""
    return found.line_row(session, line_id)


def agreement_id(session: Session, key: Key) -> int | None:
    """The id of the agreement with this owner and code."""
    return found.agreement_id(session, key)


def programmes(session: Session) -> pd.DataFrame:
    """One row a programme that a line may name, by name: columns CHOICES."""
    return found.programmes_to_plan(session)


def units(session: Session) -> pd.DataFrame:
    """One row an active unit, by name: columns CHOICES."""
    return found.units_to_plan(session)
