"""A unit's monthly report: what it held, who came, who taught, in the order it is sent on."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from data.answers.monthly import MonthActivity, MonthLine, month_activities, month_lines
from data.answers.overview import overview
from data.indicators.estimate import Estimate
from data.queries.filter import Filter
from data.reports.letterhead import Basis, Letterhead, basis, letterhead
from data.reports.units import Office, unit_name, verifying_offices


@dataclass(frozen=True)
class MonthlyReport:
    """The month of one unit and all below it. `lines` ends with the line of all kinds."""

    letterhead: Letterhead
    unit_code: str
    unit_name: str
    month: date
    lines: tuple[MonthLine, ...]
    activities: tuple[MonthActivity, ...]
    participation: Estimate
    attendance: Estimate
    offices: dict[Office, str | None]  # who verifies it, from the unit's own level upwards
    basis: Basis

    @property
    def total(self) -> MonthLine:
        """All kinds together."""
        return self.lines[-1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held, called off or done in the month."""
        return len(self.lines) == 1 and not self.activities


def monthly_report(session: Session, unit_code: str, month: date) -> MonthlyReport:
    """The report of the month that holds the day `month`. Raises `SinergiError` without a unit."""
    name = unit_name(session, unit_code)
    first = month.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    filter = Filter(first, after, unit_code)
    figures = overview(session, filter)
    return MonthlyReport(
        letterhead=letterhead(session), unit_code=unit_code, unit_name=name, month=first,
        lines=month_lines(session, filter), activities=month_activities(session, filter),
        participation=figures.participation.now, attendance=figures.attendance.now,
        offices=verifying_offices(session, unit_code), basis=basis(session),
    )  # fmt: skip
