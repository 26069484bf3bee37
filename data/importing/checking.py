"""Cells to typed values and issues. It never raises for a row and never mends in silence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any

import numpy as np
import sqlalchemy as sa

from data.importing import content_issues, issues
from data.importing.cells import Cells, TextColumn
from data.importing.issues import FileRefused, Issue, Rule, masked
from data.importing.keys import Keys, Leaves
from data.importing.notices import Notices
from data.importing.parsing import (
    HOUSE,
    CellError,
    Conventions,
    Parser,
    contradicts,
    holds_a_time,
    is_free_text,
    parser_for,
)
from data.importing.resolving import BLANK, Resolved, Resolver, numbers, objects
from data.importing.row_checks import (
    BESIDE,
    ROW_CHECKS,
    Findings,
    RowContext,
    notice_texts,
)
from data.importing.staging import stored_form
from data.importing.stays import Stays
from data.sheets import Sheet, file_columns, headings_of, is_required, own_positions
from models.base import UNIT
from models.columns import Declaration, Given, Privacy, declaration_of, declared_columns

AGES = (12, 110)
_ORDERS = {"HBT": ("HH/BB/TTTT", "DD/MM/YYYY"), "BHT": ("BB/HH/TTTT", "MM/DD/YYYY")}
CodeLists = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Policy:
    """What this database allows besides the declarations.

    Today, whose people it holds, how its unit writes days and numbers, whether NIK are read.
    """

    today: date
    only_unit: str | None = None
    conventions: Conventions = HOUSE
    reads_nik: bool = False


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
        self._resolver = Resolver(connection, self.keys)
        self.notices = Notices()
        self._context = RowContext(
            connection, policy.today, policy.reads_nik, codes, Stays(connection)
        )
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
        self._resolver.forget()
        for column, declaration in self.values:
            self._value(column, declaration, cells, checked)
        self._check_together(checked)
        self._check_rows(cells, checked)
        self._add_faults(cells, checked)
        self._notice(cells, checked)
        return checked

    def _check_rows(self, cells: Cells, checked: Checked) -> None:
        """What the cells of a row say together, by the table's own checks."""
        findings = Findings()
        for check in ROW_CHECKS.get(self.sheet.name, ()):
            check(cells, checked.columns, self._context, findings)
        for row, rule, heading, value in findings.wrong:
            checked.refused[row] = True
            details = {"other": findings.other, "allowed": findings.allowed}
            checked.issues.append(Issue(rule, int(checked.lines[row]), heading, value, details))
        for row, rule, heading, value in findings.odd:
            self.notices.add(rule, int(checked.lines[row]), heading, value=value)

    def _add_faults(self, cells: Cells, checked: Checked) -> None:
        """What reading found; it says more than what checking made of the same cell."""
        if not cells.faults:
            return
        rows = {int(line): row for row, line in enumerate(checked.lines)}
        places = {(fault.line, fault.heading) for fault in cells.faults}
        checked.issues = [i for i in checked.issues
                          if not {(i.line, i.heading), (i.line, None)} & places]  # fmt: skip
        for fault in cells.faults:
            checked.refused[rows[fault.line or 0]] = True
            checked.issues.append(fault)

    def _notice(self, cells: Cells, checked: Checked) -> None:
        for heading, column in cells.columns.items():
            for rule, count, row in column.tidied:
                self.notices.add(rule, int(checked.lines[row]), heading, count=count)
        texts = [(d.heading.id, d) for c, d in self.values if d.heading and is_free_text(c, d)]
        findings = Findings()
        for heading, declaration in texts:
            hide = declaration.privacy is Privacy.IDENTIFIER
            notice_texts(cells.columns[heading], heading, findings, hide=hide)
        for row, rule, heading, value in findings.odd:
            self.notices.add(rule, int(checked.lines[row]), heading, value=value)

    def _parser(self, column: "sa.Column[Any]") -> Parser:
        if column not in self._parsers:
            parse = parser_for(column, declaration_of(column), self._codes,
                               conventions=self._policy.conventions)  # fmt: skip
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
            self._look_at_days(texts, heading, cells)
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
        if declaration.late:
            inverse, tuples = cells.combined(headings)
            whole = self._whole(declaration, tuples)
            checked.late[column.name] = [whole[i] for i in inverse]
            checked.columns[column.name] = np.full(len(cells.lines), None, dtype=object)
            return
        wanted = tuple(extra for source, extra in self._derived.values() if source == column.name)
        also = BESIDE.get((self.sheet.name, column.name), ())
        held = [name for _, pairs in _held_by(self.sheet.table, column.name) for _, name in pairs]
        also += tuple(name for name in held if name not in also)
        found = self._resolver.resolve(
            str(declaration.target), [cells.columns.get(heading) for heading in headings],
            len(cells.lines), extras=wanted + also, own=own_positions(self.sheet, declaration),
        )  # fmt: skip
        checked.columns[column.name] = objects(found.ids)
        for name, (source, extra) in self._derived.items():
            if source == column.name:
                checked.columns[name] = objects(found.extras[wanted.index(extra)])
        for place, extra in enumerate(also, start=len(wanted)):
            checked.columns[f"{column.name}.{extra}"] = numbers(found.extras[place])
        self._note_problems(column, declaration, found, checked)

    def _check_together(self, checked: Checked) -> None:
        """Parts of a composite reference were each found; here, that they belong together."""
        for column, _ in self.references:
            for reference, pairs in _held_by(self.sheet.table, column.name):
                apart = np.zeros(len(checked.lines), dtype=bool)
                for mine, theirs in pairs:
                    other = checked.columns[f"{column.name}.{theirs}"].astype(float)
                    given = checked.columns[mine].astype(float)  # None becomes NaN
                    apart |= (given != other) & ~np.isnan(given) & ~np.isnan(other)
                details = {"allowed": " + ".join(c.name for c in reference.columns),
                           "other": reference.referred_table.name}  # fmt: skip
                for row in np.flatnonzero(apart):
                    self._note(checked, row, "", issues.BREAKS_REFERENCE, "", None, details)

    def _whole(self, declaration: Declaration, tuples: list[Leaves]) -> list[Leaves]:
        """The keys, those that make no reference wholly blank."""
        own = own_positions(self.sheet, declaration)
        return [t if any(t[i] for i in own) else ("",) * len(t) for t in tuples]

    def _note_problems(
        self, column: "sa.Column[Any]", declaration: Declaration, found: Resolved,
        checked: Checked,
    ) -> None:  # fmt: skip
        heading = declaration.path[-1].id
        new_person = self.sheet.name == "wbp" and declaration.target == "wbp"
        noted = {(issue.line, issue.heading, issue.rule.code) for issue in checked.issues}
        for wrong, problem in sorted(found.problems.items()):
            if new_person and problem.rule is issues.PERSON_NOT_FOUND:
                continue
            place = -1 if problem.place is None else problem.place
            named = declaration.path[place].id
            if (int(checked.lines[wrong]), named, problem.rule.code) not in noted:
                details = {"other": problem.other, "allowed": problem.allowed}
                self._note(checked, wrong, named, problem.rule, problem.value, declaration, details)
        if is_required(column):
            for row in np.flatnonzero(found.ids == BLANK):
                self._note(checked, row, heading, issues.REQUIRED, "", declaration, {})

    def _check_unit(self, cells: Cells, checked: Checked) -> None:
        only, texts = self._policy.only_unit, cells.columns.get(UNIT.id)
        if only is None or texts is None or self.sheet.name == "unit":
            return
        foreign = np.array([bool(text) and text != only for text in texts.texts])
        for row in np.flatnonzero(foreign[texts.indices]):
            self._note(checked, row, UNIT.id, issues.OTHER_UNIT, texts.text_at(row), None, {})

    def _look_at_days(self, texts: TextColumn, heading: str, cells: Cells) -> None:
        """Refuse a file whose days are in the other order; note days that hold a time."""
        conventions = self._policy.conventions
        for index, text in enumerate(texts.texts):
            if not contradicts(text, conventions) and not holds_a_time(text):
                continue
            rows = np.flatnonzero(texts.indices == index)
            line = int(cells.lines[rows[0]])
            if holds_a_time(text):
                self.notices.add(content_issues.LOCAL_DAY, line, heading, value=text,
                                 count=len(rows))  # fmt: skip
            else:
                words = _ORDERS[conventions.date_order]
                details = {"column": heading, "row": str(line), "allowed": words[0],
                           "other": words[1]}  # fmt: skip
                raise FileRefused(Issue(issues.DATE_ORDER, value=text, details=details))

    def _note(
        self, checked: Checked, row: Any, heading: str, rule: Rule, value: str,
        declaration: Declaration | None, details: dict[str, str],
    ) -> None:  # fmt: skip
        checked.refused[row] = True
        hide = declaration is not None and declaration.privacy is Privacy.IDENTIFIER
        shown = masked(value) if hide else value[:80]
        checked.issues.append(Issue(rule, int(checked.lines[row]), heading, shown, details))


@cache
def _held_by(
    table: sa.Table, name: str
) -> list[tuple[sa.ForeignKeyConstraint, list[tuple[str, str]]]]:
    """Composite references that begin with the key `name`: (column here, column there) besides.

    What is derived from that very key is not asked: it cannot differ.
    """
    found = []
    derived = _derived(table)
    for reference in sorted(table.foreign_key_constraints, key=lambda rule: str(rule.name)):
        pairs = [(e.parent.name, e.column.name) for e in reference.elements]
        if len(pairs) < 2 or pairs[0] != (name, "id") or reference.deferrable:
            continue
        besides = [(mine, theirs) for mine, theirs in pairs[1:]
                   if derived.get(mine, ("",))[0] != name]  # fmt: skip
        found.append((reference, besides))
    return found


def _derived(table: sa.Table) -> dict[str, tuple[str, str]]:
    """Derived column -> (key column here, column of its target)."""
    return {
        column.name: declaration.source
        for column, declaration in declared_columns(table)
        if declaration.source is not None
    }


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
            raise value.with_traceback(None)  # its old one would hold whole chunks
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
