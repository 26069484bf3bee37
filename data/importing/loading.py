"""Staged rows into the table: only what differs is written, with its before-image."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

import models
from data.importing.hashes import Hashes
from data.importing.keys import alternative_key, natural_key
from data.importing.staging import bulk_insert, plain_copy, temporary_table
from models.base import utc_now
from models.codes import RowAction

BEFORE_IMAGES_AT_ONCE = 5_000


@dataclass
class Counts:
    """What a file did to its table."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    set_aside: int = 0
    collapsed: int = 0


@dataclass(frozen=True)
class _Standing:
    """Of the staged rows: how many are stored already, differ, and differ from a screen's edit."""

    stored: int
    differing: int
    edited: int


class Loader:
    """One staging table and the statements that bring it into the target."""

    def __init__(
        self, connection: sa.Connection, target: sa.Table, columns: Sequence["sa.Column[Any]"],
        late: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.connection = connection
        self.target = target
        self.now = utc_now()
        self.names = [column.name for column in columns]
        self.late = late
        line = sa.Column("line", sa.Integer, primary_key=bool(late))  # else rows lie as staged
        self.staged = temporary_table(connection, [line, *map(plain_copy, columns)])
        given = set(self.names)
        candidates = (natural_key(target.name), alternative_key(target.name))
        self.keys = [key for key in candidates if key and set(key) <= given]
        self._standing: dict[tuple[str, ...], _Standing] = {}
        self._hashes = {key: Hashes() for key in self.keys}

    def stage(self, lines: Sequence[int], columns: Sequence[Sequence[Any]]) -> None:
        """Put rows, given column by column in order, into staging."""
        bulk_insert(self.connection, self.staged, zip(lines, *columns, strict=True))
        for key, hashes in self._hashes.items():
            parts = [columns[self.names.index(name)] for name in key]
            rows: Iterable[Any] = zip(*parts, strict=True)
            if any(None in part for part in parts):
                rows = (row for row in rows if None not in row)
            hashes.add(rows)

    def take_out(self, lines: Sequence[int]) -> None:
        """Remove staged lines, a limited number at a time."""
        if lines:
            self._standing.clear()
        for start in range(0, len(lines), 500):
            part = lines[start : start + 500]
            self.connection.execute(sa.delete(self.staged).where(self.staged.c.line.in_(part)))

    def repeated(self) -> tuple[list[int], list[int]]:
        """Lines that repeat an earlier line exactly, and lines that contradict another."""
        collapsed: list[int] = []
        conflicting: list[int] = []
        for key in self.keys:
            if not self._hashes[key].repeat():
                continue  # to have the database sort them would take ten times as long
            for lines, alike in self._groups(key):
                if alike:
                    collapsed.extend(lines[1:])
                else:
                    conflicting.extend(lines)
        return collapsed, conflicting

    def _groups(self, key: tuple[str, ...]) -> list[tuple[list[int], bool]]:
        parts = [self.staged.c[name] for name in key]
        repeated = (
            sa.select(*parts).where(*(part.is_not(None) for part in parts))
            .group_by(*parts).having(sa.func.count() > 1)
        ).subquery()  # fmt: skip
        on = sa.and_(*(self.staged.c[name] == repeated.c[name] for name in key))
        query = sa.select(self.staged).join_from(self.staged, repeated, on)
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for row in self.connection.execute(query.order_by(self.staged.c.line)):
            groups.setdefault(tuple(row._mapping[name] for name in key), []).append(row)
        return [
            ([row.line for row in rows], len({tuple(row)[1:] for row in rows}) == 1)
            for rows in groups.values()
        ]

    def edited_here(self) -> list[int]:
        """Lines whose stored row was edited on a screen since and differs."""
        lines: list[int] = []
        for key in self.keys:
            differs = self._differs(key)
            if differs is None or not self._stands(key).edited:
                continue
            query = sa.select(self.staged.c.line).where(
                *self._same(key), self.target.c.batch_id.is_(None), differs
            )
            lines.extend(self.connection.scalars(query))
        return lines

    def _stands(self, key: tuple[str, ...]) -> "_Standing":
        """How the staged rows stand to the stored ones, in one pass; asked again when some left."""
        if key not in self._standing:
            differs = self._differs(key)
            one = sa.case((differs, 1), else_=0) if differs is not None else sa.literal(0)
            own = sa.case((self.target.c.batch_id.is_(None), one), else_=0)
            query = sa.select(
                sa.func.count(), sa.func.sum(one), sa.func.sum(own)
            ).where(*self._same(key))  # fmt: skip
            stored, differing, edited = self.connection.execute(query).one()
            self._standing[key] = _Standing(stored, differing or 0, edited or 0)
        return self._standing[key]

    def load(self, batch_id: int) -> Counts:
        """Write what is new and what differs. Counts rows of the staging table."""
        counts = Counts()
        total = self._count()
        for key in self.keys:
            counts.changed += self._update(key, batch_id)
            counts.new += self._insert(key, batch_id)
        counts.unchanged = total - counts.new - counts.changed
        return counts

    def _count(self, *conditions: Any) -> int:
        query = sa.select(sa.func.count()).select_from(self.staged).where(*conditions)
        return self.connection.execute(query).scalar_one()

    def _same(self, key: tuple[str, ...]) -> list[Any]:
        return [self.target.c[name] == self.staged.c[name] for name in key]

    def _differs(self, key: tuple[str, ...]) -> Any:
        """That anything besides the key differs; `None` when a file gives the key alone."""
        compared = [
            self.target.c[name].is_distinct_from(self._cast(name))
            for name in self.names if name not in key and name not in self.late
        ]  # fmt: skip
        return sa.or_(*compared) if compared else None

    def _cast(self, name: str) -> Any:
        """The staged column under the target's type, so that both databases compare alike."""
        return sa.type_coerce(self.staged.c[name], self.target.c[name].type)

    def _update(self, key: tuple[str, ...], batch_id: int) -> int:
        differs = self._differs(key)
        if differs is None or not self._stands(key).differing:
            return 0
        where = [*self._same(key), differs]
        changed = self._keep_before_images(where, batch_id)
        if changed:
            values = {n: self._cast(n) for n in self.names if n not in key and n not in self.late}
            statement = sa.update(self.target).where(*where)
            self.connection.execute(statement.values(**values, **self._touched(batch_id)))
        return changed

    def _touched(self, batch_id: int) -> dict[str, Any]:
        stamps: dict[str, Any] = {"batch_id": batch_id}
        if "row_version" in self.target.c:
            stamps |= {"updated_at": self.now, "row_version": self.target.c.row_version + 1}
        return stamps

    def _keep_before_images(self, where: list[Any], batch_id: int) -> int:
        """Write the rows as they are before they change; gives how many."""
        change = models.metadata.tables["change"]
        kept = 0
        result = self.connection.execute(sa.select(self.target).where(*where))
        for rows in result.partitions(BEFORE_IMAGES_AT_ONCE):
            kept += len(rows)
            self.connection.execute(
                sa.insert(change),
                [
                    {
                        "batch_id": batch_id, "table_name": self.target.name,
                        "row_key": row_key(self.target, row._mapping), "at": self.now,
                        "action": RowAction.UBAH, "before": plain(row._mapping),
                        "created_at": self.now, "updated_at": self.now, "row_version": 1,
                    }
                    for row in rows
                ],
            )  # fmt: skip
        return kept

    def _insert(self, key: tuple[str, ...], batch_id: int) -> int:
        filled: list[Any] = [self.staged.c[name].is_not(None) for name in key]
        stored = self._stands(key).stored
        if stored and stored == self._count(*filled):
            return 0
        if stored:
            filled.append(~sa.exists().where(*self._same(key)))
        values: dict[str, Any] = {
            name: self.staged.c[name] for name in self.names if name not in self.late
        }
        values |= {name: sa.literal(v, self.target.c[name].type) for name, v in
                   self._added(batch_id).items()}  # fmt: skip
        order = [self.staged.c[column.name] for column in self.target.primary_key
                 if column.name in self.staged.c]  # fmt: skip
        select = sa.select(*values.values()).where(*filled).order_by(*order)
        statement = sa.insert(self.target).from_select(list(values), select, include_defaults=False)
        options = {"preserve_rowcount": True}
        return self.connection.execute(statement, execution_options=options).rowcount

    def _added(self, batch_id: int) -> dict[str, Any]:
        """What a new row gets besides what the file gives: stamps and scalar defaults."""
        added: dict[str, Any] = {"batch_id": batch_id}
        if "created_at" in self.target.c:
            added |= {"created_at": self.now, "updated_at": self.now, "row_version": 1}
        for column in self.target.columns:
            default: Any = column.default
            absent = column.name not in self.names and column.name not in added
            if absent and default is not None and default.is_scalar and not column.nullable:
                added[column.name] = default.arg
        return added

    def set_late(self, name: str, ids: dict[int, int | None], batch_id: int) -> set[int]:
        """Set a reference to the same table once its rows stand; gives the changed lines."""
        key = self.keys[0]
        column = self.staged.c[name]
        self.connection.execute(
            sa.update(self.staged).where(self.staged.c.line == sa.bindparam("at")).values(
                {name: sa.bindparam("to")}
            ),
            [{"at": line, "to": identity} for line, identity in ids.items()],
        )  # fmt: skip
        where = [*self._same(key), self.target.c[name].is_distinct_from(column)]
        lines = set(self.connection.scalars(sa.select(self.staged.c.line).where(*where)))
        older = [*where, self.target.c.batch_id.is_distinct_from(batch_id)]
        self._keep_before_images(older, batch_id)
        self.connection.execute(
            sa.update(self.target).where(*where).values({name: column, "batch_id": batch_id})
        )
        return lines

    def lines_of_batch(self, batch_id: int) -> set[int]:
        """The staged lines whose row this batch has written."""
        query = sa.select(self.staged.c.line).where(
            *self._same(self.keys[0]), self.target.c.batch_id == batch_id
        )
        return set(self.connection.scalars(query))


def row_key(table: sa.Table, row: Any) -> str:
    """The primary key of a row as text."""
    return ":".join(str(row[column.name]) for column in table.primary_key)


def plain(row: Any) -> dict[str, Any]:
    """A row as JSON can hold it."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime | time) else value
        for name, value in row.items()
    }
