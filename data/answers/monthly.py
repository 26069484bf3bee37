"""What a unit did in a month, in the order in which it is sent on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.indicators.declarations import Text
from data.queries import monthly as found
from data.queries.filter import Filter
from models.codes import ActivityGrade, FacilitatorKind


@dataclass(frozen=True)
class MonthLine:
    """One kind of programme, or all of them (`kind` is None): counted once, never added up.

    `planned` meetings have their day in the month and were neither held nor called off.
    `people` and `officers` came at least once; None while no meeting has a mark. `teachers` are
    distinct names by kind of facilitator; None where meetings of that kind name nobody.
    """

    kind: str | None
    name: Text | None
    days: int
    sessions: int
    cancelled: int
    planned: int
    people: int | None
    officers: int | None
    teachers: Mapping[FacilitatorKind, int | None]
    unrecorded: int
    unnamed: int


@dataclass(frozen=True)
class MonthActivity:
    """One activity outside a cohort; a pillar that nobody counted is None."""

    held_on: date
    kind: Text
    title: str | None
    agreement: str
    unit: str
    officers: int | None
    community: int | None
    wbp: int | None
    grade: ActivityGrade


def month_lines(session: Session, filter: Filter) -> tuple[MonthLine, ...]:
    """A line a kind with meetings, in the order of the list; all kinds last."""
    held = _by_kind(found.held_by_kind(session, filter))
    not_held = _by_kind(found.not_held_by_kind(session, filter))
    came = _by_kind(found.attended_by_kind(session, filter))
    taught = found.taught_by_kind(session, filter)
    names = {
        row[found.KIND]: Text(row[found.LABEL_ID], row[found.LABEL_EN])
        for row in found.kind_labels(session).to_dict("records")
    }
    kinds = [kind for kind in names if kind in held or kind in not_held]
    return tuple(
        _line(
            kind, names, held.get(kind, {}), not_held.get(kind, {}), came.get(kind, {}),
            taught[taught[found.KIND] == kind],
        )
        for kind in (*kinds, found.ALL)
    )  # fmt: skip


def month_activities(session: Session, filter: Filter) -> tuple[MonthActivity, ...]:
    """What happened under agreements, outside cohorts, by day."""
    return tuple(
        MonthActivity(
            held_on=row[found.HELD_ON], kind=Text(row[found.LABEL_ID], row[found.LABEL_EN]),
            title=_known(row[found.TITLE]), agreement=row[found.AGREEMENT],
            unit=row[found.UNIT_NAME], officers=_number(row[found.REACHED_OFFICERS]),
            community=_number(row[found.REACHED_COMMUNITY]), wbp=_number(row[found.REACHED_WBP]),
            grade=ActivityGrade.of(str(row[found.GRADE])),
        )
        for row in found.activities_held(session, filter).to_dict("records")
    )  # fmt: skip


def _by_kind(rows: pd.DataFrame) -> dict[str, dict[Any, Any]]:
    return {row[found.KIND]: row for row in rows.to_dict("records")}


def _line(
    kind: str, names: Mapping[str, Text], held: dict[Any, Any], not_held: dict[Any, Any],
    came: dict[Any, Any], taught: pd.DataFrame,
) -> MonthLine:  # fmt: skip
    sessions = int(held.get(found.SESSIONS, 0))
    recorded = int(held.get(found.RECORDED, 0))
    nobody_marked = sessions > 0 and recorded == 0
    return MonthLine(
        kind=kind or None,
        name=names.get(kind),
        days=int(held.get(found.DAYS, 0)),
        sessions=sessions,
        cancelled=int(not_held.get(found.CANCELLED, 0)),
        planned=int(not_held.get(found.PLANNED, 0)),
        people=None if nobody_marked else int(came.get(found.PEOPLE, 0)),
        officers=None if nobody_marked else int(came.get(found.OFFICERS, 0)),
        teachers=_teachers(taught),
        unrecorded=sessions - recorded,
        unnamed=sum(int(row[found.UNNAMED]) for row in taught.to_dict("records")),
    )


def _teachers(taught: pd.DataFrame) -> dict[FacilitatorKind, int | None]:
    """Zero only where no meeting leaves its kind of facilitator open."""
    rows = {_known(row[found.TEACHER]): row for row in taught.to_dict("records")}
    otherwise = None if None in rows else 0
    return {
        kind: (int(rows[kind][found.TEACHERS]) or None) if kind in rows else otherwise
        for kind in FacilitatorKind
    }


def _known(value: Any) -> Any:
    return None if value is None or pd.isna(value) else value


def _number(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
