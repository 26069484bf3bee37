"""Official indicators, their targets and recorded months, and the counts that data can give."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import months, windows
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.tables import (
    assessment,
    assessment_score,
    cohort,
    custody,
    enrolment,
    indicator_target,
    indicator_value,
    instrument,
    instrument_band,
    instrument_scale,
    official_indicator,
    programme,
    unit,
)
from models.codes import AssessmentStatus, EnrolmentStatus, LegalStatus

Column = sa.ColumnElement[Any]
Counted = Callable[[Filter], "sa.Select[Any]"]

INDICATOR_CODE = "indicator_code"
NAME_ID = "indicator_name_id"
NAME_EN = "indicator_name_en"
NUMERATOR_MEANS = "numerator_means"
DENOMINATOR_MEANS = "denominator_means"
DIRECTION = "direction"
COUNTED_BY = "counted_by"
SOURCE = "source"
VERIFIED = "verified"
UNIT = "unit_id"
TARGET = "target"
MONTH = "month"
A = "numerator"
B = "denominator"

INDICATORS = (
    INDICATOR_CODE, NAME_ID, NAME_EN, NUMERATOR_MEANS, DENOMINATOR_MEANS, DIRECTION, COUNTED_BY,
    SOURCE, VERIFIED,
)  # fmt: skip
TARGETS = (INDICATOR_CODE, UNIT, TARGET)
VALUES = (INDICATOR_CODE, UNIT, MONTH, A, B, SOURCE)
COUNTS = (UNIT, MONTH, A, B)
EVIDENCE = "evidence"
VERSION = "row_version"
RECORDED = (A, B, SOURCE, EVIDENCE, VERSION)

SPPN = "SPPN"
PERSONALITY = "KEPRIBADIAN"
GOOD = "4"  # the band "Baik" of that scale, as an officer may have edited it
TRAINING = "PELATIHAN"
FINISHED = (EnrolmentStatus.LULUS, EnrolmentStatus.TIDAK_LULUS, EnrolmentStatus.SELESAI)


def indicator_rows(session: Session) -> pd.DataFrame:
    """One row an active indicator, in their order: columns INDICATORS."""
    own = official_indicator.c
    statement = (
        sa.select(
            own.code, own.name_id, own.name_en, own.numerator, own.denominator, own.direction,
            own.counted_by, own.legal_source, own.verified,
        )
        .where(own.active)
        .order_by(own.order, own.code)
    )  # fmt: skip
    return frame(session, statement, INDICATORS)


def target_rows(session: Session, year: int) -> pd.DataFrame:
    """One row a target of the year: columns TARGETS."""
    statement = (
        sa.select(official_indicator.c.code, indicator_target.c.unit_id, indicator_target.c.target)
        .join(official_indicator, official_indicator.c.id == indicator_target.c.indicator_id)
        .where(indicator_target.c.year == year)
        .order_by(official_indicator.c.code, indicator_target.c.unit_id)
    )
    return frame(session, statement, TARGETS)


def value_rows(session: Session, year: int) -> pd.DataFrame:
    """One row a recorded month (1 to 12) of the year: columns VALUES."""
    own = indicator_value.c
    statement = (
        sa.select(
            official_indicator.c.code, own.unit_id, own.month, own.numerator, own.denominator,
            own.source,
        )
        .join(official_indicator, official_indicator.c.id == own.indicator_id)
        .where(own.year == year)
        .order_by(official_indicator.c.code, own.unit_id, own.month)
    )  # fmt: skip
    return frame(session, statement, VALUES)


def recorded_month(
    session: Session, *, indicator: str, unit_code: str, year: int, month: int
) -> pd.DataFrame:
    """No row or one: the month as it was recorded at exactly this unit, columns RECORDED."""
    own = indicator_value.c
    statement = (
        sa.select(own.numerator, own.denominator, own.source, own.evidence, own.row_version)
        .join(official_indicator, official_indicator.c.id == own.indicator_id)
        .join(unit, unit.c.id == own.unit_id)
        .where(
            official_indicator.c.code == indicator, unit.c.code == unit_code, own.year == year,
            own.month == month,
        )
    )  # fmt: skip
    return frame(session, statement, RECORDED)


def counted_months(session: Session, filter: Filter, count: str) -> pd.DataFrame:
    """One row a unit and calendar month (1 to 12) with any B: columns COUNTS. `count` in COUNTED.

    The period should be (part of) one year.
    """
    item = COUNTED[count](filter).subquery()
    statement = (
        sa.select(
            item.c.unit_id,
            sa.cast(sa.extract("month", item.c.first), sa.Integer()).label(MONTH),
            sa.cast(sa.func.sum(item.c.hit), sa.BigInteger()),
            sa.func.count(),
        )
        .group_by(item.c.unit_id, sa.extract("month", item.c.first))
        .order_by(item.c.unit_id, sa.extract("month", item.c.first))
    )
    return frame(session, statement, COUNTS)


def _convicts_by_month(filter: Filter) -> sa.Subquery:
    """Each convict once a unit and month in care: unit_id, wbp_id, first, until."""
    month = windows(months(filter))
    return (
        sa.select(custody.c.unit_id, custody.c.wbp_id, month.c.first, month.c.until)
        .select_from(custody.join(month, sa.and_(
            custody.c.started_on < month.c.until,
            sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > month.c.first),
        )))
        .where(custody.c.legal_status == LegalStatus.NARAPIDANA)
        .distinct()
        .subquery()
    )  # fmt: skip


def sppn_coverage(filter: Filter) -> "sa.Select[Any]":
    """Convicts of each month; hit: with an accepted SPPN of any version in it."""
    person = _convicts_by_month(filter)
    assessed = sa.exists().where(
        assessment.c.wbp_id == person.c.wbp_id,
        assessment.c.status == AssessmentStatus.DITERIMA,
        assessment.c.assessed_on >= person.c.first,
        assessment.c.assessed_on < person.c.until,
        instrument.c.id == assessment.c.instrument_id,
        instrument.c.code == SPPN,
    )
    return sa.select(person.c.unit_id, person.c.first, sa.case((assessed, 1), else_=0).label("hit"))


def sppn_good(filter: Filter) -> "sa.Select[Any]":
    """Convicts with an accepted SPPN personality score in a month; hit: the last one is good."""
    person = _convicts_by_month(filter)
    newest = (assessment.c.assessed_on.desc(), assessment.c.occasion.desc(), assessment.c.id.desc())
    person_month = (person.c.unit_id, person.c.wbp_id, person.c.first)
    ranked = (
        sa.select(
            person.c.unit_id, person.c.first,
            sa.case((assessment_score.c.score >= instrument_band.c.lower, 1), else_=0).label("hit"),
            sa.func.row_number().over(partition_by=person_month, order_by=newest).label("place"),
        )
        .join(assessment, sa.and_(
            assessment.c.wbp_id == person.c.wbp_id,
            assessment.c.status == AssessmentStatus.DITERIMA,
            assessment.c.assessed_on >= person.c.first,
            assessment.c.assessed_on < person.c.until,
        ))
        .join(instrument, instrument.c.id == assessment.c.instrument_id)
        .join(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .join(instrument_scale, instrument_scale.c.id == assessment_score.c.scale_id)
        .join(instrument_band, instrument_band.c.scale_id == instrument_scale.c.id)
        .where(instrument.c.code == SPPN, instrument_scale.c.code == PERSONALITY,
               instrument_band.c.code == GOOD)
        .subquery()
    )  # fmt: skip
    return sa.select(ranked.c.unit_id, ranked.c.first, ranked.c.hit).where(ranked.c.place == 1)


def certified_training(filter: Filter) -> "sa.Select[Any]":
    """Participants who finished vocational training in a month; hit: with a certificate number."""
    month = windows(months(filter))
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    certified: Column = enrolment.c.certificate_number.is_not(None)
    return (
        sa.select(
            enrolment.c.unit_id, month.c.first, sa.case((certified, 1), else_=0).label("hit")
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(month, sa.and_(ended >= month.c.first, ended < month.c.until))
        .where(enrolment.c.wbp_id.is_not(None), enrolment.c.status.in_(FINISHED),
               programme.c.kind == TRAINING)
    )  # fmt: skip


COUNTED: dict[str, Counted] = {
    "sppn_coverage": sppn_coverage,
    "sppn_good": sppn_good,
    "certified_training": certified_training,
}


def unit_parents(session: Session) -> dict[int, int | None]:
    """The parent of each unit, by id."""
    rows = session.execute(sa.select(unit.c.id, unit.c.parent_id))
    return {int(key): None if parent is None else int(parent) for key, parent in rows}


def unit_id_of(session: Session, code: str) -> int | None:
    """The id of the unit with this code, if there is one."""
    found: int | None = session.execute(sa.select(unit.c.id).where(unit.c.code == code)).scalar()
    return found
