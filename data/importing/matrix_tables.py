"""A grid of marks as rows of our tables: sessions, enrolments, attendance; each knows its place.

Rows are held in memory: a sheet is one cohort in one month.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.importing import matrix_issues
from data.importing.issues import Issue, Rule
from data.importing.matrix import DayColumn, Grid, MatrixForm, PersonRow
from data.importing.notices import LISTED, Notices
from data.importing.sources import Chunk, Fault, Source, chunk_of
from models.codes import EnrolmentStatus, SessionStatus

FIRST_LINE = 2_000_000  # beyond the last row of any spreadsheet
SESSION = ("kode_unit", "kode_angkatan", "nomor_sesi", "tanggal_sesi", "status_sesi")
ENROLMENT = ("kode_unit", "kode_angkatan", "nomor_induk", "nomor_register", "nip",
             "nomor_peserta", "status_kepesertaan")  # fmt: skip
ATTENDANCE = ("kode_unit", "kode_angkatan", "nomor_sesi", "nomor_induk", "nomor_register", "nip",
              "tanda")  # fmt: skip
NOTE = "catatan"
MARK = ATTENDANCE.index("tanda")


@dataclass(frozen=True)
class Place:
    """Where a made row comes from: its line and the heading of its column, if it is one cell."""

    line: int
    heading: str | None


@dataclass
class TableSource(Source):
    """Rows made from another file, with the lines that they are known by on the road."""

    path: Path
    sha256: str
    headings: tuple[str, ...]
    encoding: str = "matriks"
    layouts: tuple[str, ...] = ("",)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)

    def add(self, place: Place, cells: Sequence[str]) -> int:
        """Add a row; gives its line."""
        line = FIRST_LINE + len(self.rows)
        self.rows.append((line, [*cells, *[""] * (len(self.headings) - len(cells))]))
        self.places[line] = place
        return line

    def head(self, layout: str) -> list[list[str]]:
        """The headings."""
        return [list(self.headings)]

    def chunks(self, layout: str, header_row: int, width: int) -> Iterator[Chunk]:
        """All rows at once."""
        if self.rows:
            yield chunk_of(self.rows, width, self.faults)

    def notes(self, layout: str) -> list[Issue]:
        """Nothing: the sheet's own notes are said once."""
        return []


@dataclass(frozen=True)
class Known:
    """What the database says about the cohort of a sheet."""

    unit: str
    cohort: str
    numbers: Mapping[date, Sequence[int]]
    status: Mapping[int, SessionStatus]
    strangers: frozenset[str]
    taken: frozenset[int]
    needing_notes: frozenset[str]
    attended: frozenset[str]


@dataclass
class Tables:
    """The three files that a sheet becomes, and what is worth saying about it."""

    sessions: TableSource
    enrolments: TableSource
    attendance: TableSource
    notices: Notices
    issues: list[Issue] = field(default_factory=list)


def identity_cells(person: str) -> tuple[str, str, str]:
    """Nomor induk, register number and NIP out of a key; without a prefix it is the first."""
    kind, _, value = person.partition(":")
    if kind in ("induk", "register", "nip"):
        return (
            value if kind == "induk" else "",
            value if kind == "register" else "",
            value if kind == "nip" else "",
        )
    return person, "", ""


