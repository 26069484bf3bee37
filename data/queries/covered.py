"""What active agreements reach on a day: units that sign, units where they run, fields."""

from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import agreement, agreement_party, cohort, programme, unit
from models.codes import AgreementStage, CohortStatus, UnitKind

UNIT = "unit_id"
CODE = "code"
NAME = "name"
PARENT = "parent_id"
KIND = "kind"
AGREEMENT = "agreement_id"
END_UNKNOWN = "end_unknown"

UNITS = (UNIT, CODE, NAME, KIND, PARENT)
SIGNED = (UNIT, AGREEMENT, END_UNKNOWN)
RUNNING = (UNIT, CODE, AGREEMENT, END_UNKNOWN)

NOT_FOR_PEOPLE = (UnitKind.RUPBASAN,)  # keeps goods
_END_UNKNOWN = agreement.c.ends_on.is_(None)


def active_on(day: date) -> "sa.ColumnElement[bool]":
    """The condition on `agreement`: signed, begun, and not past its end where that is known."""
    begun = sa.func.coalesce(agreement.c.starts_on, agreement.c.signed_on)
    return sa.and_(
        agreement.c.stage == AgreementStage.DITANDATANGANI, begun <= day,
        sa.or_(_END_UNKNOWN, agreement.c.ends_on >= day),
    )  # fmt: skip


def active_units(session: Session) -> pd.DataFrame:
    """One row an active unit that has people or units below it, by name: columns UNITS."""
    statement = (
        sa.select(unit.c.id, unit.c.code, unit.c.name, unit.c.kind, unit.c.parent_id)
        .where(unit.c.active, unit.c.kind.not_in(NOT_FOR_PEOPLE))
        .order_by(unit.c.name, unit.c.code)
    )
    return frame(session, statement, UNITS)


def units_that_signed(session: Session, day: date) -> pd.DataFrame:
    """One row a unit and active agreement that it is a party of: columns SIGNED."""
    statement = (
        sa.select(agreement_party.c.unit_id, agreement.c.id, _END_UNKNOWN)
        .join(agreement, agreement.c.id == agreement_party.c.agreement_id)
        .where(active_on(day), agreement_party.c.unit_id.is_not(None))
        .distinct()
        .order_by(agreement_party.c.unit_id, agreement.c.id)
    )
    return frame(session, statement, SIGNED)


def cohorts_under_agreements(session: Session, day: date) -> pd.DataFrame:
    """One row a unit, field (`code`) and active agreement with a cohort there: columns RUNNING."""
    statement: sa.Select[Any] = (
        sa.select(cohort.c.unit_id, programme.c.field, agreement.c.id, _END_UNKNOWN)
        .join(agreement, agreement.c.id == cohort.c.agreement_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(active_on(day), cohort.c.status != CohortStatus.DIBATALKAN)
        .distinct()
        .order_by(cohort.c.unit_id, programme.c.field, agreement.c.id)
    )
    return frame(session, statement, RUNNING)
