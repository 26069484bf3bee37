"""The one comparison that may speak of an effect: places that were drawn by recorded lottery."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.returns import NEW_OFFENCES
from data.errors import ExitStatus, SinergiError
from data.indicators.detectable import minimum_detectable_effect
from data.indicators.estimate import Estimate
from data.indicators.returning import TimeToReturn, compare_times, time_to_reoffence
from data.indicators.returns import (
    ReturnCounts,
    comparison_refused,
    lottery_difference,
    reoffending_rate,
)
from data.queries import cohorts, returning, returns
from data.queries.filter import Filter
from data.wording import report

YEAR = 365  # days


@dataclass(frozen=True)
class LotteryComparison:
    """Both arms by intention to treat, their difference, and what could have been seen.

    Refused (evidence C) without a lottery: then the difference says why, and the arms are empty.
    `p_value` is that of the log-rank test over the time followed, None with few events.
    """

    difference: Estimate
    drawn: Estimate
    not_drawn: Estimate
    detectable: Estimate
    drawn_time: TimeToReturn
    not_drawn_time: TimeToReturn
    p_value: float | None


def lottery_comparison(
    session: Session, unit_code: str, cohort_code: str, *,
    within_days: int, proven: bool, as_of: date, method: str = "newcombe",
) -> LotteryComparison:  # fmt: skip
    """All in the draw who were released and followed; `method` as in `difference_interval`.

    Raises `SinergiError` for a cohort that nobody recorded.
    """
    _known(session, unit_code, cohort_code)
    follow = returns.Follow(within_days=within_days, kinds=NEW_OFFENCES, as_of=as_of, proven=proven)
    arms = returns.lottery_arms(session, unit_code, cohort_code, follow)
    drawn, not_drawn = (_counts(arms, name) for name in (returns.DRAWN, returns.NOT_DRAWN))
    if arms[returns.GROUP].nunique() < 2:
        difference = comparison_refused(drawn.released + not_drawn.released)
    else:
        difference = lottery_difference(drawn, not_drawn, method=method)
    rates = reoffending_rate(drawn), reoffending_rate(not_drawn)
    times = returning.times_by_arm(session, unit_code, cohort_code, follow)
    one, other = (_times(times, name, within_days) for name in (returns.DRAWN, returns.NOT_DRAWN))
    return LotteryComparison(
        difference,
        *rates,
        minimum_detectable_effect(drawn.released, not_drawn.released, rate=rates[1].value),
        time_to_reoffence(*one, by_days=(within_days,)),
        time_to_reoffence(*other, by_days=(within_days,)),
        compare_times(*one, *other),
    )


def _known(session: Session, unit_code: str, cohort_code: str) -> None:
    if not cohorts.cohort_is_known(session, unit_code, cohort_code):
        raise SinergiError(
            "angkatan_tidak_ada",
            f"Angkatan [{cohort_code}] di unit [{unit_code}] tidak ada; periksa kedua kodenya.",
            f"There is no cohort [{cohort_code}] at unit [{unit_code}]; check both codes.",
            ExitStatus.USAGE,
        )


def _counts(arms: pd.DataFrame, name: str) -> ReturnCounts:
    rows = arms[arms[returns.GROUP] == name]
    return ReturnCounts(
        released=int(rows[returns.RELEASED].sum()),
        returned=int(rows[returns.RETURNED].sum()),
        excluded=int(rows[returns.EXCLUDED].sum()),
    )


def _times(times: pd.DataFrame, name: str, within_days: int) -> tuple[list[float], list[int]]:
    """Nobody is watched beyond the time asked for."""
    rows = times[times[returning.ARM] == name]
    days = [float(day) for day in rows[returning.DAYS]]
    came = [int(value) for value in rows[returning.RETURNED]]
    inside = [int(event and day <= within_days) for day, event in zip(days, came, strict=True)]
    return [min(day, float(within_days)) for day in days], inside


def participants_compared(session: Session, filter: Filter, *, as_of: date) -> Estimate:
    """Participants against others among those released: refused (C), for who takes part was chosen.

    `n` are the people it was asked of. The raw difference is no result, so it is not computed.
    """
    follow = returns.Follow(within_days=YEAR, kinds=NEW_OFFENCES, as_of=as_of)
    groups = returns.released_in_period(session, filter, follow)
    return comparison_refused(int(groups[returns.RELEASED].sum()))


def comparison_lines(comparison: LotteryComparison, language: str) -> list[str]:
    """The comparison as sentences in `language`. Where it is not `ok`, no figure is shown."""
    difference = comparison.difference
    head = report.comparison_head(difference, language)
    if difference.status != "ok":
        return head
    times = comparison.drawn_time, comparison.not_drawn_time
    drawn, not_drawn = (next(iter(time.by_day.values())) for time in times)
    return [
        *head,
        *report.comparison_figures(difference, comparison.drawn, comparison.not_drawn, language),
        *report.comparison_curve(drawn, not_drawn, comparison.p_value, language),
        *report.comparison_box(difference, comparison.detectable, language),
    ]
