"""Files kept for a row. Their names may tell about persons: never to be kept in a cache."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from data.queries.kept import kept_for
from models.codes import DocumentKind


@dataclass(frozen=True)
class Kept:
    """One stored file; it stands in the folder of documents under its hash."""

    sha256: str
    name: str
    kind: DocumentKind
    size: int
    at: datetime


def files_of(session: Session, table_name: str, row_id: int) -> list[Kept]:
    """The files of this row, the oldest first."""
    return [Kept(*row) for row in kept_for(session, table_name, row_id)]
