"""Checks of assessments: copied, carried on, heaped, timed, or made by the programme's own officer.

Two sheets are the same when four whole-number sums over their scores agree (count, scores, and
scores and their squares weighted by scale). That finds equal sheets in one pass; a person looks
at the rows before anybody says "copied".
"""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_between
from data.queries.filter import Filter
from data.queries.quality.items import Column, flag, items
from data.queries.scope import in_period, in_units
from data.queries.tables import assessment, assessment_score, entitlement, instrument_scale
from models.codes import AssessmentStatus, MeasureDirection

FEWEST_SCALES = 3  # of fewer, two sheets are often equal by chance
LOOK_BACK_DAYS = 92
HEAP = 5  # points; of whole scores one in five ends so by chance
HEAP_RANGE = 50  # points that a scale must have for that to hold
JUMP_DAYS = 31
JUMP_SHARE = 0.15  # of the scale's range; a house value

_SUMS = ("n", "total", "weighted", "squared")
_HUNDREDTHS: Column = sa.cast(sa.func.round(assessment_score.c.score * 100), sa.BigInteger())


def _accepted(filter: Filter) -> Column:
    return sa.and_(
        assessment.c.status == AssessmentStatus.DITERIMA, in_units(assessment.c.unit_id, filter)
    )


def _sheets(which: Column) -> sa.Subquery:
    """Accepted assessments with at least 3 scores, and the sums that tell whether two agree."""
    scale = assessment_score.c.scale_id
    sums = (
        sa.func.count(), sa.func.sum(_HUNDREDTHS), sa.func.sum(_HUNDREDTHS * scale),
        sa.func.sum(_HUNDREDTHS * _HUNDREDTHS * scale),
    )  # fmt: skip
    keys = (
        assessment.c.id, assessment.c.wbp_id, assessment.c.unit_id, assessment.c.assessed_on,
        assessment.c.occasion, assessment.c.assessor_id, assessment.c.instrument_id,
    )  # fmt: skip
    return (
        sa.select(*keys, *(found.label(name) for found, name in zip(sums, _SUMS, strict=True)))
        .join(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .where(which)
        .group_by(*keys)
        .having(sa.func.count() >= FEWEST_SCALES)
        .subquery()
    )


def identical_scores(filter: Filter) -> "sa.Select[Any]":
    """Each assessment of 3 scales or more: equal to another's by the same assessor that month."""
    sheet = _sheets(sa.and_(_accepted(filter), in_period(assessment.c.assessed_on, filter)))
    month = sa.extract("year", sheet.c.assessed_on) * 12 + sa.extract("month", sheet.c.assessed_on)
    alike = (
        sheet.c.assessor_id, sheet.c.instrument_id, month, *(sheet.c[name] for name in _SUMS),
    )  # fmt: skip
    others = sa.func.min(sheet.c.wbp_id).over(partition_by=alike) != (
        sa.func.max(sheet.c.wbp_id).over(partition_by=alike)
    )
    return items(
        unit=sheet.c.unit_id, day=sheet.c.assessed_on, flagged=flag(others), person=sheet.c.wbp_id
    )


def carried_scores(filter: Filter) -> "sa.Select[Any]":
    """Each assessment of 3 scales or more with an earlier one (92 days back): the same scores."""
    since = filter.start - timedelta(days=LOOK_BACK_DAYS)
    day = assessment.c.assessed_on
    sheet = _sheets(sa.and_(_accepted(filter), day >= since, day < filter.end))
    before = {
        name: sa.func.lag(sheet.c[name]).over(
            partition_by=(sheet.c.wbp_id, sheet.c.instrument_id),
            order_by=(sheet.c.assessed_on, sheet.c.occasion, sheet.c.id),
        )
        for name in _SUMS
    }
    same = sa.and_(*(found == sheet.c[name] for name, found in before.items()))
    told = items(
        unit=sheet.c.unit_id, day=sheet.c.assessed_on, person=sheet.c.wbp_id,
        flagged=flag(same, known=before["n"].is_not(None)),
    ).subquery()  # fmt: skip
    return sa.select(told).where(told.c.flagged.is_not(None), in_period(told.c.day, filter))


def heaped_scores(filter: Filter) -> "sa.Select[Any]":
    """Each score on a scale of 50 points or more: a multiple of 5."""
    wide = instrument_scale.c.maximum - instrument_scale.c.minimum >= HEAP_RANGE
    return (
        items(
            unit=assessment.c.unit_id, day=assessment.c.assessed_on, person=assessment.c.wbp_id,
            flagged=flag(_HUNDREDTHS % (100 * HEAP) == 0), detail=assessment_score.c.score,
        )
        .join(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .join(instrument_scale, instrument_scale.c.id == assessment_score.c.scale_id)
        .where(_accepted(filter), in_period(assessment.c.assessed_on, filter), wide)
    )  # fmt: skip


def rated_by_own_officer(filter: Filter) -> "sa.Select[Any]":
    """Each accepted assessment: by the officer who runs the programme. Null: not recorded."""
    own = assessment.c.assessor_is_facilitator
    return items(
        unit=assessment.c.unit_id, day=assessment.c.assessed_on, person=assessment.c.wbp_id,
        flagged=flag(own, known=own.is_not(None)),
    ).where(_accepted(filter), in_period(assessment.c.assessed_on, filter))  # fmt: skip


def score_jumps(filter: Filter) -> "sa.Select[Any]":
    """Each right proposed: a score of the last 31 days far above the one before it.

    Far is 15 % of the scale's range, towards the better end. Null where there are not two.
    """
    pair = _last_two().subquery()
    better = sa.case(
        (pair.c.direction == MeasureDirection.NAIK, pair.c.score - pair.c.before),
        else_=pair.c.before - pair.c.score,
    )
    jumped = sa.func.max(
        sa.case((better >= JUMP_SHARE * (pair.c.maximum - pair.c.minimum), 1), else_=0)
    )
    told = (
        sa.select(pair.c.id, jumped.label("jumped"))
        .where(pair.c.place == 1, pair.c.before.is_not(None), pair.c.days <= JUMP_DAYS)
        .group_by(pair.c.id)
        .subquery()
    )
    return (
        items(
            unit=entitlement.c.unit_id, day=entitlement.c.proposed_on, flagged=told.c.jumped,
            person=entitlement.c.wbp_id,
        )
        .outerjoin(told, told.c.id == entitlement.c.id)
        .where(
            in_period(entitlement.c.proposed_on, filter), in_units(entitlement.c.unit_id, filter)
        )
    )  # fmt: skip


def _last_two() -> "sa.Select[Any]":
    """Scores up to each proposal by scale, the newest at place 1, each with the one before."""
    scale, score = instrument_scale.c, assessment_score.c
    same = (entitlement.c.id, score.scale_id)
    newest = (assessment.c.assessed_on.desc(), assessment.c.occasion.desc(), assessment.c.id.desc())
    oldest = (assessment.c.assessed_on, assessment.c.occasion, assessment.c.id)
    return (
        sa.select(
            entitlement.c.id, score.score, scale.direction, scale.minimum, scale.maximum,
            days_between(assessment.c.assessed_on, entitlement.c.proposed_on).label("days"),
            sa.func.row_number().over(partition_by=same, order_by=newest).label("place"),
            sa.func.lag(score.score).over(partition_by=same, order_by=oldest).label("before"),
        )
        .join(assessment, assessment.c.wbp_id == entitlement.c.wbp_id)
        .join(assessment_score, score.assessment_id == assessment.c.id)
        .join(instrument_scale, scale.id == score.scale_id)
        .where(
            assessment.c.status == AssessmentStatus.DITERIMA,
            assessment.c.assessed_on <= entitlement.c.proposed_on,
        )
    )  # fmt: skip
