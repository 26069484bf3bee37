from datetime import date

import pytest

from data.answers.overview import overview
from models import metadata
from models.codes import CohortStatus, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, marked_cohort


def test_the_four_figures_of_a_small_unit(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        marked_cohort(session, factories.unit(session), ["HHH"] * 8 + ["AAA"] * 2)
        found = overview(session, FIRST_QUARTER)
    assert found.people.now.value == 8
    assert (found.participation.now.value, found.participation.now.denominator) == (0.8, 10)
    assert found.attendance.now.value == pytest.approx(24 / 30)
    assert found.attendance.now.status == "ok"
    assert found.completion.now.status == "insufficient"
    assert found.people.before is None
    assert found.data_until == date(2026, 1, 19)


def test_people_with_blanks_only_are_missing_and_give_the_upper_bound(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        marked_cohort(session, factories.unit(session), ["HH"] * 5 + [".."] * 5)
        rate = overview(session, FIRST_QUARTER).participation.now
    assert (rate.value, rate.n_missing, rate.bounds) == (0.5, 5, (0.5, 1.0))
    assert (rate.status, rate.reason) == ("insufficient", "unrecorded")


def test_an_empty_database_knows_nothing_rather_than_zero(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        found = overview(session, FIRST_QUARTER)
    figures = (found.people, found.participation, found.attendance, found.completion)
    assert [figure.now.value for figure in figures] == [None] * 4
    assert {figure.now.status for figure in figures} == {"insufficient"}
    assert found.data_until is None


@pytest.mark.parametrize(
    ("sheet", "status", "completed", "missing"),
    [
        ("HHAA", EnrolmentStatus.SELESAI, 1, 0),  # exactly half
        ("HAAA", EnrolmentStatus.SELESAI, 0, 0),  # below the dosage
        ("HAA.", EnrolmentStatus.LULUS, 0, 1),  # the blank decides
        ("HHH.", EnrolmentStatus.TIDAK_LULUS, 1, 0),  # reached the end, did not pass
        ("HHHH", EnrolmentStatus.MENGUNDURKAN_DIRI, 0, 0),  # did not reach the end
        ("HHHH", EnrolmentStatus.PINDAH, 0, 0),
    ],
)
def test_completed_means_to_the_end_with_the_minimum_dosage(
    door: Door,
    viewer: Viewer,
    sheet: str,
    status: EnrolmentStatus,
    completed: int,
    missing: int,
) -> None:
    with door.writing(viewer) as session:
        cohort = marked_cohort(
            session, factories.unit(session), [sheet], status=CohortStatus.SELESAI,
            ends_on=date(2026, 2, 1), planned_sessions=4, planned_minutes=90,
        )  # fmt: skip
        table = metadata.tables["enrolment"]
        session.execute(table.update().where(table.c.cohort_id == cohort).values(status=status))
        found = overview(session, FIRST_QUARTER).completion.now
    assert (found.n, found.denominator, found.n_missing) == (completed, 1 - missing, missing)


def test_minutes_received_count_where_they_were_written_down(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(
            session, status=CohortStatus.SELESAI, ends_on=date(2026, 2, 1), planned_sessions=2,
            planned_minutes=60,
        )  # fmt: skip
        met = factories.meeting(session, cohort_id=cohort)
        for minutes in (59, 60):
            participant = factories.enrolment(
                session, cohort_id=cohort, status=EnrolmentStatus.SELESAI
            )
            factories.attendance(session, session_id=met, enrolment_id=participant, minutes=minutes)
        found = overview(session, FIRST_QUARTER).completion.now
    assert (found.n, found.denominator) == (1, 2)


@pytest.mark.parametrize(
    ("ends_on", "status", "counts"),
    [
        (date(2026, 3, 31), CohortStatus.SELESAI, 1),
        (date(2026, 4, 1), CohortStatus.SELESAI, 0),
        (date(2026, 2, 1), CohortStatus.BERJALAN, 0),
        (date(2026, 2, 1), CohortStatus.DIBATALKAN, 1),
    ],
)
def test_only_cohorts_that_closed_in_the_period_count(
    door: Door, viewer: Viewer, ends_on: date, status: CohortStatus, counts: int
) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, status=status, ends_on=ends_on)
        factories.enrolment(session, cohort_id=cohort)
        factories.enrolment(
            session, cohort_id=cohort, status=EnrolmentStatus.DAFTAR_TUNGGU, started_on=None
        )
        found = overview(session, FIRST_QUARTER).completion.now
    assert found.denominator == counts
