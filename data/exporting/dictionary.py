"""The dictionary of an export: a Data Package v2 descriptor made from the declarations.

Table Schema fields carry both labels, the unit, the privacy class and the five metadata of Satu
Data Indonesia (Perpres 39/2019: konsep, definisi, klasifikasi, ukuran, satuan).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.exporting.flattening import Field
from data.exporting.requests import Format
from data.exporting.shapes import Dataset
from models.columns import Given

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
Codes = Mapping[str, Sequence[tuple[str, str, str]]]
_MEASURED = frozenset({"integer", "number"})
_CSV = (Format.CSV, Format.EXCEL)
_EXCEL: dict[str, dict[str, str]] = {
    "date": {"format": "%d/%m/%Y"}, "datetime": {"format": "%d/%m/%Y %H:%M"},
    "number": {"decimalChar": ","},
}  # fmt: skip


def open_codes(session: Session) -> dict[str, list[tuple[str, str, str]]]:
    """The open lists as they stand: list -> (code, Indonesian label, English label)."""
    code = models.metadata.tables["code"]
    mark = models.metadata.tables["attendance_mark"]
    query = sa.select(code.c.list, code.c.code, code.c.label_id, code.c.label_en)
    lists: dict[str, list[tuple[str, str, str]]] = {}
    for name, *entry in session.execute(query.order_by(code.c.list, code.c.order, code.c.code)):
        lists.setdefault(name, []).append((entry[0], entry[1], entry[2]))
    marks = sa.select(mark.c.code, mark.c.label_id, mark.c.label_en).order_by(mark.c.code)
    lists["tanda_presensi"] = [(row[0], row[1], row[2]) for row in session.execute(marks)]
    return lists


def data_package(
    resources: Sequence[Mapping[str, Any]], *, name: str, title: str, created: datetime,
    identifier: str, level: str, purpose: str | None,
) -> dict[str, Any]:  # fmt: skip
    """The descriptor of one export; `resources` come from `resource`."""
    return {
        "$schema": PROFILE,
        "name": name,
        "id": identifier,
        "title": title,
        "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sinergi:export": identifier,
        "sinergi:level": level,
        "sinergi:purpose": purpose,
        "resources": list(resources),
    }


def resource(
    dataset: Dataset, fields: Sequence[Field], codes: Codes, *, language: str, kind: Format,
    file: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """One file of the package. `file`: its path, hash and size."""
    excel = kind is Format.EXCEL
    return {
        "name": dataset.name.replace("_", "-"),
        "title": dataset.label(language),
        "format": "csv" if excel else kind.value,
        "mediatype": kind.mediatype,
        "encoding": "utf-8",
        **({"dialect": {"delimiter": ";" if excel else ","}} if kind in _CSV else {}),
        **({"dialect": {"sheetName": "Data"}} if kind is Format.XLSX else {}),
        **file,
        "schema": table_schema(dataset, fields, codes, language=language, excel=excel),
    }


def table_schema(
    dataset: Dataset, fields: Sequence[Field], codes: Codes, *, language: str,
    excel: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """The Table Schema of a dataset's file: one field a heading, in its order."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": "exact",
        "missingValues": [""],
        "fields": [
            _described(dataset, field, codes, language)
            | (_EXCEL.get(field.kind, {}) if excel else {})
            for field in fields
        ],
    }


def _described(dataset: Dataset, field: Field, codes: Codes, language: str) -> dict[str, Any]:
    declaration, kind = field.declaration, field.kind
    described: dict[str, Any] = {
        "name": field.heading.en if language == "en" else field.heading.id,
        "type": kind,
        "title": declaration.label(language),
        "sinergi:label": {"id": declaration.label_id, "en": declaration.label_en},
        "sinergi:privacy": str(declaration.privacy),
        "sinergi:unit": declaration.unit,
        "satudata:konsep": declaration.label_id,
        "satudata:definisi": f"{declaration.label_id} ({dataset.called[0]})",
        "satudata:klasifikasi": declaration.codes or _closed_list(field),
        "satudata:ukuran": "jumlah" if kind in _MEASURED else "kategori",
        "satudata:satuan": declaration.unit,
    }
    if kind == "boolean":
        described |= {"trueValues": ["Ya"], "falseValues": ["Tidak"]}
    if kind == "time":
        described["format"] = "%H:%M"
    categories = _categories(field, codes, language)
    if categories:
        described["categories"] = categories
    constraints = _constraints(dataset, field, kind)
    return described | ({"constraints": constraints} if constraints else {})


def _closed_list(field: Field) -> str | None:
    kind = field.column.type
    return kind.name if isinstance(kind, sa.Enum) else None


def _categories(field: Field, codes: Codes, language: str) -> list[dict[str, str]]:
    if field.declaration.given is Given.KEY:
        return []
    kind, place = field.column.type, 2 if language == "en" else 1
    if isinstance(kind, sa.Enum):
        members: Any = kind.enum_class
        return [{"value": one.value, "label": one.label(language)} for one in members]
    entries = codes.get(field.declaration.codes or "", ())
    return [{"value": entry[0], "label": entry[place]} for entry in entries]


def _constraints(dataset: Dataset, field: Field, kind: str) -> dict[str, Any]:
    declaration = field.declaration
    found: dict[str, Any] = {}
    optional = field.heading.id in dataset.optional
    if declaration.given is Given.VALUE and not field.column.nullable and not optional:
        found["required"] = True
    if kind in _MEASURED:
        found |= {"minimum": declaration.minimum, "maximum": declaration.maximum}
    if kind == "string" and declaration.given is Given.VALUE:
        found["maxLength"] = declaration.max_length
    return {name: value for name, value in found.items() if value is not None}
