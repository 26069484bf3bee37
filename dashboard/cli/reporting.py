"""Commands that write documents: `sinergi report ...`, each as PDF, DOCX or XLSX."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.cli import app
from dashboard.cli.shared import as_of, open_door, talk, today
from data.errors import ExitStatus, SinergiError

if TYPE_CHECKING:
    from sqlmodel import Session

    from dashboard.documents.content import Document

report = typer.Typer(help="Dokumen. Contoh: sinergi report monthly 123456 --month 2026-07")
app.add_typer(report, name="report")

FileKindOption = Annotated[str, typer.Option("--format", help="pdf, docx atau xlsx.")]
EnglishOption = Annotated[bool, typer.Option("--english", help="Berbahasa Inggris.")]
OwnerOption = Annotated[str, typer.Option(help="Kode unit pencatat.")]
FolderOption = Annotated[Path, typer.Option(help="Folder tujuan.")]


@report.callback()
def about() -> None:
    """Dokumen: PDF, DOCX, XLSX. Contoh: sinergi report monthly 123456 --month 2026-07"""


@report.command("monthly")
def monthly(
    unit: Annotated[str, typer.Argument(help="Kode unit; termasuk di bawahnya.")],
    month: Annotated[str, typer.Option(help="Bulan, mis. 2026-07.")],
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Laporan bulanan unit. Contoh: sinergi report monthly 123456 --month 2026-07"""
    from dashboard.documents.monthly import KIND, monthly_document
    from data.importing.titles import parse_month
    from data.reports.monthly import monthly_report

    when = parse_month(month)
    if when is None:
        raise SinergiError(
            "bulan_tidak_terbaca", f"Bulan [{month}] tidak terbaca. Tulis mis. 2026-07.",
            f"Month [{month}] cannot be read. Write for instance 2026-07.", ExitStatus.USAGE,
        )  # fmt: skip
    first = date(*when, 1)
    _write(
        KIND, {"unit": unit, "month": f"{first:%Y-%m}"},
        lambda session, record: monthly_document(
            monthly_report(session, unit, first), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder,
    )  # fmt: skip


@report.command("signing")
def signing(
    day: Annotated[str, typer.Argument(help="Hari penandatanganan, mis. 2022-06-27.")],
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Halaman satu hari penandatanganan. Contoh: sinergi report signing 2022-06-27"""
    from dashboard.documents.signing import KIND, signing_document
    from data.reports.signing import signing_page

    try:
        signed_on = date.fromisoformat(day)
    except ValueError:
        raise SinergiError(
            "hari_tidak_terbaca", f"Hari [{day}] tidak terbaca. Tulis mis. 2022-06-27.",
            f"The day [{day}] cannot be read. Write for instance 2022-06-27.", ExitStatus.USAGE,
        ) from None  # fmt: skip
    _write(
        KIND, {"signed_on": signed_on.isoformat()},
        lambda session, record: signing_document(
            signing_page(session, signed_on, as_of=as_of()), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder,
    )  # fmt: skip


@report.command("quarterly")
def quarterly(
    agreement: Annotated[str, typer.Argument(help="Kode perjanjian.")],
    quarter: Annotated[str, typer.Option(help="Triwulan, mis. 2026-2.")],
    owner: OwnerOption = "DITJENPAS",
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Laporan triwulan perjanjian. Contoh: sinergi report quarterly PKS-01 --quarter 2026-2"""
    from dashboard.documents.quarterly import KIND, quarterly_document
    from data.queries.agreement_page import Key
    from data.reports.quarterly import quarterly_content

    year, _, number = quarter.partition("-")
    if not (year.isdecimal() and number in ("1", "2", "3", "4")):
        raise SinergiError(
            "triwulan_tidak_terbaca", f"Triwulan [{quarter}] tidak terbaca. Tulis mis. 2026-2.",
            f"The quarter [{quarter}] cannot be read. Write for instance 2026-2.",
            ExitStatus.USAGE,
        )  # fmt: skip
    key = Key(owner, agreement)
    _write(
        KIND, {"owner": owner, "agreement": agreement, "quarter": quarter},
        lambda session, record: quarterly_document(
            quarterly_content(session, key, int(year), int(number), as_of=as_of()), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder,
    )  # fmt: skip


@report.command("evaluation")
def evaluation(
    agreement: Annotated[str, typer.Argument(help="Kode perjanjian.")],
    owner: OwnerOption = "DITJENPAS",
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Evaluasi perjanjian di akhir masanya. Contoh: sinergi report evaluation PKS-01"""
    from dashboard.documents.evaluation import KIND, evaluation_document
    from data.queries.agreement_page import Key
    from data.reports.evaluation import evaluation as content

    key = Key(owner, agreement)
    _write(
        KIND, {"owner": owner, "agreement": agreement},
        lambda session, record: evaluation_document(
            content(session, key, as_of=as_of()), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder,
    )  # fmt: skip


@report.command("partner")
def partner(
    code: Annotated[str, typer.Argument(help="Kode mitra.", metavar="PARTNER")],
    year: Annotated[int | None, typer.Option(help="Tahun; bawaan: tahun ini.")] = None,
    owner: OwnerOption = "DITJENPAS",
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Lembar dua halaman untuk mitra, tanpa identitas. Contoh: sinergi report partner YAYASAN-A"""
    from dashboard.documents.partner_sheet import KIND, partner_document
    from data.queries.agreement_page import Key
    from data.reports.partner_sheet import partner_sheet
    from models.codes import DisclosureLevel

    key, wanted = Key(owner, code), year or as_of().year
    _write(
        KIND, {"owner": owner, "partner": code, "year": str(wanted)},
        lambda session, record: partner_document(
            partner_sheet(session, key, wanted, as_of=as_of()), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder, level=DisclosureLevel.MITRA,
    )  # fmt: skip


@report.command("lkjip")
def lkjip(
    year: Annotated[int, typer.Option(min=2000, max=2100, help="Tahun, mis. 2026.")],
    unit: Annotated[str, typer.Option(help="Kode unit; termasuk di bawahnya.")] = "DITJENPAS",
    file_kind: FileKindOption = "pdf",
    english: EnglishOption = False,
    folder: FolderOption = Path(),
) -> None:
    """Tabel LKjIP setahun, dengan A dan B. Contoh: sinergi report lkjip --year 2026"""
    from dashboard.documents.yearly import KIND, yearly_document
    from data.reports.yearly import yearly_report

    _write(
        KIND, {"unit": unit, "year": str(year)},
        lambda session, record: yearly_document(
            yearly_report(session, unit, year, as_of=as_of()), today(), record
        ),
        file_kind=file_kind, english=english, folder=folder,
    )  # fmt: skip


@report.command("letterhead")
def letterhead(
    ministry: Annotated[str | None, typer.Option(help="Nama kementerian.")] = None,
    directorate: Annotated[str | None, typer.Option(help="Direktorat atau kanwil.")] = None,
    office: Annotated[str | None, typer.Option(help="Nama kantor, dicetak tebal.")] = None,
    address: Annotated[str | None, typer.Option(help="Alamat, telepon, surel.")] = None,
    city: Annotated[str | None, typer.Option(help="Kota di atas tanda tangan.")] = None,
    position: Annotated[str | None, typer.Option(help="Jabatan penanda tangan.")] = None,
    signer: Annotated[str | None, typer.Option(help="Nama penanda tangan.")] = None,
    nip: Annotated[str | None, typer.Option(help="NIP penanda tangan.")] = None,
) -> None:
    """Kop surat semua dokumen. Contoh: sinergi report letterhead --address "Jalan ... 1" """
    from data.opening import LOCAL_OFFICER
    from data.recording.letterhead import set_letterhead
    from data.reports.letterhead import letterhead as current

    asked = {"ministry": ministry, "directorate": directorate, "office": office,
             "address": address, "city": city, "position": position, "signer": signer,
             "nip": nip}  # fmt: skip
    door = open_door()
    lines = {name: text for name, text in asked.items() if text is not None}
    if lines:
        with door.writing(LOCAL_OFFICER) as session:
            set_letterhead(session, LOCAL_OFFICER, lines)
    with door.reading(LOCAL_OFFICER) as session:
        kept = current(session)
    for name in asked:
        print(f"{name}: {getattr(kept, name) or '-'}")


def _write(
    kind: str, about_what: dict[str, str], build: "Callable[[Session, int], Document]", *,
    file_kind: str, english: bool, folder: Path, **level: Any,
) -> None:  # fmt: skip
    """Make the file in `folder` and print where it lies."""
    from dashboard.documents.giving import give_file
    from dashboard.documents.rendering import FILE_KINDS
    from dashboard.texts.catalogue import use
    from data.exporting.documents import Paper
    from data.opening import LOCAL_OFFICER

    chosen = next((one for one in FILE_KINDS if one == file_kind.lower()), None)
    if chosen is None:
        raise SinergiError(
            "format_tidak_dikenal",
            f"Format [{file_kind}] tidak ada. Pilihan: {', '.join(FILE_KINDS)}.",
            f"There is no format [{file_kind}]. Choose: {', '.join(FILE_KINDS)}.",
            ExitStatus.USAGE,
        )
    use("en" if english else "id")
    door = open_door()
    shown = kind.replace("_", " ")
    talk().print(f"Menyusun {shown} ...")
    paper = Paper(kind, tuple(about_what.items()), chosen, **level)
    made = give_file(door, LOCAL_OFFICER, paper, chosen, today(), build)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / made.name
    path.write_bytes(made.body)
    print(path)
