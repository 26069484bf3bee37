"""A table as its file: references turned back into the headings of natural keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import UTCDateTime

import models
from data.queries.filter import Filter
from data.queries.scope import in_field, in_period, in_units
from models.codes import IdentifierKind
from models.columns import Declaration, Given, Heading, declaration_of, declared_columns

DAYS = ("held_on", "assessed_on", "occurred_on", "offence_on", "proposed_on")
KINDS: tuple[tuple[type[Any], str], ...] = (
    (sa.Boolean, "boolean"), (sa.Enum, "string"), (sa.Integer, "integer"), (sa.Float, "number"),
    (sa.Numeric, "number"), (sa.Date, "date"), (sa.DateTime, "datetime"), (UTCDateTime, "datetime"),
    (sa.Time, "time"),
)  # fmt: skip
_NOT_IN_FILES = frozenset(
    {"account", "database_state", "setting", "rejected_row", "change", "attendance_tally",
     "stale_tally"}
)  # fmt: skip


Condition = Callable[[Any], "sa.ColumnElement[bool]"]


@dataclass(frozen=True)
class Field:
    """One heading of the file and the declaration it comes from."""

    heading: Heading
    column: "sa.Column[Any]"
    declaration: Declaration

    @property
    def kind(self) -> str:
        """The Table Schema type of its cells; a key is given by text, not by an id."""
        if self.declaration.given is Given.KEY:
            return "string"
        return next((name for kind, name in KINDS if isinstance(self.column.type, kind)), "string")


def exportable_tables() -> list[str]:
    """Tables that can be given out, parents first: those whose columns files know by a heading."""
    names = (table.name for table in models.metadata.sorted_tables)
    return [name for name in names if name not in _NOT_IN_FILES and fields_of(name)]


def fields_of(table_name: str) -> list[Field]:
    """The headings of a table's file, each once, in declared order."""
    fields: dict[str, Field] = {}
    for column, declaration in declared_columns(models.metadata.tables[table_name]):
        for heading in _headings(column, declaration):
            fields.setdefault(heading.id, Field(heading, column, declaration))
    return list(fields.values())


def _headings(column: "sa.Column[Any]", declaration: Declaration) -> Sequence[Heading]:
    if declaration.given is Given.KEY:
        return declaration.path
    if declaration.heading is not None:
        return (declaration.heading,)
    if column.table.name in _RECORDS and not column.name.endswith("_list"):
        return (Heading(column.name, column.name),)
    return ()


_RECORDS = frozenset({"import_batch", "export_record"})


def file_query(
    table_name: str, filter: Filter | None = None, *, only: Condition | None = None
) -> "sa.Select[Any]":
    """The rows of a table, one expression for each heading of `fields_of`.

    `filter` narrows by unit and field where the table has them, and by period where it has a
    day of its own; a row without that day stays in. `only` gives a condition of its own.
    """
    table = models.metadata.tables[table_name]
    builder = _Builder(table)
    columns = builder.columns()
    query = sa.select(*columns).select_from(builder.source)
    if filter is not None:
        query = query.where(*_conditions(builder.base, filter))
    if only is not None:
        query = query.where(only(builder.base))
    key = [builder.base.c[column.name] for column in table.primary_key]
    return query.order_by(*key)


def _conditions(base: Any, filter: Filter) -> list["sa.ColumnElement[bool]"]:
    found = []
    if "unit_id" in base.c:
        found.append(in_units(base.c.unit_id, filter))
    if "cohort_id" in base.c:
        found.append(in_field(base.c.cohort_id, filter))
    day = next((base.c[name] for name in DAYS if name in base.c), None)
    if day is not None:
        found.append(sa.or_(day.is_(None), in_period(day, filter)))
    return found


