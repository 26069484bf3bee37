"""A session's attendance as an officer takes it on the screen, with its corrections."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.answers import roster
from data.answers.roster import Mark
from data.errors import SinergiError
from data.importing.undoing import UndoRefused, undo
from data.queries.filter import Filter
from data.recording.attendance import AttendanceChanged, MarksRefused, record_attendance
from models.codes import EnrolmentStatus, SessionStatus
from models.door import Door, Viewer
from tests import factories
from tests.factories import MONDAY

TODAY = date(2026, 2, 2)
HERE, ILL = Mark("HADIR"), Mark("SAKIT")


def sheet(session: Session, *, people: int = 3, **meeting: Any) -> tuple[int, list[int]]:
    """A session of a cohort with so many active participants."""
    factories.marks(session)
    cohort = factories.cohort(session)
    places = [
        factories.enrolment(session, cohort_id=cohort, number=number + 1)
        for number in range(people)
    ]
    return factories.meeting(session, cohort_id=cohort, minutes=90, **meeting), places


def take(session: Session, viewer: Viewer, of: int, marks: dict, seen: dict | None = None) -> Any:  # type: ignore[type-arg]
    return record_attendance(session, viewer, of, marks, seen=seen or {}, today=TODAY)


def rows(session: Session, table: str) -> list[dict[str, Any]]:
    found = session.execute(sa.select(models.metadata.tables[table]).order_by(sa.text("1, 2")))
    return [dict(row) for row in found.mappings()]


def test_a_sheet_is_taken_and_corrected_with_who_did_it_and_what_it_was(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        meeting, (first, second, third) = sheet(session, status=SessionStatus.RENCANA)
        late = Mark("TERLAMBAT", 75)
        done = take(session, viewer, meeting, {first: HERE, second: late, third: ILL})
        assert (done.new, done.changed, done.removed, done.odd) == (3, 0, 0, [])
        assert factories.value(session, "programme_session", meeting, "status") == "TERLAKSANA"
    with door.writing(viewer) as session:
        now = {first: HERE, second: late, third: ILL}
        refused = Mark("MENOLAK", None, "Tidak mau keluar kamar")
        done = take(session, viewer, meeting, now | {third: refused, first: None}, now)
        assert (done.new, done.changed, done.removed) == (0, 1, 1)
    with door.reading(viewer) as session:
        people = roster.participants(session, meeting)
        history = roster.corrections(session, meeting, people)
    assert [one.mark for one in people] == [None, late, refused]
    found = {one.enrolment_id: (one.before, one.after, one.account) for one in history}
    assert found == {first: (HERE, None, "penguji"), third: (ILL, refused, "penguji")}


def test_what_somebody_else_wrote_meanwhile_is_told_and_nothing_is_lost(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        meeting, (first, second, third) = sheet(session)
        take(session, viewer, meeting, {first: ILL, second: HERE})
    with pytest.raises(AttendanceChanged) as caught, door.writing(viewer) as session:
        take(session, viewer, meeting, dict.fromkeys((first, second, third), HERE))
    assert caught.value.stored == {first: ILL}
    with door.reading(viewer) as session:
        assert [one.mark for one in roster.participants(session, meeting)] == [ILL, HERE, None]
    with door.writing(viewer) as session:
        take(session, viewer, meeting, {first: HERE, third: HERE}, seen=caught.value.stored)


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        (Mark("MENOLAK"), "perlu_catatan"),
        (Mark("BOLOS"), "kode_baru"),
        (Mark("HADIR", 1441), "di_luar_rentang"),
        (Mark("HADIR", None, "x" * 301), "terlalu_panjang"),
    ],
)
def test_a_mark_that_cannot_be_keeps_the_whole_sheet_out(
    door: Door, viewer: Viewer, mark: Mark, rule: str
) -> None:
    with door.writing(viewer) as session:
        meeting, (first, second, _) = sheet(session)
        with pytest.raises(MarksRefused) as caught:
            take(session, viewer, meeting, {first: mark, second: HERE})
        assert rows(session, "attendance") == rows(session, "change") == []
    assert {who: issue.rule.code for who, issue in caught.value.issues.items()} == {first: rule}


@pytest.mark.parametrize(
    ("meeting", "code"),
    [
        ({"held_on": date(2026, 2, 3)}, "sesi_belum_terjadi"),
        ({"status": SessionStatus.BATAL, "cancel_reason": "LIBUR"}, "sesi_tidak_ada"),
    ],
)
def test_only_a_session_that_took_place_is_marked(
    door: Door, viewer: Viewer, meeting: dict[str, Any], code: str
) -> None:
    with door.writing(viewer) as session:
        held, (first, *_) = sheet(session, **meeting)
        with pytest.raises(SinergiError) as caught:
            take(session, viewer, held, {first: HERE})
        other = factories.enrolment(session)
        with pytest.raises(SinergiError):
            take(session, viewer, held, {other: HERE})
    assert caught.value.code == code


def test_a_mark_after_the_cohorts_end_goes_in_and_is_pointed_out(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        factories.marks(session)
        cohort = factories.cohort(session, ends_on=MONDAY)
        place = factories.enrolment(session, cohort_id=cohort)
        meeting = factories.meeting(session, cohort_id=cohort, held_on=date(2026, 1, 12))
        done = take(session, viewer, meeting, {place: HERE})
    assert [(who, issue.rule.code) for who, issue in done.odd] == [(place, "setelah_selesai")]


def test_a_file_whose_mark_was_corrected_here_cannot_be_undone(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        meeting, (first, *_) = sheet(session)
        batch = factories.batch(session)
        factories.attendance(session, session_id=meeting, enrolment_id=first, batch_id=batch)
        take(session, viewer, meeting, {first: ILL}, seen={first: HERE})
        with pytest.raises(UndoRefused, match="diubah di layar"):
            undo(session, viewer, [batch])


def test_the_roster_has_those_who_were_due_and_those_with_a_mark(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        meeting, places = sheet(session, people=2)
        cohort = factories.value(session, "programme_session", meeting, "cohort_id")
        waiting = {"status": EnrolmentStatus.DAFTAR_TUNGGU, "started_on": None}
        factories.enrolment(session, cohort_id=cohort, **waiting)
        gone = {"status": EnrolmentStatus.PINDAH, "ended_on": MONDAY, "number": 9}
        before = factories.enrolment(session, cohort_id=cohort, started_on=None, **gone)
        guest = factories.enrolment(
            session, cohort_id=cohort, officer_id=factories.officer(session, name="Bu Guru")
        )
        foreign = factories.meeting(session, held_on=TODAY)
        attended = factories.cohort(session)
        factories.meeting(session, cohort_id=attended, held_on=MONDAY)
        factories.enrolment(session, cohort_id=attended)
        factories.attendance(session, session_id=meeting, enrolment_id=before, mark="SIDANG")
    with door.reading(viewer) as session:
        people = roster.participants(session, meeting)
        cohorts = roster.cohorts(session, Filter(MONDAY, TODAY), today=TODAY)
        sessions = roster.sessions(session, cohort, today=TODAY)
        letters = {kind.code: kind.key for kind in roster.kinds(session)}
    assert [one.enrolment_id for one in people] == [*places, before, guest]
    assert people[0].shown_number.startswith("INDUK")
    assert cohorts["cohort_id"].tolist()[0] == attended  # the later one has nobody to mark
    assert cohorts["open"].tolist() == [1, 1, 0]
    assert foreign not in sessions["session_id"].tolist() == [meeting]
    assert letters == {
        "HADIR": "H", "TERLAMBAT": "T", "IZIN": "I", "SAKIT": "S", "TANPA_KETERANGAN": "A",
        "MENOLAK": "M", "SIDANG": "D", "DIPINDAH": "P",
    }  # fmt: skip


def test_of_two_officers_who_save_at_once_one_is_told(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        meeting, (first, *_) = sheet(session)
    together = threading.Barrier(2)

    def save(mark: Mark) -> str:
        together.wait()
        try:
            with door.writing(viewer) as session:
                take(session, viewer, meeting, {first: mark})
        except AttendanceChanged as error:
            return "told" if error.stored[first] in (HERE, ILL) else "lost"
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, (HERE, ILL))) == ["saved", "told"]
    with door.reading(viewer) as session:
        assert len(rows(session, "attendance")) == len(rows(session, "change")) == 1
