"""Scans and letters kept beside the database, each under its own hash, with the row they prove."""

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.rows import add
from models.codes import DocumentKind
from models.door import Door, Viewer
from models.kept_files import FOLDER, folder_of, is_whole

MOST_BYTES = 20_000_000
_BEGINNINGS = {b"%PDF-": "PDF", b"\xff\xd8\xff": "JPG", b"\x89PNG\r\n": "PNG"}


@dataclass(frozen=True)
class Scan:
    """A file as it was given, and the row (table, id) to which it belongs."""

    name: str
    body: bytes
    kind: DocumentKind
    row: tuple[str, int]


def documents_folder(door: Door, home: Path) -> Path:
    """Where a database keeps its files: beside an SQLite file, for a server in the home folder."""
    path = door.url.database
    return folder_of(Path(path)) if door.is_sqlite and path else home / FOLDER


def attach(session: Session, viewer: Viewer, scan: Scan, folder: Path, *, today: date) -> int:
    """Keep the file in `folder` under its hash, and its row; gives the row's id.

    The same file for the same row again changes nothing. Raises `SinergiError` for a file that
    is no PDF, JPG or PNG, is too large, or belongs to another row already.
    """
    _check(scan)
    digest = sha256(scan.body).hexdigest()
    table = models.metadata.tables["document"]
    kept = session.execute(sa.select(table).where(table.c.sha256 == digest)).one_or_none()
    if kept is not None and (kept.table_name, kept.row_id) != scan.row:
        raise SinergiError(
            "berkas_milik_baris_lain",
            "Berkas ini sudah tersimpan untuk catatan lain. Periksa apakah berkasnya benar.",
            "This file is kept for another record already. Check that it is the right one.",
        )
    _write(folder / digest, scan.body)
    if kept is not None:
        return int(kept.id)
    values = {
        "sha256": digest, "kind": scan.kind, "name": Path(scan.name).name[:255],
        "size": len(scan.body), "table_name": scan.row[0], "row_id": scan.row[1],
    }  # fmt: skip
    return add(session, viewer, models.Document, values, today=today)


def body_of(folder: Path, digest: str) -> bytes:
    """The file as it was kept. Raises `SinergiError` when it is gone or was changed there."""
    path = folder / digest
    body = path.read_bytes() if path.is_file() else b""
    if sha256(body).hexdigest() != digest:
        raise SinergiError(
            "berkas_rusak",
            "Berkas ini hilang atau diubah di folder dokumen. Pulihkan dari cadangan folder itu.",
            "This file is gone or was changed in the folder of documents. Restore it from a "
            "backup of that folder.",
        )
    return body


def _check(scan: Scan) -> None:
    if not any(scan.body.startswith(beginning) for beginning in _BEGINNINGS):
        allowed = ", ".join(_BEGINNINGS.values())
        raise SinergiError(
            "jenis_berkas_salah", f"Berkas itu bukan {allowed}. Pindai ulang, lalu pilih lagi.",
            f"The file is none of {allowed}. Scan it again, then choose it again.",
        )  # fmt: skip
    if len(scan.body) > MOST_BYTES:
        raise SinergiError(
            "berkas_terlalu_besar",
            f"Berkas lebih besar dari {MOST_BYTES // 1_000_000} MB. Pindai dengan resolusi lebih "
            "rendah.",
            f"The file is larger than {MOST_BYTES // 1_000_000} MB. Scan it at a lower resolution.",
        )


def _write(path: Path, body: bytes) -> None:
    """Whole or not at all, for its owner alone; what stands there already is left."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_whole(path):
        return
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(body)
    Path(name).replace(path)
