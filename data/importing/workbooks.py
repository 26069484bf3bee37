"""A workbook (.xlsx) as a source: its visible sheets are the ways to read it.

The parts are read by our own small parser, because the libraries that stream do not tell merged
cells, hidden rows and formulas without a value apart from empty cells (docs/decisions).
"""

import hashlib
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from data.importing import issues, workbook_issues
from data.importing.archives import open_archive, unpacked
from data.importing.issues import FileRefused, Issue
from data.importing.sources import (
    HEADER_WITHIN,
    MOST_COLUMNS,
    ROWS_A_CHUNK,
    Chunk,
    Fault,
    Source,
    chunk_of,
)
from data.importing.worksheets import (
    Formats,
    SheetRow,
    rows_of,
    safe_parser,
    unescaped,
)

EXPLAINING_SHEETS = frozenset({"Kamus", "Penjelasan", "Pilihan"})
LARGEST_PART = 300_000_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col [^>]*>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


@dataclass(frozen=True)
class _Look:
    """What one pass over a sheet's bytes tells: merged rows, hidden columns, formulas."""

    merged: dict[int, str]
    hidden_columns: list[int]
    formulas: int


class Workbook(Source):
    """A workbook that was opened and looked through."""

    encoding = "xlsx"

    def __init__(self, path: Path) -> None:
        """Open the file. Raises `FileRefused` for macros, links, passwords and damage."""
        self.path = path
        with path.open("rb") as stream:
            self.sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        with open_archive(path) as archive:
            names = set(archive.namelist())
            _refuse_active_parts(names, path.name)
            book = _Book(archive)
            self._parts = book.visible
            self._hidden = book.hidden
            self._formats = Formats(
                _shared_texts(archive, names), _formats_by_style(archive, names), book.epoch
            )
        self._looks: dict[str, _Look] = {}
        self.layouts = tuple(name for name in self._parts if name not in EXPLAINING_SHEETS)
        if not self.layouts:
            raise FileRefused(Issue(workbook_issues.NO_SHEET), path.name)

    def head(self, layout: str) -> list[list[str]]:
        """The first rows of a sheet; a row without cells is empty."""
        rows: list[list[str]] = []
        for row in islice(self._rows(layout), HEADER_WITHIN):
            if row.number > HEADER_WITHIN:
                break
            rows.extend([] for _ in range(row.number - 1 - len(rows)))
            rows.append(row.cells)
        return rows

    def chunks(self, layout: str, header_row: int, width: int) -> Iterator[Chunk]:
        """The rows of a sheet below the header, with what is wrong with their cells."""
        merged = self._look(layout).merged
        rows = (row for row in self._rows(layout) if row.number > header_row + 1)
        while block := list(islice(rows, ROWS_A_CHUNK)):
            faults = [fault for row in block for fault in _faults(row, merged, width)]
            yield chunk_of([(row.number, _fitted(row.cells, width)) for row in block],
                           width, faults)  # fmt: skip

    def notes(self, layout: str) -> list[Issue]:
        """Which sheets were left, what was hidden, how many formulas were read."""
        look = self._look(layout)
        others = [name for name in self.layouts if name != layout]
        columns = [str(number + 1) for number in look.hidden_columns]
        found = (
            (workbook_issues.OTHER_SHEETS, ", ".join(others)),
            (workbook_issues.HIDDEN_SHEETS, ", ".join(self._hidden)),
            (workbook_issues.HIDDEN_COLUMNS, ", ".join(columns)),
            (workbook_issues.FORMULAS_READ, str(look.formulas or "")),
        )
        notes = [Issue(issues.ENCODING_NOTE, details={"allowed": f"XLSX, {layout}"})]
        return notes + [Issue(rule, details={"allowed": text}) for rule, text in found if text]

    def _rows(self, layout: str) -> Iterator[SheetRow]:
        with open_archive(self.path) as archive:
            yield from rows_of(unpacked(archive, self._parts[layout]), self._formats)

    def _look(self, layout: str) -> _Look:
        if layout not in self._looks:
            with open_archive(self.path) as archive:
                self._looks[layout] = _look_through(unpacked(archive, self._parts[layout]))
        return self._looks[layout]


def _refuse_active_parts(names: set[str], file_name: str) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(Issue(workbook_issues.MACROS), file_name)
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise FileRefused(Issue(workbook_issues.EXTERNAL_LINKS), file_name)
    if "xl/workbook.xml" not in names:
        detail = {"other": "XLSX/ZIP"}
        raise FileRefused(Issue(issues.NOT_TEXT, details=detail), file_name)


