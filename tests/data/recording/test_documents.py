"""Scans kept beside the database under their hash."""

from datetime import date
from pathlib import Path

import pytest

from data.answers.kept import files_of
from data.errors import SinergiError
from data.recording.documents import MOST_BYTES, Scan, attach, body_of, documents_folder
from models.codes import DocumentKind
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 2, 2)
BODY = b"%PDF-1.7 lembar"


def scan(row: int = 1, body: bytes = BODY) -> Scan:
    return Scan("../Daftar hadir.pdf", body, DocumentKind.DAFTAR_HADIR, ("programme_session", row))


def test_a_scan_is_kept_once_and_comes_back_as_it_was(
    door: Door, viewer: Viewer, tmp_path: Path
) -> None:
    folder = documents_folder(door, tmp_path / "rumah")
    beside = tmp_path if door.is_sqlite else tmp_path / "rumah"
    assert folder == beside / "dokumen"
    with door.writing(viewer) as session:
        meeting = factories.meeting(session)
        first = attach(session, viewer, scan(meeting), folder, today=TODAY)
        assert attach(session, viewer, scan(meeting), folder, today=TODAY) == first
        with pytest.raises(SinergiError, match="catatan lain"):
            attach(session, viewer, scan(meeting + 1), folder, today=TODAY)
        [kept] = files_of(session, "programme_session", meeting)
    assert (kept.name, kept.size) == ("Daftar hadir.pdf", len(BODY))
    assert [path.name for path in folder.iterdir()] == [kept.sha256]
    assert body_of(folder, kept.sha256) == BODY
    (folder / kept.sha256).write_bytes(BODY + b"!")
    with pytest.raises(SinergiError, match="hilang atau diubah"):
        body_of(folder, kept.sha256)


@pytest.mark.parametrize("body", [b"", b"<html>", b"%PDF-" + bytes(MOST_BYTES - 4)])
def test_what_is_no_scan_or_too_large_is_not_kept(
    door: Door, viewer: Viewer, tmp_path: Path, body: bytes
) -> None:
    with door.writing(viewer) as session, pytest.raises(SinergiError):
        attach(session, viewer, scan(body=body), tmp_path / "dokumen", today=TODAY)
    assert not (tmp_path / "dokumen").exists()
