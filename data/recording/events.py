"""What happened to a person or under an agreement: an incident, an entitlement, an activity."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.recording.rows import add, change, held
from models.door import Viewer

Values = Mapping[str, Any]


def record_incident(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """An entry of Register F under the next number of that person and day; gives its id."""
    among = ("unit_id", "wbp_id", "occurred_on")
    return _numbered(session, viewer, models.Incident, values, among, today)


def record_activity(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """An activity under an agreement, under the next number of its unit and day."""
    among = ("agreement_id", "unit_id", "held_on")
    return _numbered(session, viewer, models.Activity, values, among, today)


def record_entitlement(session: Session, viewer: Viewer, values: Values, *, today: date) -> int:
    """A right that is asked for, perhaps decided already; gives its id."""
    return add(session, viewer, models.Entitlement, values, today=today)


def decide_entitlement(
    session: Session, viewer: Viewer, entitlement_id: int, values: Values, *,
    seen: int, today: date,
) -> None:  # fmt: skip
    """What the hearing recommended, and what was decided under which decree."""
    row = held(session, models.Entitlement, entitlement_id, seen=seen)
    change(session, viewer, row, values, today=today)


def _numbered(
    session: Session, viewer: Viewer, table: Any, values: Values, among: tuple[str, ...],
    today: date,
) -> int:  # fmt: skip
    columns = table.__table__.c
    same = [columns[name] == values.get(name) for name in among]
    last = session.execute(sa.select(sa.func.max(columns.number)).where(*same)).scalar()
    return add(session, viewer, table, {"number": (last or 0) + 1, **values}, today=today)
