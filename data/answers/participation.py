"""Who took part, by month, by field and by unit."""

import pandas as pd
from sqlmodel import Session

from data.queries.filter import Filter


def participation_by_month(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a month of the period, in order: columns PARTICIPATION_BY_MONTH."""
    raise NotImplementedError


def participation_by_field(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a field, largest first: columns PARTICIPATION_BY_FIELD."""
    raise NotImplementedError


def participation_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a unit with people in care, by name: columns PARTICIPATION_BY_UNIT."""
    raise NotImplementedError
