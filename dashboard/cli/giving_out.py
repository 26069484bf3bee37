"""Commands that give files out."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import counting, open_door, talk
from data.errors import ExitStatus, SinergiError

if TYPE_CHECKING:
    from data.exporting.requests import Format
    from data.queries.filter import Filter
    from models.codes import PurposeKind


@app.command()
def export(
    dataset: Annotated[str, typer.Argument(help="Nama dataset atau tabel, mis. agreement.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Berkas tujuan.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--format", help="csv, csv-excel, parquet atau xlsx; bawaan: dari akhiran."),
    ] = None,
    columns: Annotated[str, typer.Option(help="Judul kolom, dipisah koma; bawaan: semua.")] = "",
    start: Annotated[str | None, typer.Option("--from", help="Sejak hari ini (ISO).")] = None,
    until: Annotated[str | None, typer.Option(help="Sampai dengan hari ini (ISO).")] = None,
    unit: Annotated[str | None, typer.Option(help="Kode unit; termasuk di bawahnya.")] = None,
    field: Annotated[str | None, typer.Option(help="Kode bidang program.")] = None,
    english: Annotated[bool, typer.Option(help="Judul kolom berbahasa Inggris.")] = False,
    purpose: Annotated[
        str | None, typer.Option(help="PEMBINAAN, LAPORAN, EVALUASI atau CADANGAN.")
    ] = None,
) -> None:
    """Ekspor dataset beserta kamusnya. Contoh: sinergi export agreement -o perjanjian.csv"""
    import tempfile

    from data.exporting import files
    from data.exporting.requests import ExportRequest
    from data.opening import LOCAL_OFFICER

    request = ExportRequest(
        dataset, _format(kind, output), _purpose(purpose), "en" if english else "id",
        tuple(name.strip() for name in columns.split(",") if name.strip()),
        _filter(start, until, unit, field),
    )  # fmt: skip
    door = open_door()
    if output is None:
        with tempfile.TemporaryDirectory() as folder:
            made = files.export(door, LOCAL_OFFICER, request, Path(folder))
            sys.stdout.buffer.write(made.data.read_bytes())
        return
    with counting(dataset) as progress:
        made = files.export(
            door, LOCAL_OFFICER, request, output.parent, name=output.name, progress=progress
        )
    if request.format is request.format.XLSX and made.rows > files.ADVISED_ROWS:
        talk().print("Lebih dari 100.000 baris: CSV atau Parquet lebih cepat dibuka.")
    print(made.data)
    print(made.dictionary)


@app.command()
def bundle(
    unit: Annotated[str, typer.Argument(help="Kode unit; termasuk di bawahnya.")],
    month: Annotated[str | None, typer.Option(help="Bulan, mis. 2026-07; bawaan: semua.")] = None,
    snapshot: Annotated[
        bool, typer.Option(help="Potret: yang tidak ada di dalamnya ditarik di penerima.")
    ] = False,
    folder: Annotated[Path, typer.Option(help="Folder tujuan.")] = Path(),
) -> None:
    """Buat kiriman ZIP sebuah unit. Contoh: sinergi bundle 123456 --month 2026-07"""
    from data.exporting.bundles import write_bundle
    from data.opening import LOCAL_OFFICER

    with counting("kiriman") as progress:
        made = write_bundle(
            open_door(), LOCAL_OFFICER, unit, folder, month=month, snapshot=snapshot,
            progress=progress,
        )  # fmt: skip
    talk().print(f"Kiriman nomor {made.manifest.sequence}: {made.rows} baris.")
    print(made.path)


def _format(kind: str | None, output: Path | None) -> "Format":
    from data.exporting.requests import Format

    chosen = kind or (output.suffix[1:].lower() if output else "") or "csv"
    try:
        return Format(chosen)
    except ValueError:
        raise _not_among("format_tidak_dikenal", "Format", "format", chosen, Format) from None


def _purpose(text: str | None) -> "PurposeKind | None":
    from models.codes import PurposeKind

    try:
        return PurposeKind.of(text) if text else None
    except ValueError:
        raise _not_among("tujuan_tidak_dikenal", "Tujuan", "purpose", text, PurposeKind) from None


def _not_among(
    code: str, noun_id: str, noun_en: str, value: str | None, allowed: Iterable[str]
) -> SinergiError:
    names = ", ".join(allowed)
    return SinergiError(
        code, f"{noun_id} [{value}] tidak ada. Pilihan: {names}.",
        f"There is no {noun_en} [{value}]. Choose: {names}.", ExitStatus.USAGE,
    )  # fmt: skip


def _filter(
    start: str | None, until: str | None, unit: str | None, field: str | None
) -> "Filter | None":
    """None when nothing was narrowed. Raises `SinergiError` for a day that is none."""
    from datetime import date, timedelta

    from data.queries.filter import Filter

    if not any((start, until, unit, field)):
        return None
    try:
        first = date.fromisoformat(start) if start else date.min
        last = date.fromisoformat(until) + timedelta(days=1) if until else date.max
        return Filter(first, last, unit, field)
    except ValueError:
        raise SinergiError(
            "periode_salah", f"Periode [{start}] sampai [{until}] tidak benar; pakai YYYY-MM-DD.",
            f"The period [{start}] to [{until}] is not valid; use YYYY-MM-DD.", ExitStatus.USAGE,
        ) from None  # fmt: skip


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