class Unfolding:
    """Turns one grid into tables, with what the database knows."""

    def __init__(self, form: MatrixForm, grid: Grid, known: Known, source: Source) -> None:
        self.form, self.grid, self.known = form, grid, known
        noted = any(form.marks.get(_mark(cell), "") in known.needing_notes
                    for row in grid.persons for cell in row.cells)  # fmt: skip
        headings = (SESSION, ENROLMENT, (*ATTENDANCE, NOTE) if noted else ATTENDANCE)
        tables = [TableSource(source.path, source.sha256, names) for names in headings]
        self.tables = Tables(tables[0], tables[1], tables[2], Notices())
        self._owner = (known.unit, known.cohort)
        self._unmarked: dict[Rule, list[int]] = {}

    def go(self, faults: Sequence[Fault], header_line: int) -> Tables:
        """Make the rows. `faults` are what reading found in the sheet's cells."""
        used = self._numbered()
        self._sessions(used, header_line)
        by_line: dict[int, list[Fault]] = {}
        for fault in faults:
            by_line.setdefault(fault.line, []).append(fault)
        for row in self.grid.persons:
            self._person(row, used, by_line.get(row.line, []))
        for rule, lines in self._unmarked.items():
            some = ", ".join(str(line) for line in list(dict.fromkeys(lines))[:LISTED])
            details = {"count": str(len(lines)), "allowed": some}
            self.tables.issues.append(Issue(rule, details=details))
        return self.tables

    def _numbered(self) -> list[tuple[DayColumn, int]]:
        """The columns with marks, each with the number of its session; new ones get the next."""
        used: list[tuple[DayColumn, int]] = []
        last = max(self.known.status, default=0)
        for column in sorted(self.grid.columns, key=lambda c: (c.held_on, c.position)):
            stored = self.known.numbers.get(column.held_on, ())
            marked = any(self._is_mark(row.cells[column.position]) for row in self.grid.persons)
            number = column.session or (stored[0] if stored else None)
            if number is None and marked:
                last += 1
                number = last
            if number is None or not marked:
                details = {"allowed": column.heading}
                self.tables.issues.append(Issue(matrix_issues.EMPTY_COLUMNS, details=details))
            else:
                used.append((column, number))
        return used

    def _is_mark(self, text: str) -> bool:
        return bool(text) and text not in self.form.not_expected

    def _sessions(self, used: list[tuple[DayColumn, int]], header_line: int) -> None:
        for column, number in used:
            if self.known.status.get(number) in (None, SessionStatus.RENCANA):
                place = Place(header_line, column.heading)
                held = SessionStatus.TERLAKSANA.value
                self.tables.sessions.add(
                    place, (*self._owner, str(number), column.held_on.isoformat(), held)
                )

    def _person(
        self, row: PersonRow, used: list[tuple[DayColumn, int]], faults: list[Fault]
    ) -> None:
        whole = next((fault for fault in faults if fault.position is None), None)
        if whole is not None or not row.person:
            rule = whole.rule if whole else matrix_issues.WITHOUT_NUMBER
            value = whole.value if whole else row.name or f"No {row.number}"
            self._fault(Place(row.line, None), (*self._owner,), rule, value)
            return
        if row.person in self.known.strangers:
            free = row.number.isdigit() and int(row.number) not in self.known.taken
            self.tables.enrolments.add(
                Place(row.line, None),
                (*self._owner, *identity_cells(row.person), row.number if free else "",
                 EnrolmentStatus.AKTIF.value),
            )  # fmt: skip
        if row.left_on is not None:
            rule = matrix_issues.LEFT_DURING_MONTH
            self.tables.notices.add(rule, row.line, self.form.remark, value=row.remark)
        wrong = {fault.position: fault for fault in faults}
        for column, session in used:
            self._cell(row, column, session, wrong.get(column.position))

    def _cell(self, row: PersonRow, column: DayColumn, number: int, wrong: Fault | None) -> None:
        text, place = row.cells[column.position], Place(row.line, column.heading)
        cells = [*self._owner, str(number), *identity_cells(row.person)]
        mark = self.form.marks.get(_mark(text))
        said = [*cells, mark or text]
        if wrong is not None:
            self._fault(place, said, wrong.rule, wrong.value)
        elif not self._is_mark(text):
            rule = matrix_issues.NOT_EXPECTED if text else matrix_issues.BLANK_MARKS
            self._unmarked.setdefault(rule, []).append(row.line)
        elif mark is None:
            choices = {"allowed": ", ".join([*map(str.upper, self.form.marks), "-"])}
            self._fault(place, said, matrix_issues.UNKNOWN_MARK, text, choices)
        elif row.left_on is not None and column.held_on > row.left_on:
            day = {"allowed": row.left_on.strftime("%d/%m/%Y")}
            self._fault(place, said, matrix_issues.AFTER_LEAVING, text, day)
        elif self.known.status.get(number) is SessionStatus.BATAL:
            self._fault(place, said, matrix_issues.SESSION_CANCELLED, text)
        else:
            note = row.remark if mark in self.known.needing_notes else ""
            self.tables.attendance.add(place, [*cells, mark, *([note] if note else [])])

    def _fault(
        self, place: Place, cells: Sequence[str], rule: Rule, value: str,
        details: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        line = self.tables.attendance.add(place, cells)
        self.tables.attendance.faults.append(Fault(line, None, rule, value, details or {}))


def _mark(text: str) -> str:
    return text.casefold()
