"""A look at a dataset before it is given out. Nothing leaves the unit, so nothing is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.exporting.allowing import looked_at
from data.exporting.partner import check_terms
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset
from data.queries.terms import partners_to_tell
from models.codes import DisclosureLevel


@dataclass(frozen=True)
class Look:
    """How many rows the file would have, and the first of them under the chosen columns."""

    total: int
    rows: Sequence[Sequence[Any]]


Partners = Mapping[tuple[str, str], str]


def partners_with_terms(session: Session, today: date) -> Partners:
    """Who may be given files today: owner and code -> name, by name."""
    rows = session.execute(partners_to_tell(today))
    return {(owner, code): name for owner, code, name in rows}


def look(session: Session, request: ExportRequest, most: int) -> Look:
    """What a file would hold: the same rows at the same level. Its purpose is not asked yet.

    Raises `SinergiError` for what may not be given out at the level of `request`.
    """
    dataset, fields = looked_at(request)
    if request.level == DisclosureLevel.MITRA:
        check_terms(session, request, dataset)
    places = [dataset.fields.index(field) for field in fields]
    total, rows = _rows(session, dataset, request, most)
    return Look(total, [tuple(row[place] for place in places) for row in rows])


def _rows(
    session: Session, dataset: Dataset, request: ExportRequest, most: int
) -> tuple[int, Sequence[Sequence[Any]]]:
    query = dataset.query(request.filter)
    if dataset.shape is not None:
        made = dataset.shape(session, request, session.execute(query).all()).rows
        return len(made), made[:most]
    counted = sa.select(sa.func.count()).select_from(query.order_by(None).subquery())
    return int(session.scalar(counted) or 0), session.execute(query.limit(most)).all()
