"""What was written, after a moment, about the rows that a report counted."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.progress import runs_of_lines
from data.queries.scope import in_period
from data.queries.tables import (
    activity,
    attendance,
    change,
    cohort,
    enrolment,
    import_batch,
    programme_session,
    report_step,
    work_plan,
)
from models.codes import ReportStatus, RowAction


class Touched(NamedTuple):
    """One row that was written: in which table, its cohort and number, its day, how, and when.

    `number` is that of the session, the participant or the activity; no name, no person.
    """

    table: str
    cohort: str | None
    number: int | None
    held_on: Any
    action: str
    at: datetime
    batch_id: int | None


def submitted_at(session: Session, report_id: int) -> datetime | None:
    """When the report was last submitted; None while it never was."""
    statement = sa.select(sa.func.max(report_step.c.created_at)).where(
        report_step.c.report_id == report_id, report_step.c.status == ReportStatus.DIAJUKAN
    )
    found: datetime | None = session.execute(statement).scalar()
    return found


def touched_since(
    session: Session, plan_id: int, filter: Filter, moment: datetime
) -> Iterator[Touched]:
    """Rows behind the plan's counts in the period that were changed, added or removed since."""
    changed = _changed_rows(session, moment)
    yield from _sessions(session, plan_id, filter, moment, changed)
    yield from _participants(session, plan_id, filter, changed)
    yield from _activities(session, plan_id, filter, moment, changed)
    yield from _gone(session, plan_id, filter, changed)


class Written(NamedTuple):
    """The latest change of a row since a moment, and the row as it was at that moment."""

    action: str
    at: datetime
    batch_id: int | None
    before: dict[str, Any] | None

    @property
    def how(self) -> tuple[str, datetime, int | None]:
        """The last three values of `Touched`."""
        return (self.action, self.at, self.batch_id)


Changed = dict[str, dict[int, Written]]  # by table and key


def _changed_rows(session: Session, moment: datetime) -> Changed:
    """Attendance is known by its session, the first part of its key."""
    names = (programme_session.name, attendance.name, enrolment.name, activity.name)
    statement = (
        sa.select(
            change.c.table_name, change.c.row_key, change.c.action, change.c.at,
            change.c.batch_id, change.c.before,
        )
        .where(change.c.table_name.in_(names), change.c.at > moment)
        .order_by(change.c.at, change.c.id)
    )  # fmt: skip
    found: Changed = {name: {} for name in names}
    for table, row_key, action, at, batch, before in session.execute(statement):
        key = int(row_key.split(":")[0])
        first = found[table].get(key)
        found[table][key] = Written(action, at, batch, first.before if first else before)
    return found


def _sessions(
    session: Session, plan_id: int, filter: Filter, moment: datetime, changed: Changed
) -> Iterator[Touched]:
    """Sessions themselves, and sessions whose attendance was written."""
    runs = runs_of_lines(plan_id).subquery()
    added = import_batch.alias("added")
    marks = (
        sa.select(sa.func.max(import_batch.c.created_at))
        .join(attendance, attendance.c.batch_id == import_batch.c.id)
        .where(attendance.c.session_id == programme_session.c.id)
        .scalar_subquery()
    )
    statement = (
        sa.select(
            programme_session.c.id, cohort.c.code, programme_session.c.number,
            programme_session.c.held_on, added.c.created_at, added.c.id, marks,
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .outerjoin(added, added.c.id == programme_session.c.batch_id)
        .where(
            programme_session.c.cohort_id.in_(sa.select(runs.c.cohort_id)),
            in_period(programme_session.c.held_on, filter),
        )
        .order_by(programme_session.c.held_on, cohort.c.code, programme_session.c.number)
    )  # fmt: skip
    for key, code, number, held_on, at, batch, marked in session.execute(statement):
        place = (code, number, held_on)
        if key in changed[programme_session.name]:
            yield Touched(programme_session.name, *place, *changed[programme_session.name][key].how)
        elif at is not None and at > moment:
            yield Touched(programme_session.name, *place, RowAction.TAMBAH, at, batch)
        if key in changed[attendance.name]:
            yield Touched(attendance.name, *place, *changed[attendance.name][key].how)
        elif marked is not None and marked > moment:
            yield Touched(attendance.name, *place, RowAction.TAMBAH, marked, None)


def _participants(
    session: Session, plan_id: int, filter: Filter, changed: Changed
) -> Iterator[Touched]:
    """Participants whose end lies in the period, or whose row was changed since."""
    runs = runs_of_lines(plan_id).subquery()
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    statement = (
        sa.select(enrolment.c.id, cohort.c.code, enrolment.c.number, ended)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(enrolment.c.cohort_id.in_(sa.select(runs.c.cohort_id)), in_period(ended, filter))
        .order_by(cohort.c.code, enrolment.c.number)
    )
    for key, code, number, day in session.execute(statement):
        if key in changed[enrolment.name]:
            yield Touched(enrolment.name, code, number, day, *changed[enrolment.name][key].how)


def _activities(
    session: Session, plan_id: int, filter: Filter, moment: datetime, changed: Changed
) -> Iterator[Touched]:
    of_plan = sa.select(work_plan.c.agreement_id).where(work_plan.c.id == plan_id)
    statement = (
        sa.select(
            activity.c.id, activity.c.number, activity.c.held_on, import_batch.c.created_at,
            import_batch.c.id,
        )
        .outerjoin(import_batch, import_batch.c.id == activity.c.batch_id)
        .where(activity.c.agreement_id.in_(of_plan), in_period(activity.c.held_on, filter))
        .order_by(activity.c.held_on, activity.c.number)
    )  # fmt: skip
    for key, number, held_on, at, batch in session.execute(statement):
        if key in changed[activity.name]:
            yield Touched(activity.name, None, number, held_on, *changed[activity.name][key].how)
        elif at is not None and at > moment:
            yield Touched(activity.name, None, number, held_on, RowAction.TAMBAH, at, batch)


def _gone(session: Session, plan_id: int, filter: Filter, changed: Changed) -> Iterator[Touched]:
    """Sessions and activities that lay in the period then, and were removed or moved out of it."""
    runs = runs_of_lines(plan_id).subquery()
    codes = sa.select(cohort.c.id, cohort.c.code).where(
        cohort.c.id.in_(sa.select(runs.c.cohort_id))
    )
    cohorts = {row.id: row.code for row in session.execute(codes)}
    agreement = session.execute(
        sa.select(work_plan.c.agreement_id).where(work_plan.c.id == plan_id)
    ).scalar()
    for table in (programme_session, activity):
        for key, written in changed[table.name].items():
            before = written.before
            if before is None or not _within(before["held_on"], filter):
                continue
            ours = before.get("cohort_id") in cohorts or before.get("agreement_id") == agreement
            now = session.execute(sa.select(table.c.held_on).where(table.c.id == key)).scalar()
            if ours and (now is None or not filter.start <= now < filter.end):
                day = date.fromisoformat(before["held_on"])
                code = cohorts.get(before.get("cohort_id", 0))
                yield Touched(table.name, code, before["number"], day, *written.how)


def _within(day: str, filter: Filter) -> bool:
    return filter.start <= date.fromisoformat(day) < filter.end
