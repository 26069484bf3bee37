"""Movement between risk levels, and whether raters agree."""

from collections.abc import Sequence

import pandas as pd
from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.indicators.raters import rater_reliability
from data.indicators.risk import TransitionMatrix, risk_transition, transition_stationarity
from data.queries import risk
from data.queries.filter import Filter
from models.codes import RiskLevel

LEVELS = tuple(level.value for level in (RiskLevel.RENDAH, RiskLevel.SEDANG, RiskLevel.TINGGI))


def risk_movement(session: Session, filter: Filter) -> TransitionMatrix:
    """From the first level in the period to the last one 5 to 13 months later."""
    table, lost = _tables(risk.risk_transitions(session, filter))
    return risk_transition(table, lost, levels=LEVELS)


def risk_movement_between(session: Session, periods: Sequence[Filter]) -> Estimate:
    """Whether the pattern of movement is the same in all the periods."""
    tables = [_tables(risk.risk_transitions(session, period))[0] for period in periods]
    return transition_stationarity(tables)


def rater_agreement(session: Session, filter: Filter) -> dict[str, Estimate]:
    """ICC(2,1) by scale, of people whom two assessors scored on one day."""
    rows = risk.double_ratings(session, filter)
    return {
        str(scale): rater_reliability(
            [(float(one), float(other)) for one, other in zip(
                group[risk.ONE], group[risk.OTHER], strict=True)]
        )
        for scale, group in rows.groupby(risk.SCALE, sort=True)
    }  # fmt: skip


def _tables(rows: pd.DataFrame) -> tuple[list[list[int]], list[int]]:
    table = [[0] * len(LEVELS) for _ in LEVELS]
    lost = [0] * len(LEVELS)
    for row in rows.to_dict("records"):
        start, people = LEVELS.index(row[risk.FIRST]), int(row[risk.PEOPLE])
        if row[risk.LAST] is None or pd.isna(row[risk.LAST]):
            lost[start] += people
        else:
            table[start][LEVELS.index(row[risk.LAST])] += people
    return table, lost
