"""How regularly participants came, unit by unit."""

import pandas as pd
from sqlmodel import Session

from data.queries.filter import Filter


def attendance_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a unit with sessions held, by name: columns ATTENDANCE_BY_UNIT."""
    raise NotImplementedError
