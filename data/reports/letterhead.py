"""Whose paper a report stands on, and on which state of the data it rests."""

from dataclasses import dataclass, fields

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import database_state, setting
from models.codes import DatabaseMode

PREFIX = "kop_"  # of the keys in `setting`: kop_ministry, kop_directorate, ...


@dataclass(frozen=True)
class Letterhead:
    """The lines above a document, and who signs below it.

    The ministry's name has changed before: it is never assumed. Without a signer there is room
    for name and number, to be written by hand.
    """

    ministry: str | None = None
    directorate: str | None = None
    office: str | None = None
    address: str | None = None
    city: str | None = None
    position: str | None = None
    signer: str | None = None
    nip: str | None = None


LINES = tuple(field.name for field in fields(Letterhead))


def letterhead(session: Session) -> Letterhead:
    """The letterhead as the settings have it; a line that nobody wrote is None."""
    keys = [PREFIX + line for line in LINES]
    query = sa.select(setting.c.key, setting.c.value).where(setting.c.key.in_(keys))
    kept = {key.removeprefix(PREFIX): value or None for key, value in session.execute(query)}
    return Letterhead(**kept)


@dataclass(frozen=True)
class Basis:
    """The state of the data that a report was made from, and whether they are sample data."""

    data_version: int
    sample: bool


def basis(session: Session) -> Basis:
    """The state of the data that the session sees."""
    state = database_state.c
    version, mode = session.execute(sa.select(state.data_version, state.mode)).one()
    return Basis(int(version), mode == DatabaseMode.DEMO)
