"""Completion unit by unit: the counts behind the figure."""

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.completion import CompletionCounts, completion
from data.queries import completion as completions
from data.queries.filter import Filter

COMPLETION_BY_UNIT = (columns.UNIT_CODE, columns.UNIT_NAME, *completions.COUNTS, columns.RATE)


def completion_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a unit with cohorts that ended in the period, by name: COMPLETION_BY_UNIT.

    The rate is missing where it rests on too few.
    """
    found = completions.completion_by_unit(session, filter)
    rates = []
    for row in found.to_dict("records"):
        counts = CompletionCounts(**{name: int(row[name]) for name in completions.COUNTS})
        estimate = completion(counts)
        rates.append(estimate.value if estimate.status == "ok" else None)
    named = found.rename(columns={completions.UNIT_CODE: columns.UNIT_CODE})
    return named.assign(**{columns.RATE: pd.Series(rates, dtype="float64")})[
        list(COMPLETION_BY_UNIT)
    ]
