"""A look at a dataset before it is given out. Nothing leaves the unit, so nothing is recorded."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from data.exporting.allowing import looked_at
from data.exporting.flattening import Field
from data.exporting.partner import check_terms
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset
from data.queries.terms import partners_to_tell
from models.codes import DisclosureLevel

Partners = Mapping[tuple[str, str], str]


def partners_with_terms(session: Session, today: date) -> Partners:
    """Who may be given files today: owner and code -> name, by name."""
    rows = session.execute(partners_to_tell(today))
    return {(owner, code): name for owner, code, name in rows}


def rows_in(session: Session, request: ExportRequest) -> int:
    """How many rows the file would have. Raises `SinergiError` as `look` does."""
    dataset, _ = _checked(session, request)
    query = dataset.query(request.filter)
    if dataset.shape is not None:
        return len(dataset.shape(session, request, session.execute(query).all()).rows)
    counted = sa.select(sa.func.count()).select_from(query.order_by(None).subquery())
    return int(session.scalar(counted) or 0)


def look(session: Session, request: ExportRequest, most: int) -> Sequence[Sequence[Any]]:
    """The first rows of a file at the same level. Its purpose is not asked yet.

    Raises `SinergiError` for what may not be given out at the level of `request`.
    """
    dataset, fields = _checked(session, request)
    query = dataset.query(request.filter)
    if dataset.shape is not None:
        rows = dataset.shape(session, request, session.execute(query).all()).rows[:most]
    else:
        rows = session.execute(query.limit(most)).all()
    places = [dataset.fields.index(field) for field in fields]
    return [tuple(row[place] for place in places) for row in rows]


def _checked(session: Session, request: ExportRequest) -> tuple[Dataset, Sequence[Field]]:
    dataset, fields = looked_at(request)
    if request.level == DisclosureLevel.MITRA:
        check_terms(session, request, dataset)
    return dataset, fields
