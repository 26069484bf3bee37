"""How assessed behaviour changed between the start and the end of a programme."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.indicators.change import ScaleRange, ceiling_share, pre_post_change
from data.indicators.estimate import Estimate
from data.queries import change as changes
from data.queries.filter import Filter
from models.codes import MeasureDirection

DEFAULT_INSTRUMENT = "SPPN"
DEFAULT_SCALE = "SIKAP"


@dataclass(frozen=True)
class ProgrammeChange:
    """The mean change of one scale among the participants of one programme.

    The estimate is post minus pre, turned so that + is better; the two means are raw scores.
    `started` are all who started, `without_post` those of them without a usable pair;
    `ceiling_share` is the share of pairs that stood at the best possible score before.
    """

    programme_code: str
    programme_name: str
    scale_code: str
    scale_name_id: str
    scale_name_en: str
    estimate: Estimate
    pre_mean: float | None
    post_mean: float | None
    started: int
    without_post: int
    ceiling_share: float | None
    instrument_version: str = ""
    higher_is_better: bool = True


def behaviour_change(
    session: Session, filter: Filter, *, scale: str | None = None
) -> list[ProgrammeChange]:
    """One entry a programme with starters who ended in the period, and version of the scale.

    `scale` is a scale's code in any instrument; the default is Sikap of the SPPN. Sorted by
    change, largest first, those without any pair last. Empty when no such scale may be used:
    one that scores participation never is.
    """
    scales = changes.change_scales(
        session,
        code=scale or DEFAULT_SCALE,
        of_instrument=DEFAULT_INSTRUMENT if scale is None else None,
    )
    if scales.empty:
        return []
    starters = changes.starters_by_programme(session, filter)
    pairs = changes.paired_scores(session, filter, [int(key) for key in scales[changes.SCALE]])
    found = [
        entry
        for programme in starters.to_dict("records")
        for entry in _entries(programme, scales, _of(pairs, programme, changes.PROGRAMME))
    ]
    return sorted(found, key=_largest_first)


def _largest_first(entry: ProgrammeChange) -> tuple[bool, float, str]:
    value = entry.estimate.value
    return (value is None, -(value or 0.0), entry.programme_code)


def _of(frame: pd.DataFrame, row: dict[Any, Any], key: str) -> pd.DataFrame:
    found: pd.DataFrame = frame[frame[key] == row[key]]
    return found


def _entries(
    programme: dict[Any, Any], scales: pd.DataFrame, pairs: pd.DataFrame
) -> list[ProgrammeChange]:
    """One entry for each version with a pair; without any pair one entry all the same."""
    used = scales[scales[changes.SCALE].isin(pairs[changes.SCALE])]
    chosen = used if len(used) else scales.tail(1)
    return [
        _entry(programme, version, _of(pairs, version, changes.SCALE), elsewhere=len(pairs))
        for version in chosen.to_dict("records")
    ]


def _entry(
    programme: dict[Any, Any], version: dict[Any, Any], pairs: pd.DataFrame, *, elsewhere: int
) -> ProgrammeChange:
    """`elsewhere` counts the pairs of all versions: who was paired in another is not missing."""
    before = [float(score) for score in pairs[changes.PRE]]
    after = [float(score) for score in pairs[changes.POST]]
    reach = ScaleRange(
        minimum=float(version[changes.MINIMUM]),
        maximum=float(version[changes.MAXIMUM]),
        higher_is_better=version[changes.DIRECTION] == MeasureDirection.NAIK,
    )
    started = int(programme[changes.STARTED]) - (elsewhere - len(pairs))
    return ProgrammeChange(
        programme_code=programme[changes.PROGRAMME_CODE],
        programme_name=programme[changes.PROGRAMME_NAME],
        scale_code=version[changes.SCALE_CODE],
        scale_name_id=version[changes.NAME_ID],
        scale_name_en=version[changes.NAME_EN],
        estimate=pre_post_change(before, after, scale=reach, started=started),
        pre_mean=sum(before) / len(before) if before else None,
        post_mean=sum(after) / len(after) if after else None,
        started=started,
        without_post=started - len(pairs),
        ceiling_share=ceiling_share(before, reach),
        instrument_version=version[changes.INSTRUMENT_VERSION],
        higher_is_better=reach.higher_is_better,
    )
