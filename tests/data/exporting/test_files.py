"""Files given out: what they hold, what they must not, and that each is recorded first."""

import csv
import hashlib
import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as parquet
import pytest
from sqlmodel import select

import models
from data.errors import SinergiError
from data.exporting import files
from data.exporting.datasets import datasets
from data.exporting.files import export
from data.exporting.requests import ExportRequest, Format
from data.exporting.writing import parquet_column
from data.queries.filter import Filter
from models.codes import DisclosureLevel, PurposeKind
from models.door import Door, Viewer
from tests.data.exporting.worlds import FORMULA

REPORT = PurposeKind.LAPORAN


def rows_of(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=delimiter))


def request(dataset: str, kind: Format = Format.CSV, **settings: object) -> ExportRequest:
    return ExportRequest(dataset, kind, REPORT, **settings)  # type: ignore[arg-type]


def test_a_table_has_declared_headings_and_natural_keys(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(filled, viewer, request("programme_session"), tmp_path)
    head, first, second = rows_of(made.data)
    line = dict(zip(head, first, strict=True))
    assert (line["kode_unit"], line["kode_angkatan"], line["nomor_sesi"]) == ("AAA", "2026-01", "1")
    assert (line["tanggal_sesi"], line["jam_mulai"]) == ("2026-01-05", "09:30")
    assert (made.rows, second[2]) == (2, "2")


def test_excel_gets_semicolons_and_days_it_understands(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(filled, viewer, request("penilaian", Format.EXCEL), tmp_path)
    assert made.data.read_bytes().startswith(b"\xef\xbb\xbfkode_unit;")
    line = dict(zip(*rows_of(made.data, ";"), strict=True))
    assert (line["tanggal_penilaian"], line["skor"]) == ("05/01/2026", "61,1250")


def test_what_looks_like_a_formula_is_marked_in_csv(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(filled, viewer, request("wbp"), tmp_path)
    head, *lines = rows_of(made.data)
    names = {line[head.index("nama")] for line in lines}
    assert names == {f"'{FORMULA}", "Orang Dua", "'+62 tiga"}


def test_a_workbook_keeps_text_as_text_and_days_as_days(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(filled, viewer, request("wbp", Format.XLSX), tmp_path)
    book = openpyxl.load_workbook(made.data)
    page = book["Data"]
    head = [cell.value for cell in page[1]]
    number = page.cell(2, head.index("nomor_induk") + 1)
    born = page.cell(2, head.index("tanggal_lahir") + 1)
    name = page.cell(2, head.index("nama") + 1)
    assert (number.value, number.data_type) == ("001", "s")
    assert (born.value, born.number_format) == (datetime(1990, 1, 1), "dd/mm/yyyy")
    assert (name.value, name.data_type) == (FORMULA, "s")
    assert page.freeze_panes == "A2"
    said = {row[0]: row[1] for row in book["Kamus"].iter_rows(values_only=True)}
    assert said["Ekspor no."] == str(made.record)
    assert said["nama"] == "name"


def test_parquet_keeps_types(filled: Door, viewer: Viewer, tmp_path: Path) -> None:
    made = export(filled, viewer, request("kehadiran", Format.PARQUET), tmp_path)
    table = parquet.read_table(made.data)
    assert table.num_rows == 6
    assert table.column("tanggal_sesi").to_pylist()[0] == date(2026, 1, 5)
    assert table.column("tanda").to_pylist().count("SAKIT") == 1
    assert table.schema.metadata[b"Ekspor no."] == str(made.record).encode()


@pytest.mark.parametrize(
    ("kind", "given", "read"),
    [
        ("string", "é漢", "é漢"), ("string", "", ""), ("integer", 7, 7), ("number", 2.5, 2.5),
        ("number", 2, 2.0), ("boolean", 1, True), ("boolean", False, False),
        ("date", "2026-01-05", date(2026, 1, 5)), ("date", date(1950, 2, 28), date(1950, 2, 28)),
        ("time", "09:30:00.000000", time(9, 30)), ("time", time(23, 59), time(23, 59)),
        ("datetime", "1969-12-31 23:59:59.000001",
         datetime(1969, 12, 31, 23, 59, 59, 1, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_value_of_either_driver_is_the_same_in_parquet(kind: str, given: Any, read: Any) -> None:
    found = parquet_column([None, given, given, None], kind)
    assert found.to_pylist() == [None, read, read, None]
    assert parquet_column([given], kind).to_pylist() == [read]


@pytest.mark.parametrize("kind", list(Format))
def test_every_dataset_comes_out_in_every_format(
    filled: Door, viewer: Viewer, tmp_path: Path, kind: Format
) -> None:
    for name, dataset in datasets().items():
        made = export(filled, viewer, request(name, kind), tmp_path)
        assert made.data.stat().st_size > 0
        described = json.loads(made.dictionary.read_text(encoding="utf-8"))
        names = [field["name"] for field in described["resources"][0]["schema"]["fields"]]
        assert names == [field.heading.id for field in dataset.fields], name


def test_participants_are_counted_beside_their_enrolment(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(filled, viewer, request("peserta"), tmp_path)
    head, first, *rest = rows_of(made.data)
    line = dict(zip(head, first, strict=True))
    assert len(rest) == 2
    assert [line[n] for n in ("nomor_induk", "sesi_diharapkan", "sesi_hadir", "menit_diterima")] \
        == ["001", "2", "1", "90"]  # fmt: skip


def test_a_filter_and_chosen_columns_narrow_a_file(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    chosen = Filter(date(2026, 2, 1), date(2026, 3, 1), unit="AAA")
    columns = ("nomor_peserta", "tanda")
    asked = request("kehadiran", columns=columns, filter=chosen)
    made = export(filled, viewer, asked, tmp_path)
    assert rows_of(made.data) == [list(columns), ["1", "SAKIT"], ["2", "HADIR"], ["3", "HADIR"]]
    elsewhere = request("kehadiran", filter=Filter(date(2026, 1, 1), date(2027, 1, 1), unit="BBB"))
    assert export(filled, viewer, elsewhere, tmp_path).rows == 0


def test_the_record_says_what_was_given_out(filled: Door, viewer: Viewer, tmp_path: Path) -> None:
    made = export(filled, viewer, request("wbp"), tmp_path)
    with filled.reading(viewer) as session:
        kept = session.get_one(models.ExportRecord, made.record)
        assert (kept.account, kept.dataset, kept.purpose, kept.rows) == (
            "penguji",
            "wbp",
            REPORT,
            3,
        )
        assert kept.sha256 == hashlib.sha256(made.data.read_bytes()).hexdigest()
    described = json.loads(made.dictionary.read_text(encoding="utf-8"))
    assert described["sinergi:export"] == f"sinergi-export-{made.record}"


def test_a_file_that_could_not_be_written_stays_a_record_without_a_hash(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        export(filled, viewer, request("unit"), tmp_path / "tidak-ada")
    with filled.reading(viewer) as session:
        kept = session.exec(select(models.ExportRecord)).one()
        assert (kept.dataset, kept.rows, kept.sha256) == ("unit", None, None)


def test_too_many_rows_for_a_sheet_leave_no_file(
    filled: Door, viewer: Viewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "XLSX_ROWS", 2)
    with pytest.raises(SinergiError, match="Parquet"):
        export(filled, viewer, request("wbp", Format.XLSX), tmp_path)
    assert list(tmp_path.glob("*.xlsx*")) == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (ExportRequest("wbp"), "--purpose"),
        (ExportRequest("istana"), r"\[istana\]"),
        (ExportRequest("unit", columns=("agama",)), r"\[agama\]"),
        (ExportRequest("wbp", level=DisclosureLevel.PUBLIK), r"\[PUBLIK\].*jumlah_peserta"),
        (ExportRequest("peserta", level=DisclosureLevel.MITRA), "--partner"),
        (ExportRequest("peserta", level=DisclosureLevel.PSEUDONIM), "--recipient"),
    ],
)
def test_what_may_not_be_asked_is_refused_and_not_recorded(
    filled: Door, viewer: Viewer, tmp_path: Path, asked: ExportRequest, words: str
) -> None:
    with pytest.raises(SinergiError, match=words):
        export(filled, viewer, asked, tmp_path)
    with filled.reading(viewer) as session:
        assert session.exec(select(models.ExportRecord)).all() == []
