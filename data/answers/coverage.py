"""Which units, Bapas and fields have no active agreement on a day."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import choices, columns
from data.queries import covered
from models.codes import UnitKind


class Group(StrEnum):
    """What a line of the coverage is about."""

    UNIT = "unit"
    BAPAS = "bapas"
    FIELD = "field"


def agreement_coverage(session: Session, language: str, *, as_of: date) -> pd.DataFrame:
    """One line a unit, Bapas and field: columns AGREEMENT_COVERAGE; fields as `language` says.

    `own`: active agreements that the unit itself signed; `cohorts`: those under which a cohort
    stands there (or in the field); `above`: those that a unit above it signed. `end_unknown`: how
    many of the first two have no known end. A gap is 0 own and 0 cohorts, see `gaps`.
    """
    signed = covered.units_that_signed(session, as_of)
    running = covered.cohorts_under_agreements(session, as_of)
    units = covered.active_units(session).to_dict("records")
    parents = {int(row[covered.UNIT]): row[covered.PARENT] for row in units}
    lines = [_unit(row, signed, running, parents) for row in units]
    for code, name in choices.fields(session, language):
        own = running[running[covered.CODE] == code]
        lines.append(_line(Group.FIELD, code, name, own=None, cohorts=own, above=None))
    found = pd.DataFrame(lines, columns=list(columns.AGREEMENT_COVERAGE))
    return found.astype({columns.OWN: "Int64", columns.ABOVE: "Int64"})


def gaps(coverage: pd.DataFrame) -> pd.DataFrame:
    """The lines that no active agreement reaches by itself, whatever units above have signed."""
    found: pd.DataFrame = coverage[
        (coverage[columns.OWN].fillna(0) == 0) & (coverage[columns.COHORTS] == 0)
    ]
    return found


def _unit(
    row: Mapping[Any, Any], signed: pd.DataFrame, running: pd.DataFrame, parents: Mapping[int, Any]
) -> dict[str, Any]:
    key = int(row[covered.UNIT])
    upper = _above(key, parents)
    group = Group.BAPAS if row[covered.KIND] == UnitKind.BAPAS else Group.UNIT
    return _line(
        group, row[covered.CODE], row[covered.NAME],
        own=signed[signed[covered.UNIT] == key],
        cohorts=running[running[covered.UNIT] == key],
        above=signed[signed[covered.UNIT].isin(upper)],
    )  # fmt: skip


def _above(unit: int, parents: Mapping[int, Any]) -> list[int]:
    """All units above; a loop of parents ends."""
    found: list[int] = []
    parent = parents.get(unit)
    while parent is not None and not pd.isna(parent) and int(parent) not in (unit, *found):
        found.append(int(parent))
        parent = parents.get(int(parent))
    return found


def _line(
    group: Group, code: str, name: str, *,
    own: pd.DataFrame | None, cohorts: pd.DataFrame, above: pd.DataFrame | None,
) -> dict[str, Any]:  # fmt: skip
    reached = cohorts if own is None else pd.concat([own, cohorts])
    unknown = reached[reached[covered.END_UNKNOWN].astype(bool)]
    return {
        columns.GROUP: group.value,
        columns.CODE: code,
        columns.NAME: name,
        columns.OWN: None if own is None else own[covered.AGREEMENT].nunique(),
        columns.COHORTS: cohorts[covered.AGREEMENT].nunique(),
        columns.ABOVE: None if above is None else above[covered.AGREEMENT].nunique(),
        columns.END_UNKNOWN: unknown[covered.AGREEMENT].nunique(),
    }
