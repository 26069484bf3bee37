"""Agreements signed on a day, and whether what was promised with them is there."""

from datetime import date

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import agreement, progress_report, unit, work_plan
from models.codes import PlanStatus, ReportStatus

OWNER = "agreement_owner"
CODE = "agreement_code"
PLANS = "plans"
APPROVED = "approved"
REPORTS = "reports"
SIGNED = (OWNER, CODE, PLANS, APPROVED, REPORTS)
SIGNED_ON = "signed_on"
AGREEMENTS = "agreements"
DAYS = (SIGNED_ON, AGREEMENTS)


def signed_on(session: Session, day: date) -> pd.DataFrame:
    """One row an agreement signed that day, by owner and code: columns SIGNED.

    Counted are work plans, those approved, and reports that left the draft.
    """
    of_it = work_plan.c.agreement_id == agreement.c.id
    approved = sa.and_(of_it, work_plan.c.status == PlanStatus.DISETUJUI)
    sent = sa.and_(
        progress_report.c.agreement_id == agreement.c.id,
        progress_report.c.status != ReportStatus.DRAF,
    )
    counts = (
        sa.select(sa.func.count()).select_from(table).where(which).scalar_subquery()
        for table, which in ((work_plan, of_it), (work_plan, approved), (progress_report, sent))
    )
    statement = (
        sa.select(unit.c.code, agreement.c.code, *counts)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(agreement.c.signed_on == day)
        .order_by(unit.c.code, agreement.c.code)
    )
    return frame(session, statement, SIGNED)


def signing_days(session: Session) -> pd.DataFrame:
    """One row a day on which agreements were signed, the oldest first: columns DAYS."""
    statement = (
        sa.select(agreement.c.signed_on, sa.func.count())
        .where(agreement.c.signed_on.is_not(None))
        .group_by(agreement.c.signed_on)
        .order_by(agreement.c.signed_on)
    )
    return frame(session, statement, DAYS)
