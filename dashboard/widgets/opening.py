"""Opening the database of this server, or saying kindly why it cannot be opened."""

from pathlib import Path

from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from dashboard.widgets.caching import door_to
from data.errors import ExitStatus, SinergiError
from data.opening import check_ready
from models.door import Door

_checked: set[str] = set()


def open_database(url: str | None) -> Door:
    """The door to a database that is ready. Raises `SinergiError` with what to do when not."""
    if not url:
        raise _not_ready(
            "tidak_disebut",
            "Server ini tidak tahu basis data mana yang harus dibuka.",
            "This server does not know which database to open.",
        )
    try:
        door = door_to(url)
        if url not in _checked or _is_missing(door):
            _check(door)
            _checked.add(url)
    except ArgumentError as error:
        raise _not_ready(
            "alamat_salah",
            "Alamat basis data di SINERGI_DATABASE tidak dapat dibaca.",
            "The database address in SINERGI_DATABASE cannot be read.",
        ) from error
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise _not_ready(
            "tidak_terbuka",
            "Basis data tidak dapat dibuka. Periksa SINERGI_DATABASE dan apakah servernya hidup.",
            "The database cannot be opened. Check SINERGI_DATABASE and whether its server is up.",
        ) from error
    return door


def _check(door: Door) -> None:
    """A missing SQLite file is not made by looking at it."""
    if _is_missing(door):
        raise _not_ready("belum_ada", "Basis data belum dibuat.", "There is no database yet.")
    check_ready(door)


def _is_missing(door: Door) -> bool:
    path = door.url.database
    return door.is_sqlite and bool(path) and path != ":memory:" and not Path(str(path)).exists()


def _not_ready(code: str, sentence_id: str, sentence_en: str) -> SinergiError:
    return SinergiError(code, sentence_id, sentence_en, ExitStatus.NOT_READY)
