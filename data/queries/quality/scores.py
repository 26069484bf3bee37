"""Checks of assessments: copied, carried on, heaped, timed, or made by the programme's own officer.

Two sheets are the same when four whole-number sums over their scores agree (count, scores, and
scores and their squares weighted by scale). That finds equal sheets in one pass; a person looks
at the rows before anybody says "copied".
"""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_after, days_between, month_of
from data.queries.filter import Filter
from data.queries.quality.items import Column, flag, items, tally, told
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


def score_sheets(filter: Filter) -> "sa.Select[Any]":
    """Each assessment of 3 scales or more: equal to another's by the same assessor that month.

    And, where there is an earlier one of the person (92 days back): the same scores as then.
    """
    sheet = _sheets(filter)
    sums = [sheet.c[name] for name in _SUMS]
    inside = in_period(sheet.c.assessed_on, filter)
    month = month_of(sheet.c.assessed_on)
    alike = (flag(inside), sheet.c.assessor_id, sheet.c.instrument_id, month, *sums)
    before = [
        sa.func.lag(value).over(
            partition_by=(sheet.c.wbp_id, sheet.c.instrument_id),
            order_by=(sheet.c.assessed_on, sheet.c.occasion, sheet.c.id),
        )
        for value in sums
    ]
    others = sa.func.min(sheet.c.wbp_id).over(partition_by=alike) != (
        sa.func.max(sheet.c.wbp_id).over(partition_by=alike)
    )
    same = sa.and_(*(then == now for then, now in zip(before, sums, strict=True)))
    found = items(
        *told("identical_scores", others),
        *tally("carried_scores", part=flag(same), whole=flag(before[0].is_not(None)),
               missing=sa.literal(0)),
        unit=sheet.c.unit_id, day=sheet.c.assessed_on, person=sheet.c.wbp_id,
    ).subquery()  # fmt: skip
    return sa.select(found).where(in_period(found.c.day, filter))


def single_scores(filter: Filter) -> "sa.Select[Any]":
    """Each score on a scale of 50 points or more: a multiple of 5."""
    wide = flag(instrument_scale.c.maximum - instrument_scale.c.minimum >= HEAP_RANGE)
    # Outer joins keep the chosen assessments first: SQLite would begin with all scores there are.
    heaped = flag(_HUNDREDTHS % (100 * HEAP) == 0)
    return (
        items(
            *tally("heaped_scores", part=wide * heaped, whole=wide, missing=sa.literal(0)),
            unit=assessment.c.unit_id, day=assessment.c.assessed_on, person=assessment.c.wbp_id,
            detail=assessment_score.c.score,
        )
        .outerjoin(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .outerjoin(instrument_scale, instrument_scale.c.id == assessment_score.c.scale_id)
        .where(_accepted(filter), in_period(assessment.c.assessed_on, filter))
    )  # fmt: skip


def assessments(filter: Filter) -> "sa.Select[Any]":
    """Each accepted assessment: by the officer who runs the programme. Null: not recorded."""
    own = assessment.c.assessor_is_facilitator
    return items(
        *told("rated_by_own_officer", own, known=own.is_not(None)),
        unit=assessment.c.unit_id, day=assessment.c.assessed_on, person=assessment.c.wbp_id,
    ).where(_accepted(filter), in_period(assessment.c.assessed_on, filter))  # fmt: skip


def proposals(filter: Filter) -> "sa.Select[Any]":
    """Each right proposed: a score of the last 31 days far above the one before it.

    Far is 15 % of the scale's range, towards the better end. Null where there are not two.
    """
    chosen = sa.and_(
        in_period(entitlement.c.proposed_on, filter), in_units(entitlement.c.unit_id, filter)
    )
    pair = _last_two(chosen).subquery()
    better = sa.case(
        (pair.c.direction == MeasureDirection.NAIK, pair.c.score - pair.c.before),
        else_=pair.c.before - pair.c.score,
    )
    far = flag(better >= JUMP_SHARE * (pair.c.maximum - pair.c.minimum))
    jump = (
        sa.select(pair.c.id, sa.func.max(far).label("far"))
        .where(pair.c.place == 1, pair.c.before.is_not(None), pair.c.days <= JUMP_DAYS)
        .group_by(pair.c.id)
        .subquery()
    )
    return (
        items(
            *told("score_jumps", jump.c.far == 1, known=jump.c.far.is_not(None)),
            unit=entitlement.c.unit_id, day=entitlement.c.proposed_on, person=entitlement.c.wbp_id,
        )
        .outerjoin(jump, jump.c.id == entitlement.c.id)
        .where(chosen)
    )  # fmt: skip


def _accepted(filter: Filter) -> Column:
    return sa.and_(
        assessment.c.status == AssessmentStatus.DITERIMA, in_units(assessment.c.unit_id, filter)
    )


def _sheets(filter: Filter) -> sa.Subquery:
    """Accepted assessments with at least 3 scores, and the sums that tell whether two agree."""
    scale, day = assessment_score.c.scale_id, assessment.c.assessed_on
    since = filter.start - timedelta(days=LOOK_BACK_DAYS)
    sums = (
        sa.func.count(), sa.func.sum(_HUNDREDTHS), sa.func.sum(_HUNDREDTHS * scale),
        sa.func.sum(_HUNDREDTHS * _HUNDREDTHS * scale),
    )  # fmt: skip
    return (
        sa.select(
            assessment.c.id, assessment.c.wbp_id, assessment.c.unit_id, day,
            assessment.c.occasion, assessment.c.assessor_id, assessment.c.instrument_id,
            *(found.label(name) for found, name in zip(sums, _SUMS, strict=True)),
        )
        .join(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .where(_accepted(filter), day >= since, day < filter.end)
        .group_by(assessment.c.id)
        .having(sa.func.count() >= FEWEST_SCALES)
        .subquery()
    )  # fmt: skip


def _last_two(chosen: Column) -> "sa.Select[Any]":
    """Scores up to each proposal by scale, the newest at place 1, each with the one before.

    Only of people who were assessed in the last 31 days before it. Outer joins, as above.
    """
    scale, score, recent = instrument_scale.c, assessment_score.c, assessment.alias("recent")
    day, occasion = assessment.c.assessed_on, assessment.c.occasion

    def newest_first(function: sa.sql.functions.FunctionElement[Any]) -> Column:
        return function.over(
            partition_by=(entitlement.c.id, score.scale_id),
            order_by=(day.desc(), occasion.desc(), assessment.c.id.desc()),
        )

    return (
        sa.select(
            entitlement.c.id, score.score, scale.direction, scale.minimum, scale.maximum,
            days_between(day, entitlement.c.proposed_on).label("days"),
            newest_first(sa.func.row_number()).label("place"),
            newest_first(sa.func.lead(score.score)).label("before"),
        )
        .select_from(entitlement)
        .outerjoin(assessment, _before_proposal(assessment))
        .outerjoin(assessment_score, score.assessment_id == assessment.c.id)
        .outerjoin(instrument_scale, scale.id == score.scale_id)
        .where(
            chosen,
            sa.exists().where(
                _before_proposal(recent),
                recent.c.assessed_on >= days_after(entitlement.c.proposed_on, -JUMP_DAYS),
            ),
        )
    )  # fmt: skip


def _before_proposal(of: sa.FromClause) -> Column:
    return sa.and_(
        of.c.wbp_id == entitlement.c.wbp_id,
        of.c.status == AssessmentStatus.DITERIMA,
        of.c.assessed_on <= entitlement.c.proposed_on,
    )
