"""One sheet of a workbook as rows of text, streamed: every cell as the spreadsheet means it.

A date becomes yyyy-mm-dd by its number format, a decimal gets a comma, zeros that the format adds
stay, and a cell without a usable value is named instead of guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from xml.parsers import expat

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel

from data.importing import issues, workbook_issues
from data.importing.issues import FileRefused, Issue, Rule
from data.importing.sources import SHOWN_NUL

LONGEST_TEXT = 1_000_000
SURE_DIGITS = 15
LAST_ROW = 1_048_576
_ZEROS = re.compile(r"^0{2,}$")
_UNGROUPED = re.compile(r"^-?\d{1,3}\.\d{3}$")  # three decimals would look like thousands
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as the spreadsheet shows it, its cells, what is wrong with them."""

    number: int
    hidden: bool
    cells: list[str]
    faults: list[tuple[int, Rule, str]]


@dataclass(frozen=True)
class Formats:
    """What a workbook's cells need to be read: shared texts, number formats by style, day 0."""

    shared: Sequence[str]
    by_style: Sequence[str]
    epoch: datetime = CALENDAR_WINDOWS_1900


@dataclass
class _Cell:
    position: int
    kind: str = "n"
    style: int = 0
    formula: bool = False
    filled: bool = False
    parts: list[str] = field(default_factory=list)


def rows_of(blocks: Iterable[bytes], formats: Formats) -> Iterator[SheetRow]:
    """The rows of a sheet's XML that hold cells, in order. Raises `FileRefused` if it is bad."""
    reader = _Reader(formats)
    try:
        for block in blocks:
            reader.parser.Parse(block, False)
            yield from reader.take()
        reader.parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, IndexError) as error:
        raise FileRefused(Issue(workbook_issues.DAMAGED_ARCHIVE)) from error
    yield from reader.take()


class _Reader:
    """Collects finished rows while the parser runs over the XML."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self.parser = safe_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._rows: list[SheetRow] = []
        self._row: SheetRow | None = None
        self._cell: _Cell | None = None
        self._last = 0
        self._reading = False
        self._length = 0

    def take(self) -> list[SheetRow]:
        """The rows that are finished."""
        rows, self._rows = self._rows, []
        return rows

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self._last = int(attributes.get("r", self._last + 1))
            if not 0 < self._last <= LAST_ROW:
                raise ValueError(self._last)
            self._row = SheetRow(self._last, attributes.get("hidden") in ("1", "true"), [], [])
        elif tag == "c" and self._row is not None:
            where = attributes.get("r")
            position = len(self._row.cells) if where is None else column_number(where)
            self._cell = _Cell(position, attributes.get("t", "n"), int(attributes.get("s", 0)))
        elif self._cell is not None:
            if tag == "f":
                self._cell.formula = True
            elif tag in ("v", "t"):
                self._reading = self._cell.filled = True

    def _text(self, text: str) -> None:
        if self._reading and self._cell is not None:
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                details = {"allowed": str(LONGEST_TEXT), "other": "huruf"}
                raise FileRefused(Issue(workbook_issues.ZIP_BOMB, details=details))
            self._cell.parts.append(text)

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in ("v", "t"):
            self._reading, self._length = False, 0
        elif tag == "c" and self._cell is not None and self._row is not None:
            self._keep(self._cell, self._row)
            self._cell = None
        elif tag == "row" and self._row is not None:
            self._rows.append(self._row)
            self._row = None

    def _keep(self, cell: _Cell, row: SheetRow) -> None:
        text, rule = cell_text(cell.kind, "".join(cell.parts), cell.style, self.formats)
        if cell.formula and cell.kind == "n" and not cell.parts:
            rule = workbook_issues.FORMULA_WITHOUT_VALUE
        if not text and rule is None:
            return
        if cell.position >= len(row.cells):
            row.cells.extend([""] * (cell.position + 1 - len(row.cells)))
        row.cells[cell.position] = text
        if rule is not None:
            row.faults.append((cell.position, rule, text))


def safe_parser() -> "expat.XMLParserType":
    """A parser that takes no document type, so that no entity can be declared."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise FileRefused(Issue(workbook_issues.DAMAGED_ARCHIVE))

    parser.StartDoctypeDeclHandler = refuse
    return parser


def column_number(reference: str) -> int:
    """The column of a cell reference, from 0: B7 -> 1."""
    number = 0
    for character in reference:
        if not character.isalpha():
            break
        number = number * 26 + ord(character.upper()) - 64
    return min(number, 16_384) - 1


def cell_text(kind: str, raw: str, style: int, formats: Formats) -> tuple[str, Rule | None]:
    """A cell's text, and what is wrong with it."""
    if kind in ("s", "str", "inlineStr"):
        text = formats.shared[int(raw)] if kind == "s" and raw else unescaped(raw)
        if "\0" in text:
            return text.replace("\0", SHOWN_NUL), issues.NUL_IN_CELL
        return text, None
    if kind == "b":
        return ("TRUE" if raw.strip() == "1" else "FALSE"), None
    if kind == "e":
        return raw, workbook_issues.CELL_ERROR
    if kind == "d":
        return raw.replace("T", " ").removesuffix(" 00:00:00"), None
    if not raw:
        return "", None
    code = formats.by_style[style] if style < len(formats.by_style) else "General"
    return _number_text(raw, code, formats.epoch)


def unescaped(text: str) -> str:
    """Text with the control characters that XML cannot hold, as Excel writes them: _x0000_."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(
        lambda match: match[0] if match[1][0] in "dD" else chr(int(match[1], 16)), text
    )


def _number_text(raw: str, code: str, epoch: datetime) -> tuple[str, Rule | None]:
    try:
        value = float(raw)
    except ValueError:
        return raw, None
    if code != "General" and is_date_format(code):
        return _moment_text(value, code, epoch), None
    if value == int(value) if abs(value) < 1e300 else False:
        digits = f"{value:.0f}"
        rounded = len(digits.lstrip("-")) > SURE_DIGITS
        padded = digits.zfill(len(code)) if _ZEROS.match(code) else digits
        return padded, workbook_issues.ROUNDED_BY_EXCEL if rounded else None
    shown = f"{value * 100:.15g}%" if code.rstrip().endswith("%") else f"{value:.15g}"
    return _UNGROUPED.sub(r"\g<0>0", shown).replace(".", ","), None


def _moment_text(value: float, code: str, epoch: datetime) -> str:
    try:
        moment = from_excel(value, epoch)
    except (ValueError, OverflowError):
        return f"{value:.15g}"
    if isinstance(moment, timedelta):
        moment = (datetime.min + moment).time()
    if isinstance(moment, time):
        return moment.isoformat("seconds").removesuffix(":00")
    if not isinstance(moment, datetime):
        return f"{value:.15g}"
    shown = moment.isoformat(" ", "seconds")
    return shown.removesuffix(":00").removesuffix(" 00:00")
