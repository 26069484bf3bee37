"""The lines of a work plan as values: what is promised, to whom, and how it can be counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.counting import Countable
from data.queries import plans as found
from data.queries.filter import Filter
from models.codes import Pillar, PlannedMeasure

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class PlannedLine:
    """One planned activity. A target that nobody set is None; money is in whole rupiah."""

    id: int
    row_version: int
    number: int
    title: str
    indicator: str | None
    pillar: Pillar
    measure: PlannedMeasure
    quarters: tuple[int | None, int | None, int | None, int | None]
    year: int | None
    programme_id: int | None
    programme: str | None
    field: str | None  # its own, or its programme's
    activity_kind: str | None
    unit: str | None
    responsible: str | None  # the position and office of who answers for it, never the name
    starts_on: date | None
    ends_on: date | None
    budget_state: int | None
    budget_partner: int | None
    budget_other: int | None

    @property
    def countable(self) -> Countable:
        """What decides how it is counted."""
        by_programme = self.field is not None
        return Countable(
            self.id, self.pillar, self.measure, by_programme, self.activity_kind is not None
        )

    def promised(self, quarter: int | None = None) -> int | None:
        """The target of a quarter, or of the year: as set, or the sum of its quarters."""
        if quarter is not None:
            return self.quarters[quarter - 1]
        told = [target for target in self.quarters if target is not None]
        return self.year if self.year is not None else (sum(told) if told else None)


def planned_lines(session: Session, plan_id: int) -> tuple[PlannedLine, ...]:
    """The lines of the plan, in its order."""
    return tuple(_line(row) for row in found.planned_lines(session, plan_id).to_dict("records"))


def quarter_of(year: int, quarter: int) -> Filter:
    """The days of a quarter, as a period."""
    first = date(year, 3 * quarter - 2, 1)
    after = date(year + 1, 1, 1) if quarter == QUARTERS[-1] else date(year, 3 * quarter + 1, 1)
    return Filter(first, after)


def year_of(year: int) -> Filter:
    """The days of a year, as a period."""
    return Filter(date(year, 1, 1), date(year + 1, 1, 1))


def ended_quarters(year: int, today: date) -> Sequence[int]:
    """The quarters of the year whose last day has passed."""
    return [quarter for quarter in QUARTERS if quarter_of(year, quarter).end <= today]


def _line(row: dict[Any, Any]) -> PlannedLine:
    known: dict[Any, Any] = {name: None if pd.isna(value) else value for name, value in row.items()}

    def whole(name: str) -> int | None:
        return None if known[name] is None else int(known[name])

    q1, q2, q3, q4 = (whole(f"target_q{quarter}") for quarter in QUARTERS)
    return PlannedLine(
        id=int(row["id"]), row_version=int(row["row_version"]), number=int(row["number"]),
        title=row["title"], indicator=known["indicator"], pillar=Pillar.of(row["pillar"]),
        measure=PlannedMeasure.of(row["measure"]), quarters=(q1, q2, q3, q4),
        year=whole("target_year"), programme_id=whole("programme_id"),
        programme=known["programme_name"], field=known["programme_field"],
        activity_kind=known["activity_kind"], unit=known["unit_name"],
        responsible=", ".join(p for p in (known["position"], known["office"]) if p) or None,
        starts_on=known["starts_on"], ends_on=known["ends_on"],
        budget_state=whole("budget_state"), budget_partner=whole("budget_partner"),
        budget_other=whole("budget_other"),
    )  # fmt: skip
