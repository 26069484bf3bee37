"""All accepted scores of people who started, from their baseline to a month after their end."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.change import BASELINE_DAYS, FOLLOW_UP_DAYS
from data.queries.dates import days_between
from data.queries.dosages import CERTAINLY_STARTED
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units
from data.queries.tables import assessment, assessment_score, cohort, enrolment, programme
from models.codes import AssessmentStatus

PROGRAMME_CODE = "programme_code"
PROGRAMME_NAME = "programme_name"
SCALE = "scale_id"
ENROLMENT = "enrolment_id"
PERSON = "wbp_id"
DAYS = "days"
SCORE = "score"
SCORES = (PROGRAMME_CODE, PROGRAMME_NAME, SCALE, ENROLMENT, PERSON, DAYS, SCORE)


def scores_over_time(session: Session, filter: Filter, scales: list[int]) -> pd.DataFrame:
    """One row a score of somebody who started in the period, days from the start: columns SCORES.

    Somebody who started twice has the scores of both, each from its own start. Rows leave the
    database because each line needs them.
    """
    began = sa.func.coalesce(enrolment.c.started_on, cohort.c.starts_on)
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    day = assessment.c.assessed_on
    statement = (
        sa.select(
            programme.c.code, programme.c.name, assessment_score.c.scale_id, enrolment.c.id,
            enrolment.c.wbp_id, days_between(began, day), sa.func.avg(assessment_score.c.score),
        )
        .select_from(enrolment)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(assessment, assessment.c.wbp_id == enrolment.c.wbp_id)
        .join(assessment_score, assessment_score.c.assessment_id == assessment.c.id)
        .where(
            sa.or_(
                enrolment.c.started_on.is_not(None), enrolment.c.status.in_(CERTAINLY_STARTED)
            ),
            in_period(began, filter),
            in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
            assessment.c.status == AssessmentStatus.DITERIMA,
            assessment_score.c.scale_id.in_(scales),
            days_between(day, began) <= BASELINE_DAYS,
            sa.or_(ended.is_(None), days_between(ended, day) <= FOLLOW_UP_DAYS),
        )
        .group_by(
            programme.c.code, programme.c.name, assessment_score.c.scale_id, enrolment.c.id,
            enrolment.c.wbp_id, began, day,
        )
        .order_by(programme.c.code, assessment_score.c.scale_id, enrolment.c.id, day)
    )  # fmt: skip
    return frame(session, statement, SCORES)
