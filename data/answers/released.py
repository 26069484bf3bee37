"""Return after release over the years that can be followed, not over the chosen months alone.

Who was released last month cannot have been followed for a year: the chosen period's end stays,
its beginning moves back.
"""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.returning import ARREST, PROVEN_OFFENCE, REVOCATION, Reoffending, reoffending
from data.indicators.returning import TimeToReturn
from data.queries.filter import Filter

YEARS = 4  # of releases before the end of the chosen period; two are needed for two-year rates
FEWEST_AT_RISK = 10
MARKS = (0, 182, 365, 547, 730)  # days after release in the table of those still observed

DAY, RETURNED, LOW, HIGH, AT_RISK = "day", "returned", "low", "high", "at_risk"
CURVE = (DAY, RETURNED, LOW, HIGH, AT_RISK)


@dataclass(frozen=True)
class Released:
    """The two definitions apart, and revocation by itself; the first and last day of release."""

    proven: Reoffending
    arrest: Reoffending
    revoked: Reoffending
    first: date
    last: date


def returns_after_release(session: Session, filter: Filter, *, as_of: date) -> Released:
    """Of people released in the four years before the end of the period, as known on `as_of`."""
    end = min(filter.end, as_of)
    chosen = replace(filter, start=min(filter.start, _years_before(end)), end=filter.end)
    proven, arrest, revoked = reoffending(
        session, chosen, PROVEN_OFFENCE, ARREST, REVOCATION, as_of=as_of
    )
    last = min(filter.end - date.resolution, as_of)
    return Released(proven, arrest, revoked, chosen.start, last)


def curve_frame(time: TimeToReturn) -> pd.DataFrame:
    """The share returned day by day while ten are observed: columns CURVE, from 0 on day 0."""
    curve = time.curve
    if curve is None:
        return pd.DataFrame(columns=list(CURVE))
    rows = pd.DataFrame(
        {
            DAY: curve.time, RETURNED: 1 - curve.survival, LOW: 1 - curve.high,
            HIGH: 1 - curve.low, AT_RISK: curve.at_risk,
        }
    )  # fmt: skip
    beginning = pd.DataFrame([(0.0, 0.0, 0.0, 0.0, curve.at_risk[0])], columns=list(CURVE))
    whole = rows if float(curve.time[0]) == 0 else pd.concat([beginning, rows], ignore_index=True)
    return whole[whole[AT_RISK] >= FEWEST_AT_RISK].reset_index(drop=True)


def at_marks(frame: pd.DataFrame) -> pd.DataFrame:
    """The curve at MARKS: the state on each of those days, while anybody is observed then."""
    if frame.empty:
        return frame
    last = float(frame[DAY].iloc[-1])
    days = [mark for mark in MARKS if mark <= last]
    places = [int((frame[DAY] <= day).sum()) - 1 for day in days]
    found = frame.iloc[places].reset_index(drop=True)
    return found.assign(**{DAY: [float(day) for day in days]})


def _years_before(day: date) -> date:
    return day.replace(year=day.year - YEARS, day=min(day.day, 28))
