"""One agreement: who signed, how it came about, what was done under it and whom it reached."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.overview import Overview, overview
from data.queries import agreement_page as found
from data.queries import delivered
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from models.codes import ActivityGrade

DAY = "day"
STEP = "step"
PILLAR = "pillar"
PRESENT = "present"
COUNTED = "counted"
REPORTED = "reported"
UNKNOWN = "unknown"
STEPS = (DAY, STEP)
PILLARS = (PILLAR, PRESENT, COUNTED, REPORTED, UNKNOWN)
BY_PILLAR = {
    delivered.OFFICERS: delivered.UNKNOWN_OFFICERS,
    delivered.COMMUNITY: delivered.UNKNOWN_COMMUNITY,
    delivered.WBP: delivered.UNKNOWN_WBP,
}
SIGNED, BEGINS, ENDS = "signed", "begins", "ends"  # steps beside the stages


@dataclass(frozen=True)
class Agreement:
    """One agreement as it stands, with the rows around it; `row` has the table's columns."""

    key: Key
    row: dict[str, Any]
    parties: pd.DataFrame
    steps: pd.DataFrame
    kin: pd.DataFrame
    expired: bool | None


@dataclass(frozen=True)
class PillarRow:
    """People of one pillar from sessions, counted and reported activities; None: nothing tells."""

    pillar: str
    present: int | None
    counted: int | None
    reported: int | None
    unknown: int


@dataclass(frozen=True)
class Delivered:
    """What happened under an agreement in the chosen period; `cohorts` are of all time."""

    figures: Overview
    pillars: pd.DataFrame
    cohorts: pd.DataFrame
    meetings: pd.DataFrame
    events: pd.DataFrame


def agreement_page(session: Session, key: Key, *, as_of: date) -> Agreement | None:
    """The agreement with this owner and code; None if there is none.

    `steps`: a day (missing: not known) and the stage reached then, or `signed`, `begins`, `ends`.
    """
    row = found.agreement_row(session, key)
    if row is None:
        return None
    stages = found.stages_before(session, row["id"])
    return Agreement(
        key=key,
        row=row,
        parties=found.parties_of(session, row["id"]),
        steps=_steps(row, stages),
        kin=found.kin_of(session, row["id"], row["parent_id"]),
        expired=None if row["ends_on"] is None else row["ends_on"] < as_of,
    )


def delivered_under(session: Session, filter: Filter, key: Key) -> Delivered:
    """What was done under the agreement in the period, at the units and in the field chosen."""
    chosen = replace(filter, agreement=key)
    pillars = pd.DataFrame(map(asdict, pillars_of(session, filter, key)), columns=list(PILLARS))
    return Delivered(
        figures=overview(session, chosen),
        pillars=pillars.astype(dict.fromkeys((PRESENT, COUNTED, REPORTED, UNKNOWN), "Int64")),
        cohorts=delivered.cohorts_delivered(session, chosen),
        meetings=delivered.meetings_delivered(session, chosen),
        events=delivered.events_delivered(session, filter, key),
    )


def pillars_of(session: Session, filter: Filter, key: Key) -> tuple[PillarRow, ...]:
    """The three pillars of one agreement in the period."""
    sessions = delivered.people_by_pillar(session, replace(filter, agreement=key))
    grades = delivered.people_by_grade(session, filter, key)
    return _pillars(_rows(sessions), _rows(grades))


def pillars_by_agreement(
    session: Session, filter: Filter
) -> Callable[[int], tuple[PillarRow, ...]]:
    """The same for each agreement, by its id."""
    sessions = _rows(delivered.people_by_pillar(session, filter))
    grades = _rows(delivered.people_by_grade(session, filter))

    def of(agreement: int) -> tuple[PillarRow, ...]:
        own = ([row for row in rows if row[delivered.AGREEMENT] == agreement]
               for rows in (sessions, grades))  # fmt: skip
        return _pillars(*own)

    return of


def pillar_rows(frame: pd.DataFrame) -> tuple[PillarRow, ...]:
    """Rows of PILLARS as values."""
    return tuple(
        PillarRow(
            pillar=str(row[PILLAR]), present=_known(row[PRESENT]), counted=_known(row[COUNTED]),
            reported=_known(row[REPORTED]), unknown=int(row[UNKNOWN]),
        )
        for row in frame.to_dict("records")
    )  # fmt: skip


def _known(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _steps(row: dict[str, Any], stages: pd.DataFrame) -> pd.DataFrame:
    """Days of the document itself, and each change of stage that somebody recorded."""
    dates = {SIGNED: row["signed_on"], BEGINS: row["starts_on"], ENDS: row["ends_on"]}
    lines = [{DAY: day, STEP: step} for step, day in dates.items()]
    after = [*stages[found.STAGE].iloc[1:], str(row["stage"])] if len(stages) else []
    for at, before, now in zip(stages[found.AT], stages[found.STAGE], after, strict=True):
        if before != now:
            lines.append({DAY: at.date(), STEP: now})
    lines.sort(key=lambda line: line[DAY] or date.max)
    return pd.DataFrame(lines, columns=list(STEPS), dtype="object")


def _rows(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    return frame.to_dict("records")


def _pillars(sessions: list[dict[Any, Any]], grades: list[dict[Any, Any]]) -> tuple[PillarRow, ...]:
    """`unknown` are sessions and activities that do not tell; all are of one agreement.

    A number is missing where nothing tells; it is 0 where something tells of nobody.
    """
    held = sessions[0] if sessions else dict.fromkeys(delivered.PILLARS, 0)
    by_grade = {str(row[delivered.GRADE]): row for row in grades}

    def reached(pillar: str, grade: ActivityGrade) -> int | None:
        return _known(by_grade[grade][pillar]) if grade in by_grade else None

    return tuple(
        PillarRow(
            pillar=pillar,
            present=_known(held[pillar]) if held[delivered.SESSIONS] > held[unknown] else None,
            counted=reached(pillar, ActivityGrade.DIHITUNG),
            reported=reached(pillar, ActivityGrade.DILAPORKAN),
            unknown=int(held[unknown] + sum(row[unknown] for row in by_grade.values())),
        )
        for pillar, unknown in BY_PILLAR.items()
    )
