"""Commands that print sheets to fill in."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli import app
from dashboard.cli.shared import open_door
from data.errors import ExitStatus, SinergiError

sheet = typer.Typer(help="Lembar untuk diisi. Contoh: sinergi sheet attendance BRS-2026-01")
app.add_typer(sheet, name="sheet")


@sheet.callback()
def about() -> None:
    """Lembar untuk diisi. Contoh: sinergi sheet attendance BRS-2026-01 --month 2026-07"""


@sheet.command("attendance")
def attendance(
    cohort: Annotated[str, typer.Argument(help="Kode angkatan.")],
    month: Annotated[str, typer.Option(help="Bulan, mis. 2026-07.")],
    unit: Annotated[str | None, typer.Option(help="Kode unit, bila angkatan ada di dua.")] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Daftar cetak dengan kolom paraf.")] = False,
    folder: Annotated[Path, typer.Option(help="Folder tujuan.")] = Path(),
    english: Annotated[bool, typer.Option(help="PDF berbahasa Inggris.")] = False,
) -> None:
    """Lembar presensi terisi nama dan tanggal; kembali lewat `sinergi import`.

    Contoh: sinergi sheet attendance BRS-2026-01 --month 2026-07
    """
    from data.exporting.attendance_lists import attendance_list
    from data.exporting.attendance_sheets import give_sheet, record_list
    from data.importing.titles import parse_month
    from data.opening import LOCAL_OFFICER

    when = parse_month(month)
    if when is None:
        raise SinergiError(
            "bulan_tidak_terbaca", f"Bulan [{month}] tidak terbaca. Tulis mis. 2026-07.",
            f"Month [{month}] cannot be read. Write for instance 2026-07.", ExitStatus.USAGE,
        )  # fmt: skip
    door, first = open_door(), date(*when, 1)
    folder.mkdir(parents=True, exist_ok=True)
    if pdf:
        from dashboard.documents.attendance_list import attendance_pdf
        from dashboard.texts.catalogue import use

        with door.reading(LOCAL_OFFICER) as session:
            listed = attendance_list(session, cohort, first, unit)
        use("en" if english else "id")
        body = attendance_pdf(listed)
        record_list(door, LOCAL_OFFICER, listed, body)
    else:
        listed, body = give_sheet(door, LOCAL_OFFICER, cohort, first, unit)
    kind = "pdf" if pdf else "xlsx"
    path = folder / f"presensi-{_plain(listed.cohort)}-{first:%Y-%m}.{kind}"
    path.write_bytes(body)
    print(path)


def _plain(code: str) -> str:
    """A code as part of a file's name."""
    return "".join(character if character.isalnum() else "-" for character in code)
