"""What files would do, found out by taking them in and taking that back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing.loading import plain
from data.importing.road import take_files
from data.importing.runs import Options, Outcome
from data.importing.stopped import told_in_words
from models.codes import RowAction
from models.columns import Given, declaration_of, declared_columns
from models.door import Door, Viewer

SHOWN = 200
_CHANGE = models.metadata.tables["change"]


@dataclass(frozen=True)
class Difference:
    """One value that would change: in which table, which row by its key, old and new."""

    table: str
    row: str
    label_id: str
    label_en: str
    old: str
    new: str

    def label(self, language: str) -> str:
        """The column's label in `language`."""
        return self.label_en if language == "en" else self.label_id


@dataclass(frozen=True)
class Preview:
    """What each file would do, and the first values that would change."""

    outcomes: Sequence[Outcome]
    differences: Sequence[Difference]


class _Looked(Exception):
    """Raised inside the transaction so that nothing of it stays."""


def preview(door: Door, viewer: Viewer, paths: Sequence[Path], options: Options) -> Preview:
    """Take the files in, look, and take it back. Raises what `import_files` raises."""
    found = Preview((), ())
    try:
        with told_in_words(), door.writing(viewer) as session:
            outcomes = take_files(session, viewer, paths, options)
            batches = [o.batch_id for o in outcomes if o.batch_id is not None]
            found = Preview(outcomes, differences(session, batches))
            raise _Looked
    except _Looked:
        return found


def differences(session: Session, batches: Sequence[int], most: int = SHOWN) -> list[Difference]:
    """The first `most` rows that these batches changed, value by value, old beside new."""
    query = (
        sa.select(_CHANGE.c.table_name, _CHANGE.c.row_key, _CHANGE.c.before)
        .where(_CHANGE.c.batch_id.in_(batches), _CHANGE.c.action == RowAction.UBAH)
        .order_by(_CHANGE.c.id).limit(most)
    )  # fmt: skip
    return [
        one for name, key, before in session.execute(query)
        for one in _row(session, models.metadata.tables[name], key, before)
    ]  # fmt: skip


def _row(
    session: Session, table: sa.Table, row_key: str, before: dict[str, Any]
) -> Iterator[Difference]:
    parts = zip(table.primary_key, map(int, row_key.split(":")), strict=True)
    query = sa.select(table).where(*(column == part for column, part in parts))
    now = plain(session.execute(query).one()._mapping)
    named = " / ".join(_named(session, table, now))
    for column, declaration in declared_columns(table):
        shown = declaration.given in (Given.VALUE, Given.KEY) and column.name in before
        if shown and before[column.name] != now[column.name]:
            yield Difference(
                table.name, named, declaration.label_id, declaration.label_en,
                _said(session, column, before[column.name]),
                _said(session, column, now[column.name]),
            )  # fmt: skip


def _named(session: Session, table: sa.Table, row: dict[str, Any]) -> Iterator[str]:
    """The row's natural key in words."""
    for name in models.classes[table.name].natural_key:
        yield _said(session, table.c[name], row[name])


def _said(session: Session, column: "sa.Column[Any]", value: Any) -> str:
    """A value as a file would give it; a reference by the key of what it refers to."""
    target = declaration_of(column).target
    if value is None or target is None:
        return "" if value is None else str(value)
    parent = models.metadata.tables[target]
    row = session.execute(sa.select(parent).where(parent.c.id == value)).one_or_none()
    if row is None:
        return str(value)
    if target == "wbp":
        return str(row.name)
    return " / ".join(_named(session, parent, plain(row._mapping)))
