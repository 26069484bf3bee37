"""An attendance matrix on the road: the database is asked, three tables are made and taken in.

Afterwards every line and heading is the sheet's own again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing import issues, matrix_issues
from data.importing.house_rules import code_lists, own_unit
from data.importing.issues import FileRefused, Issue, Rule
from data.importing.keys import Keys, Problem
from data.importing.mapping import MATRIX_TABLES, Plan
from data.importing.matrix import DayColumn, Grid, MatrixForm, day_columns, grid_of
from data.importing.matrix_tables import Known, Tables, TableSource, Unfolding, identity_cells
from data.importing.parsing import cleaned, parser_for
from data.importing.profiles import Target, heading_expression
from data.importing.runs import Options, Outcome, Run
from data.importing.sources import Fault, Source
from data.importing.waiving import Waiver
from data.sheets import normal
from models.codes import SessionStatus
from models.columns import declaration_of
from models.door import Viewer

MOST_ROWS = 20_000
# A session planned on a screen is held once it has marks: that is no contradiction.
_HELD = Waiver("programme_session", frozenset({issues.EDITED_HERE.code}))
_ABOUT_THE_PERSON = frozenset(
    rule.code for rule in (
        issues.PERSON_NOT_FOUND, issues.PERSON_AMBIGUOUS, issues.NOT_ENROLLED, issues.KEY_NOT_FOUND,
    )
)  # fmt: skip


def take_matrix(
    session: Session, viewer: Viewer, source: Source, mapped: Plan, options: Options
) -> list[Outcome]:
    """Take an attendance sheet: its new sessions, its new enrolments, its marks.

    Raises `FileRefused` when cohort, month or a column's day cannot be told.
    """
    form = mapped.matrix
    if form is None:
        return []
    rows, faults = _rows(source, mapped)
    keys = _key_line(form, mapped)
    columns, inserted = day_columns(form, mapped.headings, mapped.titles, keys)
    unit, cohort, identity = _cohort(session, form, mapped.titles)
    numbers, status = _sessions(session, identity)
    _check_columns(columns, numbers)
    grid = grid_of(form, mapped.headings, columns, rows)
    known = _known(session, unit, cohort, grid, numbers=numbers, status=status)
    tables = Unfolding(form, grid, known, source).go(faults, mapped.header_row + 1)
    _say_more(form, grid, known, tables, mapped.titles, inserted)
    return _run(session, viewer, mapped, options, tables, dict(rows))


def _rows(source: Source, mapped: Plan) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    rows: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    for chunk in source.chunks(mapped.layout, mapped.header_row, len(mapped.headings)):
        cells = zip(*(column.to_pylist() for column in chunk.columns), strict=True)
        rows += [(int(n), list(row)) for n, row in zip(chunk.lines, cells, strict=True)]
        rows += [(n, (row + [""] * len(mapped.headings))[: len(mapped.headings)])
                 for n, row in chunk.misfits]  # fmt: skip
        faults += chunk.faults
        faults += [Fault(n, None, issues.ROW_WIDTH, "", {"other": str(len(row)),
                   "allowed": str(len(mapped.headings))}) for n, row in chunk.misfits]  # fmt: skip
        if len(rows) > MOST_ROWS:
            details = {"allowed": str(MOST_ROWS)}
            raise FileRefused(Issue(matrix_issues.TOO_LARGE_A_MATRIX, details=details))
    return sorted(rows), faults


def _key_line(form: MatrixForm, mapped: Plan) -> Sequence[str]:
    """The cells of the line with session numbers, aligned with the headings."""
    label = normal(form.keys)
    for row in mapped.above if form.keys else ():
        if any(normal(cell) == label for cell in row):
            return [cleaned(cell) for cell in row]
    return ()


def _cohort(session: Session, form: MatrixForm, titles: Mapping[str, str]) -> tuple[str, str, int]:
    """Unit, code and id of the cohort in the title."""
    code = titles.get(normal(form.cohort_title))
    if code is None:
        details = {"allowed": form.cohort_title}
        raise FileRefused(Issue(matrix_issues.TITLE_MISSING, details=details))
    cohort, unit = models.metadata.tables["cohort"], models.metadata.tables["unit"]
    query = (
        sa.select(unit.c.code, cohort.c.code, cohort.c.id)
        .join_from(cohort, unit, unit.c.id == cohort.c.unit_id)
        .where(sa.func.upper(cohort.c.code) == code.upper())
        .order_by(unit.c.code)
    )
    said = titles.get(normal(form.unit_title)) or own_unit(session)
    if said is not None:
        query = query.where(unit.c.code == said)
    found = session.execute(query).all()
    if not found:
        raise FileRefused(Issue(matrix_issues.COHORT_NOT_FOUND, value=code))
    if len(found) > 1:
        details = {"allowed": ", ".join(row[0] for row in found[:10])}
        raise FileRefused(Issue(matrix_issues.COHORT_AMBIGUOUS, value=code, details=details))
    return found[0][0], found[0][1], found[0][2]


def _sessions(session: Session, cohort: int) -> tuple[dict[Any, list[int]], dict[int, Any]]:
    """Day -> session numbers, and number -> status."""
    table = models.metadata.tables["programme_session"]
    query = (
        sa.select(table.c.held_on, table.c.number, table.c.status)
        .where(table.c.cohort_id == cohort).order_by(table.c.number)
    )  # fmt: skip
    numbers: dict[Any, list[int]] = {}
    status: dict[int, Any] = {}
    for day, number, state in session.execute(query):
        numbers.setdefault(day, []).append(number)
        status[number] = SessionStatus.of(state)
    return numbers, status


def _check_columns(columns: Sequence[DayColumn], numbers: Mapping[Any, list[int]]) -> None:
    days = {number: day for day, many in numbers.items() for number in many}
    for column in columns:
        if column.session is None:
            if len(numbers.get(column.held_on, ())) > 1:
                shown = column.held_on.strftime("%d/%m/%Y")
                raise FileRefused(Issue(matrix_issues.SESSION_AMBIGUOUS, value=shown))
            continue
        day = days.get(column.session)
        if day != column.held_on:
            details = {
                "row": str(column.position + 1), "other": str(column.session),
                "allowed": day.strftime("%d/%m/%Y") if day else "-",
            }  # fmt: skip
            value = column.heading
            raise FileRefused(Issue(matrix_issues.DAY_CHANGED, value=value, details=details))


def _known(
    session: Session, unit: str, cohort: str, grid: Grid, *, numbers: Any, status: Any
) -> Known:
    codes = code_lists(session)
    keys = Keys(session.connection(), lambda c: parser_for(c, declaration_of(c), codes))
    persons = sorted({row.person for row in grid.persons if row.person})
    asked = [(unit, cohort, *identity_cells(person)) for person in persons]
    answers = keys.find("enrolment", asked) if asked else []
    strangers = frozenset(
        person for person, answer in zip(persons, answers, strict=True)
        if isinstance(answer, Problem) and answer.rule is issues.NOT_ENROLLED
    )  # fmt: skip
    mark = models.metadata.tables["attendance_mark"]
    rows = session.execute(sa.select(mark.c.code, mark.c.needs_note, mark.c.attended)).all()
    return Known(
        unit, cohort, numbers, status, strangers, _taken(session, unit, cohort),
        frozenset(row[0] for row in rows if row[1]), frozenset(row[0] for row in rows if row[2]),
    )  # fmt: skip


def _taken(session: Session, unit: str, cohort: str) -> frozenset[int]:
    """The participant numbers that stand in the cohort."""
    tables = models.metadata.tables
    query = (
        sa.select(tables["enrolment"].c.number)
        .join_from(tables["enrolment"], tables["cohort"])
        .join(tables["unit"], tables["unit"].c.id == tables["cohort"].c.unit_id)
        .where(tables["unit"].c.code == unit, tables["cohort"].c.code == cohort)
    )
    return frozenset(number for number in session.scalars(query) if number is not None)


def _say_more(
    form: MatrixForm, grid: Grid, known: Known, tables: Tables, titles: Mapping[str, str],
    inserted: Sequence[str],
) -> None:  # fmt: skip
    """Footers, totals that differ, participants gone from the sheet, inserted columns."""
    said: list[tuple[Rule, str]] = [
        (matrix_issues.COLUMN_WITHOUT_SESSION, ", ".join(inserted)),
        (matrix_issues.FOOTER_SKIPPED, ", ".join(map(str, grid.footers))),
        (matrix_issues.MISSING_PARTICIPANT, ", ".join(_missing(form, grid, titles))),
    ]
    for rule, text in said:
        if text:
            tables.issues.append(Issue(rule, details={"allowed": text}))
    if tables.enrolments.rows:
        details = {"count": str(len(tables.enrolments.rows)), "allowed": known.cohort}
        tables.issues.append(Issue(matrix_issues.NEW_ENROLMENTS, details=details))
    tables.issues += _differing_totals(form, grid, known)


def _missing(form: MatrixForm, grid: Grid, titles: Mapping[str, str]) -> list[str]:
    printed = titles.get(normal(form.participants), "") if form.participants else ""
    here = {row.number for row in grid.persons}
    return [number for number in printed.replace(" ", "").split(",") if number and
            number not in here]  # fmt: skip


def _differing_totals(form: MatrixForm, grid: Grid, known: Known) -> list[Issue]:
    found: list[Issue] = []

    def present(texts: Sequence[str]) -> int:
        return sum(form.marks.get(text.casefold(), "") in known.attended for text in texts)

    for row in grid.persons:
        marks = present([row.cells[column.position] for column in grid.columns])
        if row.total.isdigit() and int(row.total) != marks:
            details = {"allowed": str(marks)}
            found.append(Issue(matrix_issues.TOTAL_DIFFERS, row.line, form.total, row.total,
                               details))  # fmt: skip
    for line, cells in grid.totals:
        for column in grid.columns:
            said = cells[column.position]
            marks = present([row.cells[column.position] for row in grid.persons])
            if said.isdigit() and int(said) != marks:
                details = {"allowed": str(marks)}
                found.append(Issue(matrix_issues.TOTAL_DIFFERS, line, column.heading, said,
                                   details))  # fmt: skip
                break
    return found


def _run(
    session: Session, viewer: Viewer, mapped: Plan, options: Options, tables: Tables,
    raw: Mapping[int, list[str]],
) -> list[Outcome]:  # fmt: skip
    outcomes = []
    sources = (tables.sessions, tables.enrolments, tables.attendance)
    for name, made in zip(MATRIX_TABLES, sources, strict=True):
        if not made.rows and name != "attendance":
            continue
        target = Target(name, {h: heading_expression(n) for n, h in enumerate(made.headings)})
        plan = Plan("", 0, made.headings, (target,), mapped.profile)
        asked = replace(options, waiver=_HELD) if name == "programme_session" else options
        outcome = Run(session, viewer, made, plan, target, asked).go()
        outcomes.append(_settled(session, outcome, made, mapped, raw))
    outcomes[-1].issues[:0] = [*mapped.notes, *tables.issues, *tables.notices.issues()]
    return outcomes


def _settled(
    session: Session, outcome: Outcome, made: TableSource, mapped: Plan,
    raw: Mapping[int, list[str]],
) -> Outcome:  # fmt: skip
    """The outcome with the sheet's lines, headings and rows.

    What waits for a decision is kept as it can be decided: a cell as a row of attendance, a whole
    row as the sheet has it.
    """
    person = mapped.matrix.person if mapped.matrix else ""
    reasons: dict[int, list[Issue]] = {}
    rejected = models.metadata.tables["rejected_row"]
    for line, found in outcome.reasons.items():
        place = made.places[line]
        kept = reasons.setdefault(place.line, [])
        for issue in found:
            about = issue.rule.code in _ABOUT_THE_PERSON
            moved = replace(issue, line=place.line, heading=person if about else place.heading)
            if moved not in kept:
                kept.append(moved)
        if place.heading is None:
            received = dict(zip(mapped.headings, raw.get(place.line, ()), strict=False))
            kept_as = {"line": place.line, "received": received}
        else:
            kept_as = {"heading": f"{place.heading[:50]} (baris {place.line})"}
        mine = (rejected.c.batch_id == outcome.batch_id, rejected.c.line == line)
        session.execute(sa.update(rejected).where(*mine).values(**kept_as))
    outcome.headings = mapped.headings
    outcome.reasons = reasons
    outcome.refused_rows = {line: raw.get(line, []) for line in reasons}
    outcome.issues = [_moved(issue, made) for issue in outcome.issues]
    outcome.above = mapped.above
    return outcome


def _moved(issue: Issue, made: TableSource) -> Issue:
    place = made.places.get(issue.line or 0)
    return issue if place is None else replace(issue, line=place.line, heading=place.heading)
