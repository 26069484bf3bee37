"""The dictionary of a file: valid by the standard's own tool, and true to the declarations."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from frictionless import Package

from data.exporting.datasets import datasets
from data.exporting.files import export
from data.exporting.requests import ExportRequest, Format
from models.codes import PurposeKind
from models.door import Door, Viewer

TYPES = {
    "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
    "date": pa.date32(), "time": pa.time32("ms"), "datetime": pa.timestamp("us", "UTC"),
}  # fmt: skip


def given(door: Door, viewer: Viewer, folder: Path, name: str, kind: Format) -> Any:
    return export(door, viewer, ExportRequest(name, kind, PurposeKind.CADANGAN), folder)


@pytest.mark.parametrize("kind", [Format.CSV, Format.EXCEL, Format.XLSX])
def test_the_package_and_the_rows_of_every_dataset_are_valid(
    filled: Door, viewer: Viewer, tmp_path: Path, kind: Format
) -> None:
    for name in datasets():
        made = given(filled, viewer, tmp_path, name, kind)
        report = Package(str(made.dictionary)).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])


def test_parquet_has_the_types_that_its_dictionary_says(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    for name in datasets():
        made = given(filled, viewer, tmp_path, name, Format.PARQUET)
        described = json.loads(made.dictionary.read_text(encoding="utf-8"))
        fields = described["resources"][0]["schema"]["fields"]
        schema = parquet.read_schema(made.data)
        said = [(field["name"], TYPES[field["type"]]) for field in fields]
        assert said == list(zip(schema.names, schema.types, strict=True)), name


def test_a_field_carries_what_its_declaration_says(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = given(filled, viewer, tmp_path, "unit", Format.CSV)
    described = json.loads(made.dictionary.read_text(encoding="utf-8"))["resources"][0]["schema"]
    fields = {field["name"]: field for field in described["fields"]}
    capacity, kind = fields["kapasitas"], fields["jenis_unit"]
    assert capacity["type"] == "integer"
    assert capacity["sinergi:label"] == {"id": "Kapasitas", "en": "Capacity"}
    assert capacity["constraints"]["minimum"] == 0
    assert capacity["satudata:ukuran"] == "jumlah"
    assert {"value": "LAPAS", "label": "Lapas"} in kind["categories"]
    assert kind["constraints"]["required"] is True
    assert fields["kelas"]["satudata:klasifikasi"] == "kelas_upt"
