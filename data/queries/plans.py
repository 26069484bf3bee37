"""Work plans, their lines, their reports, and what is agreed and due, as they stand."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import (
    agreement,
    agreement_party,
    follow_up_action,
    obligation,
    officer,
    partner,
    planned_activity,
    programme,
    progress_line,
    progress_report,
    report_step,
    unit,
    work_plan,
)
from models.codes import PlanStatus

REPORT_COLUMNS = tuple(column.name for column in progress_report.columns)
STEP_COLUMNS = tuple(column.name for column in report_step.columns)
LINE_COLUMNS = (
    *(column.name for column in planned_activity.columns),
    "programme_name", "programme_field", "unit_code", "unit_name", "position", "office",
)  # fmt: skip
REPORT_LINE_COLUMNS = tuple(column.name for column in progress_line.columns)
OBLIGATION_COLUMNS = (*(column.name for column in obligation.columns), "party")
ACTION_COLUMNS = (
    *(column.name for column in follow_up_action.columns), "report_id", "year", "quarter",
    "activity_number", "activity_title",
)  # fmt: skip


def plan_row(session: Session, plan_id: int) -> dict[str, Any] | None:
    """The row of a plan; None if there is none."""
    row = session.execute(sa.select(work_plan).where(work_plan.c.id == plan_id)).mappings()
    found = row.one_or_none()
    return None if found is None else dict(found)


def approved_plan(session: Session, agreement_id: int, year: int) -> int | None:
    """The id of the newest approved version of the year; None without one."""
    return approved_plans(session, year).get(agreement_id)


def approved_plans(session: Session, year: int) -> dict[int, int]:
    """Agreement's id -> the id of the newest approved version of the year."""
    statement = (
        sa.select(work_plan.c.agreement_id, work_plan.c.id)
        .where(work_plan.c.year == year, work_plan.c.status == PlanStatus.DISETUJUI)
        .order_by(work_plan.c.version)
    )
    return {int(agreement): int(plan) for agreement, plan in session.execute(statement)}


def plan_years(session: Session, agreement_id: int) -> list[int]:
    """The years with a plan, the oldest first."""
    statement = sa.select(work_plan.c.year).where(work_plan.c.agreement_id == agreement_id)
    return sorted(set(session.scalars(statement)))


def plan_of_year(session: Session, agreement_id: int, year: int) -> int | None:
    """The id of the plan that holds for the year: the newest approved, else the newest version."""
    approved = approved_plan(session, agreement_id, year)
    if approved is not None:
        return approved
    statement = (
        sa.select(work_plan.c.id)
        .where(work_plan.c.agreement_id == agreement_id, work_plan.c.year == year)
        .order_by(work_plan.c.version.desc())
    )
    found = session.execute(statement.limit(1)).scalar()
    return None if found is None else int(found)


def agreement_key(session: Session, agreement_id: int) -> tuple[str, str]:
    """Owner and code of the agreement with this id."""
    statement = (
        sa.select(unit.c.code, agreement.c.code)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(agreement.c.id == agreement_id)
    )
    owner, code = session.execute(statement).one()
    return owner, code


def report_of(session: Session, key: tuple[str, str], when: tuple[int, int]) -> int | None:
    """The id of the report of the agreement (owner, code) about (year, quarter)."""
    statement = (
        sa.select(progress_report.c.id)
        .join(agreement, agreement.c.id == progress_report.c.agreement_id)
        .join(unit, unit.c.id == agreement.c.owner_id)
        .where(
            unit.c.code == key[0], agreement.c.code == key[1],
            progress_report.c.year == when[0], progress_report.c.quarter == when[1],
        )
    )  # fmt: skip
    found = session.execute(statement).scalar()
    return None if found is None else int(found)


def obligations_of(session: Session, agreement_id: int) -> pd.DataFrame:
    """One row a duty, by number, with the party it binds: columns OBLIGATION_COLUMNS."""
    party = sa.func.coalesce(partner.c.name, unit.c.name)
    statement = (
        sa.select(*obligation.columns, party)
        .outerjoin(
            agreement_party,
            sa.and_(
                agreement_party.c.agreement_id == obligation.c.agreement_id,
                agreement_party.c.position == obligation.c.party_position,
            ),
        )
        .outerjoin(partner, partner.c.id == agreement_party.c.partner_id)
        .outerjoin(unit, unit.c.id == agreement_party.c.unit_id)
        .where(obligation.c.agreement_id == agreement_id)
        .order_by(obligation.c.number)
    )
    return frame(session, statement, OBLIGATION_COLUMNS)


