"""One session's attendance taken or corrected on a screen: all its marks at once, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.answers.roster import Mark
from data.errors import SinergiError
from data.importing import content_issues
from data.importing.cells import Cells, encode
from data.importing.house_rules import code_lists
from data.importing.issues import Issue, Weight
from data.importing.parsing import CellError, parser_for
from data.importing.row_checks import Findings, RowContext, check_days, check_notes
from data.importing.stays import Stays
from data.recording.history import image_of, note, plain, remember, touch
from data.recording.trying import trial
from models.codes import RowAction, SessionStatus
from models.columns import declaration_of
from models.door import Viewer

_TABLE = models.metadata.tables["attendance"]
Marks = Mapping[int, Mark | None]  # by enrolment; None: nothing is recorded


@dataclass
class Recorded:
    """What was written, and what is odd about it (rules that ask for an officer's eye)."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    odd: list[tuple[int, Issue]] = field(default_factory=list)


class AttendanceChanged(SinergiError):
    """Somebody else wrote marks meanwhile; `stored` is what stands now for those participants."""

    def __init__(self, stored: Marks) -> None:
        """Make the error for these participants."""
        self.stored = stored
        super().__init__(
            "presensi_sudah_berubah",
            f"{len(stored)} tanda sudah diubah orang lain sejak lembar ini dibuka. Tidak ada yang "
            "disimpan; isian Anda masih ada. Periksa baris yang ditandai, lalu simpan lagi.",
            f"{len(stored)} marks were changed by somebody else since this sheet was opened. "
            "Nothing was stored; what you entered is still there. Look at the marked rows, then "
            "save again.",
        )


class MarksRefused(SinergiError):
    """Some marks cannot be; `issues` says why, by participant."""

    def __init__(self, issues: Mapping[int, Issue]) -> None:
        """Make the error for these participants."""
        self.issues = issues
        super().__init__(
            "presensi_ditolak",
            f"{len(issues)} tanda belum dapat disimpan. Perbaiki baris yang ditandai, lalu simpan.",
            f"{len(issues)} marks cannot be stored yet. Mend the marked rows, then save.",
        )


def record_attendance(
    session: Session, viewer: Viewer, session_id: int, marks: Marks, *, seen: Marks, today: date
) -> Recorded:
    """Write the marks that differ from what is stored, with their history.

    `seen` is what the officer saw stored; where that is no longer so, nothing is written. A
    planned session that gets a mark has been held. Raises `AttendanceChanged`, `MarksRefused`,
    and `SinergiError` for a session that is not there, was cancelled, or has not come yet.
    """
    meeting = _meeting(session, session_id, today)
    stored = _stored(session, session_id)
    differing = {who: mark for who, mark in marks.items() if stored.get(who) != mark}
    if others := {who: stored.get(who) for who in differing if stored.get(who) != seen.get(who)}:
        raise AttendanceChanged(others)
    recorded = Recorded()
    with trial(session):
        recorded.odd = _check(session, meeting, differing, today)
    for who, mark in differing.items():
        _write(session, viewer, meeting, (who, mark), recorded)
    if meeting.status == SessionStatus.RENCANA and any(differing.values()):
        _hold(session, viewer, meeting)
    return recorded


def _meeting(session: Session, session_id: int, today: date) -> models.ProgrammeSession:
    """The session, held against others who would mark it at the same time."""
    meeting = session.get(models.ProgrammeSession, session_id, with_for_update=True)
    if meeting is None or meeting.status == SessionStatus.BATAL:
        raise SinergiError(
            "sesi_tidak_ada", "Sesi ini tidak ada atau sudah dibatalkan. Muat ulang layarnya.",
            "This session is not there or was cancelled. Reload the screen.",
        )  # fmt: skip
    if meeting.held_on > today:
        issue = Issue(content_issues.NOT_YET_HELD, value=f"{meeting.held_on:%d/%m/%Y}")
        raise SinergiError(issue.rule.code, issue.sentence("id"), issue.sentence("en"))
    return meeting


def _stored(session: Session, session_id: int) -> dict[int, Mark | None]:
    query = sa.select(
        _TABLE.c.enrolment_id, _TABLE.c.mark, _TABLE.c.minutes, _TABLE.c.note
    ).where(_TABLE.c.session_id == session_id)  # fmt: skip
    return {who: Mark(*values) for who, *values in session.execute(query)}


def _check(
    session: Session, meeting: models.ProgrammeSession, marks: Marks, today: date
) -> list[tuple[int, Issue]]:
    """What is odd about these marks, by the rules of the road. Raises `MarksRefused`."""
    given = {who: mark for who, mark in marks.items() if mark is not None}
    _check_enrolled(session, meeting, marks)
    wrong = _unreadable(session, given)
    people = [who for who in given if who not in wrong]
    found = _findings(session, meeting, [(who, given[who]) for who in people], today)
    wrong |= {who: issue for who, issue in found if issue.rule.weight is Weight.REFUSED}
    if wrong:
        raise MarksRefused(wrong)
    return found


def _check_enrolled(session: Session, meeting: models.ProgrammeSession, marks: Marks) -> None:
    enrolment = models.metadata.tables["enrolment"]
    query = sa.select(enrolment.c.id).where(enrolment.c.cohort_id == meeting.cohort_id)
    if set(marks) - set(session.scalars(query)):
        raise SinergiError(
            "peserta_tidak_ada", "Ada peserta yang bukan dari angkatan ini. Muat ulang layarnya.",
            "Somebody here is not of this cohort. Reload the screen.",
        )  # fmt: skip


def _unreadable(session: Session, marks: Mapping[int, Mark]) -> dict[int, Issue]:
    """Values that their columns do not take: an unknown mark, impossible minutes, a long note."""
    codes = code_lists(session)
    wrong: dict[int, Issue] = {}
    for name, of in (("mark", "code"), ("minutes", "minutes"), ("note", "note")):
        column = _TABLE.c[name]
        declaration = declaration_of(column)
        parse = parser_for(column, declaration, codes)
        for who, mark in marks.items():
            value = getattr(mark, of)
            try:
                parse(str(value)) if value is not None else None
            except CellError as error:
                heading = declaration.heading.id if declaration.heading else name
                wrong[who] = Issue(error.rule, None, heading, str(value), dict(error.details))
    return wrong


def _findings(
    session: Session, meeting: models.ProgrammeSession, marks: Sequence[tuple[int, Mark]],
    today: date,
) -> list[tuple[int, Issue]]:  # fmt: skip
    """What the road's own checks of attendance say, by participant."""
    if not marks:
        return []
    connection = session.connection()
    cells = Cells(np.arange(len(marks)), {
        "tanda": encode(pa.array([mark.code for _, mark in marks])),
        "catatan": encode(pa.array([mark.note or "" for _, mark in marks])),
    })  # fmt: skip
    columns = {
        "enrolment_id.id": np.array([float(who) for who, _ in marks]),
        "session_id.held_on": np.full(len(marks), float(meeting.held_on.toordinal())),
    }
    context = RowContext(connection, today, False, code_lists(session), Stays(connection))
    findings = Findings()
    check_notes(cells, columns, context, findings)
    check_days(cells, columns, context, findings)
    return [
        (marks[row][0], Issue(rule, None, heading, value))
        for row, rule, heading, value in findings.wrong
    ]


def _write(
    session: Session, viewer: Viewer, meeting: models.ProgrammeSession,
    entry: tuple[int, Mark | None], recorded: Recorded,
) -> None:  # fmt: skip
    who, mark = entry
    here = (_TABLE.c.session_id == meeting.id, _TABLE.c.enrolment_id == who)
    row = session.execute(sa.select(_TABLE).where(*here)).one_or_none()
    key = ("attendance", f"{meeting.id}:{who}")
    before = plain(dict(row._mapping)) if row else None
    if mark is None:
        session.execute(sa.delete(_TABLE).where(*here))
        note(session, viewer, key, RowAction.HAPUS, before=before)
        recorded.removed += 1
        return
    values: dict[str, Any] = {
        "mark": mark.code, "minutes": mark.minutes, "note": mark.note, "batch_id": None,
    }  # fmt: skip
    if row:
        session.execute(sa.update(_TABLE).where(*here).values(**values))
        note(session, viewer, key, RowAction.UBAH, before=before)
        recorded.changed += 1
        return
    session.execute(sa.insert(_TABLE).values(
        session_id=meeting.id, enrolment_id=who, cohort_id=meeting.cohort_id,
        unit_id=meeting.unit_id, **values,
    ))  # fmt: skip
    note(session, viewer, key, RowAction.TAMBAH)
    recorded.new += 1


def _hold(session: Session, viewer: Viewer, meeting: models.ProgrammeSession) -> None:
    before = image_of(meeting)
    meeting.status = SessionStatus.TERLAKSANA
    touch(meeting)
    session.add(meeting)
    session.flush()
    remember(session, viewer, meeting, before=before)
