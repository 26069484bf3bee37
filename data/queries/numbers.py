"""The numbers that people carry."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import person_identifier
from models.codes import IdentifierKind

AT_ONCE = 500
_HEADINGS = {IdentifierKind.INDUK: "induk", IdentifierKind.REGISTER: "register",
             IdentifierKind.BAPAS: "register"}  # fmt: skip


def numbers_of(session: Session, persons: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Person -> kind and number by which a file finds them: nomor induk before register."""
    found: dict[int, tuple[str, str]] = {}
    columns = person_identifier.c
    for start in range(0, len(persons), AT_ONCE):
        part = persons[start : start + AT_ONCE]
        query = sa.select(columns.wbp_id, columns.kind, columns.value).where(
            columns.wbp_id.in_(part), columns.kind.in_(list(_HEADINGS))
        )
        for person, kind, value in session.execute(query.order_by(columns.id)):
            name = _HEADINGS[IdentifierKind.of(kind)]
            if name == "induk" or person not in found:
                found[person] = (name, value)
    return found
