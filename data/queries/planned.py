"""Work plans as a screen lists and edits them, and what their lines may name."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.agreement_page import Key
from data.queries.frames import frame
from data.queries.tables import agreement, planned_activity, programme, unit, work_plan

PLAN = "plan"
YEAR = "year"
VERSION = "version"
STATUS = "status"
SUBMITTED_ON = "submitted_on"
APPROVED_ON = "approved_on"
LETTER = "letter"
REASON = "reason"
SEEN = "seen"
LINES = "lines"
LINE = "line"
NUMBER = "number"
TITLE = "title"
INDICATOR = "indicator"
PILLAR = "pillar"
MEASURE = "measure"
QUARTERS = ("target_q1", "target_q2", "target_q3", "target_q4")
TARGET_YEAR = "target_year"
PROGRAMME = "programme"
FIELD = "field"
ACTIVITY_KIND = "activity_kind"
UNIT_NAME = "unit_name"
POSITION = "position"  # of who answers for it: the office, never the name
OFFICE = "office"
STARTS_ON = "starts_on"
ENDS_ON = "ends_on"
BUDGETS = ("budget_state", "budget_partner", "budget_other")
LABEL = "label"
OWNER = "owner"
CODE = "code"

PLANS = (
    PLAN, YEAR, VERSION, STATUS, SUBMITTED_ON, APPROVED_ON, LETTER, REASON, SEEN, LINES,
)  # fmt: skip
PLANNED = (
    LINE, SEEN, NUMBER, TITLE, INDICATOR, PILLAR, MEASURE, *QUARTERS, TARGET_YEAR, PROGRAMME,
    FIELD, ACTIVITY_KIND, UNIT_NAME, POSITION, OFFICE, STARTS_ON, ENDS_ON, *BUDGETS,
)  # fmt: skip
CHOICES = (LINE, LABEL)
KEYS = (OWNER, CODE)


def agreements_with_plans(session: Session) -> pd.DataFrame:
    """One row an agreement with a work plan, whatever its year and status: columns KEYS."""
    statement = (
        sa.select(unit.c.code, agreement.c.code)
        .join(agreement, agreement.c.owner_id == unit.c.id)
        .where(agreement.c.id.in_(sa.select(work_plan.c.agreement_id)))
        .order_by(agreement.c.code, unit.c.code)
    )
    return frame(session, statement, KEYS)


def plans_of(session: Session, key: Key) -> pd.DataFrame:
    """One row a version of a year's plan, the newest first: columns PLANS."""
    plan = work_plan.c
    lines = (
        sa.select(sa.func.count()).where(planned_activity.c.plan_id == plan.id).scalar_subquery()
    )
    statement = (
        sa.select(
            plan.id, plan.year, plan.version, plan.status, plan.submitted_on, plan.approved_on,
            plan.approval_letter, plan.return_reason, plan.row_version, lines,
        )
        .where(plan.agreement_id == _id_of(key))
        .order_by(plan.year.desc(), plan.version.desc())
    )  # fmt: skip
    return frame(session, statement, PLANS)


def line_row(session: Session, line_id: int) -> dict[str, Any]:
    """The row of a planned activity with all its columns; it may name an officer."""
    statement = sa.select(planned_activity).where(planned_activity.c.id == line_id)
    return dict(session.execute(statement).mappings().one())


def agreement_id(session: Session, key: Key) -> int | None:
    """The id of the agreement with this owner and code."""
    found: int | None = session.execute(sa.select(_id_of(key))).scalar()
    return found


def programmes_to_plan(session: Session) -> pd.DataFrame:
    """One row a programme that a line may name, by name: columns CHOICES."""
    owned = programme.c.name + " (" + unit.c.code + ")"
    statement = (
        sa.select(programme.c.id, owned)
        .join(unit, unit.c.id == programme.c.owner_id)
        .order_by(programme.c.name, unit.c.code, programme.c.code)
    )
    return frame(session, statement, CHOICES)


def units_to_plan(session: Session) -> pd.DataFrame:
    """One row an active unit, by name: columns CHOICES."""
    statement = (
        sa.select(unit.c.id, unit.c.name).where(unit.c.active).order_by(unit.c.name, unit.c.code)
    )
    return frame(session, statement, CHOICES)


def _id_of(key: Key) -> "sa.ScalarSelect[Any]":
    return (
        sa.select(agreement.c.id)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(unit.c.code == key.owner, agreement.c.code == key.code)
        .scalar_subquery()
    )
