"""An attendance sheet as offices keep it: a row per person, a column per day. Pure: no database."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.importing import matrix_issues
from data.importing.issues import FileRefused, Issue
from data.importing.parsing import CellError, cleaned, parse_date
from data.importing.titles import parse_month
from data.neutral import restored
from data.sheets import normal

_DAY = re.compile(r"^(0?[1-9]|[12]\d|3[01])(?:[.,]0)?$")
_LEAVING = re.compile(
    r"\b(?:bebas|pindah|mutasi|keluar|meninggal|CB|PB)\b.*?(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|"
    r"\d{4}-\d{2}-\d{2})",
    re.I,
)


@dataclass(frozen=True)
class MatrixForm:
    """How one kind of sheet is laid out: its headings, title lines and marks.

    `keys`: the label of a line above the headings with the session number of each column, if the
    sheet has one; `participants`: the title with the participant numbers that were printed.
    """

    person: str
    name: str
    number: str
    marks: Mapping[str, str]
    not_expected: frozenset[str]
    cohort_title: str
    unit_title: str
    month_title: str
    total: str = ""
    remark: str = ""
    footer: tuple[str, ...] = ()
    keys: str = ""
    participants: str = ""

    def is_day(self, heading: str) -> bool:
        """Whether a heading is a day: 1 to 31, or a date."""
        text = cleaned(heading)
        return bool(_DAY.match(text)) or _date_of(text) is not None


@dataclass(frozen=True)
class DayColumn:
    """A column of marks: where it is, what stands above it, its day, its session if it says so."""

    position: int
    heading: str
    held_on: date
    session: int | None = None


@dataclass(frozen=True)
class PersonRow:
    """A row with marks: its line, who it is about, what stands under each day."""

    line: int
    cells: list[str]
    person: str
    name: str
    number: str
    remark: str
    total: str
    left_on: date | None


@dataclass
class Grid:
    """The sheet in parts. `footers` are the lines of totals and signatures."""

    columns: list[DayColumn]
    persons: list[PersonRow] = field(default_factory=list)
    footers: list[int] = field(default_factory=list)
    totals: list[tuple[int, list[str]]] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)


def day_columns(
    form: MatrixForm, headings: Sequence[str], titles: Mapping[str, str], keys: Sequence[str]
) -> tuple[list[DayColumn], list[str]]:
    """The columns of marks, and the headings of columns without a session number.

    `keys`: the line of session numbers, empty for a sheet without one. Raises `FileRefused`.
    """
    month = _month(form, headings, titles)
    known = {normal(form.person), normal(form.name), normal(form.number), normal(form.total)}
    columns: list[DayColumn] = []
    inserted: list[str] = []
    for position, heading in enumerate(headings):
        key = keys[position].strip() if position < len(keys) else ""
        if key.isdigit():
            day = _day_of(cleaned(heading), month)
            columns.append(DayColumn(position, heading, day or date.min, int(key)))
        elif form.is_day(heading) and normal(heading) not in known:
            day = _day_of(cleaned(heading), month)
            if keys:
                inserted.append(heading)
            elif day is not None:
                columns.append(DayColumn(position, heading, day))
    return columns, inserted


def _month(
    form: MatrixForm, headings: Sequence[str], titles: Mapping[str, str]
) -> tuple[int, int] | None:
    said = titles.get(normal(form.month_title))
    if said is not None:
        month = parse_month(said)
        if month is None:
            raise FileRefused(Issue(matrix_issues.MONTH_UNREADABLE, value=said))
        return month
    if any(_DAY.match(cleaned(heading)) for heading in headings):
        details = {"allowed": form.month_title}
        raise FileRefused(Issue(matrix_issues.TITLE_MISSING, details=details))
    return None


def _day_of(heading: str, month: tuple[int, int] | None) -> date | None:
    match = _DAY.match(heading)
    if match is None or month is None:
        return _date_of(heading)
    try:
        return date(*month, int(match[1]))
    except ValueError as error:
        raise FileRefused(Issue(matrix_issues.MONTH_UNREADABLE, value=heading)) from error


def _date_of(text: str) -> date | None:
    """The day of a heading; what follows ` #` tells two sessions of one day apart."""
    try:
        return parse_date(text.split(" #")[0])
    except CellError:
        return None


def grid_of(
    form: MatrixForm, headings: Sequence[str], columns: list[DayColumn],
    rows: Sequence[tuple[int, list[str]]],
) -> Grid:  # fmt: skip
    """The sheet's rows sorted into people, totals and signatures."""
    place = {normal(heading): position for position, heading in enumerate(headings)}
    grid = Grid(columns)
    for line, raw in rows:
        cells = [restored(cleaned(cell)) for cell in raw]
        person, name, number, remark, total = (
            cells[place[normal(heading)]] if normal(heading) in place and heading else ""
            for heading in (form.person, form.name, form.number, form.remark, form.total)
        )
        marked = any(cells[column.position] for column in columns)
        if not person and not number and (_is_footer(form, name) or not marked):
            grid.footers.append(line)
            if marked:
                grid.totals.append((line, cells))
            continue
        left = _LEAVING.search(remark)
        left_on = _date_of(left[1]) if left else None
        grid.persons.append(PersonRow(line, cells, person, name, number, remark, total, left_on))
    return grid


def _is_footer(form: MatrixForm, name: str) -> bool:
    return any(name.casefold().startswith(word.casefold()) for word in form.footer)
