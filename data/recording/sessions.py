"""Meetings of a cohort: planned one by one or in a series, and cancelled with a reason."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.enrolments import open_cohort
from data.recording.rows import add, change, held
from models.codes import SessionStatus
from models.door import Viewer

_TABLE = models.metadata.tables["programme_session"]
MOST_AT_ONCE = 60


def series(first: date, meetings: int, *, every_days: int = 7) -> list[date]:
    """The days of a series.

    >>> [f"{day:%d/%m}" for day in series(date(2026, 1, 5), 3)]
    ['05/01', '12/01', '19/01']
    """
    return [first + timedelta(days=every_days * place) for place in range(meetings)]


def add_sessions(
    session: Session, viewer: Viewer, cohort_id: int, days: Sequence[date],
    values: Mapping[str, Any], *, today: date,
) -> list[int]:  # fmt: skip
    """A meeting on each day under the next numbers, all with these `values`; gives the numbers.

    Past ones were held, the others are planned. Raises `SinergiError` for a cohort that is over,
    and `ValuesRefused` for a day and hour at which the cohort meets already.
    """
    cohort = open_cohort(session, cohort_id)
    if not 1 <= len(days) <= MOST_AT_ONCE:
        raise SinergiError(
            "terlalu_banyak_sesi", f"Jumlah sesi [{len(days)}] harus 1 sampai {MOST_AT_ONCE}.",
            f"The number of sessions [{len(days)}] must be 1 to {MOST_AT_ONCE}.",
        )  # fmt: skip
    _check_free(session, cohort_id, days, values.get("starts_at"))
    last = sa.select(sa.func.max(_TABLE.c.number)).where(_TABLE.c.cohort_id == cohort_id)
    number = session.execute(last).scalar() or 0
    for day in days:
        number += 1
        held_already = day < today
        given = {
            **values, "cohort_id": cohort_id, "unit_id": cohort.unit_id, "number": number,
            "held_on": day,
            "status": SessionStatus.TERLAKSANA if held_already else SessionStatus.RENCANA,
        }  # fmt: skip
        add(session, viewer, models.ProgrammeSession, given, today=today)
    return list(range(number - len(days) + 1, number + 1))


def cancel_session(
    session: Session, viewer: Viewer, session_id: int, reason: str, *, seen: int, today: date
) -> None:
    """The session did not take place; `reason` is a code of `alasan_batal`.

    Raises `SinergiError` without a reason, for a session with marks, and for one that somebody
    else changed meanwhile.
    """
    if not reason:
        raise SinergiError(
            "tanpa_alasan", "Pilih alasan pembatalannya.", "Choose why it was cancelled."
        )
    meeting = held(session, models.ProgrammeSession, session_id, seen=seen)
    attendance = models.metadata.tables["attendance"]
    marks = sa.select(sa.func.count()).where(attendance.c.session_id == session_id)
    if session.execute(marks).scalar_one():
        raise SinergiError(
            "sudah_ada_presensi",
            "Sesi ini sudah ada presensinya. Hapus tandanya lebih dahulu bila memang batal.",
            "This session has attendance. Remove its marks first if it was cancelled indeed.",
        )
    values = {"status": SessionStatus.BATAL, "cancel_reason": reason}
    change(session, viewer, meeting, values, today=today)


def _check_free(session: Session, cohort_id: int, days: Sequence[date], starts_at: Any) -> None:
    same_hour = (
        _TABLE.c.starts_at.is_(None) if starts_at is None else (_TABLE.c.starts_at == starts_at)
    )
    query = sa.select(_TABLE.c.held_on).where(
        _TABLE.c.cohort_id == cohort_id, _TABLE.c.held_on.in_(days), same_hour
    )
    taken = sorted(session.scalars(query))
    if taken:
        listed = ", ".join(f"{day:%d/%m/%Y}" for day in taken)
        raise SinergiError(
            "sudah_ada_sesi", f"Angkatan ini sudah punya sesi pada hari dan jam itu: {listed}.",
            f"This cohort has a session at that day and hour already: {listed}.",
        )  # fmt: skip
