"""Duties of the parties of an agreement: written down, and ticked off with evidence."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.agreements import Values
from data.recording.rows import add, change, held
from models.door import Viewer


def write_obligation(
    session: Session, viewer: Viewer, agreement_id: int, values: Values, *, today: date
) -> int:
    """A new duty (`text`, `party_position`, `due`) under the next number; gives its id."""
    table = models.metadata.tables["obligation"]
    last = sa.select(sa.func.max(table.c.number)).where(table.c.agreement_id == agreement_id)
    number = (session.execute(last).scalar() or 0) + 1
    _check_party(session, agreement_id, values.get("party_position"))
    given = {**values, "agreement_id": agreement_id, "number": number}
    return add(session, viewer, models.Obligation, given, today=today)


def fulfil_obligation(
    session: Session, viewer: Viewer, obligation_id: int, *,
    done_on: date, evidence: str, seen: int, today: date,
) -> None:  # fmt: skip
    """It was done on a day, as `evidence` shows. Raises `SinergiError` without evidence."""
    row = held(session, models.Obligation, obligation_id, seen=seen)
    if not evidence.strip():
        raise SinergiError(
            "tanpa_bukti", "Bukti wajib diisi: surat, berita acara, atau foto yang tersimpan.",
            "Evidence is required: a letter, a record, or a stored photograph.",
        )  # fmt: skip
    change(session, viewer, row, {"done_on": done_on, "evidence": evidence}, today=today)


def reopen_obligation(
    session: Session, viewer: Viewer, obligation_id: int, *, seen: int, today: date
) -> None:
    """It was ticked off by mistake; what was written stays in its history."""
    row = held(session, models.Obligation, obligation_id, seen=seen)
    change(session, viewer, row, {"done_on": None, "evidence": None}, today=today)


def _check_party(session: Session, agreement_id: int, position: int | None) -> None:
    if position is None:
        return
    party = models.metadata.tables["agreement_party"]
    there = sa.select(party.c.id).where(
        party.c.agreement_id == agreement_id, party.c.position == position
    )
    if session.execute(there).first() is None:
        raise SinergiError(
            "bukan_pihak", f"Urutan pihak [{position}] tidak ada pada perjanjian ini.",
            f"This agreement has no party at position [{position}].",
        )  # fmt: skip
