"""Undoing what files did: inserted rows go, changed and withdrawn ones come back as they were.

It is allowed while nothing later stands on those rows: no other file or screen has changed them
since, and no row that stays refers to one that would go.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, UTCDateTime

import models
from data.errors import SinergiError
from data.sheets import sheets
from models.base import utc_now
from models.codes import RowAction
from models.door import Door, Viewer

AT_ONCE = 5_000
_TABLES = models.metadata.tables
_BATCH, _CHANGE = _TABLES["import_batch"], _TABLES["change"]
_FROM_TEXT: tuple[tuple[type[Any], Callable[[str], Any]], ...] = (
    (UTCDateTime, datetime.fromisoformat), (sa.DateTime, datetime.fromisoformat),
    (sa.Date, date.fromisoformat), (sa.Time, time.fromisoformat),
)  # fmt: skip


@dataclass
class Undone:
    """How many rows of each table went, and how many came back as they were."""

    removed: Counter[str] = field(default_factory=Counter)
    restored: Counter[str] = field(default_factory=Counter)


class UndoRefused(SinergiError):
    """An undo that may not be; the sentences say what stands on the rows."""


class _Rehearsal(Exception):
    """Raised inside the transaction so that nothing of a rehearsal stays."""


def undo(session: Session, viewer: Viewer, batch_ids: Sequence[int]) -> Undone:
    """Undo these batches together, e.g. all that one file made.

    Raises `UndoRefused`, and then the transaction must not be committed.
    """
    batches = sorted(set(batch_ids))
    _check_known(session, batches)
    if later := list(_changed_later(session, batches)):
        raise _refused("diubah_kemudian", later)
    undone = Undone()
    _restore(session, batches, undone)
    if standing := list(_referring(session, batches)):
        raise _refused("masih_dirujuk", standing)
    for sheet in reversed(sheets()):
        gone = _run(session, sa.delete(sheet.table).where(sheet.table.c.batch_id.in_(batches)))
        undone.removed.update({sheet.name: gone} if gone else {})
    _mark(session, viewer, batches)
    return undone


def rehearse_undo(door: Door, viewer: Viewer, batch_ids: Sequence[int]) -> Undone:
    """What `undo` would do, found out by doing it and taking it back. Raises `UndoRefused`."""
    undone = Undone()
    try:
        with door.writing(viewer) as session:
            undone = undo(session, viewer, batch_ids)
            raise _Rehearsal
    except _Rehearsal:
        return undone


def together(session: Session, batch_id: int) -> list[int]:
    """The batches that the same file made at the same time, or the same bundle; undone ones not."""
    one = session.execute(sa.select(_BATCH).where(_BATCH.c.id == batch_id)).one_or_none()
    if one is None or one.undone_at is not None:
        return [batch_id]
    same = [_BATCH.c.sha256 == one.sha256]
    if one.sequence is not None:
        same = [_BATCH.c.unit_code == one.unit_code, _BATCH.c.month == one.month,
                _BATCH.c.sequence == one.sequence]  # fmt: skip
    query = sa.select(_BATCH.c.id).where(*same, _BATCH.c.undone_at.is_(None))
    return list(session.scalars(query.order_by(_BATCH.c.id)))


def _check_known(session: Session, batches: Sequence[int]) -> None:
    query = sa.select(_BATCH.c.id, _BATCH.c.undone_at).where(_BATCH.c.id.in_(batches))
    found = {row.id: row.undone_at for row in session.execute(query)}
    for batch in batches:
        if batch not in found:
            raise UndoRefused(
                "kiriman_tidak_ada",
                f"Kiriman {batch} tidak ada. Lihat nomornya dengan `sinergi history`.",
                f"There is no batch {batch}. `sinergi history` lists their numbers.",
            )
        if found[batch] is not None:
            raise UndoRefused(
                "sudah_dibatalkan", f"Kiriman {batch} sudah dibatalkan.",
                f"Batch {batch} was undone already.",
            )  # fmt: skip


def _changed_later(session: Session, batches: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Who changed rows of these batches since, in both languages."""
    earlier = _CHANGE.c.before["batch_id"].as_integer()
    query = (
        sa.select(_CHANGE.c.batch_id, _CHANGE.c.table_name, sa.func.count())
        .join_from(_CHANGE, _BATCH, _BATCH.c.id == _CHANGE.c.batch_id, isouter=True)
        .where(earlier.in_(batches), _BATCH.c.undone_at.is_(None),
               sa.or_(_CHANGE.c.batch_id.is_(None), _CHANGE.c.batch_id.not_in(batches)))
        .group_by(_CHANGE.c.batch_id, _CHANGE.c.table_name)
        .order_by(_CHANGE.c.batch_id, _CHANGE.c.table_name)
    )  # fmt: skip
    for batch, table, count in session.execute(query):
        if batch is None:
            yield (f"{count} baris {table} diubah di layar",
                   f"{count} rows of {table} were edited on a screen")  # fmt: skip
        else:
            yield (f"{count} baris {table} diubah oleh kiriman {batch}",
                   f"{count} rows of {table} were changed by batch {batch}")  # fmt: skip