def _fitted(cells: list[str], width: int) -> list[str]:
    """The cells padded to the header's width; empty cells beyond it are no cells."""
    if len(cells) > width:
        last = max((i for i, cell in enumerate(cells) if cell.strip()), default=-1)
        cells = cells[: max(width, last + 1)]
    return cells + [""] * (width - len(cells))


def _faults(row: SheetRow, merged: dict[int, str], width: int) -> Iterator[Fault]:
    if row.hidden:
        yield Fault(row.number, None, workbook_issues.HIDDEN_ROW)
    if row.number in merged:
        yield Fault(row.number, None, workbook_issues.MERGED_CELLS, merged[row.number])
    for position, rule, value in row.faults:
        if position < width:
            yield Fault(row.number, position, rule, value)


def _look_through(blocks: Iterator[bytes]) -> _Look:
    merged: dict[int, str] = {}
    hidden: list[int] = []
    formulas, tail = 0, b""
    for block in blocks:
        cut = (tail + block).rfind(b"<")
        part, tail = (tail + block)[:cut], (tail + block)[cut:]
        formulas += len(_FORMULA.findall(part))
        for first, top, last, bottom in _MERGED.findall(part):
            span = f"{first.decode()}{int(top)}:{last.decode()}{int(bottom)}"
            merged |= dict.fromkeys(range(int(top), min(int(bottom), int(top) + 10_000) + 1), span)
        for element in _HIDDEN_COLUMNS.findall(part):
            if b'hidden="1"' in element or b'hidden="true"' in element:
                hidden.extend(_columns_of(element))
    return _Look(merged, hidden, formulas)


def _columns_of(element: bytes) -> range:
    limits = dict(re.findall(rb'(min|max)="(\d+)"', element))
    first, last = int(limits.get(b"min", 1)), int(limits.get(b"max", 0))
    return range(first - 1, min(last, MOST_COLUMNS))


class _Book:
    """The sheets by name, in order, and the day from which dates count."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.visible: dict[str, str] = {}
        self.hidden: list[str] = []
        self.epoch = CALENDAR_WINDOWS_1900
        targets = {
            attributes.get("Id", ""): attributes.get("Target", "")
            for tag, attributes in _elements(archive, "xl/_rels/workbook.xml.rels")
            if tag == "Relationship"
        }
        names = set(archive.namelist())
        for tag, attributes in _elements(archive, "xl/workbook.xml"):
            if tag == "workbookPr" and attributes.get("date1904") in ("1", "true"):
                self.epoch = CALENDAR_MAC_1904
            elif tag == "sheet":
                self._sheet(attributes, targets, names)

    def _sheet(self, attributes: dict[str, str], targets: dict[str, str], names: set[str]) -> None:
        identity = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        target = targets.get(identity, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        part = posixpath.normpath(part)
        name = attributes.get("name", part)
        if part not in names or "chartsheet" in part:
            return
        if attributes.get("state", "visible") == "visible":
            self.visible[name] = part
        elif name not in EXPLAINING_SHEETS:
            self.hidden.append(name)


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The start tags of a small part, without their prefixes."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = safe_parser()
    parser.StartElementHandler = lambda name, attributes: found.append(
        (name.rpartition(":")[2], attributes)
    )
    _feed(parser, archive, part)
    return iter(found)


def _feed(parser: Any, archive: zipfile.ZipFile, part: str) -> None:
    name = Path(archive.filename or "").name
    try:
        for block in unpacked(archive, part, LARGEST_PART):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, ValueError) as error:
        raise FileRefused(Issue(workbook_issues.DAMAGED_ARCHIVE), name) from error


def _shared_texts(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    if "xl/sharedStrings.xml" not in names:
        return []
    texts: list[str] = []
    parts: list[str] = []
    path: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        path.append(name.rpartition(":")[2])

    def text(characters: str) -> None:
        if path and path[-1] == "t" and "rPh" not in path:
            parts.append(characters)

    def end(_: str) -> None:
        if path.pop() == "si":
            texts.append(unescaped("".join(parts)))
            parts.clear()

    parser = safe_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    _feed(parser, archive, "xl/sharedStrings.xml")
    return texts


def _formats_by_style(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    """The number format of each cell style."""
    if "xl/styles.xml" not in names:
        return []
    formats = dict(BUILTIN_FORMATS)
    styles: list[str] = []
    inside = ""
    for tag, attributes in _elements(archive, "xl/styles.xml"):
        if tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag
        elif tag == "numFmt" and inside == "":
            formats[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "General")
        elif tag == "xf" and inside == "cellXfs":
            styles.append(formats.get(int(attributes.get("numFmtId", 0)), "General"))
    return styles
