"""Headings to columns: which row is the header, which table the file is for."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.importing import issues, workbook_issues
from data.importing.issues import FileRefused, Issue
from data.importing.matrix import MatrixForm
from data.importing.parsing import Conventions
from data.importing.profiles import Expression, Profile, Target, heading_expression
from data.importing.reading import DELIMITERS
from data.importing.sources import MOST_COLUMNS, Source
from data.importing.titles import title_values
from data.sheets import Sheet, normal, sheet_of, sheets

MATRIX_TABLES = ("programme_session", "enrolment", "attendance")


@dataclass(frozen=True)
class Plan:
    """How one file becomes rows: its header and, for each table, an expression per heading.

    `layout` is the separator of a text file or the sheet of a workbook. `above` are the lines
    above the headings and `titles` the values in them; a `matrix` is unfolded before it is taken.
    """

    layout: str
    header_row: int
    headings: tuple[str, ...]
    targets: tuple[Target, ...]
    profile: Profile | None = None
    notes: tuple[Issue, ...] = field(default=())
    conventions: Conventions | None = None
    matrix: MatrixForm | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    above: tuple[tuple[str, ...], ...] = ()

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables this file gives, in dependency order."""
        if self.matrix is not None:
            return MATRIX_TABLES
        return tuple(target.table for target in self.targets)


@dataclass(frozen=True)
class _Candidate:
    layout: str
    row: int
    cells: tuple[str, ...]
    known: int


def plan(source: Source, profiles: Sequence[Profile] = (), table: str | None = None) -> Plan:
    """Find the header and decide the table by it. Raises `FileRefused` when it cannot."""
    candidates = _candidates(source, profiles)
    if not candidates:
        raise FileRefused(_no_header(source), source.path.name)
    best = max(candidates, key=lambda c: (c.known, -c.row))
    _refuse_other_layouts(source, best, candidates)
    names = [normal(cell) for cell in best.cells if cell.strip()]
    for name in names:
        if names.count(name) > 1:
            raise FileRefused(Issue(issues.DUPLICATE_HEADING, value=name), source.path.name)
    profile = _profile_for(best, profiles) if table is None else None
    above = tuple(tuple(row) for row in source.head(best.layout)[: best.row])
    if profile is not None:
        targets, used = profile.targets, _used(profile, best.cells)
    else:
        sheet = _sheet_for(best, source.path.name, table)
        targets, used = (_identity(sheet, best),), frozenset(sheet.lookup())
    notes = _notes(source, best, used)
    if profile is not None and profile.matrix is not None and profile.matrix.keys:
        notes = tuple(n for n in notes if n.rule is not workbook_issues.HIDDEN_COLUMNS)
    return Plan(
        best.layout, best.row, best.cells, tuple(targets),
        profile, notes, profile.conventions if profile else None,
        profile.matrix if profile else None, title_values(above), above,
    )  # fmt: skip


def _candidates(source: Source, profiles: Sequence[Profile]) -> list[_Candidate]:
    vocabulary = {name for sheet in sheets() for name in sheet.lookup()}
    for profile in profiles:
        vocabulary |= profile.uses
    found = []
    for layout in source.layouts:
        for row, cells in enumerate(source.head(layout)):
            if len(cells) > MOST_COLUMNS:
                detail = {"allowed": str(MOST_COLUMNS)}
                raise FileRefused(Issue(issues.TOO_MANY_COLUMNS, details=detail), source.path.name)
            known = sum(normal(cell) in vocabulary for cell in cells)
            if known >= 2:
                found.append(_Candidate(layout, row, tuple(cells), known))
    return found


def _refuse_other_layouts(
    source: Source, header: _Candidate, candidates: Sequence[_Candidate]
) -> None:
    """Refuse a workbook with two sheets of data, and a body that is separated otherwise."""
    if header.layout not in DELIMITERS:
        names = list(dict.fromkeys(candidate.layout for candidate in candidates))
        if len(names) > 1:
            detail = {"allowed": ", ".join(names)}
            raise FileRefused(Issue(workbook_issues.TWO_SHEETS, details=detail), source.path.name)
        return
    for number, cells in enumerate(source.head(header.layout)[header.row + 1 :], header.row + 2):
        other = next((d for d in DELIMITERS if d in cells[0]), None) if len(cells) == 1 else None
        if other is not None and len(header.cells) > 1:
            detail = {"allowed": f"`{header.layout}`", "other": f"`{other}`", "row": str(number)}
            raise FileRefused(Issue(issues.OTHER_DELIMITER, details=detail), source.path.name)


