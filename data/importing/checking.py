"""Cells to typed values and issues. It never raises for a row and never mends in silence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import numpy as np
import sqlalchemy as sa

from data.importing import issues
from data.importing.cells import Cells, TextColumn
from data.importing.issues import FileRefused, Issue, Rule, masked
from data.importing.keys import Answer, Found, Keys, Leaves, Problem
from data.importing.parsing import CellError, Parser, is_month_first, parser_for
from data.importing.staging import stored_form
from data.sheets import Sheet, file_columns, headings_of, is_required, own_positions
from models.base import UNIT
from models.columns import Declaration, Given, Privacy, declaration_of, declared_columns

AGES = (12, 110)
CodeLists = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Policy:
    """What this database allows besides the declarations: today, and whose people it holds."""

    today: date
    only_unit: str | None = None


@dataclass
class Checked:
    """Rows that passed, column by column, and what was found in those that did not."""

    lines: Any
    columns: dict[str, Any] = field(default_factory=dict)
    late: dict[str, list[Leaves]] = field(default_factory=dict)
    refused: Any = None
    issues: list[Issue] = field(default_factory=list)


class Checker:
    """Checks the cells of one sheet; parsers are made once for the file."""

    def __init__(
        self, connection: sa.Connection, sheet: Sheet, given: frozenset[str], *,
        codes: CodeLists, policy: Policy,
    ) -> None:  # fmt: skip
        self._connection = connection
        self._policy = policy
        self._parsers: dict[Any, Parser] = {}
        self._codes = codes
        self.keys = Keys(connection, self._parser)
        self.sheet = sheet
        self.values = [(c, d) for c, d in file_columns(sheet.table) if d.heading is not None]
        self.values = [(c, d) for c, d in self.values if d.heading and d.heading.id in given]
        self.references = [
            (c, d) for c, d in file_columns(sheet.table)
            if d.given is Given.KEY and any(h.id in given for h in d.path)
        ]  # fmt: skip
        self._derived = _derived(sheet.table)

    @property
    def columns(self) -> list["sa.Column[Any]"]:
        """The columns of the table that this file fills, in the order of `Checked.columns`."""
        named = [c for c, _ in self.references] + [c for c, _ in self.values]
        present = {c.name for c in named}
        derived = [
            self.sheet.table.c[name]
            for name, (source, _) in self._derived.items() if source in present
        ]  # fmt: skip
        return named + derived

    def check(self, cells: Cells) -> Checked:
        """Check some rows. Raises `FileRefused` for evidence against the whole file."""
        checked = Checked(cells.lines, refused=np.zeros(len(cells.lines), dtype=bool))
        if not len(cells.lines):
            return checked
        self._check_unit(cells, checked)
        for column, declaration in self.references:
            self._reference(column, declaration, cells, checked)
        for column, declaration in self.values:
            self._value(column, declaration, cells, checked)
        if self.sheet.name == "attendance":
            self._check_notes(cells, checked)
        return checked

    def _parser(self, column: "sa.Column[Any]") -> Parser:
        if column not in self._parsers:
            parse = parser_for(column, declaration_of(column), self._codes)
            self._parsers[column] = _remembering(self._past(column, parse))
        return self._parsers[column]

    def _past(self, column: "sa.Column[Any]", parse: Parser) -> Parser:
        if not declaration_of(column).past:
            return parse
        today = self._policy.today

        def check(text: str) -> Any:
            value = parse(text)
            if value > today:
                raise CellError(issues.FUTURE_DATE, {})
            if column.name == "birth_date" and not _possible_age(value, today):
                raise CellError(issues.UNLIKELY_AGE, {})
            return value

        return check

    def _value(
        self, column: "sa.Column[Any]", declaration: Declaration, cells: Cells, checked: Checked
    ) -> None:
        heading = declaration.heading.id if declaration.heading else column.name
        texts = cells.columns[heading]
        if isinstance(column.type, sa.Date):
            _refuse_month_first(texts, heading, cells)
        parse, store = self._parser(column), stored_form(self._connection, column)
        blank = _blank_value(column)
        values: list[Any] = []
        for text in texts.texts:
            try:
                value = parse(text) if text else blank
            except CellError as error:
                value = error
            values.append(store(value) if store and isinstance(value, date | time) else value)
        checked.columns[column.name] = texts.spread(values)
        failed = np.array([isinstance(value, CellError) for value in values])[texts.indices]
        for row in np.flatnonzero(failed):
            wrong = values[texts.indices[row]]
            self._note(checked, row, heading, wrong.rule, texts.text_at(row), declaration,
                       dict(wrong.details))  # fmt: skip
        if is_required(column):
            for row in np.flatnonzero(np.array([not t for t in texts.texts])[texts.indices]):
                self._note(checked, row, heading, issues.REQUIRED, "", declaration, {})

    def _reference(
        self, column: "sa.Column[Any]", declaration: Declaration, cells: Cells, checked: Checked
    ) -> None:
        headings = [heading.id for heading in headings_of(declaration)]
        inverse, tuples = cells.combined(headings)
        if declaration.late:
            whole = self._whole(declaration, tuples)
            checked.late[column.name] = [whole[i] for i in inverse]
            checked.columns[column.name] = np.full(len(cells.lines), None, dtype=object)
            return
        wanted = tuple(extra for source, extra in self._derived.values() if source == column.name)
        answers = self._answers(declaration, tuples, wanted)
        ids = [answer.id if isinstance(answer, Found) else None for answer in answers]
        checked.columns[column.name] = _spread(ids, inverse)
        for name, (source, extra) in self._derived.items():
            if source == column.name:
                position = wanted.index(extra)
                extras = [a.extras[position] if isinstance(a, Found) else None for a in answers]
                checked.columns[name] = _spread(extras, inverse)
        self._note_answers(column, declaration, answers, inverse, checked)

    def _answers(
        self, declaration: Declaration, tuples: list[Leaves], extras: tuple[str, ...]
    ) -> list[Answer]:
        if declaration.target is None:
            return [None] * len(tuples)
        return self.keys.find(declaration.target, self._whole(declaration, tuples), extras)

    def _whole(self, declaration: Declaration, tuples: list[Leaves]) -> list[Leaves]:
        """The keys, those that make no reference wholly blank."""
        own = own_positions(self.sheet, declaration)
        return [t if any(t[i] for i in own) else ("",) * len(t) for t in tuples]

    def _note_answers(
        self, column: "sa.Column[Any]", declaration: Declaration, answers: list[Answer],
        inverse: Any, checked: Checked,
    ) -> None:  # fmt: skip
        heading = declaration.path[-1].id
        required = is_required(column)
        new_person = self.sheet.name == "wbp" and declaration.target == "wbp"
        wrong = [
            (isinstance(a, Problem) and not (new_person and a.rule is issues.PERSON_NOT_FOUND))
            or (a is None and required)
            for a in answers
        ]  # fmt: skip
        for row in np.flatnonzero(np.array(wrong, dtype=bool)[inverse]):
            answer = answers[inverse[row]]
            if isinstance(answer, Problem):
                details = {"other": answer.other, "allowed": answer.allowed}
                self._note(checked, row, heading, answer.rule, answer.value, declaration, details)
            else:
                self._note(checked, row, heading, issues.REQUIRED, "", declaration, {})

    def _check_unit(self, cells: Cells, checked: Checked) -> None:
        only, texts = self._policy.only_unit, cells.columns.get(UNIT.id)
        if only is None or texts is None or self.sheet.name == "unit":
            return
        foreign = np.array([bool(text) and text != only for text in texts.texts])
        for row in np.flatnonzero(foreign[texts.indices]):
            self._note(checked, row, UNIT.id, issues.OTHER_UNIT, texts.text_at(row), None, {})

    def _check_notes(self, cells: Cells, checked: Checked) -> None:
        """A mark that needs a note has one; which marks do stands in their table."""
        needing = self._codes.get("tanda_perlu_catatan", {})
        marks, notes = cells.columns.get("tanda"), cells.columns.get("catatan")
        if marks is None:
            return
        needs = np.array([text.casefold() in needing for text in marks.texts])[marks.indices]
        if notes is not None:
            needs &= np.array([not text for text in notes.texts])[notes.indices]
        for row in np.flatnonzero(needs):
            text = marks.text_at(row)
            self._note(checked, row, "catatan", issues.NOTE_NEEDED, text, None, {})

    def _note(
        self, checked: Checked, row: Any, heading: str, rule: Rule, value: str,
        declaration: Declaration | None, details: dict[str, str],
    ) -> None:  # fmt: skip
        checked.refused[row] = True
        hide = declaration is not None and declaration.privacy is Privacy.IDENTIFIER
        shown = masked(value) if hide else value[:80]
        checked.issues.append(Issue(rule, int(checked.lines[row]), heading, shown, details))


def _derived(table: sa.Table) -> dict[str, tuple[str, str]]:
    """Derived column -> (key column here, column of its target)."""
    return {
        column.name: declaration.source
        for column, declaration in declared_columns(table)
        if declaration.source is not None
    }


def _spread(values: list[Any], inverse: Any) -> Any:
    table = np.empty(len(values), dtype=object)
    table[:] = values
    return table[inverse]


def _remembering(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """The parser with a memory of bounded size, so that repeated texts cost nothing."""
    memory: dict[str, Any] = {}

    def check(text: str) -> Any:
        if text not in memory:
            if len(memory) > 100_000:
                memory.clear()
            try:
                memory[text] = parse(text)
            except CellError as error:
                memory[text] = error
        value = memory[text]
        if isinstance(value, CellError):
            raise value
        return value

    return check


def _blank_value(column: "sa.Column[Any]") -> Any:
    """What an empty cell means: the column's default where it must have a value."""
    default: Any = column.default
    if column.nullable or default is None or not default.is_scalar:
        return None
    value = default.arg
    return getattr(value, "value", value)


def _possible_age(born: date, today: date) -> bool:
    return AGES[0] <= (today - born).days / 365.25 <= AGES[1]


def _refuse_month_first(texts: TextColumn, heading: str, cells: Cells) -> None:
    for index, text in enumerate(texts.texts):
        if is_month_first(text):
            row = int(np.flatnonzero(texts.indices == index)[0])
            details = {"column": heading, "row": str(int(cells.lines[row]))}
            raise FileRefused(Issue(issues.DATE_ORDER, value=text, details=details))
