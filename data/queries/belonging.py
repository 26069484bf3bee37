"""Which rows belong to a unit, and to a month: by their own columns, or by what they refer to.

Rows that no unit owns alone (code lists, places, instruments, partners, agreements with their plans
and reports, programmes) belong to everybody: they are given along, and never withdrawn.
"""

from typing import Any

import sqlalchemy as sa

import models
from data.queries.filter import Filter
from data.queries.scope import in_period, in_units
from models.columns import Given, declaration_of, declared_columns

_TABLES = models.metadata.tables
SHARED = frozenset(
    {"code", "province", "unit", "instrument", "instrument_scale", "instrument_band",
     "attendance_mark", "partner", "agreement", "agreement_party", "programme", "wbp",
     "official_indicator", "obligation", "work_plan", "planned_activity", "progress_report",
     "progress_line", "report_step", "follow_up_action"}
)  # fmt: skip
DAYS = ("held_on", "assessed_on", "occurred_on", "offence_on", "proposed_on", "period")
_WAYS = ("cohort_id", "session_id", "assessment_id", "officer_id", "wbp_id")


def belongs(table: Any, filter: Filter) -> "sa.ColumnElement[bool]":
    """The condition that a row of `table` (or an alias of it) is the unit's, in the period."""
    name = getattr(table, "element", table).name
    if name in SHARED:
        return _people(table.c.id, filter) if name == "wbp" else sa.true()
    return sa.and_(_of_unit(table, filter), _in_time(table, filter))


def goes_along(table: Any, filter: Filter) -> "sa.ColumnElement[bool]":
    """The same, with the officers of other units whom the shared plans name."""
    own = belongs(table, filter)
    if getattr(table, "element", table).name != "officer":
        return own
    return sa.or_(own, table.c.id.in_(sa.select(_TABLES["planned_activity"].c.officer_id)))


def _of_unit(table: Any, filter: Filter) -> "sa.ColumnElement[bool]":
    if "unit_id" in table.c:
        return in_units(table.c.unit_id, filter)
    way = next((name for name in _WAYS if name in table.c), None)
    if way is None:
        return sa.true()
    if way == "wbp_id":
        return _people(table.c.wbp_id, filter)
    parent = _parent(table, way)
    return sa.and_(table.c[way].in_(sa.select(parent.c.id).where(_of_unit(parent, filter))))


def _people(column: Any, filter: Filter) -> "sa.ColumnElement[bool]":
    """Persons to whom the unit gave a number, or who were in its care."""
    number, custody = _TABLES["person_identifier"], _TABLES["custody"]
    return sa.or_(
        column.in_(sa.select(number.c.wbp_id).where(in_units(number.c.unit_id, filter))),
        column.in_(sa.select(custody.c.wbp_id).where(in_units(custody.c.unit_id, filter))),
    )


def _in_time(table: Any, filter: Filter) -> "sa.ColumnElement[bool]":
    day = next((table.c[name] for name in DAYS if name in table.c), None)
    if day is not None and isinstance(day.type, sa.Date):
        return sa.or_(day.is_(None), in_period(day, filter))
    way = next((name for name in ("session_id", "assessment_id") if name in table.c), None)
    if way is None:
        return sa.true()
    parent = _parent(table, way)
    return sa.and_(table.c[way].in_(sa.select(parent.c.id).where(_in_time(parent, filter))))


def _parent(table: Any, way: str) -> sa.Table:
    """The table that the column `way` refers to."""
    plain = _TABLES[getattr(table, "element", table).name]
    target = next((d.target for c, d in declared_columns(plain) if c.name == way), None)
    if target is None or declaration_of(plain.c[way]).given is not Given.KEY:
        target = {"cohort_id": "cohort", "session_id": "programme_session"}[way]
    return _TABLES[target]
