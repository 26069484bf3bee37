"""Money of cohorts that ended, beside those who started and completed them."""

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
BY_PROGRAMME = (PROGRAMME_CODE, PROGRAMME_NAME, AMOUNT, STARTED, COMPLETED, WITHOUT_COST)


def costs_by_programme(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a programme with cohorts that ended in the period, by code: columns BY_PROGRAMME.

    Amounts are whole rupiah of all sources and months, in kind included. People of cohorts without
    any recorded cost are not counted.
    """
    closed = sa.select(cohort.c.id, cohort.c.programme_id).where(closed_in_period(filter))
    run = closed.subquery()
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
    sums = (
        sa.func.coalesce(money.c.amount, 0),
        sa.case((known, sa.func.coalesce(people.c.started, 0)), else_=0),
        sa.case((known, sa.func.coalesce(people.c.completed, 0)), else_=0),
        sa.case((known, 0), else_=1),
    )
    statement = (
        sa.select(
            programme.c.code,
            programme.c.name,
            *(sa.cast(sa.func.sum(part), sa.BigInteger) for part in sums),
        )
        .select_from(run)
        .join(programme, programme.c.id == run.c.programme_id)
        .outerjoin(money, money.c.cohort_id == run.c.id)
        .outerjoin(people, people.c.cohort_id == run.c.id)
        .group_by(programme.c.code, programme.c.name)
        .order_by(programme.c.code, programme.c.name)
    )
    return frame(session, statement, BY_PROGRAMME)
