"""Clients of a Bapas: who guides whom, what was planned, which contacts were kept."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.scope import units_below
from data.queries.tables import (
    client_review,
    code,
    contact,
    custody,
    guardianship,
    guidance_plan,
    officer,
    programme,
    unit,
    wbp,
)
from models.codes import CLIENT_STATUSES, GuardianKind

PERSON = "wbp_id"
NAME = "name"
UNIT = "unit_id"
UNIT_NAME = "unit_name"
STARTED_ON = "started_on"
EXPIRES_ON = "expires_on"
OFFICER = "officer_id"
OFFICER_NAME = "officer_name"
CLIENTS = "clients"
OPEN_LINES = "open_lines"
REVIEW_ON = "review_on"
KEPT = "kept"
MISSED = "missed"
LAST_ON = "last_on"
REVIEWED_ON = "reviewed_on"
ROW = "row_id"
VERSION = "row_version"
NUMBER = "number"
LABEL_ID = "label_id"
LABEL_EN = "label_en"
GOAL = "goal"
PROGRAMME = "programme"
PROGRAMME_ID = "programme_id"
NEED = "need"
CLOSED_ON = "closed_on"
RESULT = "result"
HELD_ON = "held_on"
KIND = "kind"
NOTE = "note"
MONTHS = "months"
WORKING = "working"
REPORTING_MET = "reporting_met"

OFFICERS = (OFFICER, OFFICER_NAME, CLIENTS)
CASELOAD = (
    PERSON, NAME, UNIT, UNIT_NAME, STARTED_ON, EXPIRES_ON, OFFICER_NAME, OPEN_LINES, REVIEW_ON,
    KEPT, MISSED, LAST_ON, REVIEWED_ON,
)  # fmt: skip
LINES = (
    ROW, VERSION, NUMBER, NEED, LABEL_ID, LABEL_EN, GOAL, PROGRAMME_ID, PROGRAMME, OFFICER_NAME,
    REVIEW_ON, CLOSED_ON, RESULT,
)  # fmt: skip
CONTACTS = (ROW, VERSION, HELD_ON, KIND, KEPT, OFFICER_NAME, NOTE)
REVIEWS = (ROW, REVIEWED_ON, MONTHS, WORKING, REPORTING_MET, NOTE)
RECENT_DAYS = 90

Column = sa.ColumnElement[Any]


def _under_guidance(unit_code: str | None) -> Column:
    here = sa.true() if unit_code is None else custody.c.unit_id.in_(units_below(unit_code))
    return sa.and_(
        custody.c.ended_on.is_(None), custody.c.legal_status.in_(CLIENT_STATUSES), here
    )  # fmt: skip


def _counsellor() -> sa.Subquery:
    """The newest open counsellor of each person."""
    newest = (guardianship.c.started_on.desc(), guardianship.c.id.desc())
    ranked = (
        sa.select(
            guardianship.c.wbp_id, guardianship.c.officer_id,
            sa.func.row_number().over(partition_by=guardianship.c.wbp_id, order_by=newest)
            .label("place"),
        )
        .where(guardianship.c.kind == GuardianKind.PK, guardianship.c.ended_on.is_(None))
        .subquery()
    )  # fmt: skip
    return (
        sa.select(ranked.c.wbp_id, ranked.c.officer_id, officer.c.name)
        .join(officer, officer.c.id == ranked.c.officer_id)
        .where(ranked.c.place == 1)
        .subquery()
    )


def counsellors(session: Session, unit_code: str | None) -> pd.DataFrame:
    """One row a counsellor with open clients, by name: columns OFFICERS."""
    own = _counsellor()
    statement = (
        sa.select(own.c.officer_id, own.c.name, sa.func.count(custody.c.wbp_id.distinct()))
        .select_from(custody)
        .join(own, own.c.wbp_id == custody.c.wbp_id)
        .where(_under_guidance(unit_code))
        .group_by(own.c.officer_id, own.c.name)
        .order_by(own.c.name, own.c.officer_id)
    )
    return frame(session, statement, OFFICERS)


def caseload(
    session: Session, unit_code: str | None, officer_id: int | None, today: date
) -> pd.DataFrame:
    """One row a client under guidance, by name: columns CASELOAD.

    Contacts are those of the last 90 days whose outcome is known; the last one was kept.
    """
    own, lines, met, seen = _counsellor(), _open_lines(), _met(today), _reviewed()
    whose = sa.true() if officer_id is None else own.c.officer_id == officer_id
    statement = (
        sa.select(
            custody.c.wbp_id, wbp.c.name, custody.c.unit_id, unit.c.name, custody.c.started_on,
            custody.c.expires_on, own.c.name, sa.func.coalesce(lines.c.open, 0), lines.c.next,
            sa.func.coalesce(met.c.kept, 0), sa.func.coalesce(met.c.missed, 0), met.c.last,
            seen.c.last,
        )
        .join(wbp, wbp.c.id == custody.c.wbp_id)
        .join(unit, unit.c.id == custody.c.unit_id)
        .outerjoin(own, own.c.wbp_id == custody.c.wbp_id)
        .outerjoin(lines, lines.c.wbp_id == custody.c.wbp_id)
        .outerjoin(met, met.c.wbp_id == custody.c.wbp_id)
        .outerjoin(seen, seen.c.wbp_id == custody.c.wbp_id)
        .where(_under_guidance(unit_code), whose)
        .order_by(wbp.c.name, wbp.c.id)
    )  # fmt: skip
    return frame(session, statement, CASELOAD)


def _open_lines() -> sa.Subquery:
    return (
        sa.select(
            guidance_plan.c.wbp_id, sa.func.count().label("open"),
            sa.func.min(guidance_plan.c.review_on).label("next"),
        )
        .where(guidance_plan.c.closed_on.is_(None))
        .group_by(guidance_plan.c.wbp_id)
        .subquery()
    )  # fmt: skip


def _met(today: date) -> sa.Subquery:
    recent = sa.and_(
        contact.c.held_on > today - timedelta(days=RECENT_DAYS), contact.c.held_on <= today
    )
    return (
        sa.select(
            contact.c.wbp_id,
            sa.func.sum(sa.case((sa.and_(recent, contact.c.kept), 1), else_=0)).label("kept"),
            sa.func.sum(sa.case((sa.and_(recent, ~contact.c.kept), 1), else_=0)).label("missed"),
            sa.func.max(sa.case((contact.c.kept, contact.c.held_on))).label("last"),
        )
        .where(contact.c.kept.is_not(None))
        .group_by(contact.c.wbp_id)
        .subquery()
    )  # fmt: skip


def _reviewed() -> sa.Subquery:
    last = sa.func.max(client_review.c.reviewed_on).label("last")
    return sa.select(client_review.c.wbp_id, last).group_by(client_review.c.wbp_id).subquery()


def plan_rows(session: Session, person: int) -> pd.DataFrame:
    """One row a line of the person's plan, open ones first by day of review: columns LINES."""
    own = guidance_plan.c
    statement = (
        sa.select(
            own.id, own.row_version, own.number, own.need, code.c.label_id, code.c.label_en,
            own.goal, own.programme_id, programme.c.name, officer.c.name, own.review_on,
            own.closed_on, own.result,
        )
        .outerjoin(code, sa.and_(code.c.list == "kebutuhan", code.c.code == own.need))
        .outerjoin(programme, programme.c.id == own.programme_id)
        .outerjoin(officer, officer.c.id == own.officer_id)
        .where(own.wbp_id == person)
        .order_by(own.closed_on.is_not(None), own.review_on.is_(None), own.review_on, own.number)
    )  # fmt: skip
    return frame(session, statement, LINES)


def contact_rows(session: Session, person: int) -> pd.DataFrame:
    """One row a contact, the newest first: columns CONTACTS."""
    own = contact.c
    statement = (
        sa.select(
            own.id, own.row_version, own.held_on, own.kind, own.kept, officer.c.name, own.note
        )
        .outerjoin(officer, officer.c.id == own.officer_id)
        .where(own.wbp_id == person)
        .order_by(own.held_on.desc(), own.id.desc())
    )
    return frame(session, statement, CONTACTS)


def review_rows(session: Session, person: int) -> pd.DataFrame:
    """One row a look at the client, the newest first: columns REVIEWS."""
    own = client_review.c
    statement = (
        sa.select(
            own.id, own.reviewed_on, own.months, own.working, own.reporting_met, own.note
        )
        .where(own.wbp_id == person)
        .order_by(own.reviewed_on.desc())
    )  # fmt: skip
    return frame(session, statement, REVIEWS)
