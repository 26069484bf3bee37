"""Days and months in SQL, the same on SQLite and PostgreSQL."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from data.queries.filter import Filter

Window = tuple[date, date]


class days_between(sa.sql.functions.GenericFunction[int]):  # noqa: N801 (reads as a SQL function)
    """`days_between(first, last)`: whole days from the first date to the last."""

    type = sa.Integer()
    inherit_cache = True


@compiles(days_between)
def _subtract(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    first, last = (compiler.process(part, **settings) for part in element.clauses)
    return f"({last} - {first})"


@compiles(days_between, "sqlite")
def _subtract_julian_days(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    first, last = (compiler.process(part, **settings) for part in element.clauses)
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"


class days_after(sa.sql.functions.GenericFunction[date]):  # noqa: N801 (reads as a SQL function)
    """`days_after(day, number)`: the day so many days later; earlier for a number below 0."""

    type = sa.Date()
    inherit_cache = True


@compiles(days_after)
def _add(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    day, number = (compiler.process(part, **settings) for part in element.clauses)
    return f"({day} + {number})"


@compiles(days_after, "sqlite")
def _add_days(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    day, number = (compiler.process(part, **settings) for part in element.clauses)
    return f"date({day}, {number} || ' days')"


class month_of(sa.sql.functions.GenericFunction[date]):  # noqa: N801 (reads as a SQL function)
    """`month_of(day)`: the first day of its month."""

    type = sa.Date()
    inherit_cache = True


@compiles(month_of)
def _truncate(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    (day,) = (compiler.process(part, **settings) for part in element.clauses)
    return f"CAST(date_trunc('month', {day}) AS DATE)"


@compiles(month_of, "sqlite")
def _start_of_month(element: Any, compiler: SQLCompiler, **settings: Any) -> str:
    (day,) = (compiler.process(part, **settings) for part in element.clauses)
    return f"date({day}, 'start of month')"


def next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months(filter: Filter) -> list[Window]:
    """The calendar months of the period, the first and the last cut to it."""
    found = []
    start = filter.start
    while start < filter.end:
        following = next_month(start)
        found.append((start, min(following, filter.end)))
        start = following
    return found


def windows(periods: Sequence[Window]) -> sa.CTE:
    """Periods `[first, until)` as a relation to join with."""
    return (
        sa.values(sa.column("first", sa.Date), sa.column("until", sa.Date), name="period")
        .data(list(periods))
        .cte()
    )
