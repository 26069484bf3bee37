"""What came of the agreements signed on one day: what is missing, what was done, when last."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import agreement_page as page
from data.answers import columns
from data.answers.agreements import agreements
from data.queries import agreement_page as found
from data.queries import signing
from data.queries.agreement_page import Key
from data.queries.filter import Filter


class Missing(StrEnum):
    """What an agreement should have and has not: it is named, never made up."""

    NUMBER = "number"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    DOCUMENT = "document"
    WORK_PLAN = "work_plan"
    APPROVAL = "approval"  # there is a plan, but none was approved
    REPORTS = "reports"
    DATA_TERMS = "data_terms"


@dataclass(frozen=True)
class SignedAgreement:
    """One agreement and what came of it. `quiet_days` is None where nothing was ever recorded."""

    key: Key
    row: dict[str, Any]
    parties: tuple[str, ...]
    cohorts: int
    last_activity: date | None
    quiet_days: int | None
    signed_days: int
    plans: int
    approved: int
    reports: int
    pillars: tuple[page.PillarRow, ...]
    missing: tuple[Missing, ...]


def signed_agreements(session: Session, day: date, *, as_of: date) -> tuple[SignedAgreement, ...]:
    """Each agreement signed on `day`, by owner and code, as it stands on `as_of`."""
    listed = agreements(session, as_of=as_of).set_index(
        [columns.AGREEMENT_OWNER, columns.AGREEMENT_CODE]
    )
    return tuple(
        _signed(session, row, listed.loc[(row[signing.OWNER], row[signing.CODE])], (day, as_of))
        for row in signing.signed_on(session, day).to_dict("records")
    )


def signing_days(session: Session) -> dict[date, int]:
    """The days on which agreements were signed, and how many on each."""
    rows = signing.signing_days(session)
    return dict(zip(rows[signing.SIGNED_ON], rows[signing.AGREEMENTS], strict=True))


def _signed(
    session: Session, promised: dict[Any, Any], line: Any, between: tuple[date, date]
) -> SignedAgreement:
    signed, as_of = between
    key = Key(promised[signing.OWNER], promised[signing.CODE])
    known = page.agreement_page(session, key, as_of=as_of)
    if known is None:
        raise LookupError(key.code)
    since = Filter(min(signed, as_of), as_of + timedelta(days=1))
    last = line[columns.LAST_ACTIVITY]
    counts = {name: int(promised[name]) for name in (signing.PLANS, signing.APPROVED)}
    reports = int(promised[signing.REPORTS])
    return SignedAgreement(
        key=key,
        row=known.row,
        parties=tuple(known.parties[found.NAME]),
        cohorts=int(line[columns.COHORTS]),
        last_activity=None if pd.isna(last) else last,
        quiet_days=None if pd.isna(last) else (as_of - last).days,
        signed_days=(as_of - signed).days,
        reports=reports,
        pillars=page.pillars_of(session, since, key),
        missing=_missing(known.row, **counts, reports=reports),
        **counts,
    )


def _missing(
    row: dict[str, Any], *, plans: int, approved: int, reports: int
) -> tuple[Missing, ...]:
    lacks = {
        Missing.NUMBER: row["number"] is None,
        Missing.STARTS_ON: row["starts_on"] is None,
        Missing.ENDS_ON: row["ends_on"] is None,
        Missing.DOCUMENT: row["document_sha256"] is None,
        Missing.WORK_PLAN: plans == 0,
        Missing.APPROVAL: plans > 0 and approved == 0,
        Missing.REPORTS: reports == 0,
        Missing.DATA_TERMS: row["data_until"] is None,
    }
    return tuple(one for one, is_missing in lacks.items() if is_missing)
