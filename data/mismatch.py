"""When a database has other tables than this program knows: an older file, or a newer one."""

import re

from sqlalchemy.exc import DBAPIError

from data.errors import ExitStatus, SinergiError

_SQLITE = re.compile(r"no such (?:column|table): *(\S+)|has no column named (\S+)")
_POSTGRESQL = {"42703", "42P01"}  # undefined column, undefined table
_NAME = re.compile(r"(?:column|relation) \"?([\w.]+)\"? ")


def other_tables(error: DBAPIError) -> SinergiError | None:
    """The same in words, when it comes from a column or a table that is not there."""
    text = str(error.orig)
    lacking = _SQLITE.search(text)
    if lacking is None:
        if getattr(error.orig, "sqlstate", None) not in _POSTGRESQL:
            return None
        lacking = _NAME.search(text)
    found = next((part for part in lacking.groups() if part), "?") if lacking else "?"
    return SinergiError(
        "tabel_lain_versi",
        f"Basis data ini tidak cocok dengan versi program ini: [{found}] tidak ada. Tidak ada yang "
        "disimpan. Bila basis datanya lebih lama, hentikan server lalu jalankan `sinergi init`; "
        "bila lebih baru, perbarui programnya; bila keduanya tidak menolong, pulihkan cadangan "
        "terakhir dengan `sinergi restore`.",
        f"This database does not fit this version of the program: [{found}] is not there. Nothing "
        "was stored. If the database is older, stop the server and run `sinergi init`; if it is "
        "newer, update the program; if neither helps, bring the last backup back with "
        "`sinergi restore`.",
        ExitStatus.NOT_READY,
    )


def newer(revision: str) -> SinergiError:
    """The database was made by a later version of this program."""
    return SinergiError(
        "lebih_baru",
        f"Basis data ini dibuat oleh versi program yang lebih baru (skema [{revision}]). "
        "Perbarui programnya, lalu buka lagi; basis datanya tidak diubah.",
        f"This database was made by a later version of the program (schema [{revision}]). "
        "Update the program and open it again; the database was not changed.",
        ExitStatus.NOT_READY,
    )
