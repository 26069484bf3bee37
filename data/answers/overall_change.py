"""The mean change of all participants together: the fourth figure of the first screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
from sqlmodel import Session

from data.answers.change import DEFAULT_INSTRUMENT, DEFAULT_SCALE
from data.answers.overview import Figure
from data.indicators.change import ScaleRange, pre_post_change
from data.indicators.estimate import Estimate
from data.queries import change as changes
from data.queries.filter import Filter
from models.codes import MeasureDirection


@dataclass(frozen=True)
class _Version:
    key: int
    reach: ScaleRange


def overall_change(session: Session, filter: Filter, *, scale: str = DEFAULT_SCALE) -> Figure:
    """Mean change of one scale of the SPPN, a person once, beside the period before.

    Of somebody with several programmes the first pair counts, and pairs of two versions are not
    put together: the version with most pairs is taken, the same in both periods.
    """
    versions = changes.change_scales(session, code=scale, of_instrument=DEFAULT_INSTRUMENT)
    earlier = filter.before()
    both = replace(filter, start=earlier.start)
    pairs = changes.paired_scores(session, both, [int(key) for key in versions[changes.SCALE]])
    later = pairs[changes.ENDED] >= filter.start
    version = _most_used(versions, pairs[later])
    now = _change(pairs[later], version, started=changes.people_who_started(session, filter))
    before = _change(pairs[~later], version, started=changes.people_who_started(session, earlier))
    return Figure(now, None if before.value is None else before)


def change_by_agreement(
    session: Session, filter: Filter, *, scale: str = DEFAULT_SCALE
) -> Callable[[int], Estimate]:
    """The same of the period alone for the cohorts of each agreement, by its id."""
    versions = changes.change_scales(session, code=scale, of_instrument=DEFAULT_INSTRUMENT)
    pairs = changes.paired_scores(session, filter, [int(key) for key in versions[changes.SCALE]])
    started = changes.starters_by_agreement(session, filter)

    def of(agreement: int) -> Estimate:
        own = pairs[pairs[changes.AGREEMENT] == agreement]
        return _change(own, _most_used(versions, own), started=started.get(agreement, 0))

    return of


def _most_used(versions: pd.DataFrame, pairs: pd.DataFrame) -> _Version | None:
    if versions.empty:
        return None
    used = pairs[changes.SCALE].value_counts()
    key = int(used.index[0]) if len(used) else int(versions[changes.SCALE].iloc[-1])
    row = versions[versions[changes.SCALE] == key].iloc[0]
    up = row[changes.DIRECTION] == MeasureDirection.NAIK
    reach = ScaleRange(
        float(row[changes.MINIMUM]), float(row[changes.MAXIMUM]), higher_is_better=up
    )
    return _Version(key, reach)


def _change(pairs: pd.DataFrame, version: _Version | None, *, started: int) -> Estimate:
    if version is None:
        return pre_post_change([], [], scale=ScaleRange(0, 100, True), started=started)
    here = pairs[pairs[changes.SCALE] == version.key]
    each = here.sort_values(changes.ENROLMENT).drop_duplicates(changes.PERSON)
    before, after = ([float(score) for score in each[name]] for name in (changes.PRE, changes.POST))
    return pre_post_change(before, after, scale=version.reach, started=started)
