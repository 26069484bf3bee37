"""Who returned with a new offence after release. Counts only: groups differ in many ways."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.queries.filter import Filter
from models.codes import ReturnKind


def returns_by_participation(
    session: Session,
    filter: Filter,
    *,
    within_days: int = 365,
    kinds: Sequence[ReturnKind] = (ReturnKind.PIDANA_BARU,),
    proof_lag_days: int = 183,
    as_of: date,
) -> pd.DataFrame:
    """One line a group of people released in the period: columns RETURNS."""
    raise NotImplementedError


def cohort_returns(
    session: Session,
    unit_code: str,
    cohort_code: str,
    *,
    within_days: int,
    proven: bool,
    as_of: date,
) -> pd.DataFrame:
    """One line an arm of a lottery (drawn, not drawn): columns COHORT_RETURNS."""
    raise NotImplementedError
