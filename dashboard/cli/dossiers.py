"""The command that writes the files of a TPP hearing."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.cli.reporting import EnglishOption, FolderOption, report
from dashboard.cli.shared import as_of, open_door, talk
from data.errors import ExitStatus, SinergiError

if TYPE_CHECKING:
    from models.codes import PurposeKind
    from models.door import Door


@report.command("dossier")
def dossier(
    hearing: Annotated[
        str | None, typer.Option(help="Tanggal sidang TPP, mis. 2026-07-14.")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="Kode unit yang mengusulkan.")] = None,
    numbers: Annotated[
        Path | None, typer.Option("--list", help="Berkas teks: satu nomor per baris.")
    ] = None,
    purpose: Annotated[str, typer.Option(help="Tujuan, mis. PEMBINAAN.")] = "PEMBINAAN",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Berkas sidang TPP, sehalaman per orang. Contoh: sinergi report dossier --hearing 2026-07-14

    Nomor orang tidak ditulis di baris perintah, karena baris itu disimpan shell: pakai --list.
    """
    from dashboard.documents.dossier_file import Wanted, give_dossiers
    from dashboard.texts.catalogue import use
    from data.opening import LOCAL_OFFICER

    if (hearing is None) == (numbers is None):
        raise SinergiError(
            "sidang_atau_daftar", "Pilih satu: --hearing TANGGAL atau --list BERKAS.",
            "Choose one: --hearing DAY or --list FILE.", ExitStatus.USAGE,
        )  # fmt: skip
    why = _purpose(purpose)
    use("en" if english else "id")
    door = open_door()
    wanted = (
        Wanted(_day(hearing or ""), unit) if numbers is None
        else Wanted(people=_people(door, numbers))
    )  # fmt: skip
    given = give_dossiers(door, LOCAL_OFFICER, wanted, why, today=as_of())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / given.name
    path.write_bytes(given.body)
    print(path)


def _people(door: "Door", path: Path) -> tuple[int, ...]:
    """The people on the list; how many entries are left out is said, never which."""
    from data.answers.finding import listed, numbers_in
    from data.opening import LOCAL_OFFICER

    with door.reading(LOCAL_OFFICER) as session:
        found = listed(session, numbers_in(path.read_text(encoding="utf-8-sig")))
    left = len(found.unknown) + len(found.several)
    if left:
        talk().print(f"{left} nomor dilewati: tidak dikenal, atau milik lebih dari satu orang.")
    return found.people


def _purpose(text: str) -> "PurposeKind":
    from models.codes import PurposeKind

    try:
        return PurposeKind.of(text)
    except ValueError:
        names = ", ".join(PurposeKind)
        raise SinergiError(
            "tujuan_tidak_dikenal", f"Tujuan [{text}] tidak ada. Pilihan: {names}.",
            f"There is no purpose [{text}]. Choose: {names}.", ExitStatus.USAGE,
        ) from None  # fmt: skip


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SinergiError(
            "tanggal_salah", f"[{text}] bukan tanggal; pakai YYYY-MM-DD.",
            f"[{text}] is not a date; use YYYY-MM-DD.", ExitStatus.USAGE,
        ) from None  # fmt: skip
