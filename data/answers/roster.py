"""One session's attendance as it stands: who is due, which mark each has, what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.queries import roster
from data.queries.filter import Filter
from data.queries.marks import mark_rows
from data.queries.numbers import numbers_of
from models.codes import RowAction


@dataclass(frozen=True)
class Kind:
    """A mark and how it counts, as its table says. `key` is the letter that a keyboard gives it."""

    code: str
    key: str
    label_id: str
    label_en: str
    attended: bool
    needs_note: bool

    def label(self, language: str) -> str:
        """The label in `language` ("id" or "en")."""
        return self.label_en if language == "en" else self.label_id


@dataclass(frozen=True)
class Mark:
    """What stands about one participant at one session; `minutes` None: the whole session."""

    code: str
    minutes: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Participant:
    """Somebody due at the session, or with a mark there."""

    enrolment_id: int
    number: int | None
    name: str
    shown_number: str
    mark: Mark | None


@dataclass(frozen=True)
class Correction:
    """A mark that was changed or taken away: what it was, who did it and when."""

    enrolment_id: int
    at: datetime
    account: str | None
    before: Mark
    after: Mark | None


def cohorts(session: Session, filter: Filter, *, today: date) -> pd.DataFrame:
    """The cohorts that have a session up to today: columns `roster.COHORTS`."""
    return roster.cohorts_with_sessions(session, filter, today=today)


def sessions(session: Session, cohort_id: int, *, today: date) -> pd.DataFrame:
    """Their sessions, those without marks first: columns `roster.SESSIONS`."""
    return roster.sessions_to_mark(session, cohort_id, today=today)


def kinds(session: Session) -> list[Kind]:
    """All marks in the order of their table, each with a letter of its own.

    The letter is the first one of the code that no mark before it has.
    """
    found: list[Kind] = []
    for row in mark_rows(session):
        taken = {kind.key for kind in found}
        key = next((letter for letter in row.code if letter not in taken), "")
        found.append(
            Kind(row.code, key, row.label_id, row.label_en, bool(row.attended),
                 bool(row.needs_note))
        )  # fmt: skip
    return found


def participants(session: Session, session_id: int) -> list[Participant]:
    """Who is due at the session or marked there; identifying, so never to be kept."""
    rows = roster.participants(session, session_id)
    numbers = numbers_of(session, [row.wbp_id for row in rows if row.wbp_id is not None])
    return [
        Participant(
            row.enrolment_id, row.number, row.name,
            row.nip if row.wbp_id is None else numbers.get(row.wbp_id, ("", ""))[1],
            _mark(row.mark, row.attended_minutes, row.note),
        )
        for row in rows
    ]  # fmt: skip


def corrections(
    session: Session, session_id: int, people: Sequence[Participant]
) -> list[Correction]:
    """Every mark of these people that was changed after it was written, the latest first."""
    keys = {f"{session_id}:{one.enrolment_id}": one for one in people}
    later = {key: one.mark for key, one in keys.items()}
    found: list[Correction] = []
    for row in reversed(roster.mark_changes(session, list(keys))):
        before = row.before or {}
        was = _mark(before.get("mark"), before.get("minutes"), before.get("note"))
        after, later[row.row_key] = later[row.row_key], was
        if row.action != RowAction.TAMBAH and was is not None:
            one = keys[row.row_key].enrolment_id
            found.append(Correction(one, row.at, row.account, was, after))
    return found


def _mark(code: Any, minutes: Any, note: Any) -> Mark | None:
    return None if code is None else Mark(code, minutes, note)
