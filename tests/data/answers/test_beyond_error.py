"""Change against the instrument's error, by month and by hours, from pairs counted by hand."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from data.answers.beyond_error import change_beyond_error, scores_by_month
from data.answers.score_path import mean_scores
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.test_change import BEGUN, ENDED, QUARTER, finished, scored, sikap

RECORD = {
    "reliability": 0.8, "reliability_source": "Studi contoh", "standard_deviation": 7.5,
    "population_mean": 60.0, "norm_source": "Norma contoh",
}  # fmt: skip


def twenty_pairs(session: Session, **record: object) -> None:
    """From 50: ten +10 (beyond 9.30), six +5, four -10."""
    scale, cohort = sikap(session, **record), factories.cohort(session)
    for change in [10] * 10 + [5] * 6 + [-10] * 4:
        wbp = finished(session, cohort)
        scored(session, wbp, scale, BEGUN, 50)
        scored(session, wbp, scale, ENDED, 50 + change)


def test_change_beyond_error_needs_the_instruments_record(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        twenty_pairs(session, **RECORD)
        [found] = change_beyond_error(session, QUARTER)
    shares = found.classes.shares()
    assert [share.n for share in shares.values()] == [0, 10, 6, 4]
    assert (shares["improved"].value, shares["improved"].denominator) == (0.5, 20)
    assert found.by_chance == pytest.approx(2.0)  # (1 - 0.8) x (60 - 50)
    assert (found.effect.n, found.effect.status) == (20, "ok")
    assert found.by_dose.status == "insufficient"  # nobody's hours are known


def test_without_a_reliability_nothing_is_claimed(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        twenty_pairs(session)
        [found] = change_beyond_error(session, QUARTER)
    assert found.by_chance is None
    reasons = {share.reason for share in found.classes.shares().values()}
    assert reasons == {"reliability_not_established"}


def test_a_scale_that_scores_participation_is_not_used(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        twenty_pairs(session, scores_participation=True)
        assert change_beyond_error(session, QUARTER) == []
        assert scores_by_month(session, QUARTER) == []


def test_three_scores_of_twenty_people_give_points_a_month(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale, cohort = sikap(session), factories.cohort(session)
        for number in range(20):
            wbp = finished(session, cohort)
            for days in (0, 30, 60):
                score = 40 + days * (1 + number % 2) / 30  # one or two points in thirty days
                scored(session, wbp, scale, BEGUN + timedelta(days=days), score)
        outside = finished(session, cohort)
        for days in (-31, 0, 30):  # a baseline older than thirty days is none
            scored(session, outside, scale, BEGUN + timedelta(days=days), 50)
        [found] = scores_by_month(session, QUARTER)
    assert found.estimate.value == pytest.approx(1.5 * 365.25 / 12 / 30)
    assert (found.estimate.n, found.estimate.n_missing, found.estimate.status) == (20, 1, "ok")


def test_a_month_counts_people_and_not_their_places(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale, first, second = sikap(session), factories.cohort(session), factories.cohort(session)
        for score in range(50, 60):
            wbp = finished(session, first)
            finished(session, second, wbp_id=wbp)
            scored(session, wbp, scale, BEGUN, score)
        [month] = mean_scores(session, QUARTER).to_dict("records")
    assert (month["month"], month["mean"], month["people"]) == (0, 54.5, 10)
