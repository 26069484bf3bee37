"""What a partner may see of its own cohorts: attendance by participant number, no identity."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto

import pandas as pd
from sqlmodel import Session

from data.answers.promised import year_of
from data.queries import partner_view
from data.queries.agreement_page import Key
from data.queries.terms import terms_of_partners


class Untold(StrEnum):
    """Why a partner may be told nothing today."""

    NO_AGREEMENT = auto()
    NOT_SIGNED = auto()
    NO_TERMS = auto()
    ENDED = auto()


@dataclass(frozen=True)
class PartnerTerms:
    """A partner, and whether it may be told of its agreements; `until` goes with ENDED."""

    key: Key
    name: str
    untold: Untold | None = None
    until: date | None = None


def partners_by_terms(session: Session, *, as_of: date) -> tuple[PartnerTerms, ...]:
    """All partners by name; a partner need not have delivered anything to stand here."""
    return tuple(
        PartnerTerms(
            Key(owner, code), name,
            None if told else _why(agreements=agreements, signed=signed, until=until), until,
        )
        for owner, code, name, told, agreements, signed, until in session.execute(
            terms_of_partners(as_of)
        )
    )  # fmt: skip


def _why(*, agreements: int, signed: int, until: date | None) -> Untold:
    if not agreements:
        return Untold.NO_AGREEMENT
    if not signed:
        return Untold.NOT_SIGNED
    return Untold.NO_TERMS if until is None else Untold.ENDED


def participants(session: Session, key: Key, year: int, *, as_of: date) -> pd.DataFrame:
    """One row a participant with marks in the year: columns PARTICIPANTS."""
    filter = replace(year_of(year), partner=key)
    return partner_view.participants_of_partner(session, filter, key, as_of=as_of)
