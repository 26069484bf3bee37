"""Tallies: whatever is changed, by whom and how, what is read from them is what is counted."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.queries.filter import Filter
from data.queries.tables import attendance_tally, stale_tally
from data.queries.tallies import SUMS, all_sums, participant_sums, tallies_of
from data.tallying import AT_ONCE, renew
from models.codes import EnrolmentStatus
from models.door import Door, Viewer
from tests import factories

START = date(2026, 1, 5)
SESSIONS, PEOPLE = 12, 5  # weekly, into the fourth month
PERIODS = [
    (date(2026, 1, 1), date(2026, 5, 1)), (date(2026, 2, 1), date(2026, 3, 1)),
    (date(2026, 1, 10), date(2026, 3, 17)), (date(2026, 2, 3), date(2026, 2, 20)),
    (date(2026, 1, 20), date(2026, 2, 1)), (date(2026, 1, 31), date(2026, 4, 2)),
    (date(2025, 12, 31), date(2026, 1, 6)), (date(2025, 1, 1), date(2026, 1, 1)),
]  # fmt: skip


@pytest.fixture
def counted(door: Door, viewer: Viewer) -> Door:
    """Two cohorts with blanks, leavers, odd lengths and an officer, all tallied."""
    with door.writing(viewer) as session:
        _, _, place = factories.unit_tree(session)
        factories.marks(session)
        for _ in range(2):
            _fill(session, place)
    renew(door)
    return door


def _fill(session: Session, place: int) -> None:
    run = factories.cohort(session, unit_id=place)
    met = [
        factories.meeting(
            session, cohort_id=run, number=number + 1, held_on=START + timedelta(weeks=number),
            minutes=None if number % 5 == 0 else 60,
        )
        for number in range(SESSIONS)
    ]  # fmt: skip
    factories.enrolment(session, cohort_id=run, officer_id=factories.officer(session))
    for number in range(PEOPLE):
        left = {"ended_on": START + timedelta(days=40), "status": EnrolmentStatus.PINDAH}
        someone = factories.enrolment(session, cohort_id=run, **(left if number == 1 else {}))
        for meeting, mark in zip(met, ("HADIR", "SAKIT", None, "SIDANG", "TERLAMBAT") * 3,
                                 strict=False):  # fmt: skip
            if mark and (meeting + number) % 7:
                factories.attendance(
                    session, session_id=meeting, enrolment_id=someone, mark=mark,
                    minutes=45 if mark == "TERLAMBAT" else None,
                )  # fmt: skip


def sums(session: Session, rows: "sa.Subquery") -> list[tuple[object, ...]]:
    """By person and month, so that nothing cancels out."""
    key = [rows.c[name] for name in ("cohort_id", "month", "enrolment_id", "wbp_id")]
    totals = (sa.cast(sa.func.sum(rows.c[name]), sa.Integer) for name in SUMS)
    found = session.execute(sa.select(*key, *totals).group_by(*key).order_by(*key))
    return [tuple(row) for row in found]


def right(session: Session) -> list[tuple[object, ...]]:
    """What must be read, counted from sessions and marks alone."""
    return sums(session, tallies_of(sa.true()).subquery())


ACTS = {
    "a mark": "UPDATE attendance SET mark = 'SIDANG' WHERE mark = 'SAKIT'",
    "minutes": "UPDATE attendance SET minutes = 7",
    "marks that go": "DELETE FROM attendance WHERE mark = 'SIDANG'",
    "a mark that comes": "INSERT INTO attendance (session_id, enrolment_id, cohort_id, unit_id, "
    "mark) SELECT s.id, e.id, s.cohort_id, s.unit_id, 'HADIR' FROM programme_session s "
    "JOIN enrolment e ON e.cohort_id = s.cohort_id WHERE NOT EXISTS (SELECT 1 FROM attendance a "
    "WHERE a.session_id = s.id AND a.enrolment_id = e.id)",
    "a day": "UPDATE programme_session SET held_on = '2026-06-30' WHERE number = 3",
    "a length": "UPDATE programme_session SET minutes = 200",
    "a meeting that was only planned": "UPDATE programme_session SET status = 'RENCANA' "
    "WHERE number = 2",
    "somebody's start": "UPDATE enrolment SET started_on = '2026-03-01' WHERE ended_on IS NULL",
    "somebody's end": "UPDATE enrolment SET ended_on = '2026-02-15' WHERE officer_id IS NULL",
    "a status": "UPDATE enrolment SET status = 'DAFTAR_TUNGGU', started_on = NULL",
    "a participant": "UPDATE enrolment SET officer_id = NULL, wbp_id = (SELECT min(id) FROM wbp) "
    "WHERE id = (SELECT max(id) FROM enrolment WHERE officer_id IS NOT NULL)",
    "a cohort's start": "UPDATE cohort SET starts_on = '2026-03-01'",
    "what a mark counts as": "UPDATE attendance_mark SET attended = false WHERE code = 'TERLAMBAT'",
}
BEFORE = {  # what an act needs to show anything
    "a cohort's start": "UPDATE enrolment SET started_on = NULL, enrolled_on = NULL",
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.replace(" ", "-"))
def test_a_change_shows_before_and_after_it_is_counted(
    counted: Door, viewer: Viewer, act: str
) -> None:
    if act in BEFORE:
        _do(counted, viewer, BEFORE[act])
        renew(counted)
    with counted.reading(viewer) as session:
        old = right(session)
    _do(counted, viewer, ACTS[act])
    with counted.reading(viewer) as session:
        new = right(session)
        assert sums(session, all_sums(sa.true(), *SUMS)) == new
        assert session.scalar(sa.select(sa.func.count()).select_from(stale_tally))
    assert new != old
    assert renew(counted) > 0
    with counted.reading(viewer) as session:
        assert sums(session, attendance_tally) == new


def _do(door: Door, viewer: Viewer, statement: str) -> None:
    with door.writing(viewer) as session:
        session.execute(sa.text(statement))


@pytest.fixture
def half(counted: Door, viewer: Viewer) -> Iterator[Session]:
    """One of the two cohorts is stale."""
    _do(counted, viewer, "UPDATE attendance SET mark = 'SAKIT' WHERE cohort_id = "
        "(SELECT min(id) FROM cohort) AND mark = 'HADIR'")  # fmt: skip
    with counted.reading(viewer) as session:
        yield session


def test_any_period_is_the_sum_of_its_days(half: Session) -> None:
    for start, end in PERIODS:
        read = sums(half, participant_sums(Filter(start, end), *SUMS))
        assert read == _by_days(half, start, end), (start, end)


def _by_days(session: Session, start: date, end: date) -> list[tuple[object, ...]]:
    """The same asked for each day alone, which no tally can answer, and added up here."""
    found: dict[tuple[object, ...], list[int]] = {}
    day = start
    while day < end:
        for row in sums(session, participant_sums(Filter(day, day + timedelta(days=1)), *SUMS)):
            have = found.setdefault(row[:4], [0] * len(SUMS))
            found[row[:4]] = [a + b for a, b in zip(have, row[4:], strict=True)]  # type: ignore[operator]
        day += timedelta(days=1)
    return [(*key, *found[key]) for key in sorted(found)]  # type: ignore[type-var]


def test_what_is_read_comes_from_tallies(counted: Door, viewer: Viewer) -> None:
    with counted.writing(viewer) as session:
        session.execute(sa.update(attendance_tally).values(attended=1000))
    with counted.reading(viewer) as session:
        rows = sums(session, participant_sums(Filter(*PERIODS[0]), *SUMS))
        assert {row[4] for row in rows} == {1000}


def test_counting_again_changes_no_data_version(counted: Door, viewer: Viewer) -> None:
    _do(counted, viewer, ACTS["minutes"])
    version = sa.select(models.DatabaseState.data_version)
    with counted.reading(viewer) as session:
        before = session.scalar(version)
    assert renew(counted) == 2
    assert renew(counted) == 0
    with counted.reading(viewer) as session:
        assert session.scalar(version) == before


def test_many_cohorts_are_counted_in_turns(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        place = factories.unit(session)
        for _ in range(AT_ONCE + 3):
            run = factories.cohort(session, unit_id=place)
            factories.meeting(session, cohort_id=run)
            factories.enrolment(session, cohort_id=run)
    assert renew(door) == AT_ONCE + 3
    with door.reading(viewer) as session:
        assert len(sums(session, attendance_tally)) == AT_ONCE + 3


def test_a_tally_of_somebody_who_is_gone_is_not_read(counted: Door, viewer: Viewer) -> None:
    gone = "(SELECT max(id) FROM enrolment WHERE wbp_id IS NOT NULL)"
    _do(counted, viewer, f"DELETE FROM attendance WHERE enrolment_id = {gone}")
    _do(counted, viewer, f"DELETE FROM enrolment WHERE id = {gone}")
    with counted.reading(viewer) as session:
        people = {row[2] for row in sums(session, all_sums(sa.true(), *SUMS))}
        assert people == {row[2] for row in right(session)}
    renew(counted)
    with counted.reading(viewer) as session:
        assert {row[2] for row in sums(session, attendance_tally)} == people
