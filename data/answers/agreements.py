"""Which agreements stand, and what came of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.queries import agreements as found

BETWEEN_PARTIES = "; "


@dataclass(frozen=True)
class Among:
    """Which agreements are meant, each by a code; None = all.

    Field and aim (`supports`) are those of the programmes that run under them.
    """

    level: str | None = None
    stage: str | None = None
    field: str | None = None
    supports: str | None = None


ALL = Among()


def agreements(session: Session, *, as_of: date, among: Among = ALL) -> pd.DataFrame:
    """One line an agreement, by code and owner: columns AGREEMENTS.

    `expired` is as of the day `as_of` and missing while the end is not known. `people`
    is missing while its cohorts have no recorded attendance; `last_activity` is the last day
    with an activity or a session held.
    """
    parties = found.agreement_parties(session)
    reached = found.people_reached(session).set_index(found.AGREEMENT)
    lines = [
        _line(row, parties[parties[found.AGREEMENT] == row[found.AGREEMENT]], reached, as_of)
        for row in meant(session, among).to_dict("records")
    ]
    frame = pd.DataFrame(lines, columns=list(columns.AGREEMENTS), dtype="object")
    return frame.astype(
        {columns.PARTNERS: "int64", columns.COHORTS: "int64", columns.PEOPLE: "Int64"}
    )


def meant(session: Session, among: Among) -> pd.DataFrame:
    """The agreements among those, by code and owner: columns LIST of the query."""
    frame, aims = found.agreement_list(session), found.agreement_aims(session)
    for name, wanted in ((found.LEVEL, among.level), (found.STAGE, among.stage)):
        if wanted is not None:
            frame = frame[frame[name] == wanted]
    for name, wanted in ((found.FIELD, among.field), (found.SUPPORTS, among.supports)):
        if wanted is not None:
            keys = aims.loc[aims[name] == wanted, found.AGREEMENT]
            frame = frame[frame[found.AGREEMENT].isin(keys)]
    return frame


def _line(
    row: dict[Any, Any], parties: pd.DataFrame, reached: pd.DataFrame, day: date
) -> dict[str, Any]:
    known = {name: None if pd.isna(value) else value for name, value in row.items()}
    ends_on, key = known[found.ENDS_ON], row[found.AGREEMENT]
    days = [known[name] for name in (found.LAST_HELD, found.LAST_ACTIVITY)]
    return {
        columns.AGREEMENT_OWNER: row[found.OWNER],
        columns.AGREEMENT_CODE: row[found.CODE],
        columns.NUMBER: known[found.NUMBER],
        columns.KIND: _code(known[found.KIND]),
        columns.LEVEL: _code(known[found.LEVEL]),
        columns.TITLE: known[found.TITLE],
        columns.STAGE: _code(row[found.STAGE]),
        columns.SIGNED_ON: known[found.SIGNED_ON],
        columns.STARTS_ON: known[found.STARTS_ON],
        columns.ENDS_ON: ends_on,
        columns.EXPIRED: None if ends_on is None else ends_on < day,
        columns.PARTIES: BETWEEN_PARTIES.join(parties[found.PARTY]),
        columns.PARTNERS: int(parties[found.IS_PARTNER].sum()),
        columns.COHORTS: int(row[found.COHORTS]),
        columns.PEOPLE: int(reached.loc[key, found.PEOPLE]) if key in reached.index else None,
        columns.LAST_ACTIVITY: max((held for held in days if held is not None), default=None),
    }


def _code(value: object) -> str | None:
    """The stored code as plain text, which charts and files can carry."""
    return None if value is None else str(value)
