"""What a file of each table looks like: its headings, derived from the declarations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

import models
from data.neutral import restored
from models.base import PERSON
from models.columns import Declaration, Given, Heading, declared_columns

NEVER_IN_FILES = frozenset(
    {"account", "setting", "database_state", "import_batch", "rejected_row", "change",
     "export_record", "document", "attendance_tally", "stale_tally"}
)  # fmt: skip
_PERSON_NUMBERS = PERSON[1:]
_SEPARATORS = re.compile(r"[\s_\-./]+")


def normal(heading: str) -> str:
    """A heading without case, spacing and punctuation, so that variants meet."""
    plain = restored(heading.replace("\ufeff", "").strip())
    return _SEPARATORS.sub("_", plain.casefold()).strip("_")


@dataclass(frozen=True)
class Sheet:
    """The file of one table: which headings it takes and which of them it must have."""

    table: sa.Table
    headings: tuple[Heading, ...]
    required: frozenset[str]
    one_of: tuple[Heading, ...]

    @property
    def name(self) -> str:
        """The table's name, which is also the file's."""
        return self.table.name

    def lookup(self) -> dict[str, str]:
        """Normalised heading in either language -> canonical heading."""
        found = {normal(heading.en): heading.id for heading in self.headings}
        return found | {normal(heading.id): heading.id for heading in self.headings}


def file_columns(table: sa.Table) -> Iterator[tuple["sa.Column[Any]", Declaration]]:
    """The columns of `table` that a file gives, as a value or by a key."""
    for column, declaration in declared_columns(table):
        if declaration.given in (Given.VALUE, Given.KEY):
            yield column, declaration


def headings_of(declaration: Declaration) -> tuple[Heading, ...]:
    """The headings that give one column."""
    return declaration.path if declaration.heading is None else (declaration.heading,)


def is_required(column: "sa.Column[Any]") -> bool:
    """Whether a row must give this column: no default, not nullable."""
    return not column.nullable and column.default is None


@cache
def sheet_of(table_name: str) -> Sheet:
    """The sheet of a table. Raises `KeyError` for a table that no file gives."""
    if table_name in NEVER_IN_FILES:
        raise KeyError(table_name)
    table = models.metadata.tables[table_name]
    headings: dict[str, Heading] = {}
    required: set[str] = set()
    one_of: tuple[Heading, ...] = ()
    for column, declaration in file_columns(table):
        for heading in headings_of(declaration):
            headings.setdefault(heading.id, heading)
        if is_required(column):
            required |= {h.id for h in headings_of(declaration) if h not in _PERSON_NUMBERS}
        if set(_PERSON_NUMBERS) <= set(headings_of(declaration)):
            one_of = _PERSON_NUMBERS
    if table_name != "wbp" and one_of and not _unit_stands_alone(table):
        required.discard(PERSON[0].id)
    if table_name == "attendance":
        required.discard("nip")
    return Sheet(table, tuple(headings.values()), frozenset(required), one_of)


def _unit_stands_alone(table: sa.Table) -> bool:
    """Whether the unit is needed by more than the person's register number."""
    return any(
        PERSON[0] in headings_of(declaration) and declaration.target != "wbp"
        for column, declaration in file_columns(table)
        if is_required(column)
    )


@cache
def own_positions(sheet: Sheet, declaration: Declaration) -> tuple[int, ...]:
    """Which leaves of a key make a reference when filled: not its owner, not what rows need anyway.

    A row that gives only `unit_mitra` names no partner, and one whose instrument is needed
    anyway names no parent scale by it.
    """
    needed = {
        heading
        for column, other in file_columns(sheet.table)
        if is_required(column) and other is not declaration
        for heading in headings_of(other)
    }
    start = 1 if len(declaration.path) > 1 else 0
    own = [i for i, h in enumerate(declaration.path) if i >= start and h not in needed]
    return tuple(own) or tuple(range(len(declaration.path)))


@cache
def sheets() -> tuple[Sheet, ...]:
    """All sheets, parents before children."""
    ordered = models.metadata.sorted_tables
    return tuple(sheet_of(table.name) for table in ordered if table.name not in NEVER_IN_FILES)
