"""Return after release by two definitions apart: a proven new offence, and a new arrest.

A revoked parole is neither: it is given by itself. One group is described; nothing is compared.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.indicators.returning import (
    Frequency,
    TimeToReturn,
    reoffending_frequency,
    time_to_reoffence,
)
from data.indicators.returns import ReturnCounts, reoffending_rate
from data.queries import returning
from data.queries.filter import Filter
from data.queries.returns import Follow
from models.codes import ReturnKind

YEAR = 365


@dataclass(frozen=True)
class Definition:
    """What counts as a return; `proven` asks for a conviction, and half a year more to wait."""

    kinds: tuple[ReturnKind, ...]
    proven: bool


PROVEN_OFFENCE = Definition((ReturnKind.PIDANA_BARU, ReturnKind.PENANGKAPAN), proven=True)
ARREST = Definition((ReturnKind.PIDANA_BARU, ReturnKind.PENANGKAPAN), proven=False)
REVOCATION = Definition((ReturnKind.PENCABUTAN,), proven=False)


@dataclass(frozen=True)
class Reoffending:
    """One definition: the share within one and two years, how often, and how soon."""

    one_year: Estimate
    two_years: Estimate
    frequency: Frequency
    time: TimeToReturn


def reoffending(
    session: Session, filter: Filter, definition: Definition, *, as_of: date
) -> Reoffending:
    """Of people released in the period, as known on `as_of`.

    A rate leaves out those not followed for its whole time: 18 and 30 months where the offence
    must be proven, 12 and 24 where not; frequency is that of the one year.
    """
    one, two = (_follow(definition, years, as_of) for years in (1, 2))
    counts = returning.return_frequencies(session, filter, one)
    rate = _counts(session, filter, one)
    times = returning.times_to_return(session, filter, one)
    return Reoffending(
        reoffending_rate(rate),
        reoffending_rate(_counts(session, filter, two)),
        reoffending_frequency(
            _whole(counts[returning.OFFENCES]),
            _whole(counts[returning.PEOPLE]),
            excluded=rate.excluded,
        ),
        time_to_reoffence(
            [float(day) for day in times[returning.DAYS]], _whole(times[returning.RETURNED])
        ),
    )


def _follow(definition: Definition, years: int, as_of: date) -> Follow:
    return Follow(
        within_days=years * YEAR, kinds=definition.kinds, as_of=as_of, proven=definition.proven
    )


def _counts(session: Session, filter: Filter, follow: Follow) -> ReturnCounts:
    row = returning.return_counts(session, filter, follow).iloc[0]
    return ReturnCounts(**{name: int(row[name]) for name in returning.RATE})


def _whole(values: pd.Series) -> list[int]:
    return [int(value) for value in values]