class _Builder:
    """Collects the joins that the headings need."""

    def __init__(self, table: sa.Table) -> None:
        self.table = table
        self.base = table.alias("base")
        self.source: Any = self.base
        if table.name == "wbp":
            self._one_line_per_issuing_unit()

    def columns(self) -> list[Any]:
        """The expressions, labelled by heading."""
        found: dict[str, Any] = {}
        for column, declaration in declared_columns(self.table):
            if declaration.given is Given.KEY:
                leaves = self._leaves(self.base, column.name, declaration)
                for heading, leaf in zip(declaration.path, leaves, strict=True):
                    found.setdefault(heading.id, leaf)
            else:
                for heading in _headings(column, declaration):
                    found.setdefault(heading.id, self.base.c[column.name])
        return [expression.label(heading) for heading, expression in found.items()]

    def _leaves(self, alias: Any, name: str, declaration: Declaration) -> list[Any]:
        target = models.metadata.tables[str(declaration.target)]
        if target.name == "wbp":
            person = self.base.c.id if self.table.name == "wbp" else alias.c[name]
            return self._numbers(alias, person)
        parent = target.alias()
        self.source = self.source.outerjoin(parent, parent.c.id == alias.c[name])
        if target.name == "enrolment":
            return self._enrolment_leaves(parent)
        leaves: dict[str, Any] = {}  # a heading that two keys of the target share is one cell
        for part in models.classes[target.name].natural_key:
            inner = declaration_of(target.c[part])
            if inner.given is Given.KEY:
                for heading, leaf in zip(
                    inner.path, self._leaves(parent, part, inner), strict=True
                ):
                    leaves.setdefault(heading.id, leaf)
            else:
                leaves[part if inner.heading is None else inner.heading.id] = parent.c[part]
        return list(leaves.values())

    def _enrolment_leaves(self, enrolment: Any) -> list[Any]:
        table = models.metadata.tables["enrolment"]
        cohort = self._leaves(enrolment, "cohort_id", declaration_of(table.c.cohort_id))
        person = self._leaves(enrolment, "wbp_id", declaration_of(table.c.wbp_id))
        officer = self._leaves(enrolment, "officer_id", declaration_of(table.c.officer_id))
        return [*cohort, *person[1:], *officer]

    def _one_line_per_issuing_unit(self) -> None:
        numbers = models.metadata.tables["person_identifier"]
        self.issuers = sa.select(numbers.c.wbp_id, numbers.c.unit_id).distinct().subquery("issuers")
        self.source = self.source.outerjoin(self.issuers, self.issuers.c.wbp_id == self.base.c.id)

    def _numbers(self, alias: Any, person: Any) -> list[Any]:
        """Unit, nomor induk and the register number at that unit."""
        unit_id = self.issuers.c.unit_id if self.table.name == "wbp" else _unit_of(alias, person)
        unit = models.metadata.tables["unit"].alias()
        code = sa.select(unit.c.code).where(unit.c.id == unit_id).scalar_subquery()
        return [
            code, _number(person, (IdentifierKind.INDUK,), None),
            _number(person, _REGISTERS, unit_id),
        ]  # fmt: skip


_REGISTERS = (IdentifierKind.REGISTER, IdentifierKind.BAPAS)


def _unit_of(alias: Any, person: Any) -> Any:
    """The row's unit; without one, the first that gave the person a register number."""
    if "unit_id" in alias.c:
        return alias.c.unit_id
    numbers = models.metadata.tables["person_identifier"].alias()
    return (
        sa.select(sa.func.min(numbers.c.unit_id))
        .where(numbers.c.wbp_id == person, numbers.c.kind.in_(_REGISTERS))
        .scalar_subquery()
    )


def _number(person: Any, kinds: Sequence[IdentifierKind], unit_id: Any) -> Any:
    numbers = models.metadata.tables["person_identifier"].alias()
    query = sa.select(sa.func.min(numbers.c.value)).where(
        numbers.c.wbp_id == person, numbers.c.kind.in_(kinds)
    )
    return (
        query if unit_id is None else query.where(numbers.c.unit_id == unit_id)
    ).scalar_subquery()
