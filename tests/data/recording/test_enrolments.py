"""People enrolled within capacity, moved on, drawn by lot; and the meetings of their cohort."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.queries import returns
from data.recording.enrolments import Step, enrol, move_enrolment, start_cohort, steps_from
from data.recording.lottery import draw_places, winners
from data.recording.rows import ValuesRefused
from data.recording.sessions import add_sessions, cancel_session, series
from models.codes import CohortStatus, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.factories import MONDAY

TODAY = date(2026, 2, 2)
WAITING, APPROVED, ACTIVE = (
    EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.SETUJU, EnrolmentStatus.AKTIF,
)  # fmt: skip


def rows(session: Session, table: str) -> list[dict[str, Any]]:
    found = session.execute(sa.select(models.metadata.tables[table]).order_by(sa.text("id")))
    return [dict(row) for row in found.mappings()]


def put(session: Session, viewer: Viewer, cohort: int, *, placed: bool = True, **who: Any) -> int:
    person = who or {"wbp_id": factories.person(session)}
    return enrol(session, viewer, cohort, person, placed=placed, today=TODAY)


def refused(code: str) -> Any:
    return pytest.raises(SinergiError, check=lambda error: error.code == code)


def test_a_full_cohort_takes_people_on_its_waiting_list_only(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, capacity=1)
        first = put(session, viewer, cohort)
        with refused("kapasitas_penuh"):
            put(session, viewer, cohort)
        waiting = put(session, viewer, cohort, placed=False)
        step = Step(APPROVED, TODAY)
        with refused("kapasitas_penuh"):
            move_enrolment(session, viewer, waiting, step, seen=1, today=TODAY)
        factories.code(session, "alasan_berhenti", "SAKIT")
        gone = Step(EnrolmentStatus.MENGUNDURKAN_DIRI, TODAY, "SAKIT")
        move_enrolment(session, viewer, first, gone, seen=1, today=TODAY)
        move_enrolment(session, viewer, waiting, step, seen=1, today=TODAY)
    with door.reading(viewer) as session:
        found = rows(session, "enrolment")
        changes = [change["action"] for change in rows(session, "change")]
    assert [(one["number"], one["status"], one["exit_reason"]) for one in found] == [
        (1, "MENGUNDURKAN_DIRI", "SAKIT"), (2, "SETUJU", None),
    ]  # fmt: skip
    assert found[0]["ended_on"] == found[1]["enrolled_on"] == TODAY
    assert changes == ["TAMBAH", "TAMBAH", "UBAH", "UBAH"]


def test_nobody_is_enrolled_twice_or_into_what_is_over(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        who = {"wbp_id": factories.person(session)}
        put(session, viewer, cohort, **who)
        with pytest.raises(ValuesRefused, match=r"sudah ada catatan dengan Angkatan \+ WBP"):
            put(session, viewer, cohort, **who)
        over = factories.cohort(session, status=CohortStatus.SELESAI)
        with refused("angkatan_selesai"):
            put(session, viewer, over)


@pytest.mark.parametrize("wanted", EnrolmentStatus)
@pytest.mark.parametrize("now", EnrolmentStatus)
def test_only_the_steps_of_the_table_are_taken(
    now: EnrolmentStatus, wanted: EnrolmentStatus
) -> None:
    ended = {"LULUS", "SELESAI", "TIDAK_LULUS"}
    left = {"MENGUNDURKAN_DIRI", "DIKELUARKAN", "PINDAH", "BEBAS"}
    allowed = {
        "DAFTAR_TUNGGU": {"SETUJU", "AKTIF", *left}, "SETUJU": {"AKTIF", "DAFTAR_TUNGGU", *left},
        "AKTIF": {*ended, *left}, "SELESAI": {"LULUS", "TIDAK_LULUS"},
    }  # fmt: skip
    assert (wanted in steps_from(now)) == (wanted.value in allowed.get(now.value, set()))


@pytest.mark.parametrize(
    ("step", "seen", "code"),
    [
        (Step(EnrolmentStatus.DAFTAR_TUNGGU, TODAY), 1, "langkah_tidak_boleh"),
        (Step(EnrolmentStatus.BEBAS, TODAY), 1, "tanpa_alasan"),
        (Step(EnrolmentStatus.LULUS, date(2026, 2, 3)), 1, "tanggal_mendatang"),
        (Step(EnrolmentStatus.LULUS, TODAY), 2, "sudah_berubah"),
        (Step(EnrolmentStatus.LULUS, date(2026, 1, 4)), 1, "nilai_ditolak"),
    ],
)
def test_a_step_that_may_not_be_changes_nothing(
    door: Door, viewer: Viewer, step: Step, seen: int, code: str
) -> None:
    with door.writing(viewer) as session:
        place = factories.enrolment(session)
        with refused(code):
            move_enrolment(session, viewer, place, step, seen=seen, today=TODAY)
        assert rows(session, "change") == []


def test_a_cohort_starts_with_all_who_were_approved(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, status=CohortStatus.DISETUJUI, starts_on=None)
        put(session, viewer, cohort)
        put(session, viewer, cohort, placed=False)
        with refused("tanggal_mendatang"):
            later = TODAY + timedelta(days=1)
            start_cohort(session, viewer, cohort, on=later, seen=1, today=TODAY)
        assert start_cohort(session, viewer, cohort, on=MONDAY, seen=1, today=TODAY) == 1
    with door.reading(viewer) as session:
        found = [(one["status"], one["started_on"]) for one in rows(session, "enrolment")]
    assert found == [("AKTIF", MONDAY), ("DAFTAR_TUNGGU", None)]


def test_the_same_seed_draws_the_same_people_and_the_comparison_finds_both_arms(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, code="UNDI", status=CohortStatus.DISETUJUI)
        people = [factories.person(session, public_id=f"orang-{n}") for n in range(6)]
        ids = [put(session, viewer, cohort, placed=False, wbp_id=one) for one in people]
        factories.code(session, "alasan_berhenti", "SAKIT")
        gone = put(session, viewer, cohort, placed=False)
        left = Step(EnrolmentStatus.MENGUNDURKAN_DIRI, TODAY, "SAKIT")
        move_enrolment(session, viewer, gone, left, seen=1, today=TODAY)
        done = draw_places(session, viewer, cohort, 2, seed=20260202, seen=1, today=TODAY)
        for late in (2, 3):
            with refused("sudah_ada_yang_ditempatkan" if late == 2 else "sudah_berubah"):
                draw_places(session, viewer, cohort, 2, seed=1, seen=late, today=TODAY)
        for placed in (True, False):
            with refused("sudah_diundi"):
                put(session, viewer, cohort, placed=placed)
        with refused("sebelum_undian_berlaku"):
            move_enrolment(session, viewer, done.drawn[0], left, seen=2, today=TODAY)
        with refused("tempat_hasil_undian"):  # the arm would lose who won
            again = Step(EnrolmentStatus.DAFTAR_TUNGGU, TODAY)
            move_enrolment(session, viewer, done.drawn[1], again, seen=2, today=TODAY)
        later = TODAY + timedelta(days=1)  # drawn is drawn, though the place was never taken
        move_enrolment(session, viewer, done.drawn[0], replace(left, on=later), seen=2, today=later)
        unit = factories.value(session, "unit", factories.value(
            session, "cohort", cohort, "unit_id"), "code")  # fmt: skip
        factories.code(session, "alasan_keluar_tahanan", "BEBAS")
        freed = {"ended_on": TODAY, "exit_reason": "BEBAS"}
        session.execute(sa.update(models.metadata.tables["custody"]).values(**freed))
        follow = returns.Follow(within_days=10, kinds=(), as_of=date(2027, 1, 1))
        arms = returns.lottery_arms(session, unit, "UNDI", follow)
    assert (done.seed, len(done.drawn), len(done.not_drawn)) == (20260202, 2, 4)
    assert {ids[int(key[-1])] for key in winners(
        20260202, [f"orang-{n}" for n in reversed(range(6))], 2)} == set(done.drawn)  # fmt: skip
    assert dict(zip(arms[returns.GROUP], arms[returns.RELEASED], strict=True)) == {
        returns.DRAWN: 2, returns.NOT_DRAWN: 4,
    }  # fmt: skip
    with door.reading(viewer) as session:
        [stored] = rows(session, "cohort")
    assert (stored["assignment"], stored["seed"], stored["drawn_on"]) == ("UNDIAN", 20260202, TODAY)


def test_every_ticket_wins_about_as_often_as_another() -> None:
    won = dict.fromkeys("abcde", 0)
    for seed in range(2000):
        for key in winners(seed, won, 2):
            won[key] += 1
    assert all(700 < times < 900 for times in won.values())  # 800 expected, 22 its deviation


def test_who_took_part_already_forbids_a_draw(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, capacity=10)
        for _ in range(3):
            put(session, viewer, cohort, placed=False)
        factories.enrolment(
            session, cohort_id=cohort, status=EnrolmentStatus.DIKELUARKAN, started_on=MONDAY,
            ended_on=TODAY, number=9,
        )  # fmt: skip
        with refused("sudah_ada_yang_ditempatkan"):
            draw_places(session, viewer, cohort, 1, seed=1, seen=1, today=TODAY)


@pytest.mark.parametrize("places", [0, 3, 4])
def test_a_draw_needs_more_people_than_places(door: Door, viewer: Viewer, places: int) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, capacity=10)
        for _ in range(3):
            put(session, viewer, cohort, placed=False)
        with refused("tempat_tidak_masuk_akal"):
            draw_places(session, viewer, cohort, places, seed=1, seen=1, today=TODAY)


def test_a_series_is_added_after_the_last_number_and_one_of_it_cancelled(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        meeting = factories.meeting(session, number=4, held_on=MONDAY)
        cohort = factories.value(session, "programme_session", meeting, "cohort_id")
        days = series(date(2026, 1, 26), 2)
        values = {"starts_at": time(9), "minutes": 90, "topic": "  Las dasar "}
        assert add_sessions(session, viewer, cohort, days, values, today=TODAY) == [5, 6]
        with refused("sudah_ada_sesi"):
            add_sessions(session, viewer, cohort, [MONDAY, days[1]], values, today=TODAY)
        with refused("sudah_ada_sesi"):
            add_sessions(session, viewer, cohort, [MONDAY], {}, today=TODAY)
        found = rows(session, "programme_session")
        assert [one["status"] for one in found] == ["TERLAKSANA", "TERLAKSANA", "RENCANA"]
        assert found[1]["topic"] == "Las dasar"
        factories.code(session, "alasan_batal", "LIBUR")
        last = found[2]["id"]
        cancel_session(session, viewer, last, "LIBUR", seen=1, today=TODAY)
        factories.attendance(
            session, session_id=meeting,
            enrolment_id=factories.enrolment(session, cohort_id=cohort),
            mark=factories.value(session, "attendance_mark", factories.mark(session), "code"),
        )  # fmt: skip
        with refused("sudah_ada_presensi"):
            cancel_session(session, viewer, meeting, "LIBUR", seen=1, today=TODAY)
        assert rows(session, "programme_session")[2]["cancel_reason"] == "LIBUR"
