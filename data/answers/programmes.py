"""The catalogue of programmes, and one programme: who stays, how much they receive, what it costs.

Only counts and estimates; no row is about a person.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.costs import programme_costs
from data.answers.overview import overview
from data.answers.staying import (
    dosage_received,
    leaving_by_reason,
    retention_of_starters,
    waiting_of_referred,
)
from data.indicators.dosage import Dosage
from data.indicators.estimate import Estimate
from data.indicators.retention import DAY, IncidenceCurve
from data.indicators.waiting import WaitingTime
from data.queries import programmes
from data.queries.filter import Filter

MOST_COHORTS = 15  # in the picture of sessions; the table has them all
HALF_A_YEAR = 182
SHARE = "share"
LABEL = "label"
SHEETS = (LABEL, *programmes.MEETINGS, SHARE)


@dataclass(frozen=True)
class ProgrammePage:
    """One programme in the period: its figures, cohorts, curve, sessions and reasons."""

    completion: Estimate
    attendance: Estimate
    dosage: Dosage
    waiting: WaitingTime
    cost_per_participant: Estimate | None
    cost_per_completion: Estimate | None
    curve: IncidenceCurve
    by_reason: dict[str, Estimate]
    by_day: int
    runs: pd.DataFrame
    sheets: pd.DataFrame
    reasons: pd.DataFrame


def catalogue(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a programme with cohorts in the period, by name: columns CATALOGUE."""
    found = programmes.catalogue(session, filter)
    return found.astype({programmes.PLANNED: "Int64"})


def programme_page(session: Session, filter: Filter, *, as_of: date) -> ProgrammePage:
    """Everything about the programme that `filter` names."""
    figures = overview(session, filter)
    costs = programme_costs(session, filter)
    curve = retention_of_starters(session, filter, as_of=as_of)
    by_day = HALF_A_YEAR if curve.frame.empty else int(curve.frame[DAY].iloc[-1])
    return ProgrammePage(
        figures.completion.now, figures.attendance.now,
        dosage_received(session, filter), waiting_of_referred(session, filter, as_of=as_of),
        costs[0].per_participant if costs else None, costs[0].per_completion if costs else None,
        curve, leaving_by_reason(session, filter, as_of=as_of, by_day=by_day), by_day,
        _runs(session, filter), _sheets(session, filter),
        programmes.reasons_to_leave(session, filter),
    )  # fmt: skip


def _runs(session: Session, filter: Filter) -> pd.DataFrame:
    found = programmes.runs(session, filter)
    return found.astype(dict.fromkeys((programmes.CAPACITY, programmes.PLANNED), "Int64"))


def _sheets(session: Session, filter: Filter) -> pd.DataFrame:
    """The sessions of the newest cohorts: columns SHEETS; a share needs marks."""
    found = programmes.meetings(session, filter)
    labels = found[programmes.UNIT_CODE] + " · " + found[programmes.COHORT_CODE]
    expected = found[programmes.EXPECTED].astype("float64")
    share = found[programmes.ATTENDED].astype("float64") / expected.where(expected > 0)
    whole = found.assign(**{LABEL: labels, SHARE: share})[list(SHEETS)]
    newest = list(dict.fromkeys(whole[LABEL]))[:MOST_COHORTS]
    return whole[whole[LABEL].isin(newest)].reset_index(drop=True)
