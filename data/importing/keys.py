"""Natural keys to ids: distinct keys are looked up with one join each, never row by row."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any

import sqlalchemy as sa

import models
from data.importing import issues
from data.importing.issues import Rule
from data.importing.parsing import CellError, Parser
from data.importing.staging import (
    bulk_insert,
    driver_rows,
    empty,
    plain_copy,
    stored_form,
    temporary_table,
)
from models.codes import IdentifierKind
from models.columns import Given, Heading, declaration_of

Leaves = tuple[str, ...]
REGISTER_KINDS = (IdentifierKind.REGISTER, IdentifierKind.BAPAS)


@dataclass(frozen=True)
class Found:
    """A row of the target: its id and the columns that others derive from it."""

    id: Any
    extras: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Why a key gives no row."""

    rule: Rule
    value: str
    other: str = ""
    allowed: str = ""
    place: int | None = None  # of the leaf it is about, counted in the key; None: the last one


Answer = Found | Problem | None


@dataclass
class Keys:
    """Looks natural keys up in one transaction. `parser` gives the parser of a column.

    `person` is the one whom an officer has chosen, whatever numbers the row gives.
    """

    connection: sa.Connection
    parser: Callable[["sa.Column[Any]"], Parser]
    person: int | None = None
    _wanted: dict[tuple[str, ...], sa.Table] = field(default_factory=dict)

    def find(
        self, target: str, keys: Sequence[Leaves], extras: tuple[str, ...] = ()
    ) -> list[Answer]:
        """For each key: the row, the problem, or `None` when all of it is blank."""
        distinct = list(dict.fromkeys(keys))
        if target == "wbp":
            answers = self._persons(distinct)
        elif target == "enrolment":
            answers = self._enrolments(distinct, extras)
        else:
            answers = self._by_parts(target, distinct, extras)
        table = dict(zip(distinct, answers, strict=True))
        return [table[key] for key in keys]

    def _by_parts(self, target: str, keys: list[Leaves], extras: tuple[str, ...]) -> list[Answer]:
        table = models.metadata.tables[target]
        names = natural_key(target)
        answers: list[Answer] = [None] * len(keys)
        rows: dict[int, list[Any]] = {i: [] for i, key in enumerate(keys) if any(key)}
        places = leaf_places(target)
        for name in names:
            parts = {i: tuple(keys[i][place] for place in places[name]) for i in rows}
            for i, value in self._part_values(table, name, parts).items():
                if isinstance(value, Problem):
                    answers[i] = value
                    del rows[i]
                else:
                    rows[i].append(value)
        found = self._look_up(table, names, extras, list(rows.items()))
        for i in rows:
            missing = Problem(issues.KEY_NOT_FOUND, "/".join(filter(None, keys[i])), target)
            answers[i] = found.get(i, missing)
        return answers

    def _part_values(self, table: sa.Table, name: str, parts: dict[int, Leaves]) -> dict[int, Any]:
        column = table.c[name]
        declaration = declaration_of(column)
        if declaration.given is Given.KEY and declaration.target is not None:
            answers = self.find(declaration.target, list(parts.values()))
            blank = Problem(
                issues.KEY_INCOMPLETE, "", table.name, " + ".join(h.id for h in declaration.path)
            )
            values = [a.id if isinstance(a, Found) else a or blank for a in answers]
            return dict(zip(parts, values, strict=True))
        heading = declaration.heading.id if declaration.heading else name
        return {i: self._parsed(column, heading, leaves[0]) for i, leaves in parts.items()}

    def _parsed(self, column: "sa.Column[Any]", heading: str, text: str) -> Any:
        if not text:
            return Problem(issues.KEY_INCOMPLETE, "", column.table.name, heading)
        try:
            value = self.parser(column)(text)
        except CellError as error:
            return Problem(error.rule, text, other=heading)
        store = stored_form(self.connection, column)
        return store(value) if store else value

    def _look_up(
        self, table: sa.Table, names: Sequence[str], extras: tuple[str, ...],
        rows: list[tuple[int, list[Any]]],
    ) -> dict[int, Found]:  # fmt: skip
        if not rows:
            return {}
        columns = list(zip(*(values for _, values in rows), strict=True))
        answers = self.join(table.name, names, extras, columns)
        return {rows[row[0]][0]: Found(row[1], tuple(row[2:])) for row in answers}

    def join(
        self, target: str, names: Sequence[str], extras: tuple[str, ...],
        columns: Sequence[Sequence[Any]],
    ) -> Sequence[Sequence[Any]]:  # fmt: skip
        """Rows (position in `columns`, id, extras) of `target` that have these values.

        They are as the driver gives them: a day may be its text.
        """
        table = models.metadata.tables[target]
        wanted = self._wanted_table((target, *names), [table.c[name] for name in names])
        bulk_insert(self.connection, wanted, zip(count(), *columns, strict=False))
        on = sa.and_(*(table.c[name] == wanted.c[name] for name in names))
        identity = table.c.id if "id" in table.c else table.c[names[0]]
        query = sa.select(wanted.c.position, identity, *(table.c[e] for e in extras)).join_from(
            wanted, table, on
        )
        found = driver_rows(self.connection, query)
        empty(self.connection, wanted)
        return found

    def _wanted_table(self, key: tuple[str, ...], columns: list["sa.Column[Any]"]) -> sa.Table:
        if key not in self._wanted:
            position = sa.Column("position", sa.Integer)
            copies = [plain_copy(column) for column in columns]
            self._wanted[key] = temporary_table(self.connection, [position, *copies])
        return self._wanted[key]

    def _enrolments(self, keys: list[Leaves], extras: tuple[str, ...]) -> list[Answer]:
        """Keys (unit, cohort, induk, register, nip): the person or officer in the cohort."""
        cohorts = self.find("cohort", [key[:2] for key in keys])
        persons = self.find("wbp", [(key[0], key[2], key[3]) for key in keys])
        officers = self.find("officer", [key[4:] for key in keys])
        answers: list[Answer] = []
        for cohort, person, officer in zip(cohorts, persons, officers, strict=True):
            problems = [p for p in (cohort, person, officer) if isinstance(p, Problem)]
            answers.append(problems[0] if problems else None)
        table = models.metadata.tables["enrolment"]
        for name, others in (("wbp_id", persons), ("officer_id", officers)):
            rows = [
                (i, [cohort.id, other.id])
                for i, (cohort, other) in enumerate(zip(cohorts, others, strict=True))
                if isinstance(cohort, Found) and isinstance(other, Found)
            ]
            found = self._look_up(table, ("cohort_id", name), extras, rows)
            for i, _ in rows:
                number = keys[i][2] or keys[i][3] or keys[i][4]
                answers[i] = found.get(i, Problem(issues.NOT_ENROLLED, number))
        return answers

    def _persons(self, keys: list[Leaves]) -> list[Answer]:
        """Keys (unit, induk, register): by induk, then by unit and register."""
        if self.person is not None:
            return [
                Found(self.person) if induk or register else None for _, induk, register in keys
            ]
        units = self._units({key[0] for key in keys if key[0]})
        by_induk = self._numbers({key[1] for key in keys if key[1]}, (IdentifierKind.INDUK,))
        by_register = self._numbers({key[2] for key in keys if key[2]}, REGISTER_KINDS)
        answers: list[Answer] = []
        for unit, induk, register in keys:
            if not induk and not register:
                answers.append(None)
                continue
            first = set(by_induk.get(induk, {}))
            here = units.get(unit)
            second = {w for w, issuers in by_register.get(register, {}).items() if here in issuers}
            answers.append(self._one_person(induk, register, first, second))
        return answers

    def _one_person(self, induk: str, register: str, first: set[int], second: set[int]) -> Answer:
        number = induk or register
        together = first | second
        if len(together) > 1:
            return Problem(issues.PERSON_AMBIGUOUS, number)
        if not together:
            return Problem(issues.PERSON_NOT_FOUND, number)
        person = together.pop()
        if induk and not first and self._has_induk(person):
            return Problem(issues.PERSON_AMBIGUOUS, number)
        return Found(person)

    def _has_induk(self, person: int) -> bool:
        numbers = models.metadata.tables["person_identifier"]
        query = sa.select(numbers.c.id).where(
            numbers.c.wbp_id == person, numbers.c.kind == IdentifierKind.INDUK
        )
        return self.connection.execute(query).first() is not None

    def _units(self, codes: set[str]) -> dict[str, int]:
        unit = models.metadata.tables["unit"]
        query = sa.select(unit.c.code, unit.c.id).where(unit.c.code.in_(codes))
        return {row.code: row.id for row in self.connection.execute(query)}

    def _numbers(
        self, values: set[str], kinds: tuple[IdentifierKind, ...]
    ) -> dict[str, dict[int, set[int]]]:
        """Number -> person -> the units that issued it to them."""
        found: dict[str, dict[int, set[int]]] = {}
        for value, person, unit in self._numbers_like(values, kinds):
            found.setdefault(value, {}).setdefault(person, set()).add(unit)
        return found

    def _numbers_like(
        self, values: Collection[str], kinds: tuple[IdentifierKind, ...]
    ) -> list[tuple[str, int, int]]:
        """Number, person and issuing unit of all numbers of these kinds with these values."""
        numbers = models.metadata.tables["person_identifier"]
        wanted = self._wanted_table(("person_identifier", "value"), [numbers.c.value])
        bulk_insert(self.connection, wanted, enumerate(values))
        query = sa.select(
            numbers.c.value, numbers.c.wbp_id, numbers.c.unit_id, numbers.c.kind
        ).join_from(wanted, numbers, numbers.c.value == wanted.c.value)
        found = driver_rows(self.connection, query)
        empty(self.connection, wanted)
        # the kind is not asked of the index, which would read every number of a kind
        return [(value, person, unit) for value, person, unit, kind in found if kind in kinds]

    def sole_owners(self, numbers: Sequence[str]) -> dict[str, int]:
        """Whose an induk is, for those that one person alone has; `find` tells of the others."""
        if self.person is not None:
            return {}
        owners: dict[str, int] = {}
        shared: set[str] = set()
        for value, person, _ in self._numbers_like(numbers, (IdentifierKind.INDUK,)):
            if owners.setdefault(value, person) != person:
                shared.add(value)
        return {value: person for value, person in owners.items() if value not in shared}


def natural_key(table_name: str) -> tuple[str, ...]:
    """The columns of a table's natural key."""
    key: tuple[str, ...] = models.classes[table_name].natural_key
    return key


def alternative_key(table_name: str) -> tuple[str, ...] | None:
    """The second natural key of a table, for rows that leave the first one blank."""
    return getattr(models.classes[table_name], "alternative_key", None)


@cache
def leaf_places(table_name: str) -> dict[str, tuple[int, ...]]:
    """Which cells of a table's natural key give each of its columns.

    A heading that two of its keys share is one cell: both point at the same place.
    """
    places: dict[Heading | str, int] = {}
    found = {}
    for name in natural_key(table_name):
        declaration = declaration_of(models.metadata.tables[table_name].c[name])
        own = declaration.path if declaration.given is Given.KEY else (declaration.heading or name,)
        found[name] = tuple(places.setdefault(heading, len(places)) for heading in own)
    return found
