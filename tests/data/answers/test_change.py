"""Change around a programme: which assessments pair, and how they are counted."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from data.answers.change import behaviour_change
from data.queries.filter import Filter
from models.codes import AssessmentStatus, EnrolmentStatus, MeasureDirection
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import code_of

BEGUN = date(2026, 1, 5)
ENDED = date(2026, 3, 30)
QUARTER = Filter(date(2026, 1, 1), date(2026, 4, 1))


def sikap(session: Session, **values: object) -> int:
    measure = factories.instrument(session, code="SPPN", version=str(values.pop("version", "1")))
    return factories.scale(session, instrument_id=measure, code="SIKAP", **values)


def scored(session: Session, wbp: int, scale: int, day: date, score: float, **of: object) -> None:
    measure = factories.value(session, "instrument_scale", scale, "instrument_id")
    assessment = factories.assessment(
        session, wbp_id=wbp, instrument_id=measure, assessed_on=day, **of
    )
    factories.score(session, scale_id=scale, assessment_id=assessment, score=score)


def finished(session: Session, cohort: int, **values: object) -> int:
    """The person of a new enrolment that began and ended on the days above."""
    given = {"started_on": BEGUN, "ended_on": ENDED, "status": EnrolmentStatus.SELESAI} | values
    enrolment = factories.enrolment(session, cohort_id=cohort, **given)
    return int(factories.value(session, "enrolment", enrolment, "wbp_id"))


def test_ten_pairs_give_mean_interval_and_those_without_a_pair(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale, cohort = sikap(session), factories.cohort(session)
        for number in range(10):
            wbp = finished(session, cohort)
            scored(session, wbp, scale, BEGUN, 60)
            scored(session, wbp, scale, ENDED, 61 + number)
        scored(session, finished(session, cohort), scale, BEGUN, 60)
        finished(session, cohort)
        [found] = behaviour_change(session, QUARTER)
    # changes 1 to 10: mean 5.5, sd 3.0277, t(9) 2.2622: 5.5 +- 2.1659
    estimate = found.estimate
    assert (estimate.value, estimate.n, estimate.status) == (5.5, 10, "ok")
    assert (estimate.low, estimate.high) == pytest.approx((3.3341, 7.6659), abs=1e-4)
    assert (found.pre_mean, found.post_mean) == (60, 65.5)
    assert (found.started, found.without_post, found.ceiling_share) == (12, 2, 0)
    assert "no_comparison_group" in estimate.caveats


@pytest.mark.parametrize(
    ("pre_on", "post_on", "pairs"),
    [
        (BEGUN, ENDED, 1),
        (BEGUN - timedelta(days=30), ENDED + timedelta(days=30), 1),
        (BEGUN - timedelta(days=31), ENDED, 0),
        (BEGUN + timedelta(days=1), ENDED, 0),
        (BEGUN, ENDED - timedelta(days=1), 0),
        (BEGUN, ENDED + timedelta(days=31), 0),
    ],
)
def test_thirty_days_before_the_start_and_after_the_end(
    door: Door, viewer: Viewer, pre_on: date, post_on: date, pairs: int
) -> None:
    with door.writing(viewer) as session:
        scale, wbp = sikap(session), finished(session, factories.cohort(session))
        scored(session, wbp, scale, pre_on, 50)
        scored(session, wbp, scale, post_on, 55)
        [found] = behaviour_change(session, QUARTER)
    assert (found.estimate.n, found.without_post) == (pairs, 1 - pairs)
    assert found.estimate.status == "insufficient"
    assert found.estimate.value == (5 if pairs else None)


def test_the_nearest_day_counts_and_its_ratings_are_averaged(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale, wbp = sikap(session), finished(session, factories.cohort(session))
        scored(session, wbp, scale, BEGUN - timedelta(days=9), 10)
        scored(session, wbp, scale, BEGUN, 50)
        scored(session, wbp, scale, BEGUN, 60)
        scored(session, wbp, scale, ENDED, 70)
        scored(session, wbp, scale, ENDED + timedelta(days=1), 99)
        [found] = behaviour_change(session, QUARTER)
    assert (found.pre_mean, found.post_mean) == (55, 70)


@pytest.mark.parametrize(
    "status", [AssessmentStatus.DRAF, AssessmentStatus.DISUBMIT, AssessmentStatus.DITOLAK]
)
def test_only_accepted_assessments_count(
    door: Door, viewer: Viewer, status: AssessmentStatus
) -> None:
    with door.writing(viewer) as session:
        scale, wbp = sikap(session), finished(session, factories.cohort(session))
        scored(session, wbp, scale, BEGUN, 50)
        scored(session, wbp, scale, ENDED, 55, status=status)
        [found] = behaviour_change(session, QUARTER)
    assert found.estimate.n == 0


def test_two_versions_are_never_a_pair(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        wbp = finished(session, factories.cohort(session))
        scored(session, wbp, sikap(session, version="1"), BEGUN, 50)
        scored(session, wbp, sikap(session, version="2"), ENDED, 55)
        [found] = behaviour_change(session, QUARTER)
    assert (found.estimate.n, found.without_post) == (0, 1)


def test_a_scale_that_scores_participation_is_refused(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale = factories.scale(session, code="KEPRIBADIAN", scores_participation=True)
        wbp = finished(session, factories.cohort(session))
        scored(session, wbp, scale, BEGUN, 50)
        scored(session, wbp, scale, ENDED, 55)
        assert behaviour_change(session, QUARTER, scale="KEPRIBADIAN") == []


def test_where_lower_is_better_a_fall_is_a_plus(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale = factories.scale(session, code="AGRESI", direction=MeasureDirection.TURUN)
        wbp = finished(session, factories.cohort(session))
        scored(session, wbp, scale, BEGUN, 0)
        scored(session, wbp, scale, ENDED, 5)
        [found] = behaviour_change(session, QUARTER, scale="agresi")
    assert (found.estimate.value, found.pre_mean, found.post_mean) == (-5, 0, 5)
    assert found.ceiling_share == 1  # nobody below 0: already at the best score


def test_programmes_are_sorted_by_change_and_the_unit_filter_holds(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        scale, here = sikap(session), factories.unit(session)
        for place, gain in ((here, 3), (here, 9), (factories.unit(session), 20)):
            cohort = factories.cohort(session, unit_id=place)
            wbp = finished(session, cohort)
            scored(session, wbp, scale, BEGUN, 50)
            scored(session, wbp, scale, ENDED, 50 + gain)
        chosen = Filter(QUARTER.start, QUARTER.end, unit=code_of(session, here))
        everywhere = behaviour_change(session, QUARTER)
        below = behaviour_change(session, chosen)
    assert [entry.estimate.value for entry in everywhere] == [20, 9, 3]
    assert [entry.estimate.value for entry in below] == [9, 3]


def test_nothing_gives_an_empty_list(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        assert behaviour_change(session, QUARTER) == []
        sikap(session)
        assert behaviour_change(session, QUARTER) == []
