"""How long people wait, how much they receive and how they leave: counted by hand."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from data.answers.staying import (
    dosage_received,
    funnel_of_referred,
    leaving_by_reason,
    retention_of_starters,
    waiting_of_referred,
)
from data.queries.filter import Filter
from models import metadata
from models.codes import CohortStatus, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, START, code_of, marked_cohort

ENDED = date(2026, 3, 30)  # 84 days after the start
SPRING = date(2026, 4, 1)
CLOSED = {"status": CohortStatus.SELESAI, "ends_on": ENDED}


def left(
    session: Session, cohort: int, status: EnrolmentStatus, day: int | None, **values: object
) -> int:
    ended = None if day is None else factories.MONDAY + timedelta(days=day)
    return factories.enrolment(
        session, cohort_id=cohort, status=status, ended_on=ended, **values
    )  # fmt: skip


def refer(session: Session, day: date) -> None:
    session.execute(sa.update(metadata.tables["enrolment"]).values(referred_on=day))


def test_the_dosage_is_a_median_of_those_whose_sessions_are_all_recorded(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        sheets = ["HHHH"] * 6 + ["HHAA"] * 4 + ["HH.A"]
        marked_cohort(session, factories.unit(session), sheets, planned_sessions=4, **CLOSED)
        marked_cohort(session, factories.unit(session), ["AAAA"] * 3)  # still running
        found = dosage_received(session, FIRST_QUARTER)
    assert (found.median.value, found.median.n, found.median.n_missing) == (1.0, 10, 1)
    assert found.quartiles == (0.5, 1.0)
    assert found.at_least_most.value == 0.6


def leavers(session: Session) -> int:
    """Ten who started: 3 left avoidably, 1 by transfer, 1 ill, 4 completed, 1 still in."""
    course = factories.programme(session, minimum_dosage=0)
    here = factories.unit(session)
    cohort = factories.cohort(session, unit_id=here, programme_id=course, ends_on=ENDED)
    for _ in range(4):
        left(session, cohort, EnrolmentStatus.LULUS, 84)
    withdrew, removed = EnrolmentStatus.MENGUNDURKAN_DIRI, EnrolmentStatus.DIKELUARKAN
    left(session, cohort, withdrew, 14, exit_reason="MENOLAK")
    left(session, cohort, removed, 14, exit_reason="PELANGGARAN")
    left(session, cohort, removed, 14)
    left(session, cohort, EnrolmentStatus.PINDAH, 28)
    left(session, cohort, withdrew, 28, exit_reason="SAKIT")
    left(session, cohort, EnrolmentStatus.AKTIF, None)
    left(session, cohort, EnrolmentStatus.BEBAS, None)  # on a day nobody wrote down: left out
    left(session, cohort, EnrolmentStatus.DAFTAR_TUNGGU, None, started_on=None)
    return here


def test_reasons_for_leaving_compete_and_the_active_are_followed_so_far(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = leavers(session)
        other = factories.cohort(session)
        left(session, other, EnrolmentStatus.PINDAH, 3)
        chosen = Filter(START, SPRING, unit=code_of(session, here))
        month = leaving_by_reason(session, chosen, as_of=SPRING, by_day=30)
        whole = leaving_by_reason(session, chosen, as_of=SPRING, by_day=84)
        curve = retention_of_starters(session, chosen, as_of=SPRING)
    values = {name: round(found.value or 0, 6) for name, found in month.items()}
    assert values == {"completed": 0, "avoidable": 0.3, "administrative": 0.1, "other": 0.1}
    assert round(whole["completed"].value or 0, 6) == 0.4
    assert {found.denominator for found in whole.values()} == {10}
    assert (curve.n, curve.status, curve.needed) == (10, "insufficient", 20)


def test_those_still_waiting_keep_waiting_in_the_figure(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        sheets = ["HH"] * 6 + ["AH"] * 2 + ["AA"] * 2  # held 4 and 11 days after the referral
        marked_cohort(session, factories.unit(session), sheets)
        refer(session, START)
        found = waiting_of_referred(session, FIRST_QUARTER, as_of=SPRING)
    assert (found.median.value, found.median.n, found.still_waiting) == (4, 10, 2)
    assert (found.ninetieth.value, found.ninetieth.reason) == (None, "not_reached")


def test_a_session_before_the_referral_is_no_waiting_time(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        marked_cohort(session, factories.unit(session), ["H", "A"])
        session.execute(sa.update(metadata.tables["enrolment"]).values(started_on=None))
        refer(session, factories.MONDAY + timedelta(days=1))
        found = waiting_of_referred(session, FIRST_QUARTER, as_of=SPRING)
    assert (found.median.n, found.median.n_missing) == (1, 1)


def referred_people(session: Session) -> None:
    """Ten referred: 8 enrolled, 7 started, 6 due to have ended, 4 completed, 3 sustained."""
    course = factories.programme(session, minimum_dosage=0)
    cohort = factories.cohort(session, programme_id=course)
    for _ in range(2):
        left(session, cohort, EnrolmentStatus.DAFTAR_TUNGGU, None, started_on=None)
    left(session, cohort, EnrolmentStatus.SETUJU, None, started_on=None)
    left(session, cohort, EnrolmentStatus.AKTIF, None)
    for _ in range(2):
        left(session, cohort, EnrolmentStatus.MENGUNDURKAN_DIRI, 14, exit_reason="MENOLAK")
    done = [left(session, cohort, EnrolmentStatus.LULUS, 84) for _ in range(4)]
    wbp = factories.value(session, "enrolment", done[0], "wbp_id")
    factories.incident(session, wbp_id=wbp, occurred_on=ENDED + timedelta(days=10))


def test_each_bar_counts_those_for_whom_the_step_was_due(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        referred_people(session)
        refer(session, START)
        bars = funnel_of_referred(session, FIRST_QUARTER, as_of=date(2026, 12, 31))
    counts = [(bar.step, bar.of_previous.n, bar.of_previous.denominator) for bar in bars]
    assert counts == [
        ("referred", 10, 10), ("suitable", 8, 10), ("enrolled", 8, 8), ("started", 7, 8),
        ("completed", 4, 6), ("sustained", 3, 4),
    ]  # fmt: skip
    assert bars[4].of_previous.n_missing == 1
    assert bars[-1].cumulative == pytest.approx(0.8 * 7 / 8 * 4 / 6 * 3 / 4)


def test_referral_dates_that_equal_the_start_hide_the_first_bars(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        referred_people(session)
        refer(session, factories.MONDAY)
        early = funnel_of_referred(session, FIRST_QUARTER, as_of=SPRING)
    assert [bar.step for bar in early] == ["started", "completed", "sustained"]
    assert early[-1].of_previous.n_missing == 4  # half a year has not passed
    assert early[-1].cumulative is None


def test_nothing_gives_a_status_everywhere(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        assert dosage_received(session, FIRST_QUARTER).median.status == "insufficient"
        waited = waiting_of_referred(session, FIRST_QUARTER, as_of=SPRING)
        reasons = leaving_by_reason(session, FIRST_QUARTER, as_of=SPRING, by_day=30)
        bars = funnel_of_referred(session, FIRST_QUARTER, as_of=SPRING)
    assert waited.median.status == "insufficient"
    assert {found.reason for found in reasons.values()} == {"nobody_started"}
    assert {bar.of_previous.value for bar in bars} == {None}
