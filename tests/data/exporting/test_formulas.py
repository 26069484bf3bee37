"""Cells that a spreadsheet would run: harmless in our files, whole when they come back."""

import ast
import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

import models
from data.exporting.bundles import write_bundle
from data.exporting.files import export
from data.exporting.frames import CsvStyle, frame_csv
from data.exporting.requests import ExportRequest, Format
from data.importing.refused import refused_csv
from data.importing.road import import_files
from data.importing.runs import Options
from data.neutral import in_workbook, neutralised, restored
from models.codes import PurposeKind
from models.door import Door, Viewer
from models.migrating import upgrade
from tests import factories

ROOT = Path(__file__).resolve().parents[3]
OPTIONS = Options(date(2026, 11, 24))
SIGNS = "=+-@|%\t\r\n"
NUMBER = re.compile(r"[+-]?[\d.,]+")
WORDS = (
    "=1+1", '=HYPERLINK("http://contoh")', "+62 812 000", "-5 derajat", "@nama", "|pipa",
    "%persen", "'=kutip", "''", "'biasa", "=cmd|' /C calc'!A0", "Nama Biasa",
)  # fmt: skip

# Those who write cells that leave the house, and what each does about formulas.
WRITERS = {
    "data/exporting/writing.py", "data/exporting/frames.py", "data/importing/refused.py",
    "data/exporting/attendance_sheets.py", "data/exporting/templates.py",
    "dashboard/documents/workbook.py",
}  # fmt: skip
NOT_GIVEN_OUT = {
    "data/importing/deciding.py",  # one row on its way to the import, and gone
    "data/synthetic/writing.py",  # invented data
}


@given(st.text(SIGNS + "'ab1", max_size=6))
def test_what_is_marked_comes_back_whole_and_starts_harmlessly(text: str) -> None:
    assert restored(neutralised(text)) == restored(in_workbook(text)) == text
    assert not neutralised(text).startswith(tuple(SIGNS))


def runs(cell: str) -> bool:
    """Whether a spreadsheet that opens the cell from a CSV would take it for a formula."""
    return cell.startswith(tuple(SIGNS)) and not NUMBER.fullmatch(cell)


def cells_of(content: bytes, delimiter: str = ",") -> list[str]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [cell for row in csv.reader(text, delimiter=delimiter) for cell in row]


@pytest.fixture
def named(door: Door, viewer: Viewer) -> Door:
    """People at AAA whose names and register numbers look like formulas."""
    with door.writing(viewer) as session:
        factories.directorate(session)
        unit = factories.unit(session, code="AAA", name="=SUM(A1)")
        for number, word in enumerate(WORDS):
            person = factories.wbp(session, name=word, alias=word)
            factories.identifier(session, wbp_id=person, unit_id=unit, value=f"I{number:02}")
            factories.identifier(
                session, wbp_id=person, unit_id=unit, value=f"={number}/B.I/2026",
                kind=models.codes.IdentifierKind.REGISTER,
            )  # fmt: skip
    return door


@pytest.fixture
def other(tmp_path: Path, viewer: Viewer) -> Iterator[Door]:
    """An empty database with the unit in it."""
    opened = Door(f"sqlite:///{tmp_path / 'lain.db'}")
    upgrade(opened)
    with opened.writing(viewer) as session:
        session.add(models.DatabaseState(id=1, mode=models.codes.DatabaseMode.DEMO))
        factories.directorate(session)
        factories.unit(session, code="AAA", name="=SUM(A1)")
    yield opened
    opened.close()


def names_in(door: Door, viewer: Viewer) -> set[tuple[str, str | None]]:
    with door.reading(viewer) as session:
        return {(one.name, one.alias) for one in session.exec(select(models.Wbp))}


def _given(kind: Format) -> Callable[[Door, Viewer, Path], Path]:
    def write(door: Door, viewer: Viewer, folder: Path) -> Path:
        return export(
            door, viewer, ExportRequest("wbp", kind, PurposeKind.EVALUASI), folder,
            name=f"wbp{kind.suffix}",
        ).data  # fmt: skip

    return write


def _bundle(door: Door, viewer: Viewer, folder: Path) -> Path:
    return write_bundle(door, viewer, "AAA", folder).path


