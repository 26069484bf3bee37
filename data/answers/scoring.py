"""What an instrument's own rows make of the scores of one sheet."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.indicators.scoring import Band, ScaleRules, ScaleScore, instrument_scores
from data.queries import instruments
from models.codes import MeasureDirection


def scored(
    session: Session, code: str, version: str, given: Mapping[str, float], *,
    not_held: Iterable[str] = (),
) -> dict[str, ScaleScore]:  # fmt: skip
    """The score and band of every scale of this version, by code; other versions play no part.

    Empty for a version that is not known. Raises `ValueError` for scores that it cannot hold.
    """
    rules = instrument_rules(session, code, version)
    return instrument_scores(rules, given, not_held=not_held) if rules else {}


def instrument_rules(session: Session, code: str, version: str) -> list[ScaleRules]:
    """The scales of one version with their bands; empty when it is not known."""
    bands = instruments.band_rows(session, code=code, version=version)
    scales = instruments.scale_rows(session, code=code, version=version)
    return [_rules(row, bands) for row in scales.to_dict("records")]


def _rules(row: dict[Any, Any], bands: pd.DataFrame) -> ScaleRules:
    own = bands[bands[instruments.SCALE_CODE] == row[instruments.SCALE_CODE]]
    parent = row[instruments.PARENT_CODE]
    return ScaleRules(
        code=row[instruments.SCALE_CODE],
        minimum=float(row[instruments.MINIMUM]),
        maximum=float(row[instruments.MAXIMUM]),
        higher_is_better=row[instruments.DIRECTION] == MeasureDirection.NAIK,
        weight=float(row[instruments.WEIGHT]),
        parent=None if pd.isna(parent) else str(parent),
        scores_participation=bool(row[instruments.SCORES_PARTICIPATION]),
        bands=tuple(
            Band(str(band), float(lower))
            for band, lower in zip(own[instruments.BAND_CODE], own[instruments.LOWER], strict=True)
        ),
    )
