"""Actions agreed in a report; open ones stand in every later report until they are closed."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, select

import models
from data.errors import SinergiError
from data.recording.agreements import Values
from data.recording.rows import add, change, held
from data.transitions import check_editable
from models.door import Viewer

_ACTION = models.FollowUpAction


def agree_action(
    session: Session, viewer: Viewer, line_id: int, values: Values, *, today: date
) -> int:
    """A new action (`text`, `owner`, `due`) about a line of a draft or returned report."""
    line = session.get_one(models.ProgressLine, line_id)
    report = session.get_one(models.ProgressReport, line.report_id, with_for_update=True)
    check_editable(report.status)
    last = session.exec(select(sa.func.max(_ACTION.number)).where(_ACTION.line_id == line_id)).one()
    given = {**values, "line_id": line_id, "number": (last or 0) + 1}
    return add(session, viewer, _ACTION, given, today=today)


def close_action(
    session: Session, viewer: Viewer, action_id: int, *,
    closed_on: date, result: str, seen: int, today: date,
) -> None:  # fmt: skip
    """It was done, or given up, on a day: `result` says which. Raises `SinergiError` without."""
    action = held(session, _ACTION, action_id, seen=seen)
    if not result.strip():
        raise SinergiError(
            "tanpa_hasil", "Tuliskan hasil tindak lanjut ini.", "Write what came of this action."
        )
    change(session, viewer, action, {"closed_on": closed_on, "result": result}, today=today)


def reopen_action(
    session: Session, viewer: Viewer, action_id: int, *, seen: int, today: date
) -> None:
    """It was closed by mistake; what was written stays in its history."""
    action = held(session, _ACTION, action_id, seen=seen)
    change(session, viewer, action, {"closed_on": None, "result": None}, today=today)
