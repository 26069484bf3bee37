"""A client's guidance at a Bapas: lines of the plan, contacts, and looks at how they fare."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, select

import models
from data.importing import issues
from data.importing.issues import Issue
from data.recording.rows import ValuesRefused, add, change, held
from models.door import Viewer

Values = Mapping[str, Any]
_LINE = models.GuidancePlan


def plan_guidance(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """A new line under the client's next number; gives its id."""
    person = values["wbp_id"]
    last = session.exec(select(sa.func.max(_LINE.number)).where(_LINE.wbp_id == person)).one()
    return add(session, viewer, _LINE, {**values, "number": (last or 0) + 1}, today=today)


def change_guidance(
    session: Session, viewer: Viewer, line_id: int, values: Values, *, seen: int, today: date
) -> None:
    """Another goal, programme or day of review; or closed, on a day and with its result."""
    line = held(session, _LINE, line_id, seen=seen)
    change(session, viewer, line, values, today=today)


def record_contact(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """A contact that is due or took place; gives its id. Raises `ValuesRefused`."""
    _check_kept(values.get("held_on"), values.get("kept"), today)
    return add(session, viewer, models.Contact, values, today=today)


def change_contact(
    session: Session, viewer: Viewer, contact_id: int, values: Values, *, seen: int, today: date
) -> None:
    """Whether it was kept, who met the client, and a note."""
    row = held(session, models.Contact, contact_id, seen=seen)
    _check_kept(values.get("held_on", row.held_on), values.get("kept", row.kept), today)
    change(session, viewer, row, values, today=today)


def record_review(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """A look at how the client fares so many months after release; gives its id."""
    return add(session, viewer, models.ClientReview, values, today=today)


def _check_kept(day: date | None, kept: bool | None, today: date) -> None:
    """Whether a contact was kept is known once its day has come."""
    if kept is not None and day is not None and day > today:
        told = Issue(issues.FUTURE_DATE, value=f"{day:%d/%m/%Y}")
        raise ValuesRefused(models.Contact.__tablename__, {"kept": told})
