"""The reference page: every file with all its headings, made from the declarations."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

import models
from data.exporting.flattening import fields_of
from data.exporting.templates import allowed_values
from data.sheets import is_required, sheets
from models.columns import Declaration, Given, declared_columns

_KINDS: tuple[tuple[type[Any], str], ...] = (
    (sa.Boolean, "Ya/Tidak"), (sa.Enum, "kode"), (sa.Integer, "bilangan bulat"),
    (sa.Float, "angka"), (sa.Date, "tanggal"), (sa.Time, "jam"), (sa.DateTime, "waktu"),
)  # fmt: skip
_INTRODUCTION = """# Rujukan berkas

Halaman ini dibuat dari deklarasi kolom (`sinergi reference --write docs/rujukan-berkas.md`);
jangan disunting. Setiap berkas dikenali dari judul kolomnya, bukan dari namanya. Judul kolom
boleh dalam bahasa Indonesia atau Inggris. *Made from the declarations; do not edit.*

Cara: `value` = nilai; `key` = kunci alami tabel lain; `derived` = diturunkan; `internal` =
diurus program dan tidak ada dalam berkas.
"""


def reference_page(codes: Mapping[str, Sequence[str]]) -> str:
    """The page in Markdown. `codes`: the open lists as shipped, list -> codes."""
    parts = [_INTRODUCTION]
    for sheet in sheets():
        parts.append("\n".join(_table(sheet.name, codes)))
    return "\n".join(parts) + "\n"


def _table(name: str, codes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    summary = (models.classes[name].__doc__ or "").strip().splitlines()[0]
    yield f"## {name}\n\n**{' / '.join(models.classes[name].called)}**. {summary}\n"
    yield "| Judul kolom | English | Arti | Cara | Jenis | Wajib | Nilai |"
    yield "|---|---|---|---|---|---|---|"
    for field in fields_of(name):
        declaration = field.declaration
        values = ", ".join(allowed_values(field, codes)) or _range(declaration)
        required = "ya" if is_required(field.column) else ""
        kind = "teks" if declaration.given is Given.KEY else _kind(field.column)
        given = str(declaration.given)
        given += f" → {declaration.target}" if declaration.target else ""
        yield (
            f"| `{field.heading.id}` | `{field.heading.en}` | {declaration.label_id} / "
            f"{declaration.label_en} | {given} | {kind} | {required} | {values} |"
        )
    hidden = [
        f"`{column.name}` ({declaration.given})"
        for column, declaration in declared_columns(models.metadata.tables[name])
        if declaration.given in (Given.DERIVED, Given.INTERNAL)
    ]
    yield f"\nTidak ada dalam berkas: {', '.join(hidden)}.\n"


def _kind(column: "sa.Column[Any]") -> str:
    return next((name for kind, name in _KINDS if isinstance(column.type, kind)), "teks")


def _range(declaration: Declaration) -> str:
    low, high = declaration.minimum, declaration.maximum
    if low is None and high is None:
        return f"≤ {declaration.max_length} huruf" if declaration.max_length else ""
    lower = "" if low is None else f"≥ {low:g}"
    return f"{lower} {'' if high is None else f'≤ {high:.0f}'}".strip()
