"""Return after release by two definitions apart: a proven new offence, and a new arrest.

A revoked parole is neither: it is given by itself. One group is described; nothing is compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

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
YEARS = (1, 2)  # after release


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
    session: Session, filter: Filter, *definitions: Definition, as_of: date
) -> tuple[Reoffending, ...]:
    """Of people released in the period, as known on `as_of`: one entry a definition.

    A rate leaves out those not followed for its whole time: 18 and 30 months where the offence
    must be proven, 12 and 24 where not; frequency is that of the one year.
    """
    follows = [_follow(one, years, as_of) for years in YEARS for one in definitions]
    numbers = returning.return_numbers(session, filter, follows)
    times = returning.times_to_return(session, filter, follows[: len(definitions)])
    return tuple(
        _of_one(
            numbers[str(place)], numbers[str(place + len(definitions))], numbers[returning.PEOPLE],
            times[times[returning.ARM] == place],
        )
        for place in range(len(definitions))
    )  # fmt: skip


def _of_one(one: pd.Series, two: pd.Series, people: pd.Series, times: pd.DataFrame) -> Reoffending:
    """`one` and `two`: numbers of offences within one and two years, of so many `people` each."""
    rate, by_number = _counts(one, people), people.groupby(one).sum()
    return Reoffending(
        reoffending_rate(rate),
        reoffending_rate(_counts(two, people)),
        reoffending_frequency(_whole(by_number.index), _whole(by_number), excluded=rate.excluded),
        time_to_reoffence(
            [float(day) for day in times[returning.DAYS]], _whole(times[returning.RETURNED])
        ),
    )


def _follow(definition: Definition, years: int, as_of: date) -> Follow:
    return Follow(
        within_days=years * YEAR, kinds=definition.kinds, as_of=as_of, proven=definition.proven
    )


def _counts(number: pd.Series, people: pd.Series) -> ReturnCounts:
    return ReturnCounts(
        released=int(people[number.notna()].sum()),
        returned=int(people[number.gt(0).fillna(False)].sum()),
        excluded=int(people[number.isna()].sum()),
    )


def _whole(values: Iterable[Any]) -> list[int]:
    return [int(value) for value in values]
