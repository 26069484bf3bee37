"""Empty files to fill in: XLSX with text cells and drop-downs, or CSV with the headings."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
import xlsxwriter

from data.exporting.flattening import Field, fields_of
from data.exporting.frames import CsvStyle, frame_csv
from data.sheets import is_required, sheet_of

ROWS_WITH_CHOICES = 2_000
LONGEST_LIST = 250
_BOOLEANS = ("Ya", "Tidak")
_CHOICES = "Pilihan"


def csv_template(table_name: str) -> bytes:
    """A CSV for Excel with the headings of a table. Raises `KeyError` for an unknown table."""
    import pandas as pd

    headings = [field.heading.id for field in fields_of(sheet_of(table_name).name)]
    return frame_csv(pd.DataFrame(columns=headings), CsvStyle.EXCEL)


def xlsx_template(table_name: str, codes: Mapping[str, Sequence[str]]) -> bytes:
    """A workbook with the headings of a table: text cells, drop-downs, a sheet of explanation.

    `codes`: the open lists, list -> codes. Raises `KeyError` for an unknown table.
    """
    sheet = sheet_of(table_name)
    fields = fields_of(sheet.name)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(sheet.name[:31])
        choices = book.add_worksheet(_CHOICES)
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"})
        page.freeze_panes(1, 0)
        for column, field in enumerate(fields):
            page.set_column(column, column, max(14, len(field.heading.id) + 2), text)
            page.write_string(0, column, field.heading.id, head)
            page.write_comment(0, column, explanation(field))
            allowed = allowed_values(field, codes)
            if allowed:
                choices.write_column(0, column, [str(value) for value in allowed])
                letter = xlsxwriter.utility.xl_col_to_name(column)
                source = f"={_CHOICES}!${letter}$1:${letter}${len(allowed)}"
                rule = {"validate": "list", "source": source, "ignore_blank": True}
                page.data_validation(1, column, ROWS_WITH_CHOICES, column, rule)
        choices.hide()
        _explain(book.add_worksheet("Penjelasan"), fields, codes, head)
    return buffer.getvalue()


def _explain(
    page: Any, fields: Sequence[Field], codes: Mapping[str, Sequence[str]], head: Any
) -> None:
    titles = ("Judul kolom", "English", "Arti", "Wajib", "Pilihan")
    for column, title in enumerate(titles):
        page.write_string(0, column, title, head)
        page.set_column(column, column, 28)
    for row, field in enumerate(fields, start=1):
        cells = (
            field.heading.id, field.heading.en, field.declaration.label_id,
            "Ya" if is_required(field.column) else "",
            ", ".join(allowed_values(field, codes)[:40]),
        )  # fmt: skip
        for column, cell in enumerate(cells):
            page.write_string(row, column, cell)


def explanation(field: Field) -> str:
    """One sentence about a heading, for the cell's note."""
    parts = [field.declaration.label_id]
    if field.declaration.unit:
        parts.append(f"({field.declaration.unit})")
    if is_required(field.column):
        parts.append("- wajib diisi")
    if isinstance(field.column.type, sa.Date) and field.declaration.heading:
        parts.append("- HH/BB/TTTT")
    return " ".join(parts)


def allowed_values(field: Field, codes: Mapping[str, Sequence[str]]) -> list[str]:
    """The values a heading may have, when they are few enough to list; else nothing."""
    if field.declaration.heading is None:
        return []
    if field.declaration.codes is not None:
        return list(codes.get(field.declaration.codes, ()))[:LONGEST_LIST]
    kind = field.column.type
    if isinstance(kind, sa.Enum):
        return [str(value) for value in kind.enums]
    return list(_BOOLEANS) if isinstance(kind, sa.Boolean) else []
