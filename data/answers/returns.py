"""Who returned with a new offence after release.

Groups differ in many ways besides taking part, so only counts are given, and never compared in
words; only a recorded lottery makes two groups comparable.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.estimate import Estimate
from data.indicators.returns import ReturnCounts, comparison_refused, lottery_difference
from data.queries import returns
from data.queries.filter import Filter
from models.codes import ReturnKind

PARTICIPANTS = returns.PARTICIPANTS
OTHERS = returns.OTHERS
DRAWN = returns.DRAWN
NOT_DRAWN = returns.NOT_DRAWN

NEW_OFFENCES = (ReturnKind.PIDANA_BARU, ReturnKind.PENANGKAPAN)


def returns_by_participation(
    session: Session,
    filter: Filter,
    *,
    within_days: int = 365,
    kinds: Sequence[ReturnKind] = (ReturnKind.PIDANA_BARU,),
    proof_lag_days: int = 183,
    as_of: date,
) -> pd.DataFrame:
    """One line a group of people released in the period: columns RETURNS.

    Groups: PARTICIPANTS (attended before release), NOT_DRAWN (in a lottery), OTHERS. Only proven
    offences count; people not followed for `within_days` and the time for proof by `as_of` are
    `excluded`, not counted as released.
    """
    follow = returns.Follow(
        within_days=within_days, kinds=kinds, as_of=as_of, proof_days=proof_lag_days
    )
    return _whole_numbers(returns.released_in_period(session, filter, follow))


def cohort_returns(
    session: Session,
    unit_code: str,
    cohort_code: str,
    *,
    within_days: int,
    proven: bool,
    as_of: date,
) -> pd.DataFrame:
    """One line an arm of a lottery, DRAWN and NOT_DRAWN: columns COHORT_RETURNS.

    All in the draw who were released and followed in full; a new offence counts on the day
    `within_days` after release as well. With `proven`, only convictions and proven arrests, and
    half a year more for the court. Empty for a cohort whose places were not drawn.
    """
    follow = _follow(within_days=within_days, proven=proven, as_of=as_of)
    arms = _whole_numbers(returns.lottery_arms(session, unit_code, cohort_code, follow))
    return arms[list(columns.COHORT_RETURNS)]


def cohort_difference(
    session: Session,
    unit_code: str,
    cohort_code: str,
    *,
    within_days: int,
    proven: bool,
    as_of: date,
) -> Estimate:
    """Share returned among the drawn minus the not drawn; refused (C) without a lottery."""
    follow = _follow(within_days=within_days, proven=proven, as_of=as_of)
    arms = returns.lottery_arms(session, unit_code, cohort_code, follow)
    counts = {
        row[returns.GROUP]: ReturnCounts(
            released=int(row[returns.RELEASED]),
            returned=int(row[returns.RETURNED]),
            excluded=int(row[returns.EXCLUDED]),
        )
        for row in arms.to_dict("records")
    }
    if DRAWN not in counts or NOT_DRAWN not in counts:
        return comparison_refused(sum(arm.released for arm in counts.values()))
    return lottery_difference(counts[DRAWN], counts[NOT_DRAWN])


def _follow(*, within_days: int, proven: bool, as_of: date) -> returns.Follow:
    return returns.Follow(within_days=within_days, kinds=NEW_OFFENCES, as_of=as_of, proven=proven)


def _whole_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    counts = (columns.RELEASED, columns.RETURNED, columns.EXCLUDED)
    return frame.astype(dict.fromkeys(counts, "int64"))
