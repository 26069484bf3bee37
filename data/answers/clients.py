"""Clients of a Bapas: a counsellor's caseload, and the guidance of one client. Never kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.queries import clients as found
from models.codes import ContactKind

PERSON, NAME, UNIT, UNIT_NAME = found.PERSON, found.NAME, found.UNIT, found.UNIT_NAME
STARTED_ON, EXPIRES_ON = found.STARTED_ON, found.EXPIRES_ON
OFFICER, OFFICER_NAME, CLIENTS = found.OFFICER, found.OFFICER_NAME, found.CLIENTS
OPEN_LINES, REVIEW_ON = found.OPEN_LINES, found.REVIEW_ON
KEPT, DUE, LAST_ON, REVIEWED_ON = found.KEPT, "due", found.LAST_ON, found.REVIEWED_ON
RECENT_DAYS = found.RECENT_DAYS
CASELOAD = (
    PERSON, NAME, UNIT, UNIT_NAME, STARTED_ON, EXPIRES_ON, OFFICER_NAME, OPEN_LINES, REVIEW_ON,
    KEPT, DUE, LAST_ON, REVIEWED_ON,
)  # fmt: skip


@dataclass(frozen=True)
class Caseload:
    """The clients of a counsellor or an office, one row each, and what stands out."""

    rows: pd.DataFrame
    kept: int  # contacts of the last RECENT_DAYS that were kept
    due: int  # of so many whose outcome is known
    without_plan: int
    to_review: int  # clients with a line whose day of review has come

    @property
    def share(self) -> float | None:
        """Contacts kept of those due; None without any."""
        return self.kept / self.due if self.due else None


@dataclass(frozen=True)
class PlanLine:
    """One line of a client's plan. `values` are its columns as a form takes them."""

    key: int
    number: int
    need: str | None
    goal: str | None
    programme: str | None
    officer: str | None
    review_on: date | None
    closed_on: date | None
    result: str | None
    values: dict[str, Any]


@dataclass(frozen=True)
class Contact:
    """One contact. `kept` None: not known (yet)."""

    key: int
    version: int
    held_on: date
    kind: ContactKind
    kept: bool | None
    officer: str | None
    note: str | None


@dataclass(frozen=True)
class Review:
    """One look at a client, so many months after release."""

    reviewed_on: date
    months: int
    working: bool | None
    reporting_met: bool | None
    note: str | None


@dataclass(frozen=True)
class Guidance:
    """All that is recorded about the guidance of one client."""

    lines: tuple[PlanLine, ...]
    contacts: tuple[Contact, ...]
    reviews: tuple[Review, ...]


def counsellors(session: Session, unit: str | None) -> pd.DataFrame:
    """One row a counsellor with open clients, by name, with how many."""
    return found.counsellors(session, unit)


def caseload(session: Session, unit: str | None, officer: int | None, *, today: date) -> Caseload:
    """The open clients of a counsellor (None: of all) at a unit and all below it."""
    rows = found.caseload(session, unit, officer, today)
    rows[KEPT] = rows[KEPT].astype("int64")
    rows[DUE] = rows[KEPT] + rows[found.MISSED].astype("int64")
    review = [day is not None and day <= today for day in _days(rows[REVIEW_ON])]
    return Caseload(
        rows[list(CASELOAD)], int(rows[KEPT].sum()), int(rows[DUE].sum()),
        int((rows[OPEN_LINES] == 0).sum()), sum(review),
    )  # fmt: skip


def guidance(session: Session, person: int, *, language: str) -> Guidance:
    """The plan, the contacts and the reviews of one client."""
    label = found.LABEL_EN if language == "en" else found.LABEL_ID
    return Guidance(
        tuple(_line(row, label) for row in _records(found.plan_rows(session, person))),
        tuple(_contact(row) for row in _records(found.contact_rows(session, person))),
        tuple(_review(row) for row in _records(found.review_rows(session, person))),
    )


def _line(row: dict[str, Any], label: str) -> PlanLine:
    programme = row[found.PROGRAMME_ID]
    values = {
        "need": row[found.NEED], "goal": row[found.GOAL], "review_on": row[REVIEW_ON],
        "programme_id": None if programme is None else int(programme),
        "closed_on": row[found.CLOSED_ON], "result": row[found.RESULT],
        "row_version": row[found.VERSION],
    }  # fmt: skip
    return PlanLine(
        int(row[found.ROW]), int(row[found.NUMBER]), row[label] or row[found.NEED],
        row[found.GOAL], row[found.PROGRAMME], row[OFFICER_NAME], row[REVIEW_ON],
        row[found.CLOSED_ON], row[found.RESULT], values,
    )  # fmt: skip


def _contact(row: dict[str, Any]) -> Contact:
    return Contact(
        int(row[found.ROW]), int(row[found.VERSION]), row[found.HELD_ON],
        ContactKind.of(row[found.KIND]), _known(row[KEPT]), row[OFFICER_NAME], row[found.NOTE],
    )  # fmt: skip


def _review(row: dict[str, Any]) -> Review:
    return Review(
        row[REVIEWED_ON], int(row[found.MONTHS]), _known(row[found.WORKING]),
        _known(row[found.REPORTING_MET]), row[found.NOTE],
    )  # fmt: skip


def _known(value: Any) -> bool | None:
    return None if value is None else bool(value)


def _days(column: "pd.Series[Any]") -> list[date | None]:
    return [None if pd.isna(day) else day for day in column]


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
