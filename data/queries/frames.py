"""From rows of a statement to a small frame."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session


def frame(
    session: Session, statement: "sa.Select[Any] | sa.CompoundSelect[Any]", columns: Sequence[str]
) -> pd.DataFrame:
    """The rows of `statement` under `columns`; no rows give an empty frame with them."""
    rows = [tuple(row) for row in session.execute(statement)]
    return pd.DataFrame(rows, columns=list(columns))
