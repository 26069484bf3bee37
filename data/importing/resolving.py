"""Natural keys to ids for whole columns: what a file repeats is looked up once.

Keys become whole numbers (parents by their id, values by the order in which they came), so that
distinct keys are found by sorting; only those that no earlier chunk held are asked of the
database, with one join.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import sqlalchemy as sa

import models
from data.importing import issues
from data.importing.cells import TextColumn
from data.importing.keys import Found, Keys, Problem, leaf_places, natural_key
from data.importing.parsing import CellError
from data.importing.remembering import ASKED_AT_ONCE, Memory, Owners, as_days, as_minutes
from data.importing.staging import stored_form
from models.columns import Given, declaration_of

BLANK, WRONG = -1, -2
_SHIFT = np.int64(31)
Columns = Sequence[TextColumn | None]
Integers = Any  # an array of 64-bit integers


@dataclass
class Resolved:
    """An id for each row, or BLANK, or WRONG with its problem; and columns of the rows found."""

    ids: Integers
    extras: tuple[Any, ...] = ()
    problems: dict[int, Problem] = field(default_factory=dict)


class Resolver:
    """Resolves the references of one file, chunk by chunk."""

    def __init__(self, connection: sa.Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self._known: dict[tuple[str, ...], Memory] = {}
        self._values: dict[tuple[str, str], dict[Any, int]] = {}
        self._folded: dict[tuple[str, int], dict[int, int]] = {}
        self._people = Owners()
        self._resolved: dict[tuple[Any, ...], tuple[Columns, Resolved]] = {}

    def resolve(
        self, target: str, leaves: Columns, rows: int, *, extras: tuple[str, ...] = (),
        own: Sequence[int] | None = None,
    ) -> Resolved:  # fmt: skip
        """The rows of `target` that `leaves` name; `own` are the leaves that make a reference.

        The same columns are resolved once until `forget`: a cohort, say, is part of the key of a
        session and of that of an enrolment.
        """
        asked = (target, extras, tuple(own or ()), *map(id, leaves))
        if asked not in self._resolved:
            found = self._resolve(target, leaves, rows, extras=extras, own=own)
            self._resolved[asked] = (leaves, found)
        found = self._resolved[asked][1]
        return replace(found, problems=dict(found.problems))

    def forget(self) -> None:
        """What was resolved for these columns; others may come to stand at their places."""
        self._resolved.clear()

    def _resolve(
        self, target: str, leaves: Columns, rows: int, *, extras: tuple[str, ...],
        own: Sequence[int] | None,
    ) -> Resolved:  # fmt: skip
        blank = np.ones(rows, bool)
        for place in range(len(leaves)) if own is None else own:
            column = leaves[place]
            if column is not None:
                blank &= _blanks(column)
        if blank.all():
            table = models.metadata.tables[target]
            given = tuple(_empty(table.c[extra], rows) for extra in extras)
            return Resolved(np.full(rows, BLANK, np.int64), given)
        if target == "wbp":
            found = self._people_of(leaves, rows)
        elif target == "enrolment":
            found = self._enrolments(leaves, rows, extras)
        else:
            found = self._by_parts(target, leaves, rows, blank, extras)
        found.ids[blank] = BLANK
        if found.problems and blank.any():
            found.problems = {row: p for row, p in found.problems.items() if not blank[row]}
        return found

    def _by_parts(
        self, target: str, leaves: Columns, rows: int, blank: Any, extras: tuple[str, ...]
    ) -> Resolved:
        names = natural_key(target)
        problems: dict[int, Problem] = {}
        live = ~blank
        parts: list[Integers] = []
        for name, places in leaf_places(target).items():
            part = self._part(target, name, [leaves[place] for place in places], rows)
            for row in np.flatnonzero(live & (part.ids < 0)):
                problems[int(row)] = _moved(part.problems[int(row)], places)
            live &= part.ids >= 0
            parts.append(part.ids)
        ids, given = self._look_up(target, names, extras, parts, live)
        for row in np.flatnonzero(live & (ids < 0)):
            value = "/".join(filter(None, (_text(column, row) for column in leaves)))
            problems[int(row)] = Problem(issues.KEY_NOT_FOUND, value, target)
        ids[ids < 0] = WRONG
        return Resolved(ids, given, problems)

    def _part(self, target: str, name: str, leaves: Columns, rows: int) -> Resolved:
        """One column of a natural key as numbers: the parent's id, or a number for the value."""
        column = models.metadata.tables[target].c[name]
        declaration = declaration_of(column)
        if declaration.given is Given.KEY and declaration.target is not None:
            found = self.resolve(declaration.target, leaves, rows)
            allowed = " + ".join(heading.id for heading in declaration.path)
            missing = Problem(issues.KEY_INCOMPLETE, "", target, allowed)
        else:
            heading = declaration.heading.id if declaration.heading else name
            found = self._value(column, heading, leaves[0], rows)
            missing = Problem(issues.KEY_INCOMPLETE, "", target, heading)
        for row in np.flatnonzero(found.ids == BLANK):
            found.problems[int(row)] = missing
        return found

    def _value(
        self, column: "sa.Column[Any]", heading: str, texts: TextColumn | None, rows: int
    ) -> Resolved:
        if texts is None:
            return Resolved(np.full(rows, BLANK, np.int64))
        numbers = self._values.setdefault((column.table.name, column.name), {})
        parse, store = self._keys.parser(column), stored_form(self._connection, column)
        codes = np.empty(len(texts.texts), np.int64)
        wrong: dict[int, Problem] = {}
        for place, text in enumerate(texts.texts):
            if not text:
                codes[place] = BLANK
                continue
            try:
                value = parse(text)
            except CellError as error:
                codes[place], wrong[place] = WRONG, Problem(error.rule, text, other=heading)
                continue
            codes[place] = numbers.setdefault(store(value) if store else value, len(numbers))
        ids = codes[texts.indices]
        problems = {int(row): wrong[int(texts.indices[row])] for row in np.flatnonzero(ids == WRONG)
                    } if wrong else {}  # fmt: skip
        return Resolved(ids, (), problems)

    def _look_up(
        self, target: str, names: Sequence[str], extras: tuple[str, ...],
        parts: Sequence[Integers], live: Any,
    ) -> tuple[Integers, tuple[Any, ...]]:  # fmt: skip
        """Ids and extras of the live rows; BLANK where no row has that key."""
        columns = [models.metadata.tables[target].c[extra] for extra in extras]
        ids = np.full(len(live), BLANK, np.int64)
        given = tuple(_empty(column, len(live)) for column in columns)
        rows = np.flatnonzero(live)
        if not len(rows):
            return ids, given
        known = self._known.setdefault(
            (target, *names, "", *extras), Memory(np.int64, *(column.dtype for column in given))
        )

        def ask(keys: Integers, first: Integers) -> list[Any]:
            fresh = [self._given(target, name, part[rows[first]])
                     for name, part in zip(names, parts, strict=True)]  # fmt: skip
            return self._ask(target, names, extras, fresh)

        found = known.of(self._whole(target, [part[rows] for part in parts]), ask)
        for column, values in zip((ids, *given), found, strict=True):
            column[rows] = values
        return ids, given

    def _whole(self, target: str, parts: Sequence[Integers]) -> Integers:
        """One number for the parts of a key; more than two are folded in pairs."""
        whole = parts[0]
        for depth, part in enumerate(parts[1:], start=2):
            whole = (whole << _SHIFT) | part
            if depth < len(parts):
                whole = self._fold(target, depth, whole)
        return whole

    def _fold(self, target: str, depth: int, pairs: Integers) -> Integers:
        numbers = self._folded.setdefault((target, depth), {})
        distinct, inverse = np.unique(pairs, return_inverse=True)
        codes = [numbers.setdefault(pair, len(numbers)) for pair in distinct.tolist()]
        return np.array(codes, np.int64)[inverse.reshape(-1)]

    def _ask(
        self, target: str, names: Sequence[str], extras: tuple[str, ...],
        columns: Sequence[list[Any]],
    ) -> list[Any]:  # fmt: skip
        """One join for the keys that are new: ids, BLANK where there is none, and extras."""
        found = self._keys.join(target, names, extras, columns)
        count, table = len(columns[0]), models.metadata.tables[target]
        answers = [np.full(count, BLANK, np.int64)]
        answers += [_empty(table.c[extra], count) for extra in extras]
        if found:
            places, *values = zip(*found, strict=True)
            kinds = [sa.Integer(), *(table.c[extra].type for extra in extras)]
            for answer, kind, column in zip(answers, kinds, values, strict=True):
                answer[list(places)] = _of_type(kind, column)
        return answers

    def _given(self, target: str, name: str, part: Integers) -> list[Any]:
        """A part as the database holds it again."""
        numbers = self._values.get((target, name))
        if numbers is None:
            return part.tolist()  # type: ignore[no-any-return]
        values = list(numbers)
        return [values[code] for code in part.tolist()]

    def _enrolments(self, leaves: Columns, rows: int, extras: tuple[str, ...]) -> Resolved:
        """Unit, cohort, induk, register, nip: the person or the officer in the cohort."""
        cohorts = self.resolve("cohort", leaves[:2], rows)
        persons = self.resolve("wbp", (leaves[0], *leaves[2:4]), rows, own=(1, 2))
        officers = self.resolve("officer", leaves[4:], rows)
        problems = {
            row: _moved(problem, places)
            for found, places in ((officers, (4,)), (persons, (1, 2, 3)), (cohorts, (0, 1)))
            for row, problem in found.problems.items()
        }
        ids = np.full(rows, BLANK, np.int64)
        table = models.metadata.tables["enrolment"]
        given = tuple(_empty(table.c[extra], rows) for extra in extras)
        for name, others in (("wbp_id", persons), ("officer_id", officers)):
            live = (cohorts.ids >= 0) & (others.ids >= 0)
            if not live.any():
                continue
            parts = [cohorts.ids, others.ids]
            found, columns = self._look_up("enrolment", ("cohort_id", name), extras, parts, live)
            ids[live] = found[live]
            for column, source in zip(given, columns, strict=True):
                column[live] = source[live]
            for row in np.flatnonzero(live & (found < 0)):
                place = next((n for n in (2, 3, 4) if _text(leaves[n], row)), 4)
                number = _text(leaves[place], row)
                problem = Problem(issues.NOT_ENROLLED, number, place=place)
                problems.setdefault(int(row), problem)
        if problems:
            ids[np.fromiter(problems, np.int64)] = WRONG
        return Resolved(ids, given, problems)

    def _people_of(self, leaves: Columns, rows: int) -> Resolved:
        """Unit, induk, register: by induk alone where the file gives no register number."""
        _, induk, register = leaves
        if register is None or _blanks(register).all():
            return self._by_induk(induk, rows)
        inverse, tuples = _distinct(leaves, rows)
        answers = self._keys.find("wbp", tuples)
        codes = [a.id if isinstance(a, Found) else BLANK if a is None else WRONG for a in answers]
        ids = np.array(codes, np.int64)[inverse]
        problems = {
            int(row): replace(answer, place=1 if _text(induk, row) else 2)
            for row in np.flatnonzero(ids == WRONG)
            if isinstance(answer := answers[inverse[row]], Problem)
        }
        return Resolved(ids, (), problems)

    def _by_induk(self, induk: TextColumn | None, rows: int) -> Resolved:
        if induk is None:
            return Resolved(np.full(rows, BLANK, np.int64))
        self._people.make_room()
        codes = self._people.of(induk.texts, WRONG)
        fresh = [induk.texts[place] for place in np.flatnonzero(codes == WRONG)]
        problems: dict[str, Problem] = {}
        for at in range(0, len(fresh), ASKED_AT_ONCE):
            problems |= self._learn([text for text in fresh[at : at + ASKED_AT_ONCE] if text])
        if fresh:
            codes = self._people.of(induk.texts, WRONG)
            codes[[not text for text in induk.texts]] = BLANK
        ids = codes[induk.indices]
        wrong = np.flatnonzero(ids == WRONG)
        return Resolved(ids, (), {int(row): problems[induk.text_at(row)] for row in wrong})

    def _learn(self, fresh: Sequence[str]) -> dict[str, Problem]:
        """Keep whose these induk are; gives why some are nobody's or not one person's."""
        owners = self._keys.sole_owners(fresh)
        rest = [text for text in fresh if text not in owners]
        problems: dict[str, Problem] = {}
        for text, answer in zip(
            rest, self._keys.find("wbp", [("", text, "") for text in rest]), strict=True
        ):
            if isinstance(answer, Found):
                owners[text] = answer.id
            elif isinstance(answer, Problem):
                problems[text] = replace(answer, place=1)
        self._people.add(owners)
        return problems


