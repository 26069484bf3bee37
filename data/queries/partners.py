"""Partners, and how much each of them has delivered."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_period, sessions_held
from data.queries.tables import (
    agreement,
    agreement_party,
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    partner,
    programme_session,
    province,
    unit,
)

OWNER = "owner"
CODE = "code"
NAME = "called"
KIND = "kind"
PROVINCE = "province"
ACTIVE = "active"
AGREEMENTS = "agreements"
COHORTS = "cohorts"
SESSIONS = "sessions"
PEOPLE = "people"
LAST_HELD = "last_held"
PARTNERS = (
    OWNER, CODE, NAME, KIND, PROVINCE, ACTIVE, AGREEMENTS, COHORTS, SESSIONS, PEOPLE, LAST_HELD,
)  # fmt: skip
STAGE = "stage"
SIGNED_ON = "signed_on"
ENDS_ON = "ends_on"
NUMBER = "number"
ROLE = "role"
SIGNED = (OWNER, CODE, KIND, NUMBER, STAGE, ROLE, SIGNED_ON, ENDS_ON)


def partner_list(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a partner, by name: columns PARTNERS.

    Sessions held, people who came (WBP and officers) and the last day are of the period, units
    and field chosen; people are missing while none of these sessions has a mark.
    """
    held = _held(filter)
    people = _people(filter)
    statement = (
        sa.select(
            unit.c.code, partner.c.code, partner.c.name, partner.c.kind, province.c.name,
            partner.c.active, _number(agreement_party), _number(cohort),
            sa.func.coalesce(held.c.n, 0), people.c.n, held.c.last,
        )
        .join(unit, unit.c.id == partner.c.owner_id)
        .outerjoin(province, province.c.id == partner.c.province_id)
        .outerjoin(held, held.c.partner_id == partner.c.id)
        .outerjoin(people, people.c.partner_id == partner.c.id)
        .order_by(partner.c.name, unit.c.code, partner.c.code)
    )  # fmt: skip
    return frame(session, statement, PARTNERS)


def partner_names(session: Session) -> dict[str, str]:
    """Id -> name of the active partners, by name."""
    statement = sa.select(partner.c.id, partner.c.name).where(partner.c.active)
    return {str(key): name for key, name in session.execute(statement.order_by(partner.c.name))}


def agreements_of(session: Session, owner: str, code: str) -> pd.DataFrame:
    """One row an agreement that the partner signed, the newest first: columns SIGNED."""
    keeper = unit.alias("keeper")
    statement = (
        sa.select(
            unit.c.code, agreement.c.code, agreement.c.kind, agreement.c.number,
            agreement.c.stage, agreement_party.c.role, agreement.c.signed_on, agreement.c.ends_on,
        )
        .join(agreement_party, agreement_party.c.agreement_id == agreement.c.id)
        .join(partner, partner.c.id == agreement_party.c.partner_id)
        .join(keeper, keeper.c.id == partner.c.owner_id)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(keeper.c.code == owner, partner.c.code == code)
        .order_by(agreement.c.signed_on.desc(), unit.c.code, agreement.c.code)
    )  # fmt: skip
    return frame(session, statement, SIGNED)


def _number(table: sa.Table) -> "sa.ScalarSelect[Any]":
    return (
        sa.select(sa.func.count())
        .select_from(table)
        .where(table.c.partner_id == partner.c.id)
        .scalar_subquery()
    )


def _held(filter: Filter) -> sa.Subquery:
    return (
        sa.select(
            cohort.c.partner_id, sa.func.count().label("n"),
            sa.func.max(programme_session.c.held_on).label("last"),
        )
        .join(programme_session, programme_session.c.cohort_id == cohort.c.id)
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
        .group_by(cohort.c.partner_id)
        .subquery()
    )  # fmt: skip


def _people(filter: Filter) -> sa.Subquery:
    came = (
        sa.select(cohort.c.partner_id, enrolment.c.wbp_id, enrolment.c.officer_id,
                  attendance_mark.c.attended)
        .join(attendance, attendance.c.session_id == programme_session.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(
            cohort.c.partner_id.is_not(None), sessions_held(filter),
            in_period(programme_session.c.held_on, filter),
        )
        .distinct()
        .subquery()
    )  # fmt: skip
    wbp, staff = (sa.case((came.c.attended, key)) for key in (came.c.wbp_id, came.c.officer_id))
    count = sa.func.count(wbp.distinct()) + sa.func.count(staff.distinct())
    return sa.select(came.c.partner_id, count.label("n")).group_by(came.c.partner_id).subquery()
