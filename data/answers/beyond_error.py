"""Change against the spread of scores and the error of the instrument, month by month as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.change import DEFAULT_INSTRUMENT, DEFAULT_SCALE
from data.indicators.change import ScaleRange, expected_regression
from data.indicators.dose import dose_slope
from data.indicators.effect import effect_size
from data.indicators.estimate import Estimate
from data.indicators.reliable import ChangeClassShares, Reliability, reliable_change
from data.indicators.trajectory import score_trajectory
from data.queries import change as changes
from data.queries import dosages, trajectory
from data.queries.filter import Filter
from models.codes import MeasureDirection

DAYS_A_MONTH = 365.25 / 12
MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class BeyondError:
    """One programme and version of the scale, over its pairs of scores.

    `by_chance` is the mean raw change that regression to the mean alone would give; None where
    the instrument's record does not state what it takes.
    """

    programme_code: str
    programme_name: str
    instrument_version: str
    effect: Estimate
    classes: ChangeClassShares
    by_chance: float | None
    by_dose: Estimate


@dataclass(frozen=True)
class Trajectory:
    """One programme and version of the scale: points a month among those who started."""

    programme_code: str
    programme_name: str
    instrument_version: str
    estimate: Estimate


def change_beyond_error(
    session: Session, filter: Filter, *, scale: str = DEFAULT_SCALE,
    instrument: str = DEFAULT_INSTRUMENT,
) -> list[BeyondError]:  # fmt: skip
    """One entry a programme and version with pairs, by code; none for a scale not to be used."""
    versions = changes.change_scales(session, code=scale, of_instrument=instrument)
    starters = changes.starters_by_programme(session, filter)
    keys = [int(key) for key in versions[changes.SCALE]]
    pairs = changes.paired_scores(session, filter, keys)
    dose = dosages.dosage_rows(session, filter)
    return [
        _entry(programme, version, chosen, dose)
        for programme in starters.to_dict("records")
        for version in versions.to_dict("records")
        for chosen in [_chosen(pairs, programme, version)]
        if len(chosen)
    ]


def scores_by_month(
    session: Session, filter: Filter, *, scale: str = DEFAULT_SCALE,
    instrument: str = DEFAULT_INSTRUMENT,
) -> list[Trajectory]:  # fmt: skip
    """One entry a programme and version with scores of those who started in the period, by code."""
    versions = changes.change_scales(session, code=scale, of_instrument=instrument)
    by_key = {int(row[changes.SCALE]): row for row in versions.to_dict("records")}
    scores = trajectory.scores_over_time(session, filter, list(by_key))
    keys = [trajectory.PROGRAMME_CODE, trajectory.PROGRAMME_NAME, trajectory.SCALE]
    found = []
    for _, rows in scores.groupby(keys, sort=True):
        first = rows.iloc[0]
        version = by_key[int(first[trajectory.SCALE])]
        estimate = score_trajectory(
            [int(line) for line in rows[trajectory.ENROLMENT]],
            [float(day) / DAYS_A_MONTH for day in rows[trajectory.DAYS]],
            _numbers(rows[trajectory.SCORE]),
            scale=_range(version),
        )
        code, name = str(first[keys[0]]), str(first[keys[1]])
        found.append(Trajectory(code, name, version[changes.INSTRUMENT_VERSION], estimate))
    return found


def _chosen(
    pairs: pd.DataFrame, programme: dict[Any, Any], version: dict[Any, Any]
) -> pd.DataFrame:
    here = pairs[changes.PROGRAMME] == programme[changes.PROGRAMME]
    found: pd.DataFrame = pairs[here & (pairs[changes.SCALE] == version[changes.SCALE])]
    return found


def _entry(
    programme: dict[Any, Any], version: dict[Any, Any], pairs: pd.DataFrame, dose: pd.DataFrame
) -> BeyondError:
    before, after = _numbers(pairs[changes.PRE]), _numbers(pairs[changes.POST])
    reach, started = _range(version), int(programme[changes.STARTED])
    record = Reliability(_known(version[changes.RELIABILITY]), _known(version[changes.DEVIATION]))
    return BeyondError(
        programme[changes.PROGRAMME_CODE],
        programme[changes.PROGRAMME_NAME],
        version[changes.INSTRUMENT_VERSION],
        effect_size(before, after, scale=reach, started=started),
        reliable_change(before, after, record=record, scale=reach, started=started),
        expected_regression(
            before,
            population_mean=_known(version[changes.POPULATION_MEAN]),
            reliability=record.reliability,
        ),
        _by_dose(pairs, dose, reach),
    )


def _by_dose(pairs: pd.DataFrame, dose: pd.DataFrame, reach: ScaleRange) -> Estimate:
    """Only people whose minutes are sure; the later score turned so that + is better."""
    sure = dose[dose[dosages.RECEIVED] == dose[dosages.POSSIBLE]]
    both = pairs.merge(sure, on=changes.ENROLMENT)
    sign = 1 if reach.higher_is_better else -1
    hours = [minutes / MINUTES_AN_HOUR for minutes in _numbers(both[dosages.RECEIVED])]
    return dose_slope(
        hours,
        [sign * score for score in _numbers(both[changes.PRE])],
        [sign * score for score in _numbers(both[changes.POST])],
    )


def _range(version: dict[Any, Any]) -> ScaleRange:
    up = version[changes.DIRECTION] == MeasureDirection.NAIK
    return ScaleRange(
        float(version[changes.MINIMUM]), float(version[changes.MAXIMUM]), higher_is_better=up
    )


def _numbers(values: Sequence[Any] | pd.Series) -> list[float]:
    return [float(value) for value in values]


def _known(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)
