"""Official indicators of a year at a unit and all below it, in the form of the LKjIP."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.official import MonthlyCount, OfficialFigure, official_figure
from data.queries import official
from data.queries.filter import Filter
from models.codes import MeasureDirection, ValueSource

COUNTS = tuple(official.COUNTED)  # the names that an indicator's `counted_by` may have


@dataclass
class _Month:
    """A and B of one unit and month; `units` contributed to them."""

    numerator: int = 0
    denominator: int = 0
    sources: set[str] = field(default_factory=set)
    units: set[int] = field(default_factory=set)

    def add(self, other: "_Month") -> None:
        self.numerator += other.numerator
        self.denominator += other.denominator
        self.sources |= other.sources
        self.units |= other.units


_Known = dict[tuple[int, int], _Month]  # by unit and month


def official_year(
    session: Session, year: int, *, as_of: date, unit: str | None = None
) -> pd.DataFrame:
    """One line an active indicator, in their order: columns OFFICIAL_YEAR.

    A month recorded for a unit stands for it and all below it; otherwise those below are added
    up, counted from the data where the definition names a count (months that ended by `as_of`).
    Averages are of the months known. The target is that of the unit itself.
    """
    world = _World(session, year, as_of, unit)
    lines = [_line(row, world) for row in official.indicator_rows(session).to_dict("records")]
    found = pd.DataFrame(lines, columns=list(columns.OFFICIAL_YEAR))
    return found.astype(dict.fromkeys(columns.OFFICIAL_NUMBERS, "float64"))


def official_months(
    session: Session, year: int, *, as_of: date, unit: str | None = None
) -> pd.DataFrame:
    """One line an indicator and known month (1 to 12): columns OFFICIAL_MONTHS."""
    world = _World(session, year, as_of, unit)
    lines = [
        {
            columns.INDICATOR_CODE: row[official.INDICATOR_CODE],
            columns.NAME_ID: row[official.NAME_ID],
            columns.NAME_EN: row[official.NAME_EN],
            columns.MONTH: date(year, month, 1),
            columns.A: known.numerator,
            columns.B: known.denominator,
            columns.RATE: MonthlyCount(month, known.numerator, known.denominator).share,
            columns.HOW: _how(known.sources),
        }
        for row in official.indicator_rows(session).to_dict("records")
        for month, known in world.months(row)
    ]
    found = pd.DataFrame(lines, columns=list(columns.OFFICIAL_MONTHS))
    return found.astype({columns.RATE: "float64"})


@dataclass(frozen=True)
class RecordedMonth:
    """One month as it was recorded at a unit; `version` is the row version, for the lock."""

    numerator: int
    denominator: int
    evidence: str | None
    version: int


def recorded_month(
    session: Session, indicator: str, unit: str, month: date
) -> RecordedMonth | None:
    """The month as recorded at exactly this unit (codes); None when it was not."""
    rows = official.recorded_month(
        session, indicator=indicator, unit_code=unit, year=month.year, month=month.month
    )
    if rows.empty:
        return None
    row = rows.iloc[0]
    return RecordedMonth(
        int(row[official.A]), int(row[official.B]), row[official.EVIDENCE],
        int(row[official.VERSION]),
    )  # fmt: skip


class _World:
    """What is known of one year: the tree of units, recorded months, targets, and counts."""

    def __init__(self, session: Session, year: int, as_of: date, unit: str | None) -> None:
        self._session = session
        parents = official.unit_parents(session)
        self._children: dict[int | None, list[int]] = {}
        for child, parent in parents.items():
            self._children.setdefault(parent, []).append(child)
        self._top = self._children.get(None, []) if unit is None else [
            key for key in [official.unit_id_of(session, unit)] if key is not None
        ]  # fmt: skip
        self._recorded = official.value_rows(session, year)
        self._targets = official.target_rows(session, year)
        end = min(date(year + 1, 1, 1), as_of.replace(day=1))
        begun = end > date(year, 1, 1)
        self._period = Filter(date(year, 1, 1), end) if begun else None

    def months(self, indicator: Mapping[Any, Any]) -> Iterator[tuple[int, _Month]]:
        """Each known month with its A and B, in order."""
        recorded, counted = self._of(indicator), self._count(indicator[official.COUNTED_BY])
        for month in range(1, 13):
            whole = _Month()
            for unit in self._top:
                whole.add(self._rolled(unit, month, recorded, counted, frozenset()))
            if whole.units:
                yield month, whole

    def target(self, indicator: Mapping[Any, Any]) -> float | None:
        """The target of the chosen unit, in percent, if it has one."""
        rows = self._targets[
            (self._targets[official.INDICATOR_CODE] == indicator[official.INDICATOR_CODE])
            & self._targets[official.UNIT].isin(self._top)
        ]
        return float(rows[official.TARGET].iloc[0]) if len(rows) == 1 else None

    def _rolled(
        self, unit: int, month: int, recorded: _Known, counted: _Known, above: frozenset[int]
    ) -> _Month:
        if (unit, month) in recorded:
            return recorded[unit, month]
        whole = _Month()
        if (unit, month) in counted:
            whole.add(counted[unit, month])
        for child in self._children.get(unit, []):
            if child not in above:
                whole.add(self._rolled(child, month, recorded, counted, above | {unit}))
        return whole

    def _of(self, indicator: Mapping[Any, Any]) -> _Known:
        rows = self._recorded
        own = rows[rows[official.INDICATOR_CODE] == indicator[official.INDICATOR_CODE]]
        return {_place(row): _known(row, row[official.SOURCE]) for row in own.to_dict("records")}

    def _count(self, name: object) -> _Known:
        if name not in official.COUNTED or self._period is None:
            return {}
        rows = official.counted_months(self._session, self._period, str(name))
        return {_place(row): _known(row, ValueSource.DIHITUNG) for row in rows.to_dict("records")}


def _place(row: Mapping[Any, Any]) -> tuple[int, int]:
    return int(row[official.UNIT]), int(row[official.MONTH])


def _known(row: Mapping[Any, Any], source: str) -> _Month:
    return _Month(
        int(row[official.A]), int(row[official.B]), {str(source)}, {int(row[official.UNIT])}
    )


def _how(sources: set[str]) -> str | None:
    """One source by its code; a mixture by both, so that neither is hidden."""
    return "+".join(sorted(sources)) or None


def _line(row: Mapping[Any, Any], world: _World) -> dict[str, Any]:
    known = list(world.months(row))
    figure = official_figure(
        [MonthlyCount(month, one.numerator, one.denominator) for month, one in known],
        target=world.target(row),
        higher_is_better=row[official.DIRECTION] == MeasureDirection.NAIK,
    )
    all_sources = set().union(*(one.sources for _, one in known))
    units = set().union(*(one.units for _, one in known))
    return _described(row) | _numbers(figure) | {
        columns.HOW: _how(all_sources), columns.REPORTING: len(units),
    }  # fmt: skip


def _described(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        columns.INDICATOR_CODE: row[official.INDICATOR_CODE],
        columns.NAME_ID: row[official.NAME_ID],
        columns.NAME_EN: row[official.NAME_EN],
        columns.MEANS_A: row[official.NUMERATOR_MEANS],
        columns.MEANS_B: row[official.DENOMINATOR_MEANS],
        columns.DIRECTION: str(row[official.DIRECTION]),
        columns.COUNTED_BY: row[official.COUNTED_BY],
        columns.SOURCE: row[official.SOURCE],
        columns.VERIFIED: bool(row[official.VERIFIED]),
    }


def _numbers(figure: OfficialFigure) -> dict[str, Any]:
    return {
        columns.A: figure.mean_numerator,
        columns.B: figure.mean_denominator,
        columns.RATE: figure.realisation.value,
        columns.TARGET: figure.target,
        columns.ACHIEVEMENT: figure.achievement,
        columns.MONTHS: figure.months,
        columns.STATUS: figure.realisation.status,
        columns.REASON: figure.realisation.reason,
    }
