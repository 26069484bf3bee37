"""What a partner may see of its own cohorts: attendance by participant number, no identity."""

from dataclasses import replace
from datetime import date

import pandas as pd
from sqlmodel import Session

from data.answers.promised import year_of
from data.queries import partner_view
from data.queries.agreement_page import Key


def participants(session: Session, key: Key, year: int, *, as_of: date) -> pd.DataFrame:
    """One row a participant with marks in the year: columns PARTICIPANTS."""
    filter = replace(year_of(year), partner=key)
    return partner_view.participants_of_partner(session, filter, key, as_of=as_of)
