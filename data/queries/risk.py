"""Risk levels at a first and a last assessment, and levels given by two raters on one day."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.reaching import RISK_INSTRUMENT
from data.queries.scope import in_period, in_units
from data.queries.tables import assessment, assessment_score, instrument, instrument_scale
from models.codes import AssessmentStatus

GAP_LEAST, GAP_MOST = 150, 395  # days: 5 to 13 months, around the half-year that RRI falls due

FIRST = "first"
LAST = "last"  # missing: not assessed again within the gap
PEOPLE = "people"
TRANSITIONS = (FIRST, LAST, PEOPLE)

SCALE = "scale_code"
ONE = "one"
OTHER = "other"
RATINGS = (SCALE, ONE, OTHER)


def risk_transitions(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a first and last level of people first assessed in the period: columns TRANSITIONS.

    The first is the first accepted level in the period at the chosen units; the last is the
    person's latest one 5 to 13 months after it, wherever.
    """
    first = _first(filter).subquery()
    again = _levels().subquery()
    gap = days_between(first.c.day, again.c.day)
    place = sa.func.row_number().over(
        partition_by=first.c.wbp_id, order_by=(again.c.day.desc(), again.c.id.desc())
    )
    ranked = (
        sa.select(
            first.c.level.label("first_level"), again.c.level.label("last_level"),
            place.label("place"),
        )
        .outerjoin(
            again, sa.and_(again.c.wbp_id == first.c.wbp_id, gap.between(GAP_LEAST, GAP_MOST))
        )
        .subquery()
    )  # fmt: skip
    keys = (ranked.c.first_level, ranked.c.last_level)
    statement = (
        sa.select(*keys, sa.func.count()).where(ranked.c.place == 1).group_by(*keys).order_by(*keys)
    )
    return frame(session, statement, TRANSITIONS)


def double_ratings(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a score that two assessors gave one person on one day: columns RATINGS.

    By scale; with three assessors each pair of them is a row.
    """
    one, other = assessment.alias("one"), assessment.alias("two")
    score, second = assessment_score.alias("one_score"), assessment_score.alias("two_score")
    statement = (
        sa.select(instrument_scale.c.code, score.c.score, second.c.score)
        .select_from(one)
        .join(
            other,
            sa.and_(
                other.c.wbp_id == one.c.wbp_id,
                other.c.instrument_id == one.c.instrument_id,
                other.c.assessed_on == one.c.assessed_on,
                other.c.assessor_id > one.c.assessor_id,
            ),
        )
        .join(score, score.c.assessment_id == one.c.id)
        .join(
            second,
            sa.and_(second.c.assessment_id == other.c.id, second.c.scale_id == score.c.scale_id),
        )
        .join(instrument_scale, instrument_scale.c.id == score.c.scale_id)
        .where(
            one.c.status == AssessmentStatus.DITERIMA,
            other.c.status == AssessmentStatus.DITERIMA,
            in_period(one.c.assessed_on, filter),
            in_units(one.c.unit_id, filter),
        )
        .order_by(instrument_scale.c.code, one.c.id, other.c.id)
    )
    return frame(session, statement, RATINGS)


def _levels() -> "sa.Select[Any]":
    return (
        sa.select(
            assessment.c.id, assessment.c.wbp_id, assessment.c.unit_id, assessment.c.level,
            assessment.c.assessed_on.label("day"),
        )
        .join(instrument, instrument.c.id == assessment.c.instrument_id)
        .where(
            instrument.c.code == RISK_INSTRUMENT,
            assessment.c.status == AssessmentStatus.DITERIMA,
            assessment.c.level.is_not(None),
        )
    )  # fmt: skip


def _first(filter: Filter) -> "sa.Select[Any]":
    place = sa.func.row_number().over(
        partition_by=assessment.c.wbp_id, order_by=(assessment.c.assessed_on, assessment.c.id)
    )
    within = (
        _levels()
        .add_columns(place.label("place"))
        .where(in_period(assessment.c.assessed_on, filter), in_units(assessment.c.unit_id, filter))
        .subquery()
    )
    return sa.select(within.c.wbp_id, within.c.level, within.c.day).where(within.c.place == 1)
