"""Temporary tables and fast bulk inserts, on both databases."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from typing import Any

import sqlalchemy as sa

VALUES_AT_ONCE = 900  # in one statement; older SQLite takes 999
_NUMBERS = count(1)


def temporary_table(connection: sa.Connection, columns: Sequence["sa.Column[Any]"]) -> sa.Table:
    """A new empty temporary table with `columns`; it is gone when the transaction's user is."""
    name = f"staged_{next(_NUMBERS)}"
    table = sa.Table(name, sa.MetaData(), *columns, prefixes=["TEMPORARY"])
    table.create(connection)
    return table


def plain_copy(column: "sa.Column[Any]") -> "sa.Column[Any]":
    """A column of the same type without keys, defaults and constraints."""
    kind = sa.Text() if isinstance(column.type, sa.Enum) else column.type
    return sa.Column(column.name, kind)


def bulk_insert(connection: sa.Connection, table: sa.Table, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of database-ready values in column order: executemany or COPY."""
    names = [column.name for column in table.columns]
    raw = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        _insert_together(raw, table.name, len(names), rows)
        return
    quoted = ", ".join(f'"{name}"' for name in names)
    if raw is not None:
        with (
            raw.cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy,
        ):
            for row in rows:
                copy.write_row(row)


def _insert_together(raw: Any, name: str, width: int, rows: Iterable[Sequence[Any]]) -> None:
    """Many rows a statement: SQLite then takes half the time of one row each."""
    row = f"({', '.join('?' * width)})"
    together = max(1, VALUES_AT_ONCE // width)
    size, values = together * width, chain.from_iterable(rows)
    rest: tuple[Any, ...] = ()

    def whole() -> Iterator[tuple[Any, ...]]:
        nonlocal rest
        while len(rest := tuple(islice(values, size))) == size:
            yield rest

    insert = f'INSERT INTO "{name}" VALUES '  # noqa: S608  our own names
    raw.executemany(insert + ", ".join([row] * together), whole())
    raw.executemany(insert + row, (rest[at : at + width] for at in range(0, len(rest), width)))


def driver_rows(connection: sa.Connection, query: Any) -> list[Any]:
    """All rows of a query as the driver gives them: no value is converted, no row wrapped."""
    result = connection.execute(query)
    cursor = result.cursor
    rows = list(cursor.fetchall()) if cursor is not None else []
    result.close()
    return rows


def empty(connection: sa.Connection, table: sa.Table) -> None:
    """Take all rows out of a temporary table."""
    if connection.dialect.name == "postgresql":  # deleted rows would still be read
        connection.execute(sa.text(f'TRUNCATE "{table.name}"'))
    else:
        connection.execute(sa.delete(table))


def stored_form(connection: sa.Connection, column: "sa.Column[Any]") -> Any:
    """A function that turns a day or time into what this database stores, or `None`."""
    if not isinstance(column.type, sa.Date | sa.Time):
        return None
    return column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
