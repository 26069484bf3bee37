"""The year's table of official indicators, with A and B, in the form of the LKjIP."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.official import official_months, official_year
from data.reports.letterhead import Basis, Letterhead, basis, letterhead
from data.reports.units import unit_name


@dataclass(frozen=True)
class YearlyReport:
    """`figures` and `before` are OFFICIAL_YEAR of the year and the one before it."""

    letterhead: Letterhead
    unit_code: str
    unit_name: str
    year: int
    figures: pd.DataFrame
    before: pd.DataFrame
    months: pd.DataFrame
    basis: Basis


def yearly_report(session: Session, unit_code: str, year: int, *, as_of: date) -> YearlyReport:
    """The year of one unit and all below it. Raises `SinergiError` without such a unit."""
    return YearlyReport(
        letterhead=letterhead(session),
        unit_code=unit_code,
        unit_name=unit_name(session, unit_code),
        year=year,
        figures=official_year(session, year, as_of=as_of, unit=unit_code),
        before=official_year(session, year - 1, as_of=as_of, unit=unit_code),
        months=official_months(session, year, as_of=as_of, unit=unit_code),
        basis=basis(session),
    )
