"""Which agreements owe reports, and where their reports stand."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import agreement, progress_report, unit, work_plan
from models.codes import AgreementKind, AgreementStage, PlanStatus

AGREEMENTS = (
    "agreement_id", "owner", "code", "title", "signed_on", "starts_on", "ends_on", "ended_on",
    "first_year",
)  # fmt: skip
STATES = ("agreement_id", "year", "quarter", "status")
YEARS = ("agreement_id", "year")


def reporting_agreements(session: Session) -> pd.DataFrame:
    """One row a signed (or since ended) agreement with a plan, and the first year that has one.

    Addenda are reported with their agreement. Columns AGREEMENTS.
    """
    first = (
        sa.select(work_plan.c.agreement_id, sa.func.min(work_plan.c.year).label("year"))
        .group_by(work_plan.c.agreement_id)
        .subquery()
    )
    statement = (
        sa.select(
            agreement.c.id, unit.c.code, agreement.c.code, agreement.c.title,
            agreement.c.signed_on, agreement.c.starts_on, agreement.c.ends_on,
            agreement.c.ended_on, first.c.year,
        )
        .join(first, first.c.agreement_id == agreement.c.id)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(
            agreement.c.signed_on.is_not(None),
            agreement.c.stage.in_((AgreementStage.DITANDATANGANI, AgreementStage.DIAKHIRI)),
            sa.or_(agreement.c.kind.is_(None), agreement.c.kind != AgreementKind.ADENDUM),
        )
        .order_by(unit.c.code, agreement.c.code)
    )  # fmt: skip
    return frame(session, statement, AGREEMENTS)


def report_states(session: Session) -> pd.DataFrame:
    """One row a report: columns STATES."""
    columns = (progress_report.c[name] for name in STATES)
    return frame(session, sa.select(*columns), STATES)


def approved_years(session: Session) -> pd.DataFrame:
    """One row an agreement and year with an approved plan: columns YEARS."""
    statement = (
        sa.select(work_plan.c.agreement_id, work_plan.c.year)
        .where(work_plan.c.status == PlanStatus.DISETUJUI)
        .distinct()
    )
    return frame(session, statement, YEARS)
