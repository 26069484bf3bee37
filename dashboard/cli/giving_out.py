"""Commands that give files out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import open_door, talk
from data.errors import ExitStatus, SinergiError


@app.command()
def export(
    table: Annotated[str, typer.Argument(help="Nama tabel, mis. agreement.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Berkas tujuan.")] = None,
    excel: Annotated[bool, typer.Option(help="CSV untuk Excel: titik koma dan BOM.")] = False,
    english: Annotated[bool, typer.Option(help="Judul kolom berbahasa Inggris.")] = False,
    purpose: Annotated[
        str | None, typer.Option(help="PEMBINAAN, LAPORAN, EVALUASI atau CADANGAN.")
    ] = None,
) -> None:
    """Ekspor satu tabel sebagai CSV. Contoh: sinergi export agreement -o perjanjian.csv"""
    from data.exporting.files import CsvStyle, ExportRequest, export_table
    from data.opening import LOCAL_OFFICER
    from models.codes import PurposeKind

    try:
        known = PurposeKind.of(purpose) if purpose else None
    except ValueError:
        allowed = ", ".join(PurposeKind)
        raise SinergiError(
            "tujuan_tidak_dikenal", f"Tujuan [{purpose}] tidak ada. Pilihan: {allowed}.",
            f"There is no purpose [{purpose}]. Choose: {allowed}.", ExitStatus.USAGE,
        ) from None  # fmt: skip
    style = CsvStyle.EXCEL if excel else CsvStyle.PLAIN
    request = ExportRequest(table, style, known, "en" if english else "id")
    with open_door().writing(LOCAL_OFFICER) as session:
        pieces = export_table(session, LOCAL_OFFICER, request)
        if output is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            return
        partial = output.with_name(f"{output.name}.sebagian")
        with partial.open("wb") as stream:
            for piece in pieces:
                stream.write(piece)
        partial.replace(output)
    talk().print(f"{table} → {output}")


@app.command()
def template(
    table: Annotated[str | None, typer.Argument(help="Nama tabel; tanpa nama: semua.")] = None,
    folder: Annotated[Path, typer.Option(help="Folder tujuan.")] = Path(),
    csv: Annotated[bool, typer.Option("--csv", help="CSV, bukan XLSX.")] = False,
) -> None:
    """Buat templat isian. Contoh: sinergi template attendance"""
    from data.exporting.templates import csv_template, xlsx_template
    from data.opening import shipped_codes
    from data.sheets import NEVER_IN_FILES, sheets

    names = [sheet.name for sheet in sheets()]
    if table is not None and (table in NEVER_IN_FILES or table not in names):
        raise SinergiError(
            "tabel_tidak_dikenal", f"Tabel [{table}] tidak ada. Pilihan: {', '.join(names)}.",
            f"There is no table [{table}]. Choose: {', '.join(names)}.", ExitStatus.USAGE,
        )  # fmt: skip
    codes = {} if csv else shipped_codes(open_door())
    folder.mkdir(parents=True, exist_ok=True)
    for name in [table] if table else names:
        path = folder / f"templat-{name}.{'csv' if csv else 'xlsx'}"
        path.write_bytes(csv_template(name) if csv else xlsx_template(name, codes))
        print(path)


@app.command()
def reference(
    write: Annotated[Path | None, typer.Option(help="Tulis ke berkas ini.")] = None,
) -> None:
    """Halaman rujukan berkas. Contoh: sinergi reference --write docs/rujukan-berkas.md"""
    from data.exporting.reference import reference_page
    from data.reference import reference_codes

    page = reference_page(reference_codes())
    if write is None:
        print(page)
    else:
        write.write_text(page, encoding="utf-8", newline="\n")
