"""What some people took part in and how they were assessed."""

from collections.abc import Sequence

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.due import person_sessions
from data.queries.frames import frame
from data.queries.scope import HELD
from data.queries.tables import (
    assessment,
    assessment_score,
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    instrument,
    instrument_band,
    instrument_scale,
    partner,
    programme,
    programme_session,
    unit,
)
from models.codes import AssessmentStatus

PERSON = "wbp_id"
ENROLMENT = "enrolment_id"
PROGRAMME = "programme"
NEED = "need"
COHORT = "cohort_code"
UNIT_CODE = "unit_code"
PARTNER = "partner"
BEGUN_ON = "begun_on"
ENDED_ON = "ended_on"
STATUS = "status"
SCORE = "score"
GRADE = "grade"
CERTIFICATE = "certificate_number"
ISSUER = "certificate_issuer"
ATTENDED = "attended"
EXPECTED = "expected"
UNRECORDED = "unrecorded"
HELD_ON = "held_on"
MARK = "mark"
EXCUSED = "excused"
ASSESSED_ON = "assessed_on"
INSTRUMENT = "instrument_code"
VERSION = "instrument_version"
SCALE = "scale_code"
SCALE_ID = "scale_id_name"
SCALE_EN = "scale_en_name"
BAND_ID = "band_id"
BAND_EN = "band_en"
MINIMUM = "minimum"
MAXIMUM = "maximum"
LEVEL = "level"

PLACES = (
    PERSON, ENROLMENT, PROGRAMME, NEED, COHORT, UNIT_CODE, PARTNER, BEGUN_ON, ENDED_ON, STATUS,
    SCORE, GRADE, CERTIFICATE, ISSUER,
)  # fmt: skip
COUNTS = (ENROLMENT, ATTENDED, EXPECTED, UNRECORDED)
MARKS = (PERSON, HELD_ON, MARK, ATTENDED, EXPECTED, EXCUSED)
SCORES = (
    PERSON, ASSESSED_ON, INSTRUMENT, VERSION, SCALE, SCALE_ID, SCALE_EN, SCORE, BAND_ID, BAND_EN,
    MINIMUM, MAXIMUM, LEVEL,
)  # fmt: skip


def place_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a place in a cohort, the newest first: columns PLACES.

    It begins on the day of the start, else of enrolment, else of referral.
    """
    own = enrolment.c
    begun = sa.func.coalesce(own.started_on, own.enrolled_on, own.referred_on)
    statement = (
        sa.select(
            own.wbp_id, own.id, programme.c.name, programme.c.need, cohort.c.code, unit.c.code,
            partner.c.name, begun, own.ended_on, own.status, own.score, own.grade,
            own.certificate_number, own.certificate_issuer,
        )
        .join(cohort, cohort.c.id == own.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == own.unit_id)
        .outerjoin(partner, partner.c.id == cohort.c.partner_id)
        .where(own.wbp_id.in_(people))
        .order_by(begun.is_not(None), begun.desc(), own.id.desc())
    )  # fmt: skip
    return frame(session, statement, PLACES)


def attendance_counts(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a place with a session held that concerned it: columns COUNTS."""
    theirs = sa.select(enrolment.c.cohort_id).where(enrolment.c.wbp_id.in_(people))
    due = person_sessions(sa.and_(HELD, programme_session.c.cohort_id.in_(theirs)))
    statement = (
        sa.select(
            due.c.enrolment_id, sa.func.sum(due.c.attended), sa.func.sum(due.c.expected),
            sa.func.sum(due.c.unrecorded),
        )
        .where(due.c.wbp_id.in_(people))
        .group_by(due.c.enrolment_id)
        .order_by(due.c.enrolment_id)
    )  # fmt: skip
    return frame(session, statement, COUNTS)


def mark_rows(session: Session, person: int) -> pd.DataFrame:
    """One row a mark of the person at a session held, from the first: columns MARKS."""
    statement = (
        sa.select(
            enrolment.c.wbp_id, programme_session.c.held_on, attendance.c.mark,
            attendance_mark.c.attended, attendance_mark.c.expected, attendance_mark.c.excused,
        )
        .select_from(enrolment)
        .join(programme_session, programme_session.c.cohort_id == enrolment.c.cohort_id)
        .join(attendance, sa.and_(attendance.c.session_id == programme_session.c.id,
                                  attendance.c.enrolment_id == enrolment.c.id))
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .where(enrolment.c.wbp_id == person, HELD)
        .order_by(programme_session.c.held_on, programme_session.c.id)
    )  # fmt: skip
    return frame(session, statement, MARKS)


def score_rows(session: Session, people: Sequence[int]) -> pd.DataFrame:
    """One row a score of an accepted assessment, from the first: columns SCORES.

    An assessment that gives a level alone has one row without scale and score.
    """
    own = assessment.c
    statement = (
        sa.select(
            own.wbp_id, own.assessed_on, instrument.c.code, instrument.c.version,
            instrument_scale.c.code, instrument_scale.c.name_id, instrument_scale.c.name_en,
            assessment_score.c.score, _band(instrument_band.c.label_id),
            _band(instrument_band.c.label_en), instrument_scale.c.minimum,
            instrument_scale.c.maximum, own.level,
        )
        .join(instrument, instrument.c.id == own.instrument_id)
        .outerjoin(assessment_score, assessment_score.c.assessment_id == own.id)
        .outerjoin(instrument_scale, instrument_scale.c.id == assessment_score.c.scale_id)
        .where(own.wbp_id.in_(people), own.status == AssessmentStatus.DITERIMA,
               instrument_scale.c.parent_id.is_(None))
        .order_by(own.assessed_on, own.occasion, own.id, instrument_scale.c.id)
    )  # fmt: skip
    return frame(session, statement, SCORES)


def _band(label: "sa.Column[str]") -> "sa.ScalarSelect[str]":
    """The label of the highest band that begins at or under the score."""
    return (
        sa.select(label)
        .where(
            instrument_band.c.scale_id == assessment_score.c.scale_id,
            instrument_band.c.lower <= assessment_score.c.score,
        )
        .order_by(instrument_band.c.lower.desc())
        .limit(1)
        .scalar_subquery()
    )
