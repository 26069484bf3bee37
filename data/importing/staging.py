"""Temporary tables and fast bulk inserts, on both databases."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

import sqlalchemy as sa

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
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{table.name}" VALUES ({marks})'  # noqa: S608  our own names
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.executemany(statement, rows)
        return
    quoted = ", ".join(f'"{name}"' for name in names)
    raw = connection.connection.driver_connection
    if raw is not None:
        with (
            raw.cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy,
        ):
            for row in rows:
                copy.write_row(row)


def empty(connection: sa.Connection, table: sa.Table) -> None:
    """Take all rows out of a temporary table."""
    connection.execute(sa.delete(table))


def stored_form(connection: sa.Connection, column: "sa.Column[Any]") -> Any:
    """A function that turns a day or time into what this database stores, or `None`."""
    if not isinstance(column.type, sa.Date | sa.Time):
        return None
    return column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