KINDS = {"csv": _given(Format.CSV), "csv-excel": _given(Format.EXCEL),
         "xlsx": _given(Format.XLSX), "bundle": _bundle}  # fmt: skip


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_file_that_comes_back_is_harmless_and_whole(
    named: Door, other: Door, viewer: Viewer, tmp_path: Path, kind: str
) -> None:
    path = KINDS[kind](named, viewer, tmp_path)
    if kind == "xlsx":
        book = openpyxl.load_workbook(path)
        assert {c.data_type for page in book for row in page for c in row} <= {"s", "d", "n"}
    elif kind == "bundle":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(n) for n in archive.namelist() if n.endswith(".csv")]
        assert parts and not any(runs(cell) for part in parts for cell in cells_of(part))
    else:
        delimiter = ";" if kind == "csv-excel" else ","
        assert not any(runs(cell) for cell in cells_of(path.read_bytes(), delimiter))
    outcome = import_files(other, viewer, [path], OPTIONS)
    assert not any(one.refused_rows for one in outcome)
    assert names_in(other, viewer) == {(word, word) for word in WORDS}
    with other.reading(viewer) as session:
        values = set(session.exec(select(models.PersonIdentifier.value)))
    assert {one for one in values if "/" in one} == {
        f"={number}/B.I/2026" for number in range(len(WORDS))
    }


def test_parquet_keeps_texts_as_they_are(named: Door, viewer: Viewer, tmp_path: Path) -> None:
    path = KINDS["csv"] and _given(Format.PARQUET)(named, viewer, tmp_path)
    assert set(parquet.read_table(path).column("nama").to_pylist()) == set(WORDS)


@pytest.mark.parametrize("style", list(CsvStyle))
def test_the_table_of_a_chart_is_harmless(style: CsvStyle) -> None:
    frame = pd.DataFrame({"=Judul": [*WORDS, -5.5, -3]})
    found = cells_of(frame_csv(frame, style), ";" if style is CsvStyle.EXCEL else ",")
    assert not any(runs(cell) for cell in found)
    assert found[0] == "'=Judul" and {"-3"} <= set(found)


def test_refused_rows_are_harmless_and_go_in_once_corrected(
    named: Door, viewer: Viewer, tmp_path: Path
) -> None:
    path = tmp_path / "instrument_scale.csv"
    with named.writing(viewer) as session:
        factories.instrument(session, code="UJI", version="1")
    head = ("kode_instrumen;versi_instrumen;kode_skala;nama_skala_id;nama_skala_en;nilai_terendah;"
            "nilai_tertinggi;arah;=jahat\r\n")  # fmt: skip
    path.write_text(head + "UJI;1;S;=nama;+name;-5;10;SALAH;@x\r\n", encoding="utf-8", newline="")
    outcome = import_files(named, viewer, [path], OPTIONS)[0]
    content = refused_csv(outcome)
    assert outcome.refused_rows and not any(runs(cell) for cell in cells_of(content, ";"))
    again = tmp_path / "instrument_scale-perbaikan.csv"
    again.write_bytes(content.replace(b"SALAH", b"NAIK"))
    done: Any = import_files(named, viewer, [again], OPTIONS)[0]
    assert done.counts.new == 1, done.reasons
    with named.reading(viewer) as session:
        kept = session.exec(select(models.InstrumentScale)).one()
        assert (kept.name_id, kept.name_en, kept.minimum) == ("=nama", "+name", -5)


def test_every_writer_of_cells_is_known_here_and_takes_care() -> None:
    """A new one must be added above, and to a test of what it writes."""
    found = {}
    for layer in ("data", "dashboard"):
        for file in sorted((ROOT / layer).rglob("*.py")):
            source = file.read_text(encoding="utf-8")
            called = {
                ast.unparse(node.func) for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Call)
            }  # fmt: skip
            if called & {"csv.writer", "csv.DictWriter", "xlsxwriter.Workbook"} or any(
                name.endswith((".to_csv", ".to_excel")) for name in called
            ):
                found[file.relative_to(ROOT).as_posix()] = source
    assert set(found) == WRITERS | NOT_GIVEN_OUT
    for path in WRITERS:
        if "xlsxwriter.Workbook(" in found[path]:
            assert '"strings_to_formulas": False' in found[path], path
        if "csv.writer" in found[path]:
            assert "neutralised(" in found[path], path
