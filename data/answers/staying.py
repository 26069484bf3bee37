"""How long people wait, how much they receive, how they leave, and where they stop."""

from datetime import date

import pandas as pd
from sqlmodel import Session

from data.indicators import retention
from data.indicators.dosage import Dosage, dosage
from data.indicators.estimate import Estimate
from data.indicators.funnel import FunnelBar, Stage, programme_funnel
from data.indicators.retention import IncidenceCurve
from data.indicators.waiting import WaitingTime, waiting_time
from data.queries import dosages, funnel, leaving
from data.queries.filter import Filter

END_CODES = {
    leaving.STILL_IN: retention.STILL_IN,
    leaving.COMPLETED: retention.COMPLETED,
    leaving.AVOIDABLE: retention.AVOIDABLE,
    leaving.ADMINISTRATIVE: retention.ADMINISTRATIVE,
    leaving.OTHER: retention.OTHER,
}


def dosage_received(session: Session, filter: Filter) -> Dosage:
    """The dosage of starters of cohorts that ended in the period; unsure ones are unknown."""
    rows = dosages.dosage_rows(session, filter)
    sure = rows[(rows[dosages.RECEIVED] == rows[dosages.POSSIBLE]) & rows[dosages.PLANNED].notna()]
    received = [float(value) for value in sure[dosages.RECEIVED]]
    planned = [float(value) for value in sure[dosages.PLANNED]]
    return dosage(received, planned, unknown=len(rows) - len(sure))


def retention_of_starters(session: Session, filter: Filter, *, as_of: date) -> IncidenceCurve:
    """The stacked curve of those who started in the period, as known on `as_of`."""
    days, ends = _ends(session, filter, as_of)
    return retention.retention_curve(days, ends)


def leaving_by_reason(
    session: Session, filter: Filter, *, as_of: date, by_day: int
) -> dict[str, Estimate]:
    """The share of starters that had completed, and had left by each kind of reason, `by_day`."""
    days, ends = _ends(session, filter, as_of)
    completed = retention.completion_by_day(days, ends, by_day=by_day)
    return {leaving.COMPLETED: completed, **retention.dropout(days, ends, by_day=by_day)}


def waiting_of_referred(session: Session, filter: Filter, *, as_of: date) -> WaitingTime:
    """Days from referral to the first session of those referred in the period."""
    rows = leaving.waits_of_referred(session, filter, as_of=as_of)
    days = [float(value) for value in rows[leaving.DAYS]]
    return waiting_time(days, [int(value) for value in rows[leaving.CAME]])


def funnel_of_referred(session: Session, filter: Filter, *, as_of: date) -> list[FunnelBar]:
    """The funnel of those referred (else enrolled) in the period; unreal dates hide its start."""
    patterns = funnel.funnel_patterns(session, filter, as_of=as_of)
    dating = funnel.referral_dating(session, filter).iloc[0]
    known = int(dating[funnel.DATES])
    return programme_funnel(
        _stages(patterns), dated=int(dating[funnel.DATED]) / known if known else None
    )


def _ends(session: Session, filter: Filter, as_of: date) -> tuple[list[float], list[int]]:
    rows = leaving.ends_of_starters(session, filter, as_of=as_of)
    days = [float(value) for value in rows[leaving.DAYS]]
    return days, [END_CODES[end] for end in rows[leaving.END]]


def _stages(patterns: pd.DataFrame) -> list[Stage]:
    """Each step among those who reached the step before."""
    here = patterns
    whole = int(here[funnel.PEOPLE].sum())
    stages = [Stage("referred", whole, whole)]
    for step in funnel.STEPS:
        people = here.groupby(step)[funnel.PEOPLE].sum()
        reached, missed, waiting = (int(people.get(state, 0)) for state in (1, 0, -1))
        stages.append(Stage(step, reached + missed, reached, waiting))
        here = here[here[step] == 1]
    return stages
