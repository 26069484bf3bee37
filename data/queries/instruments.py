"""An instrument as its rows say: scales under scales, weights, polarity and bands."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.tables import instrument, instrument_band, instrument_scale

SCALE_CODE = "scale_code"
PARENT_CODE = "parent_code"
MINIMUM = "minimum"
MAXIMUM = "maximum"
DIRECTION = "direction"
WEIGHT = "weight"
SCORES_PARTICIPATION = "scores_participation"
BAND_CODE = "band_code"
LOWER = "lower"

SCALES = (SCALE_CODE, PARENT_CODE, MINIMUM, MAXIMUM, DIRECTION, WEIGHT, SCORES_PARTICIPATION)
BANDS = (SCALE_CODE, BAND_CODE, LOWER)


def scale_rows(session: Session, *, code: str, version: str) -> pd.DataFrame:
    """One row a scale of exactly this version, in the order they came: columns SCALES."""
    parent = instrument_scale.alias("parent")
    own = instrument_scale.c
    statement = (
        sa.select(
            own.code, parent.c.code, own.minimum, own.maximum, own.direction, own.weight,
            own.scores_participation,
        )
        .join(instrument, instrument.c.id == own.instrument_id)
        .outerjoin(parent, parent.c.id == own.parent_id)
        .where(instrument.c.code == code, instrument.c.version == version)
        .order_by(own.id)
    )  # fmt: skip
    return frame(session, statement, SCALES)


def band_rows(session: Session, *, code: str, version: str) -> pd.DataFrame:
    """One row a band of a scale of this version, from the lowest: columns BANDS."""
    statement = (
        sa.select(instrument_scale.c.code, instrument_band.c.code, instrument_band.c.lower)
        .join(instrument_scale, instrument_scale.c.id == instrument_band.c.scale_id)
        .join(instrument, instrument.c.id == instrument_scale.c.instrument_id)
        .where(instrument.c.code == code, instrument.c.version == version)
        .order_by(instrument_scale.c.id, instrument_band.c.lower)
    )
    return frame(session, statement, BANDS)
