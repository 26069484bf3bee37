"""When a file, the disk or the database gives up in the middle: what it means and what to do.

The transaction is gone by then, so nothing of the import stands; the same import can be run again.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, OperationalError

from data.errors import SinergiError
from data.mismatch import other_tables


def in_the_way(path: Path, error: OSError) -> SinergiError:
    """A file that cannot be read: open in Excel (Windows), not allowed, or gone meanwhile."""
    if error.errno == errno.ENOSPC:
        return _disk_full()
    if isinstance(error, PermissionError):
        return SinergiError(
            "berkas_terkunci",
            f"{path.name} tidak dapat dibaca: mungkin masih terbuka di Excel, atau Anda tidak "
            "berhak. Tutup berkas itu, lalu impor lagi. Tidak ada yang disimpan.",
            f"{path.name} cannot be read: perhaps it is open in Excel, or you may not read it. "
            "Close it and import again. Nothing was stored.",
        )
    return SinergiError(
        "berkas_tidak_terbaca",
        f"{path.name} tidak dapat dibaca (pindah, atau medianya dicabut?). Impor lagi. "
        "Tidak ada yang disimpan.",
        f"{path.name} cannot be read (moved, or its medium was taken out?). Import it again. "
        "Nothing was stored.",
    )


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn the failures that a person can mend into words; all others pass as they are."""
    try:
        yield
    except OSError as error:
        raise in_the_way(Path(str(error.filename or "berkas")), error) from error
    except DBAPIError as error:
        said = _of_database(error)
        if said is None:
            raise
        raise said from error


def _of_database(error: DBAPIError) -> SinergiError | None:
    text = str(error.orig).casefold()
    state = getattr(error.orig, "sqlstate", None) or ""
    if "disk is full" in text or state == "53100":
        return _disk_full()
    if "locked" in text or state == "55P03":
        return SinergiError(
            "sedang_berjalan",
            "Impor lain sedang berjalan dan belum selesai. Tunggu, lalu impor lagi. Tidak ada "
            "yang disimpan.",
            "Another import is running and has not ended. Wait and import again. Nothing was "
            "stored.",
        )
    other = other_tables(error)
    if other is not None:
        return other
    if error.connection_invalidated or (
        isinstance(error, OperationalError) and state in ("", "57P01", "57P02", "57P03")
    ):
        return SinergiError(
            "basis_data_terputus",
            "Basis data terputus di tengah impor. Tidak ada yang disimpan; impor lagi.",
            "The database went away in the middle. Nothing was stored; import again.",
        )
    return None


def _disk_full() -> SinergiError:
    return SinergiError(
        "disk_penuh",
        "Disk penuh. Kosongkan tempat, lalu impor lagi. Tidak ada yang disimpan.",
        "The disk is full. Make room and import again. Nothing was stored.",
    )
