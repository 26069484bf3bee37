"""Workbooks of every maker: the XML of Excel, LibreOffice and libraries gives the same texts."""

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from data.exporting.templates import xlsx_template
from data.importing.issues import FileRefused
from data.importing.worksheets import Formats, rows_of
from data.sheets import sheets

from .conftest import Take

STYLES = ("General", "dd/mm/yyyy", "h:mm", "000000", "0.00%", "dd/mm/yyyy hh:mm", "#,##0.00")


def _cells(inner: str) -> list[str]:
    body = f'<worksheet><sheetData><row r="1">{inner}</row></sheetData></worksheet>'
    formats = Formats(("teks", " dua  spasi "), STYLES)
    rows = list(rows_of([body[:20].encode(), body[20:].encode()], formats))
    return rows[0].cells if rows else []


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "teks"),
        ('<c r="A1" t="s"><v>1</v></c>', " dua  spasi "),
        ("<c><v>7</v></c>", "7"),
        ('<c r="A1"><v>7.0</v></c>', "7"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', "0,3"),
        ('<c r="A1"><v>1.234</v></c>', "1,2340"),
        ('<c r="A1"><v>-12.5</v></c>', "-12,5"),
        ('<c r="A1"><v>1234567.5</v></c>', "1234567,5"),
        ('<c r="A1" s="1"><v>44750</v></c>', "2022-07-08"),
        ('<c r="A1" s="5"><v>44750.375</v></c>', "2022-07-08 09:00"),
        ('<c r="A1" s="2"><v>0.375</v></c>', "09:00"),
        ('<c r="A1" s="1"><v>1</v></c>', "1900-01-01"),
        ('<c r="A1" s="1"><v>60</v></c>', "1900-02-29"),
        ('<c r="A1" s="3"><v>301</v></c>', "000301"),
        ('<c r="A1" s="4"><v>0.5</v></c>', "50%"),
        ('<c r="A1" s="6"><v>1000</v></c>', "1000"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="str"><f>A2</f><v>hasil</v></c>', "hasil"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" t="inlineStr"><is><t>langsung</t></is></c>', "langsung"),
        ('<c r="A1" t="inlineStr"><is><r><t>ka</t></r><r><t>ya</t></r></is></c>', "kaya"),
        ('<c r="A1" t="d"><v>2022-07-08T00:00:00</v></c>', "2022-07-08"),
        ('<c r="A1" t="str"><v>a_x000A_b</v></c>', "a\nb"),
    ],
)
def test_a_cell_is_what_the_spreadsheet_means(cell: str, text: str) -> None:
    if text == "1900-02-29":  # a day that never was: Excel counts it, the calendar does not
        assert _cells(cell)[0] in ("1900-02-28", "1900-03-01")
    else:
        assert _cells(cell) == [text]


def test_cells_stand_where_their_reference_says() -> None:
    assert _cells('<c r="C1"><v>3</v></c>') == ["", "", "3"]
    assert _cells("<c><v>1</v></c><c><v>2</v></c>") == ["1", "2"]


def test_prefixed_names_are_read() -> None:
    row = b'<x:row r="4"><x:c r="A4"><x:v>9</x:v></x:c></x:row>'
    body = b'<x:worksheet xmlns:x="u">' + row + b"</x:worksheet>"
    (found,) = rows_of([body], Formats((), ()))
    assert (found.number, found.cells) == (4, ["9"])


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet><row r="1"/></worksheet>',
        b'<worksheet><row r="9999999999"></row></worksheet>',
        b'<worksheet><row r="satu"></row></worksheet>',
        b"<worksheet><row>",
        b'<worksheet><row r="1"><c t="s"><v>99</v></c></row></worksheet>',
    ],
)
def test_what_is_no_sheet_is_refused(body: bytes) -> None:
    with pytest.raises(FileRefused):
        list(rows_of([body], Formats((), ())))


@pytest.mark.parametrize("table", [sheet.name for sheet in sheets()])
def test_every_template_is_recognised_when_it_comes_back(table: str, tmp_path: Path) -> None:
    from data.importing.mapping import plan
    from data.importing.reading import open_source

    path = tmp_path / "templat.xlsx"
    path.write_bytes(xlsx_template(table, {}))
    mapped = plan(open_source(path), (), table)
    assert mapped.tables == (table,)
    assert "lembar_tersembunyi" not in {note.rule.code for note in mapped.notes}


def test_a_filled_template_goes_in(take: Take, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx_template("agreement", {})))
    page = book["agreement"]
    place = {cell.value: cell.column for cell in page[1]}
    for heading, value in (
        ("unit_perjanjian", "DITJENPAS"), ("kode_perjanjian", "001"), ("tahap", "PEMBAHASAN"),
        ("tanggal_mulai", date(2026, 7, 8)),
    ):  # fmt: skip
        page.cell(2, place[heading], value)
    path = tmp_path / "agreement.xlsx"
    book.save(path)
    (outcome,) = take(path)
    assert (outcome.table, outcome.counts.new, outcome.counts.refused) == ("agreement", 1, 0)
