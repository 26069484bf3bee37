"""Incidents before, during and after a programme."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.indicators.incidents import PhaseCounts, incident_rate, incident_rate_ratio
from data.queries import incidents
from data.queries.filter import Filter


@dataclass(frozen=True)
class Conduct:
    """The rate of each phase, and how many times as many as before: the same people in all."""

    before: Estimate
    during: Estimate
    after: Estimate
    during_ratio: Estimate
    after_ratio: Estimate
    people: int


def conduct_around_programmes(session: Session, filter: Filter, *, as_of: date) -> Conduct:
    """Of enrolments that ended in the period and have been followed for 90 days since."""
    rows = incidents.incidents_by_phase(session, filter, as_of=as_of)
    phases = {
        name: rows[rows[incidents.PHASE] == name].reset_index(drop=True)
        for name in incidents.PHASES
    }
    before, during, after = (phases[name] for name in incidents.PHASES)
    return Conduct(
        _rate(before), _rate(during), _rate(after),
        _ratio(during, before), _ratio(after, before), len(before),
    )  # fmt: skip


def _rate(rows: pd.DataFrame) -> Estimate:
    events, days = int(rows[incidents.EVENTS].sum()), float(rows[incidents.DAYS].sum())
    return incident_rate(PhaseCounts(events, days, len(rows), int(rows[incidents.ALLEGED].sum())))


def _ratio(rows: pd.DataFrame, before: pd.DataFrame) -> Estimate:
    columns = [
        [float(value) for value in frame[name]]
        for frame in (rows, before)
        for name in (incidents.EVENTS, incidents.DAYS)
    ]
    events, days, events_before, days_before = columns
    return incident_rate_ratio(
        [int(value) for value in events], days, [int(value) for value in events_before], days_before
    )
