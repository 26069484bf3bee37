"""Who delivers, and what each partner has delivered."""

from dataclasses import dataclass, replace

import pandas as pd
from sqlmodel import Session

from data.answers.overview import Overview, overview
from data.queries import delivered
from data.queries import partners as found
from data.queries.agreement_page import Key
from data.queries.filter import Filter


@dataclass(frozen=True)
class Partner:
    """One partner: its line of the list, what it signed, and what it delivered in the period."""

    key: Key
    line: dict[str, object]
    agreements: pd.DataFrame
    figures: Overview
    cohorts: pd.DataFrame
    meetings: pd.DataFrame


def partners(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a partner, by name: columns of `data.queries.partners.PARTNERS`."""
    frame = found.partner_list(session, filter)
    return frame.astype({found.PEOPLE: "Int64", found.SESSIONS: "int64"})


def partner_page(session: Session, filter: Filter, key: Key) -> Partner | None:
    """The partner with this owner and code; None if there is none."""
    lines = partners(session, filter)
    own = lines[(lines[found.OWNER] == key.owner) & (lines[found.CODE] == key.code)]
    if own.empty:
        return None
    chosen = replace(filter, partner=key)
    return Partner(
        key=key,
        line={str(name): value for name, value in own.iloc[0].items()},
        agreements=found.agreements_of(session, *key),
        figures=overview(session, chosen),
        cohorts=delivered.cohorts_delivered(session, chosen),
        meetings=delivered.meetings_delivered(session, chosen),
    )


def partner_names(session: Session) -> dict[str, str]:
    """Id -> name of the partners that a new agreement may name."""
    return found.partner_names(session)
