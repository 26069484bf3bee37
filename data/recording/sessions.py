"""Meetings of a cohort: planned one by one or in a series, and cancelled with a reason."""

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording.history import image_of, remember, touch
from models.codes import SessionStatus
from models.door import Viewer


def changed_meanwhile() -> SinergiError:
    """That somebody else has written the row since it was shown."""
    return SinergiError(
        "sudah_berubah",
        "Baris ini sudah diubah orang lain sejak ditampilkan. Periksa isinya, lalu ulangi.",
        "Somebody else has changed this row since it was shown. Look at it, then try again.",
    )


def cancel_session(
    session: Session, viewer: Viewer, session_id: int, reason: str, *, seen_version: int
) -> None:
    """The session did not take place; `reason` is a code of `alasan_batal`.

    Raises `SinergiError` without a reason, for a session with marks, and for one that somebody
    else changed meanwhile.
    """
    if not reason:
        raise SinergiError(
            "tanpa_alasan", "Pilih alasan pembatalannya.", "Choose why it was cancelled."
        )
    meeting = session.get(models.ProgrammeSession, session_id, with_for_update=True)
    if meeting is None or meeting.row_version != seen_version:
        raise changed_meanwhile()
    attendance = models.metadata.tables["attendance"]
    marks = sa.select(sa.func.count()).where(attendance.c.session_id == session_id)
    if session.execute(marks).scalar_one():
        raise SinergiError(
            "sudah_ada_presensi",
            "Sesi ini sudah ada presensinya. Hapus tandanya lebih dahulu bila memang batal.",
            "This session has attendance. Remove its marks first if it was cancelled indeed.",
        )
    before = image_of(meeting)
    meeting.status, meeting.cancel_reason = SessionStatus.BATAL, reason
    touch(meeting)
    session.add(meeting)
    session.flush()
    remember(session, viewer, meeting, before=before)
