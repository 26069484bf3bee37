"""Incidents and days around a programme: the edges of the phases, and days outside custody."""

from datetime import date, timedelta

import pytest

from data.answers.conduct import conduct_around_programmes
from data.queries.filter import Filter
from models.codes import EnrolmentStatus, LegalStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of

BEGUN, ENDED = date(2026, 1, 5), date(2026, 3, 30)  # 84 days
FOLLOWED = ENDED + timedelta(days=90)


def test_phases_meet_without_overlap_and_only_proven_entries_count(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        cohort = factories.cohort(session, unit_id=here)
        wbp = factories.person(session, unit_id=here)
        factories.enrolment(session, cohort_id=cohort, wbp_id=wbp, started_on=BEGUN,
                            ended_on=ENDED, status=EnrolmentStatus.LULUS)  # fmt: skip
        last_day = ENDED - timedelta(days=1)
        for day, proven in (
            (BEGUN - timedelta(days=91), True),  # too early
            (BEGUN - timedelta(days=90), True),
            (BEGUN - timedelta(days=1), True),
            (BEGUN, True),
            (last_day, True),
            (last_day - timedelta(days=1), None),
            (last_day - timedelta(days=2), False),
            (ENDED, True),
            (FOLLOWED, True),  # too late
        ):
            factories.incident(session, wbp_id=wbp, unit_id=here, occurred_on=day, proven=proven)
        found = conduct_around_programmes(session, FIRST_QUARTER, as_of=FOLLOWED)
        early = conduct_around_programmes(
            session, FIRST_QUARTER, as_of=FOLLOWED - timedelta(days=1)
        )
        elsewhere = code_of(session, factories.unit(session))
        other = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=elsewhere)
        outside = conduct_around_programmes(session, other, as_of=FOLLOWED)
    phases = [(phase.n, phase.denominator) for phase in (found.before, found.during, found.after)]
    assert phases == [(2, 90), (2, 84), (1, 90)]
    assert found.before.value == pytest.approx(1000 * 2 / 90)
    assert "alleged_apart" in found.during.caveats
    assert found.during_ratio.status == "insufficient"
    assert (found.people, early.people, outside.people) == (1, 0, 0)
    assert early.during_ratio.reason == "no_days"


def test_days_outside_an_institution_are_no_days(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        wbp = factories.wbp(session)
        factories.custody(session, wbp_id=wbp, started_on=BEGUN - timedelta(days=10),
                          ended_on=BEGUN + timedelta(days=20), exit_reason="PB")  # fmt: skip
        factories.custody(session, wbp_id=wbp, started_on=BEGUN + timedelta(days=20),
                          legal_status=LegalStatus.KLIEN_DEWASA)  # fmt: skip
        factories.enrolment(session, cohort_id=cohort, wbp_id=wbp, started_on=BEGUN,
                            ended_on=ENDED, status=EnrolmentStatus.LULUS)  # fmt: skip
        factories.incident(session, wbp_id=wbp, occurred_on=BEGUN + timedelta(days=30))
        found = conduct_around_programmes(session, FIRST_QUARTER, as_of=FOLLOWED)
    assert [phase.denominator for phase in (found.before, found.during)] == [10, 20]
    assert (found.during.n, found.during.value) == (0, 0)
    assert found.after.reason == "no_days"


def test_a_person_with_two_programmes_and_each_entry_count_once(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        wbp = factories.person(session)
        for ended in (ENDED, ENDED - timedelta(days=7)):
            cohort = factories.cohort(session)
            factories.enrolment(session, cohort_id=cohort, wbp_id=wbp, started_on=BEGUN,
                                ended_on=ended, status=EnrolmentStatus.LULUS)  # fmt: skip
        factories.incident(session, wbp_id=wbp, occurred_on=BEGUN - timedelta(days=1))
        found = conduct_around_programmes(session, FIRST_QUARTER, as_of=FOLLOWED)
    assert (found.people, found.before.n, found.before.denominator) == (1, 1, 90)
    assert found.during.denominator == 77  # the one that ended first