def planned_lines(session: Session, plan_id: int) -> pd.DataFrame:
    """One row a line of the plan, in its order: columns LINE_COLUMNS."""
    office = unit.alias("office")
    statement = (
        sa.select(
            *planned_activity.columns, programme.c.name,
            sa.func.coalesce(planned_activity.c.field, programme.c.field), unit.c.code,
            unit.c.name, officer.c.position, office.c.name,
        )
        .outerjoin(programme, programme.c.id == planned_activity.c.programme_id)
        .outerjoin(unit, unit.c.id == planned_activity.c.unit_id)
        .outerjoin(officer, officer.c.id == planned_activity.c.officer_id)
        .outerjoin(office, office.c.id == officer.c.unit_id)
        .where(planned_activity.c.plan_id == plan_id)
        .order_by(planned_activity.c.number)
    )  # fmt: skip
    return frame(session, statement, LINE_COLUMNS)


def reports_of(session: Session, agreement_id: int, *, year: int | None = None) -> pd.DataFrame:
    """One row a quarter's report, in order: columns REPORT_COLUMNS."""
    statement = sa.select(progress_report).where(progress_report.c.agreement_id == agreement_id)
    if year is not None:
        statement = statement.where(progress_report.c.year == year)
    order = (progress_report.c.year, progress_report.c.quarter)
    return frame(session, statement.order_by(*order), REPORT_COLUMNS)


def report_row(session: Session, report_id: int) -> dict[str, Any] | None:
    """The row of a report; None if there is none."""
    statement = sa.select(progress_report).where(progress_report.c.id == report_id)
    row = session.execute(statement).mappings().one_or_none()
    return None if row is None else dict(row)


def lines_of_reports(session: Session, agreement_id: int, year: int) -> pd.DataFrame:
    """One row a line of the year's reports: columns REPORT_LINE_COLUMNS."""
    statement = (
        sa.select(progress_line)
        .join(progress_report, progress_report.c.id == progress_line.c.report_id)
        .where(progress_report.c.agreement_id == agreement_id, progress_report.c.year == year)
        .order_by(progress_report.c.quarter, progress_line.c.id)
    )
    return frame(session, statement, REPORT_LINE_COLUMNS)


def lines_of_report(session: Session, report_id: int) -> pd.DataFrame:
    """One row a line of one report: columns REPORT_LINE_COLUMNS."""
    statement = sa.select(progress_line).where(progress_line.c.report_id == report_id)
    return frame(session, statement.order_by(progress_line.c.id), REPORT_LINE_COLUMNS)


def steps_of(session: Session, report_id: int) -> pd.DataFrame:
    """One row a step of the report's way, in order: columns STEP_COLUMNS."""
    statement = sa.select(report_step).where(report_step.c.report_id == report_id)
    return frame(session, statement.order_by(report_step.c.number), STEP_COLUMNS)


def actions_of(session: Session, agreement_id: int) -> pd.DataFrame:
    """One row an action agreed in any report of the agreement, open ones first: ACTION_COLUMNS."""
    statement = (
        sa.select(
            *follow_up_action.columns, progress_report.c.id, progress_report.c.year,
            progress_report.c.quarter, planned_activity.c.number, planned_activity.c.title,
        )
        .join(progress_line, progress_line.c.id == follow_up_action.c.line_id)
        .join(progress_report, progress_report.c.id == progress_line.c.report_id)
        .join(planned_activity, planned_activity.c.id == progress_line.c.activity_id)
        .where(progress_report.c.agreement_id == agreement_id)
        .order_by(
            follow_up_action.c.closed_on.is_not(None), follow_up_action.c.due,
            progress_report.c.year, progress_report.c.quarter, follow_up_action.c.id,
        )
    )  # fmt: skip
    return frame(session, statement, ACTION_COLUMNS)