def _no_header(source: Source) -> Issue:
    words = {name for sheet in sheets() for name in sheet.lookup()}
    cells = {
        normal(c) for way in source.layouts for row in source.head(way) for c in row if c.strip()
    }
    near = [match for cell in sorted(cells) for match in difflib.get_close_matches(cell, words, 1)]
    return Issue(issues.NO_HEADER, details={"other": ", ".join(near[:5]) or "-"})


def _profile_for(header: _Candidate, profiles: Sequence[Profile]) -> Profile | None:
    fitting = [profile for profile in profiles if profile.fits(header.cells)]
    return max(fitting, key=lambda profile: len(profile.uses), default=None)


def _used(profile: Profile, headings: Sequence[str]) -> frozenset[str]:
    form = profile.matrix
    if form is None:
        return profile.uses
    named = {form.person, form.name, form.number, form.total, form.remark} - {""}
    days = {normal(heading) for heading in headings if form.is_day(heading)}
    return profile.uses | {normal(heading) for heading in named} | days


def _sheet_for(header: _Candidate, file_name: str, table: str | None) -> Sheet:
    names = {normal(cell) for cell in header.cells}
    if table is not None:
        sheet = sheet_of(table)
        if missing := _missing(sheet, names):
            raise FileRefused(_missing_issue(sheet, missing, names), file_name)
        return sheet
    scored = [(sheet, _missing(sheet, names), _share(sheet, names)) for sheet in sheets()]
    complete = [(sheet, share) for sheet, missing, share in scored if not missing]
    if not complete:
        sheet, missing, _ = max(scored, key=lambda s: (s[2], -len(s[1])))
        raise FileRefused(_missing_issue(sheet, missing, names), file_name)
    top = max(share for _, share in complete)
    tied = [sheet for sheet, share in complete if share == top]
    if len(tied) > 1:
        detail = {"allowed": ", ".join(sheet.name for sheet in tied)}
        raise FileRefused(Issue(issues.AMBIGUOUS_TABLE, details=detail), file_name)
    return tied[0]


def _share(sheet: Sheet, names: set[str]) -> tuple[int, int]:
    """How many of the file's headings the table takes, then how few it leaves unused."""
    lookup = sheet.lookup()
    known = {lookup[name] for name in names if name in lookup}
    return len(known), -len(sheet.headings)


def _missing(sheet: Sheet, names: set[str]) -> list[str]:
    lookup = sheet.lookup()
    given = {lookup[name] for name in names if name in lookup}
    missing = sorted(sheet.required - given)
    if sheet.one_of and not any(heading.id in given for heading in sheet.one_of):
        missing.append(" / ".join(heading.id for heading in sheet.one_of))
    return missing


def _missing_issue(sheet: Sheet, missing: list[str], names: set[str]) -> Issue:
    near = [
        f"{close[0]} → {name}?"
        for name in missing
        if (close := difflib.get_close_matches(name, names - set(sheet.lookup()), 1, 0.5))
    ]
    details = {"table": sheet.name, "allowed": ", ".join(missing), "other": " ".join(near)}
    return Issue(issues.MISSING_HEADING, details=details)


def _identity(sheet: Sheet, header: _Candidate) -> Target:
    lookup = sheet.lookup()
    cells: dict[str, Expression] = {}
    for position, cell in enumerate(header.cells):
        canonical = lookup.get(normal(cell))
        if canonical is not None:
            cells[canonical] = heading_expression(position)
    return Target(sheet.name, cells)


def _notes(source: Source, header: _Candidate, used: frozenset[str]) -> tuple[Issue, ...]:
    notes = source.notes(header.layout)
    unknown = [cell for cell in header.cells if cell.strip() and normal(cell) not in used]
    below = source.head(header.layout)[header.row + 1 :]
    unknown += [
        f"#{position + 1}" for position, cell in enumerate(header.cells)
        if not cell.strip() and any(row[position : position + 1] not in ([], [""]) for row in below)
    ]  # fmt: skip
    if unknown:
        notes.append(Issue(issues.UNKNOWN_HEADING, details={"allowed": ", ".join(unknown)}))
    if header.row:
        lines = ", ".join(str(number + 1) for number in range(header.row))
        notes.append(Issue(issues.SKIPPED_LINES, details={"allowed": lines}))
    return tuple(notes)