def _moved(problem: Problem, places: Sequence[int]) -> Problem:
    """The problem of a part, counted in the leaves of the whole key."""
    return replace(problem, place=places[-1 if problem.place is None else problem.place])


def objects(numbers: Any) -> Any:
    """Whole numbers as a column to be staged: None where there is none."""
    if numbers.dtype == object:
        return numbers
    found = numbers.astype(object)
    found[numbers < 0] = None
    return found


def numbers(values: Any) -> Any:
    """Whole numbers as floats, NaN for none; days and times are floats already."""
    if values.dtype != np.int64:
        return values
    return np.where(values < 0, np.nan, values)


def _empty(column: "sa.Column[Any]", rows: int) -> Any:
    """Values of a column, none yet: whole numbers (BLANK), days and times as floats, or objects."""
    if isinstance(column.type, sa.Integer):
        return np.full(rows, BLANK, np.int64)
    if isinstance(column.type, sa.Date | sa.Time):
        return np.full(rows, np.nan)
    return np.full(rows, None, object)


def _of_type(kind: Any, values: Sequence[Any]) -> Sequence[Any]:
    """The driver's values as the array for a column of this type takes them (see `_empty`)."""
    if isinstance(kind, sa.Date):
        return as_days(values)  # type: ignore[no-any-return]
    if isinstance(kind, sa.Time):
        return as_minutes(values)  # type: ignore[no-any-return]
    if isinstance(kind, sa.Integer) and None in values:
        return [BLANK if value is None else value for value in values]
    return values


def _blanks(column: TextColumn) -> Any:
    return np.array([not text for text in column.texts], bool)[column.indices]


def _text(column: TextColumn | None, row: Any) -> str:
    return "" if column is None else column.text_at(row)


def _distinct(leaves: Columns, rows: int) -> tuple[Any, list[tuple[str, ...]]]:
    code = np.zeros(rows, np.int64)
    for column in leaves:
        if column is not None and len(column.texts) > 1:
            code = code * len(column.texts) + column.indices
    _, first, inverse = np.unique(code, return_index=True, return_inverse=True)
    tuples = [tuple(_text(column, row) for column in leaves) for row in first.tolist()]
    return inverse.reshape(-1), tuples
