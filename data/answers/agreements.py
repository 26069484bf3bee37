"""Which agreements stand, and what came of them."""

import pandas as pd
from sqlmodel import Session


def agreements(session: Session) -> pd.DataFrame:
    """One line an agreement, by owner and code: columns AGREEMENTS."""
    raise NotImplementedError
