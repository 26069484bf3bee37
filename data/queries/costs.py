"""Money of cohorts that ended, beside those who started and completed them."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dosages import closed_in_period, dosage_flags, enrolment_dosages
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.tables import cohort, cost, programme

PROGRAMME_CODE = "programme_code"
PROGRAMME_NAME = "programme_name"
AMOUNT = "amount"
STARTED = "started"
COMPLETED = "completed"
WITHOUT_COST = "without_cost"  # cohorts
AGREEMENT = "agreement_id"

COUNTS = (AMOUNT, STARTED, COMPLETED, WITHOUT_COST)
BY_PROGRAMME = (PROGRAMME_CODE, PROGRAMME_NAME, *COUNTS)
BY_AGREEMENT = (AGREEMENT, *COUNTS)


def costs_by_programme(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a programme with cohorts that ended in the period, by code: columns BY_PROGRAMME.

    Amounts are whole rupiah of all sources and months, in kind included. People of cohorts without
    any recorded cost are not counted.
    """
    run = _ended(filter)
    statement = (
        sa.select(programme.c.code, programme.c.name, *_sums(run))
        .join(programme, programme.c.id == run.c.programme_id)
        .group_by(programme.c.code, programme.c.name)
        .order_by(programme.c.code, programme.c.name)
    )
    return frame(session, statement, BY_PROGRAMME)


def costs_by_agreement(session: Session, filter: Filter) -> pd.DataFrame:
    """The same, one row an agreement: columns BY_AGREEMENT."""
    run = _ended(filter)
    statement = (
        sa.select(run.c.agreement_id, *_sums(run))
        .where(run.c.agreement_id.is_not(None))
        .group_by(run.c.agreement_id)
    )
    return frame(session, statement, BY_AGREEMENT)


def _sums(run: sa.Subquery) -> "list[sa.ColumnElement[Any]]":
    return [sa.cast(sa.func.sum(run.c[name]), sa.BigInteger) for name in COUNTS]


def _ended(filter: Filter) -> sa.Subquery:
    """Cohorts that ended in the period, with COUNTS."""
    money = (
        sa.select(cost.c.cohort_id, sa.func.sum(cost.c.amount).label("amount"))
        .group_by(cost.c.cohort_id)
        .subquery()
    )
    dose = enrolment_dosages(closed_in_period(filter)).subquery()
    done = sa.case((dosage_flags(dose)["completed"], 1), else_=0)
    people = (
        sa.select(
            dose.c.cohort_id, sa.func.count().label("started"), sa.func.sum(done).label("completed")
        )
        .group_by(dose.c.cohort_id)
        .subquery()
    )
    known = money.c.amount.is_not(None)
    parts = {
        AMOUNT: sa.func.coalesce(money.c.amount, 0),
        STARTED: sa.case((known, sa.func.coalesce(people.c.started, 0)), else_=0),
        COMPLETED: sa.case((known, sa.func.coalesce(people.c.completed, 0)), else_=0),
        WITHOUT_COST: sa.case((known, 0), else_=1),
    }
    return (
        sa.select(
            cohort.c.programme_id, cohort.c.agreement_id,
            *(part.label(name) for name, part in parts.items()),
        )
        .outerjoin(money, money.c.cohort_id == cohort.c.id)
        .outerjoin(people, people.c.cohort_id == cohort.c.id)
        .where(closed_in_period(filter))
        .subquery()
    )  # fmt: skip
