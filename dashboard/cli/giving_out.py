"""Commands that give files out."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import app
from dashboard.cli.shared import counting, open_door, talk, today
from data.errors import ExitStatus, SinergiError

if TYPE_CHECKING:
    from data.exporting.locking import Lock
    from data.exporting.requests import ExportRequest, Format
    from data.queries.filter import Filter
    from models.codes import DisclosureLevel, PurposeKind

Encrypt = Annotated[bool, typer.Option("--encrypt", help="Kunci dengan kata sandi (ditanyakan).")]
PhraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="Kata sandi dari baris pertama berkas ini.")
]
Age = Annotated[str | None, typer.Option("--age", help="Kunci ke penerima age (age1...).")]


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
    level: Annotated[str, typer.Option(help="UNIT, MITRA, PUBLIK atau PSEUDONIM.")] = "UNIT",
    partner: Annotated[str | None, typer.Option(help="Untuk MITRA: UNIT/KODE mitra.")] = None,
    recipient: Annotated[str, typer.Option(help="Untuk PSEUDONIM: siapa penerimanya.")] = "",
    epoch: Annotated[str, typer.Option(help="Untuk PSEUDONIM: masa nama samaran.")] = "",
    encrypt: Encrypt = False, passphrase_file: PhraseFile = None, age: Age = None,
) -> None:  # fmt: skip
    """Ekspor dataset beserta kamusnya. Contoh: sinergi export agreement -o perjanjian.csv"""
    from data.exporting.requests import ExportRequest

    lock = _lock(encrypt, passphrase_file, age)
    inner = None if output is None else _inside(output, lock)
    request = ExportRequest(
        dataset, _format(kind, inner), _purpose(purpose), "en" if english else "id",
        tuple(name.strip() for name in columns.split(",") if name.strip()),
        _filter(start, until, unit, field), _level(level), today(), _partner(partner), recipient,
        epoch,
    )  # fmt: skip
    _write(request, inner, lock)


def _write(request: "ExportRequest", output: Path | None, lock: "Lock | None") -> None:
    """Write the file, and say where it lies; without a place for it, to standard output."""
    import tempfile

    from data.exporting import files
    from data.opening import LOCAL_OFFICER

    door = open_door()
    if output is None:
        with tempfile.TemporaryDirectory() as folder:
            made = files.export(door, LOCAL_OFFICER, request, Path(folder), lock=lock)
            sys.stdout.buffer.write(made.data.read_bytes())
        return
    with counting(request.dataset) as progress:
        made = files.export(
            door, LOCAL_OFFICER, request, output.parent, name=output.name, lock=lock,
            progress=progress,
        )  # fmt: skip
    if request.format is request.format.XLSX and made.rows > files.ADVISED_ROWS:
        talk().print("Lebih dari 100.000 baris: CSV atau Parquet lebih cepat dibuka.")
    _say_withheld(made.told)
    print(made.data)
    if made.dictionary is not None:
        print(made.dictionary)


def _say_withheld(told: Mapping[str, Any]) -> None:
    from data.exporting.research import ANONYMITY

    if ANONYMITY in told:
        found = told[ANONYMITY]
        talk().print(
            f"{found['persons']} orang, sedikitnya {found['k']} selalu serupa; ditahan "
            f"{found['withheld_persons']} orang ({found['withheld_rows']} baris)."
        )


@app.command()
def bundle(
    unit: Annotated[str, typer.Argument(help="Kode unit; termasuk di bawahnya.")],
    month: Annotated[str | None, typer.Option(help="Bulan, mis. 2026-07; bawaan: semua.")] = None,
    snapshot: Annotated[
        bool, typer.Option(help="Potret: yang tidak ada di dalamnya ditarik di penerima.")
    ] = False,
    folder: Annotated[Path, typer.Option(help="Folder tujuan.")] = Path(),
    encrypt: Encrypt = False, passphrase_file: PhraseFile = None, age: Age = None,
) -> None:  # fmt: skip
    """Buat kiriman ZIP sebuah unit. Contoh: sinergi bundle 123456 --month 2026-07"""
    from data.exporting.bundles import write_bundle
    from data.opening import LOCAL_OFFICER

    lock = _lock(encrypt, passphrase_file, age)
    with counting("kiriman") as progress:
        made = write_bundle(
            open_door(), LOCAL_OFFICER, unit, folder, month=month, snapshot=snapshot, lock=lock,
            progress=progress,
        )  # fmt: skip
    talk().print(f"Kiriman nomor {made.manifest.sequence}: {made.rows} baris.")
    print(made.path)


def _lock(encrypt: bool, passphrase_file: Path | None, age: str | None) -> "Lock | None":
    """The lock that was asked for; the passphrase is asked twice, without showing it."""
    from data.exporting.locking import AgeKey, Passphrase

    if age is not None and (encrypt or passphrase_file is not None):
        raise SinergiError(
            "dua_kunci", "Pilih satu: kata sandi (--encrypt) atau kunci age (--age).",
            "Choose one: a passphrase (--encrypt) or an age key (--age).", ExitStatus.USAGE,
        )  # fmt: skip
    if age is not None:
        return AgeKey(age)
    if passphrase_file is not None:
        return Passphrase(_first_line(passphrase_file))
    if encrypt:
        asked = "Kata sandi berkas / passphrase of the file"
        return Passphrase(typer.prompt(asked, hide_input=True, confirmation_prompt=True, err=True))
    return None


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise SinergiError(
            "sandi_tak_terbaca", f"Berkas kata sandi [{path}] tidak dapat dibaca.",
            f"The passphrase file [{path}] cannot be read.", ExitStatus.USAGE,
        ) from error  # fmt: skip


def _inside(output: Path, lock: "Lock | None") -> Path:
    """The file's place without the end that its lock adds again."""
    return output if lock is None else output.with_name(output.name.removesuffix(lock.suffix))


def _level(text: str) -> "DisclosureLevel":
    from models.codes import DisclosureLevel

    try:
        return DisclosureLevel.of(text)
    except ValueError:
        raise _not_among("tingkat_tidak_dikenal", "Tingkat", "level", text,
                         DisclosureLevel) from None  # fmt: skip


def _partner(text: str | None) -> tuple[str, str] | None:
    """Owner and code of a partner. Raises `SinergiError` where one of them lacks."""
    if text is None:
        return None
    owner, _, code = text.partition("/")
    if not (owner and code):
        raise SinergiError(
            "mitra_salah", f"[{text}] bukan mitra; tulis UNIT/KODE, mis. DITJENPAS/M01.",
            f"[{text}] is no partner; write UNIT/CODE, e.g. DITJENPAS/M01.", ExitStatus.USAGE,
        )  # fmt: skip
    return owner, code


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
