"""What a filter takes in: a unit and all below it, and the meetings that count."""

from typing import Any

import sqlalchemy as sa

from data.queries.filter import Filter
from data.queries.tables import cohort, programme, programme_session, unit
from models.codes import SessionStatus

HELD = programme_session.c.status == SessionStatus.TERLAKSANA


def units_below(code: str) -> "sa.Select[Any]":
    """Ids of the unit with this code and of all below it; a loop in the tree ends."""
    tree = sa.select(unit.c.id).where(unit.c.code == code).cte(recursive=True)
    below = unit.alias("below")
    tree = tree.union(sa.select(below.c.id).join(tree, below.c.parent_id == tree.c.id))
    return sa.select(tree.c.id)


def in_units(column: "sa.ColumnElement[Any]", filter: Filter) -> "sa.ColumnElement[bool]":
    """The condition that `column` (a unit's id) lies in the chosen units."""
    return sa.true() if filter.unit is None else column.in_(units_below(filter.unit))


def in_field(column: "sa.ColumnElement[Any]", filter: Filter) -> "sa.ColumnElement[bool]":
    """The condition that `column` (a cohort's id) belongs to the chosen field."""
    if filter.field is None:
        return sa.true()
    return column.in_(
        sa.select(cohort.c.id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(programme.c.field == filter.field)
    )


def sessions_held(filter: Filter) -> "sa.ColumnElement[bool]":
    """The condition on `programme_session`: held, in the chosen units and field.

    Cancelled meetings and planned ones do not count. The period is not part of it.
    """
    return sa.and_(
        HELD,
        in_units(programme_session.c.unit_id, filter),
        in_field(programme_session.c.cohort_id, filter),
    )


def in_period(column: "sa.ColumnElement[Any]", filter: Filter) -> "sa.ColumnElement[bool]":
    """The condition that the date `column` lies in the period; its end is not part of it."""
    return sa.and_(column >= filter.start, column < filter.end)
