"""What a form of Catat lets an officer choose from: cohorts and who is in them, and open rows."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.scope import in_field, in_units
from data.queries.tables import (
    agreement,
    assessment,
    assessment_score,
    cohort,
    enrolment,
    entitlement,
    instrument,
    instrument_scale,
    officer,
    programme,
    programme_session,
    unit,
    wbp,
)
from models.codes import AssessmentStatus, CohortStatus, EnrolmentStatus

PLACED = (EnrolmentStatus.SETUJU, EnrolmentStatus.AKTIF)
OVER = (CohortStatus.SELESAI, CohortStatus.DIBATALKAN)
Rows = Sequence[Any]


def open_cohorts(session: Session, filter: Filter) -> Rows:
    """Cohorts that are not over, those with a waiting list first, with who is in them."""
    waits = sa.case((enrolment.c.status == EnrolmentStatus.DAFTAR_TUNGGU, 1), else_=0)
    placed = sa.case((enrolment.c.status.in_(PLACED), 1), else_=0)
    waiting = sa.func.coalesce(sa.func.sum(waits), 0)
    statement = (
        sa.select(
            cohort.c.id, cohort.c.code, programme.c.name.label("programme"),
            unit.c.name.label("unit"), cohort.c.status, cohort.c.capacity, cohort.c.assignment,
            cohort.c.seed, cohort.c.row_version, cohort.c.starts_on,
            sa.func.coalesce(sa.func.sum(placed), 0).label("placed"), waiting.label("waiting"),
            sa.func.count(enrolment.c.id).label("people"),
        )
        .join_from(cohort, programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .outerjoin(enrolment, enrolment.c.cohort_id == cohort.c.id)
        .where(
            cohort.c.status.not_in(OVER), in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
        )
        .group_by(cohort.c.id, programme.c.name, unit.c.name)
        .order_by(waiting.desc(), cohort.c.starts_on.desc(), unit.c.name, cohort.c.code)
    )  # fmt: skip
    return session.execute(statement).all()


def people_in(session: Session, cohort_id: int) -> Rows:
    """Everybody ever in the cohort, by participant number."""
    statement = (
        sa.select(
            enrolment.c.id, enrolment.c.number, enrolment.c.wbp_id,
            sa.func.coalesce(wbp.c.name, officer.c.name).label("name"), enrolment.c.status,
            enrolment.c.enrolled_on, enrolment.c.started_on, enrolment.c.ended_on,
            enrolment.c.row_version,
        )
        .outerjoin(wbp, wbp.c.id == enrolment.c.wbp_id)
        .outerjoin(officer, officer.c.id == enrolment.c.officer_id)
        .where(enrolment.c.cohort_id == cohort_id)
        .order_by(enrolment.c.number.is_(None), enrolment.c.number, enrolment.c.id)
    )  # fmt: skip
    return session.execute(statement).all()


def last_session(session: Session, cohort_id: int) -> Any:
    """The cohort's last meeting by day (number, day, hour, minutes), if it has any."""
    columns = programme_session.c
    statement = (
        sa.select(columns.number, columns.held_on, columns.starts_at, columns.minutes)
        .where(columns.cohort_id == cohort_id)
        .order_by(columns.held_on.desc(), columns.number.desc())
        .limit(1)
    )
    return session.execute(statement).first()


def units(session: Session, filter: Filter) -> Rows:
    """The chosen units (id, code, name), by name."""
    statement = sa.select(unit.c.id, unit.c.code, unit.c.name).where(in_units(unit.c.id, filter))
    return session.execute(statement.order_by(unit.c.name, unit.c.code)).all()


def officers(session: Session, filter: Filter, also: int | None = None) -> Rows:
    """Officers of the chosen units (id, name, nip), by name; and the one with the id `also`."""
    statement = sa.select(officer.c.id, officer.c.name, officer.c.nip).where(
        sa.or_(in_units(officer.c.unit_id, filter), officer.c.id == also)
    )
    return session.execute(statement.order_by(officer.c.name, officer.c.nip)).all()


def agreements(session: Session) -> Rows:
    """Agreements (id, code, number, title), by code."""
    columns = agreement.c
    statement = sa.select(columns.id, columns.code, columns.number, columns.title)
    return session.execute(statement.order_by(columns.code, columns.id)).all()


def instruments(session: Session) -> Rows:
    """Instruments (id, code, version, name), by name."""
    columns = instrument.c
    statement = sa.select(columns.id, columns.code, columns.version, columns.name)
    return session.execute(statement.order_by(columns.name, columns.version)).all()


def scale_names(session: Session, instrument_id: int) -> Rows:
    """The scales of an instrument (code, both names) in the order they came."""
    columns = instrument_scale.c
    statement = sa.select(columns.code, columns.name_id, columns.name_en).where(
        columns.instrument_id == instrument_id
    )
    return session.execute(statement.order_by(columns.id)).all()


def open_assessments(session: Session, filter: Filter, *, most: int) -> Rows:
    """Assessments that are not accepted yet, the latest first."""
    statement = (
        sa.select(
            assessment.c.id, wbp.c.name, assessment.c.assessed_on, assessment.c.status,
            assessment.c.row_version, assessment.c.instrument_id, assessment.c.level,
            instrument.c.name.label("instrument"),
        )
        .join_from(assessment, wbp, wbp.c.id == assessment.c.wbp_id)
        .join(instrument, instrument.c.id == assessment.c.instrument_id)
        .where(
            assessment.c.status != AssessmentStatus.DITERIMA,
            in_units(assessment.c.unit_id, filter),
        )
        .order_by(assessment.c.assessed_on.desc(), assessment.c.id.desc())
        .limit(most)
    )  # fmt: skip
    return session.execute(statement).all()


def scores_of(session: Session, assessment_id: int) -> Rows:
    """The scores of one assessment (code of the scale, score)."""
    statement = (
        sa.select(instrument_scale.c.code, assessment_score.c.score)
        .join_from(assessment_score, instrument_scale,
                   instrument_scale.c.id == assessment_score.c.scale_id)
        .where(assessment_score.c.assessment_id == assessment_id)
    )  # fmt: skip
    return session.execute(statement).all()


def undecided_entitlements(session: Session, filter: Filter, *, most: int) -> Rows:
    """Rights asked for and not decided yet, the next hearing first."""
    columns = entitlement.c
    statement = (
        sa.select(
            columns.id, wbp.c.name, columns.kind, columns.proposed_on, columns.hearing_on,
            columns.hearing_result, columns.decree, columns.decided_on, columns.row_version,
        )
        .join_from(entitlement, wbp, wbp.c.id == columns.wbp_id)
        .where(columns.decided_on.is_(None), in_units(columns.unit_id, filter))
        .order_by(columns.hearing_on.is_(None), columns.hearing_on.desc(), columns.proposed_on)
        .limit(most)
    )  # fmt: skip
    return session.execute(statement).all()
