"""Agreements, their signatories, and what was done under them."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.scope import HELD
from data.queries.tables import (
    activity,
    agreement,
    agreement_party,
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    partner,
    programme,
    programme_session,
    unit,
)

AGREEMENT = "agreement_id"
OWNER = "agreement_owner"
CODE = "agreement_code"
NUMBER = "number"
KIND = "kind"
LEVEL = "level"
TITLE = "title"
STAGE = "stage"
SIGNED_ON = "signed_on"
STARTS_ON = "starts_on"
ENDS_ON = "ends_on"
COHORTS = "cohorts"
LAST_HELD = "last_held"
LAST_ACTIVITY = "last_activity"
PEOPLE = "people"
MARKED = "marked"
POSITION = "position"
PARTY = "party"
IS_PARTNER = "is_partner"

LIST = (
    AGREEMENT, OWNER, CODE, NUMBER, KIND, LEVEL, TITLE, STAGE, SIGNED_ON, STARTS_ON, ENDS_ON,
    COHORTS, LAST_HELD, LAST_ACTIVITY,
)  # fmt: skip
PARTIES = (AGREEMENT, POSITION, PARTY, IS_PARTNER)
REACHED = (AGREEMENT, PEOPLE, MARKED)
FIELD = "field"
SUPPORTS = "supports"
AIMS = (AGREEMENT, FIELD, SUPPORTS)


def agreement_list(session: Session) -> pd.DataFrame:
    """One row an agreement, by code and owner: columns LIST."""
    held = (
        sa.select(cohort.c.agreement_id, sa.func.max(programme_session.c.held_on).label("day"))
        .join(programme_session, programme_session.c.cohort_id == cohort.c.id)
        .where(HELD, cohort.c.agreement_id.is_not(None))
        .group_by(cohort.c.agreement_id)
        .subquery()
    )
    statement = (
        sa.select(
            agreement.c.id, unit.c.code, agreement.c.code, agreement.c.number, agreement.c.kind,
            agreement.c.level, agreement.c.title, agreement.c.stage, agreement.c.signed_on,
            agreement.c.starts_on, agreement.c.ends_on,
            _of_agreement(sa.func.count(), cohort), held.c.day,
            _of_agreement(sa.func.max(activity.c.held_on), activity),
        )
        .join(unit, unit.c.id == agreement.c.owner_id)
        .outerjoin(held, held.c.agreement_id == agreement.c.id)
        .order_by(agreement.c.code, unit.c.code)
    )  # fmt: skip
    return frame(session, statement, LIST)


def agreement_parties(session: Session) -> pd.DataFrame:
    """One row a signatory, in the order of the document: columns PARTIES."""
    statement = (
        sa.select(
            agreement_party.c.agreement_id,
            agreement_party.c.position,
            sa.func.coalesce(partner.c.name, unit.c.name),
            agreement_party.c.partner_id.is_not(None),
        )
        .outerjoin(partner, partner.c.id == agreement_party.c.partner_id)
        .outerjoin(unit, unit.c.id == agreement_party.c.unit_id)
        .order_by(agreement_party.c.agreement_id, agreement_party.c.position)
    )
    return frame(session, statement, PARTIES)


def agreement_aims(session: Session) -> pd.DataFrame:
    """One row a field, and aim that it supports, of cohorts under an agreement: columns AIMS."""
    statement: sa.Select[Any] = (
        sa.select(cohort.c.agreement_id, programme.c.field, programme.c.supports)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(cohort.c.agreement_id.is_not(None))
        .distinct()
        .order_by(cohort.c.agreement_id, programme.c.field, programme.c.supports)
    )
    return frame(session, statement, AIMS)


def people_reached(session: Session) -> pd.DataFrame:
    """One row an agreement with marks in its cohorts, of WBP and officers: columns REACHED."""
    marks = (
        sa.select(attendance.c.enrolment_id, attendance.c.mark)
        .join(programme_session, programme_session.c.id == attendance.c.session_id)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(HELD, cohort.c.agreement_id.is_not(None))
        .group_by(attendance.c.enrolment_id, attendance.c.mark)
        .subquery()
    )
    person, officer = enrolment.c.wbp_id, enrolment.c.officer_id
    came = [sa.case((attendance_mark.c.attended, key)) for key in (person, officer)]
    statement: sa.Select[Any] = (
        sa.select(
            cohort.c.agreement_id,
            sa.func.count(came[0].distinct()) + sa.func.count(came[1].distinct()),
            sa.func.count(person.distinct()) + sa.func.count(officer.distinct()),
        )
        .join(enrolment, enrolment.c.cohort_id == cohort.c.id)
        .join(marks, marks.c.enrolment_id == enrolment.c.id)
        .join(attendance_mark, attendance_mark.c.code == marks.c.mark)
        .group_by(cohort.c.agreement_id)
    )
    return frame(session, statement, REACHED)


def _of_agreement(what: Any, table: sa.Table) -> "sa.ScalarSelect[Any]":
    return (
        sa.select(what)
        .select_from(table)
        .where(table.c.agreement_id == agreement.c.id)
        .scalar_subquery()
    )
