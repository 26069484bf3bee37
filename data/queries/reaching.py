"""Those in care with an assessed need, or a risk level, and who of them came."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.in_care import people_in_care, people_who_attended
from data.queries.tables import assessment, instrument, need
from models.codes import AssessmentStatus

RISK_INSTRUMENT = "RRI"

GROUP = "group"  # a need's code, or a risk level
WITH_NEED = "with_need"
REACHED = "reached"
NOT_ASSESSED = "not_assessed"  # people in care without any assessment of this kind
COUNTS = (GROUP, WITH_NEED, REACHED, NOT_ASSESSED)


def reach_by_need(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a need that is open in the period for somebody in care, by code: columns COUNTS.

    Reached: attended a session of a programme that addresses this need, in the period.
    """
    care = people_in_care(filter).subquery()
    came = people_who_attended(filter).subquery()
    has = (
        sa.select(need.c.wbp_id, need.c.need)
        .join(care, care.c.wbp_id == need.c.wbp_id)
        .where(
            need.c.assessed_on < filter.end,
            sa.or_(need.c.closed_on.is_(None), need.c.closed_on > filter.start),
        )
        .distinct()
        .subquery()
    )
    assessed = sa.exists().where(need.c.wbp_id == care.c.wbp_id, need.c.assessed_on < filter.end)
    missed = sa.select(sa.func.count()).select_from(care).where(~assessed).scalar_subquery()
    statement = (
        sa.select(has.c.need, sa.func.count(), sa.func.count(came.c.wbp_id), missed)
        .outerjoin(came, sa.and_(came.c.wbp_id == has.c.wbp_id, came.c.need == has.c.need))
        .group_by(has.c.need)
        .order_by(has.c.need)
    )
    return frame(session, statement, COUNTS)


def reach_by_level(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a risk level of somebody in care (their last before the end): columns COUNTS.

    Reached: attended a session of any programme in the period.
    """
    care = people_in_care(filter).subquery()
    came = sa.select(people_who_attended(filter).subquery().c.wbp_id).distinct().subquery()
    latest = _last_levels(filter, care).subquery()
    missed = (
        sa.select(sa.func.count())
        .select_from(care)
        .where(care.c.wbp_id.not_in(sa.select(latest.c.wbp_id)))
        .scalar_subquery()
    )
    statement = (
        sa.select(latest.c.level, sa.func.count(), sa.func.count(came.c.wbp_id), missed)
        .outerjoin(came, came.c.wbp_id == latest.c.wbp_id)
        .group_by(latest.c.level)
        .order_by(latest.c.level)
    )
    return frame(session, statement, COUNTS)


def _last_levels(filter: Filter, care: sa.Subquery) -> "sa.Select[tuple[int, str]]":
    place = sa.func.row_number().over(
        partition_by=assessment.c.wbp_id,
        order_by=(assessment.c.assessed_on.desc(), assessment.c.id.desc()),
    )
    ranked = (
        sa.select(assessment.c.wbp_id, assessment.c.level, place.label("place"))
        .join(instrument, instrument.c.id == assessment.c.instrument_id)
        .join(care, care.c.wbp_id == assessment.c.wbp_id)
        .where(
            instrument.c.code == RISK_INSTRUMENT,
            assessment.c.status == AssessmentStatus.DITERIMA,
            assessment.c.level.is_not(None),
            assessment.c.assessed_on < filter.end,
        )
        .subquery()
    )
    return sa.select(ranked.c.wbp_id, ranked.c.level).where(ranked.c.place == 1)
