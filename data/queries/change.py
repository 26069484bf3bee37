"""Pairs of accepted assessments around a programme, and everybody who should have one."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.dosages import CERTAINLY_STARTED
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units
from data.queries.tables import (
    assessment,
    assessment_score,
    cohort,
    enrolment,
    instrument,
    instrument_scale,
    programme,
)
from models.codes import AssessmentStatus

BASELINE_DAYS = 30  # a baseline this old at most, and never after the start
FOLLOW_UP_DAYS = 30  # after the end, the day itself included

PROGRAMME = "programme_id"
PROGRAMME_CODE = "programme_code"
PROGRAMME_NAME = "programme_name"
STARTED = "started"
SCALE = "scale_id"
INSTRUMENT_CODE = "instrument_code"
INSTRUMENT_VERSION = "instrument_version"
SCALE_CODE = "scale_code"
NAME_ID = "scale_name_id"
NAME_EN = "scale_name_en"
MINIMUM = "minimum"
MAXIMUM = "maximum"
DIRECTION = "direction"
RELIABILITY = "reliability"
DEVIATION = "standard_deviation"
POPULATION_MEAN = "population_mean"
ENROLMENT = "enrolment_id"
PERSON = "wbp_id"
AGREEMENT = "agreement_id"
PRE = "pre"
POST = "post"
ENDED = "ended"  # the last day of their part

STARTERS = (PROGRAMME, PROGRAMME_CODE, PROGRAMME_NAME, STARTED)
SCALES = (
    SCALE, INSTRUMENT_CODE, INSTRUMENT_VERSION, SCALE_CODE, NAME_ID, NAME_EN, MINIMUM, MAXIMUM,
    DIRECTION, RELIABILITY, DEVIATION, POPULATION_MEAN,
)  # fmt: skip
PAIRS = (PROGRAMME, SCALE, PRE, POST, ENROLMENT, PERSON, ENDED, AGREEMENT)

Column = sa.ColumnElement[Any]


def change_scales(session: Session, *, code: str, of_instrument: str | None) -> pd.DataFrame:
    """One row a version of the scale, letters' case ignored: columns SCALES.

    Scales that taking part raises by construction are never among them.
    """
    statement = (
        sa.select(
            instrument_scale.c.id, instrument.c.code, instrument.c.version,
            instrument_scale.c.code, instrument_scale.c.name_id, instrument_scale.c.name_en,
            instrument_scale.c.minimum, instrument_scale.c.maximum, instrument_scale.c.direction,
            instrument_scale.c.reliability, instrument_scale.c.standard_deviation,
            instrument_scale.c.population_mean,
        )
        .join(instrument, instrument.c.id == instrument_scale.c.instrument_id)
        .where(
            sa.func.lower(instrument_scale.c.code) == code.lower(),
            instrument_scale.c.scores_participation.is_(sa.false()),
        )
        .order_by(instrument.c.code, instrument.c.version)
    )  # fmt: skip
    if of_instrument is not None:
        statement = statement.where(sa.func.lower(instrument.c.code) == of_instrument.lower())
    return frame(session, statement, SCALES)


def starters_by_programme(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a programme with starters who ended in the period, by code: columns STARTERS."""
    starter = _starters(filter).subquery()
    statement = (
        sa.select(programme.c.id, programme.c.code, programme.c.name, sa.func.count())
        .join(starter, starter.c.programme_id == programme.c.id)
        .group_by(programme.c.id, programme.c.code, programme.c.name)
        .order_by(programme.c.code, programme.c.id)
    )
    return frame(session, statement, STARTERS)


def people_who_started(session: Session, filter: Filter) -> int:
    """How many different people started, of those whose part ended in the period."""
    starter = _starters(filter).subquery()
    number = sa.func.count(starter.c.wbp_id.distinct())
    return int(session.execute(sa.select(number)).scalar_one())


def starters_by_agreement(session: Session, filter: Filter) -> dict[int, int]:
    """Agreement's id -> how many different people started, in its cohorts alone."""
    starter = _starters(filter).subquery()
    statement = (
        sa.select(starter.c.agreement_id, sa.func.count(starter.c.wbp_id.distinct()))
        .where(starter.c.agreement_id.is_not(None))
        .group_by(starter.c.agreement_id)
    )
    return {int(agreement): int(number) for agreement, number in session.execute(statement)}


def paired_scores(session: Session, filter: Filter, scales: list[int]) -> pd.DataFrame:
    """One row an enrolment and scale measured before and after: columns PAIRS.

    Before: the last accepted day on or before the start, 30 days back at most. After: the first
    from the end, within 30 days. Several ratings of one day are averaged.
    """
    ranked = _ranked(_starters(filter).subquery(), scales).subquery()
    keys = (
        ranked.c.programme_id, ranked.c.scale_id, ranked.c.id, ranked.c.wbp_id, ranked.c.ended,
        ranked.c.agreement_id,
    )  # fmt: skip
    means = [sa.func.avg(sa.case((ranked.c.side == side, ranked.c.score))) for side in (PRE, POST)]
    pair = (
        sa.select(*keys, *(mean.label(side) for mean, side in zip(means, (PRE, POST), strict=True)))
        .where(ranked.c.place == 1)
        .group_by(*keys)
        .subquery()
    )
    found = (pair.c[name] for name in (PROGRAMME, SCALE, PRE, POST, "id", PERSON, ENDED, AGREEMENT))
    statement = (
        sa.select(*found)
        .where(pair.c[PRE].is_not(None), pair.c[POST].is_not(None))
        .order_by(pair.c.programme_id, pair.c.scale_id, pair.c.id)
    )
    return frame(session, statement, PAIRS)


def _starters(filter: Filter) -> "sa.Select[Any]":
    """Enrolments of people who started and whose part ended in the period."""
    started = sa.func.coalesce(enrolment.c.started_on, cohort.c.starts_on)
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    return (
        sa.select(
            enrolment.c.id, enrolment.c.wbp_id, cohort.c.programme_id,
            cohort.c.agreement_id, started.label("started"), ended.label("ended"),
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(
            enrolment.c.wbp_id.is_not(None),
            sa.or_(
                enrolment.c.started_on.is_not(None), enrolment.c.status.in_(CERTAINLY_STARTED)
            ),
            in_period(ended, filter),
            in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
        )
    )  # fmt: skip


def _ranked(starter: sa.Subquery, scales: list[int]) -> "sa.Select[Any]":
    """Each accepted score within reach of a start or an end; `place` 1: of the nearest day."""
    day, score = assessment.c.assessed_on, assessment_score.c
    since_end = days_between(starter.c.ended, day)
    until_start = days_between(day, starter.c.started)
    before = day <= starter.c.started
    side = sa.case((before, PRE), else_=POST)
    distance = sa.case((before, until_start), else_=since_end)
    place = sa.func.rank().over(
        partition_by=(starter.c.id, score.scale_id, side), order_by=distance
    )
    within = sa.case(
        (before, until_start <= BASELINE_DAYS), else_=since_end.between(0, FOLLOW_UP_DAYS)
    )
    return (
        sa.select(starter, score.scale_id, score.score, side.label("side"), place.label("place"))
        .join(assessment, assessment.c.wbp_id == starter.c.wbp_id)
        .join(assessment_score, score.assessment_id == assessment.c.id)
        .where(assessment.c.status == AssessmentStatus.DITERIMA, score.scale_id.in_(scales), within)
    )
