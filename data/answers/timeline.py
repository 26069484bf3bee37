"""What happened to a person over time, as rows to draw. Never kept."""

from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.person import Person
from data.queries.person import taking_part

LANE, START, END, KIND, LABEL = "lane", "start", "end", "event", "told"
COLUMNS = (LANE, START, END, KIND, LABEL)
CUSTODY, PROGRAMME, ATTENDANCE, ASSESSMENT, INCIDENT, RIGHT = LANES = (
    "custody", "programme", "attendance", "assessment", "incident", "right",
)  # fmt: skip
INSIDE, GUIDED, RUNNING, CAME, MISSED, EXCUSED, RATED, PROVEN, NOT_PROVEN, ASKED, DECIDED = (
    "inside", "guided", "running", "came", "missed", "excused", "rated", "proven", "not_proven",
    "asked", "decided",
)  # fmt: skip


def timeline(session: Session, person: Person, *, today: date, language: str) -> pd.DataFrame:
    """One row a bar or sign, lane by lane: columns COLUMNS. What is still going on ends today."""
    rows: list[tuple[Any, ...]] = [
        *_custody(person, today, language), *_programmes(person, today), *_marks(session, person),
        *_assessments(person, language), *_incidents(person, language), *_rights(person, language),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _custody(person: Person, today: date, language: str) -> list[tuple[Any, ...]]:
    return [
        (CUSTODY, one.started_on, one.ended_on or today, GUIDED if one.guided else INSIDE,
         f"{one.status.label(language)}, {one.unit_name}")
        for one in person.stretches
    ]  # fmt: skip


def _programmes(person: Person, today: date) -> list[tuple[Any, ...]]:
    return [
        (PROGRAMME, one.begun_on, one.ended_on or max(today, one.begun_on), RUNNING, one.programme)
        for one in person.begun if one.begun_on is not None
    ]  # fmt: skip


def _marks(session: Session, person: Person) -> list[tuple[Any, ...]]:
    rows = taking_part.mark_rows(session, person.key).to_dict("records")
    return [
        (ATTENDANCE, row[taking_part.HELD_ON], row[taking_part.HELD_ON], _mark(row), "")
        for row in rows
    ]


def _mark(row: dict[Any, Any]) -> str:
    if row[taking_part.ATTENDED]:
        return CAME
    return EXCUSED if row[taking_part.EXCUSED] or not row[taking_part.EXPECTED] else MISSED


def _assessments(person: Person, language: str) -> list[tuple[Any, ...]]:
    """One sign an assessment, telling its scales."""
    told: dict[tuple[date, str], list[str]] = {}
    for one in person.scores:
        level = one.level.label(language) if one.level else None
        parts = [one.scale, one.band or level] if one.scale else [level]
        said = ": ".join(part for part in parts if part)
        told.setdefault((one.assessed_on, one.instrument), []).append(said)
    return [
        (ASSESSMENT, day, day, RATED, f"{instrument} - {', '.join(filter(None, said))}")
        for (day, instrument), said in told.items()
    ]


def _incidents(person: Person, language: str) -> list[tuple[Any, ...]]:
    return [
        (INCIDENT, one.occurred_on, one.occurred_on, PROVEN if one.proven else NOT_PROVEN,
         one.severity.label(language))
        for one in person.incidents
    ]  # fmt: skip


def _rights(person: Person, language: str) -> list[tuple[Any, ...]]:
    asked = [
        (RIGHT, one.proposed_on, one.proposed_on, ASKED, one.kind.label(language))
        for one in person.rights
    ]
    decided = [
        (RIGHT, one.decided_on, one.decided_on, DECIDED, one.kind.label(language))
        for one in person.rights if one.decided_on is not None
    ]  # fmt: skip
    return asked + decided
