"""Who is expected at which sessions of a cohort in a month: what an attendance list needs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import ExitStatus, SinergiError
from data.queries.numbers import numbers_of
from models.codes import EnrolmentStatus, SessionStatus

NOT_TAKING_PART = (EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI)
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
          "Oktober", "November", "Desember")  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """One planned or held session."""

    number: int
    held_on: date
    starts_at: time | None


@dataclass(frozen=True)
class Participant:
    """A participant. `key` finds them again; `marks` are those recorded, by session number."""

    number: int
    key: str
    shown_number: str
    name: str
    ended_on: date | None
    marks: dict[int, str]


@dataclass(frozen=True)
class AttendanceList:
    """One cohort in one month."""

    unit: str
    unit_name: str
    cohort: str
    programme: str
    month: date
    meetings: tuple[Meeting, ...]
    participants: tuple[Participant, ...]

    @property
    def month_name(self) -> str:
        """The month in Indonesian, with its year."""
        return f"{MONTHS[self.month.month - 1]} {self.month.year}"


def attendance_list(
    session: Session, cohort: str, month: date, unit: str | None = None
) -> AttendanceList:
    """The sessions of a month (not the cancelled ones) and who takes part in them.

    Raises `SinergiError` for a cohort that is not there or is at several units, and for a month
    without sessions or participants.
    """
    found = _cohort(session, cohort, unit)
    last = month.replace(day=monthrange(month.year, month.month)[1])
    meetings = _meetings(session, found.id, month, last)
    participants = _participants(session, found.id, month, last)
    if not meetings or not participants:
        what, thing = ("sesi", "sessions") if not meetings else ("peserta", "participants")
        raise SinergiError(
            "lembar_kosong",
            f"Angkatan [{cohort}] tanpa {what} pada {month:%m/%Y}. Impor {what} lebih dahulu.",
            f"Cohort [{cohort}] has no {thing} in {month:%Y-%m}. Import the {thing} first.",
        )
    return AttendanceList(
        found.unit, found.unit_name, found.code, found.programme, month, meetings, participants
    )


def _cohort(session: Session, code: str, unit: str | None) -> Any:
    t = models.metadata.tables
    query = (
        sa.select(
            t["cohort"].c.id, t["cohort"].c.code, t["unit"].c.code.label("unit"),
            t["unit"].c.name.label("unit_name"), t["programme"].c.name.label("programme"),
        )
        .join_from(t["cohort"], t["unit"], t["unit"].c.id == t["cohort"].c.unit_id)
        .join(t["programme"], t["programme"].c.id == t["cohort"].c.programme_id)
        .where(sa.func.upper(t["cohort"].c.code) == code.strip().upper())
        .order_by(t["unit"].c.code)
    )  # fmt: skip
    if unit is not None:
        query = query.where(t["unit"].c.code == unit)
    rows = session.execute(query).all()
    if not rows:
        raise SinergiError(
            "angkatan_tidak_ditemukan", f"Angkatan [{code}] tidak ada.",
            f"There is no cohort [{code}].", ExitStatus.USAGE,
        )  # fmt: skip
    if len(rows) > 1:
        units = ", ".join(row.unit for row in rows[:10])
        raise SinergiError(
            "angkatan_tidak_pasti",
            f"Angkatan [{code}] ada di beberapa unit ({units}). Tentukan dengan --unit.",
            f"Cohort [{code}] exists at several units ({units}). Decide with --unit.",
            ExitStatus.USAGE,
        )
    return rows[0]


def _meetings(session: Session, cohort: int, first: date, last: date) -> tuple[Meeting, ...]:
    table = models.metadata.tables["programme_session"]
    query = (
        sa.select(table.c.number, table.c.held_on, table.c.starts_at)
        .where(table.c.cohort_id == cohort, table.c.held_on.between(first, last),
               table.c.status != SessionStatus.BATAL)
        .order_by(table.c.held_on, table.c.starts_at, table.c.number)
    )  # fmt: skip
    return tuple(Meeting(*row) for row in session.execute(query))


def _participants(
    session: Session, cohort: int, first: date, last: date
) -> tuple[Participant, ...]:
    t = models.metadata.tables
    enrolment, wbp, officer = t["enrolment"], t["wbp"], t["officer"]
    query = (
        sa.select(enrolment.c.id, enrolment.c.number, enrolment.c.wbp_id, enrolment.c.ended_on,
                  officer.c.nip, sa.func.coalesce(wbp.c.name, officer.c.name).label("name"))
        .join_from(enrolment, wbp, wbp.c.id == enrolment.c.wbp_id, isouter=True)
        .join(officer, officer.c.id == enrolment.c.officer_id, isouter=True)
        .where(
            enrolment.c.cohort_id == cohort, enrolment.c.status.not_in(NOT_TAKING_PART),
            sa.or_(enrolment.c.started_on.is_(None), enrolment.c.started_on <= last),
            sa.or_(enrolment.c.ended_on.is_(None), enrolment.c.ended_on >= first),
        )
    )  # fmt: skip
    rows = session.execute(query).all()
    rows = sorted(rows, key=lambda row: (row.number is None, row.number or 0, row.name))
    numbered = all(row.number is not None for row in rows)
    numbers = numbers_of(session, [row.wbp_id for row in rows if row.wbp_id is not None])
    marks = _marks(session, cohort)
    found = []
    for position, row in enumerate(rows, start=1):
        kind, shown = ("nip", row.nip) if row.wbp_id is None else numbers.get(
            row.wbp_id, ("induk", ""))  # fmt: skip
        number = row.number if numbered else position
        found.append(Participant(number, f"{kind}:{shown}", shown, row.name, row.ended_on,
                                 marks.get(row.id, {})))  # fmt: skip
    return tuple(found)


def _marks(session: Session, cohort: int) -> dict[int, dict[int, str]]:
    """Enrolment -> session number -> mark, for what is recorded already."""
    t = models.metadata.tables
    query = (
        sa.select(t["attendance"].c.enrolment_id, t["programme_session"].c.number,
                  t["attendance"].c.mark)
        .join_from(t["attendance"], t["programme_session"],
                   t["attendance"].c.session_id == t["programme_session"].c.id)
        .where(t["programme_session"].c.cohort_id == cohort)
    )  # fmt: skip
    found: dict[int, dict[int, str]] = {}
    for enrolment, number, mark in session.execute(query):
        found.setdefault(enrolment, {})[number] = mark
    return found
