"""The tables of a document as a workbook, where numbers are numbers."""

import io
import math
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from dashboard.documents import content
from dashboard.documents.cleaning import cleaned
from dashboard.texts.catalogue import t

_NUMBER_FORMATS = {
    "text": "@", "count": "#,##0", "share": "0.0%", "decimal": "0.0", "day": "dd/mm/yyyy",
    "rupiah": '"Rp"#,##0',
}  # fmt: skip
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_FIRST_WIDTHS = (34, 22, 70)  # of the three columns of the first sheet
_NARROWEST, _LINE = 9.0, 15.0  # a column in letters, a line in points
_UPRIGHT = 6  # columns that still print well on an upright page
_LETTERS = 14  # of a column whose width is 1


def xlsx(document: content.Document) -> bytes:
    """The bytes of the workbook: a sheet of facts and figures, and one a table."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        looks = _Looks(book)
        _first_sheet(book.add_worksheet(t("dokumen.ringkasan")), document, looks)
        names = {t("dokumen.ringkasan").casefold()}
        for table in document.tables:
            page = book.add_worksheet(_name(table.title, names))
            if len(table.columns) > _UPRIGHT:
                page.set_landscape()
            _table(page, table, looks)
    return buffer.getvalue()


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.strong = book.add_format({"bold": True})
        self.text = book.add_format({**top, "num_format": "@"})
        self.head = book.add_format({
            **top, "bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "border": 1,
        })  # fmt: skip
        self.cells = {
            bold: {
                kind: book.add_format({**top, "num_format": shown, "border": 1, "bold": bold})
                for kind, shown in _NUMBER_FORMATS.items()
            }
            for bold in (False, True)
        }


def _first_sheet(page: Any, document: content.Document, looks: _Looks) -> None:
    for place, width in enumerate(_FIRST_WIDTHS):
        page.set_column(place, place, width)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    row = 0
    for line in (*document.head.lines, document.head.office, document.head.address):
        if line:
            page.write_string(row, 0, cleaned(line), looks.strong)
            row += 1
    page.write_string(row + 1, 0, cleaned(document.title), looks.title)
    _across(page, row + 2, document.subtitle, looks.text, _FIRST_WIDTHS)
    row = _pairs(page, row + 3, document.facts, looks)
    for part in document.sections:
        page.write_string(row + 1, 0, cleaned(part.title), looks.strong)
        row += 2
        for block in part.blocks:
            row = _block(page, row, block, looks)
    _across(page, row + 1, document.source, looks.text, _FIRST_WIDTHS)


def _block(page: Any, row: int, block: content.Block, looks: _Looks) -> int:
    """Write what is no table; the row after it."""
    match block:
        case content.Facts():
            return _pairs(page, row, block.pairs, looks)
        case content.Figures():
            for item in block.items:
                page.write_string(row, 0, cleaned(item.label), looks.text)
                _entry(page, (row, 1), item.shown, looks.cells[True])
                page.write_string(row, 2, cleaned(item.sentence), looks.text)
                row += 1
        case content.Paragraph() | content.Points() | content.Chart():
            for text in _lines(block):
                _across(page, row, text, looks.text, _FIRST_WIDTHS)
                row += 1
        case content.Table():
            sheet = t("dokumen.lembar", judul=block.title)
            _across(page, row, sheet, looks.text, _FIRST_WIDTHS)
            row += 1
    return row


def _lines(block: content.Paragraph | content.Points | content.Chart) -> tuple[str, ...]:
    match block:
        case content.Paragraph():
            return (block.text,)
        case content.Points():
            return block.items
        case content.Chart():
            return (block.said,)


def _pairs(page: Any, row: int, pairs: tuple[tuple[str, str], ...], looks: _Looks) -> int:
    for name, value in pairs:
        page.write_string(row, 0, cleaned(name), looks.text)
        page.merge_range(row, 1, row, 2, "", looks.text)
        page.write_string(row, 1, cleaned(value), looks.text)
        row += 1
    return row


def _table(page: Any, table: content.Table, looks: _Looks) -> None:
    widths = [max(_NARROWEST, _LETTERS * column.width) for column in table.columns]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        page.set_column(place, place, width)
        page.write_string(0, place, cleaned(column.label), looks.head)
    for row, line in enumerate(table.all_rows, start=1):
        bold = table.total is not None and row == len(table.all_rows)
        for place, cell in enumerate(line):
            _entry(page, (row, place), cell, looks.cells[bold])
    if table.note:
        _across(page, len(table.all_rows) + 2, table.note, looks.text, widths)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _across(page: Any, row: int, text: str, look: Any, widths: Sequence[float]) -> None:
    """A text over all columns, in a row as high as it needs: merged cells do not grow."""
    if len(widths) > 1:
        page.merge_range(row, 0, row, len(widths) - 1, "", look)
    page.write_string(row, 0, cleaned(text), look)
    page.set_row(row, _LINE * max(1, math.ceil(len(text) / sum(widths))))


def _entry(page: Any, place: tuple[int, int], cell: content.Cell, looks: Any) -> None:
    """A number or day as what it is; anything else, and what is not known, as its text."""
    look = looks[cell.kind]
    if cell.value is None or cell.kind == "text":
        page.write_string(*place, cleaned(cell.text), looks["text"])
    elif cell.kind == "day":
        page.write_datetime(*place, cell.value, look)
    else:
        page.write_number(*place, cell.value, look)


def _name(title: str, taken: set[str]) -> str:
    """A sheet's name as Excel allows it, unlike the others."""
    plain = _NOT_IN_A_NAME.sub(" ", cleaned(title)).strip()[:_LONGEST_NAME] or "Tabel"
    name, number = plain, 2
    while name.casefold() in taken:
        name = f"{plain[: _LONGEST_NAME - 4]} ({number})"
        number += 1
    taken.add(name.casefold())
    return name