def _restore(session: Session, batches: Sequence[int], undone: Undone) -> None:
    """Bring the before-images back, the latest first, so that the earliest one stays.

    What these batches themselves inserted and changed again keeps their number, and goes later.
    """
    for name, action in _steps(session, batches):
        table = _TABLES[name]
        query = (
            sa.select(_CHANGE.c.before)
            .where(_CHANGE.c.batch_id.in_(batches), _CHANGE.c.table_name == name,
                   _CHANGE.c.action == action)
            .order_by(_CHANGE.c.id.desc())
        )  # fmt: skip
        for images in session.scalars(query).partitions(AT_ONCE):
            rows = [_typed(table, image) for image in images]
            if action is RowAction.HAPUS:
                session.connection().execute(sa.insert(table), rows)
            else:
                _overwrite(session, table, rows, batches)
            outside = sum(row["batch_id"] not in batches for row in rows)
            undone.restored.update({name: outside} if outside else {})


def _steps(session: Session, batches: Sequence[int]) -> list[tuple[str, RowAction]]:
    """The tables with before-images: withdrawn rows first, parents before children."""
    pairs = {
        (row.table_name, row.action)
        for row in session.execute(
            sa.select(_CHANGE.c.table_name, _CHANGE.c.action)
            .where(_CHANGE.c.batch_id.in_(batches)).distinct()
        )
    }  # fmt: skip
    order = [sheet.name for sheet in sheets()]
    actions = (RowAction.HAPUS, RowAction.UBAH)
    return [(name, action) for action in actions for name in order if (name, action) in pairs]


def _typed(table: sa.Table, image: dict[str, Any]) -> dict[str, Any]:
    """A before-image as values of the table's columns."""
    return {
        column.name: _value(column, image[column.name])
        for column in table.columns if column.computed is None and column.name in image
    }  # fmt: skip


def _value(column: "sa.Column[Any]", value: Any) -> Any:
    made = next((make for kind, make in _FROM_TEXT if isinstance(column.type, kind)), None)
    return made(value) if made is not None and isinstance(value, str) else value


def _overwrite(
    session: Session, table: sa.Table, rows: list[dict[str, Any]], batches: Sequence[int]
) -> None:
    keys = [column.name for column in table.primary_key]
    names = [name for name in rows[0] if name not in (*keys, "row_version")]
    where = [table.c[name] == sa.bindparam(f"key_{name}") for name in keys]
    values: dict[str, Any] = {name: sa.bindparam(f"to_{name}") for name in names}
    if "row_version" in table.c:
        values["row_version"] = table.c.row_version + 1
    given = [
        {f"key_{name}": row[name] for name in keys} | {f"to_{name}": row[name] for name in names}
        for row in rows
    ]
    session.connection().execute(sa.update(table).where(*where).values(values), given)


def _referring(session: Session, batches: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Rows that would stay and refer to rows that would go."""
    for child in models.metadata.tables.values():
        for key in child.foreign_key_constraints:
            parent = key.referred_table
            if parent.name in ("import_batch",) or "batch_id" not in parent.c:
                continue
            if count := _refer(session, child, key, batches):
                yield (
                    f"{count} baris {child.name} merujuk {parent.name} dari kiriman ini",
                    f"{count} rows of {child.name} refer to {parent.name} of this batch",
                )


def _refer(
    session: Session, child: sa.Table, key: sa.ForeignKeyConstraint, batches: Sequence[int]
) -> int:
    going = key.referred_table.alias("going")
    staying = child.alias("staying")
    on = [staying.c[e.parent.name] == going.c[e.column.name] for e in key.elements]
    query = (
        sa.select(sa.func.count()).select_from(staying.join(going, sa.and_(*on)))
        .where(going.c.batch_id.in_(batches))
    )  # fmt: skip
    if "batch_id" in child.c:
        outside = sa.or_(staying.c.batch_id.is_(None), staying.c.batch_id.not_in(batches))
        query = query.where(outside)
    return int(session.execute(query).scalar_one())


def _mark(session: Session, viewer: Viewer, batches: Sequence[int]) -> None:
    """The batches are undone, their refused rows forgotten, and it is written who did it."""
    rejected, now = _TABLES["rejected_row"], utc_now()
    _run(session, sa.delete(rejected).where(rejected.c.batch_id.in_(batches)))
    _run(session, sa.update(_BATCH).where(_BATCH.c.id.in_(batches)).values(
        undone_at=now, updated_at=now, row_version=_BATCH.c.row_version + 1))  # fmt: skip
    session.add_all(
        models.Change(account=viewer.account, table_name="import_batch", row_key=str(batch),
                      action=RowAction.UBAH, at=now, before={"undone_at": None})
        for batch in batches
    )  # fmt: skip


def _run(session: Session, statement: Any) -> int:
    options = {"preserve_rowcount": True}
    return int(session.connection().execute(statement, execution_options=options).rowcount)


def _refused(code: str, reasons: list[tuple[str, str]]) -> UndoRefused:
    said_id, said_en = ("; ".join(words) for words in zip(*reasons, strict=True))
    return UndoRefused(
        code, f"Tidak dapat dibatalkan: {said_id}. Batalkan itu lebih dahulu, atau biarkan.",
        f"Cannot be undone: {said_en}. Undo that first, or leave it as it is.",
    )  # fmt: skip
