"""A document as a file: PDF to keep, DOCX to edit, XLSX of its tables; the numbers are the same."""

from datetime import date
from importlib.util import find_spec
from typing import Literal, get_args

from dashboard.documents.content import Document
from dashboard.documents.workbook import xlsx
from data.errors import ExitStatus, SinergiError

FileKind = Literal["pdf", "docx", "xlsx"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)


def rendered(document: Document, kind: FileKind, made_on: date) -> bytes:
    """The bytes of the file. Raises `SinergiError` where the extra `laporan` is not installed."""
    try:
        match kind:
            case "pdf":
                from dashboard.documents.pdf import pdf

                return pdf(document, made_on)
            case "docx":
                from dashboard.documents.word import docx

                return docx(document, made_on)
            case "xlsx":
                return xlsx(document)
    except ImportError as error:
        raise extra_missing(kind.upper()) from error


def kinds_here() -> tuple[FileKind, ...]:
    """The kinds that this installation can make: the workbook always."""
    if all(find_spec(name) is not None for name in ("docx", "typst", "vl_convert")):
        return FILE_KINDS
    return ("xlsx",)


def extra_missing(what: str) -> SinergiError:
    """What to do where `what` cannot be made here."""
    return SinergiError(
        "bagian_belum_dipasang",
        f"Untuk {what} perlu tambahan `laporan`: pasang sinergi[laporan], atau pilih XLSX.",
        f"{what} needs the extra `laporan`: install sinergi[laporan], or choose XLSX.",
        ExitStatus.USAGE,
    )
