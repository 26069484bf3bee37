"""What a filter takes in: a unit and all below it, and the meetings that count."""

from typing import Any

import sqlalchemy as sa

from data.queries.filter import Filter
from data.queries.tables import agreement, cohort, partner, programme, programme_session, unit
from data.queries.terms import partner_cohorts
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
    """The condition that `column` (a cohort's id) is of what the filter names beside units."""
    chosen = []
    if filter.field is not None:
        run = sa.select(cohort.c.id).join(programme, programme.c.id == cohort.c.programme_id)
        chosen.append(run.where(programme.c.field == filter.field))
    if filter.agreement is not None:
        chosen.append(_run_under(agreement, cohort.c.agreement_id, filter.agreement))
    if filter.partner is not None:
        chosen.append(_run_under(partner, cohort.c.partner_id, filter.partner))
    if filter.partner is not None and filter.terms_on is not None:
        chosen.append(partner_cohorts(filter.partner, filter.terms_on))
    if filter.programme is not None:
        chosen.append(_run_under(programme, cohort.c.programme_id, filter.programme))
    return sa.and_(sa.true(), *(column.in_(run) for run in chosen))


def _run_under(
    table: sa.Table, link: "sa.ColumnElement[Any]", key: tuple[str, str]
) -> "sa.Select[Any]":
    """Ids of cohorts whose `link` leads to the row of `table` with this owner and code."""
    return (
        sa.select(cohort.c.id)
        .join(table, table.c.id == link)
        .join(unit, unit.c.id == table.c.owner_id)
        .where(unit.c.code == key[0], table.c.code == key[1])
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
