"""A lottery may be compared; everything else is refused, and no figure of it is shown."""

from datetime import date, timedelta

import pytest

from data import wording
from data.answers.lottery import comparison_lines, lottery_comparison, participants_compared
from data.errors import SinergiError
from models.codes import CohortAssignment, EnrolmentStatus
from models.door import Door, Viewer
from tests.data.answers.test_returns import LATE, MARCH, RELEASED, lottery

ASKED = {"within_days": 365, "proven": False, "as_of": LATE}
DRAWN, LOST = EnrolmentStatus.LULUS, EnrolmentStatus.TIDAK_TERUNDI


def test_arms_curves_and_what_could_be_seen_stand_beside_the_difference(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        unit = lottery(session, {DRAWN: (30, 12), LOST: (30, 15)})
        found = lottery_comparison(session, unit, "UNDIAN-1", **ASKED)  # type: ignore[arg-type]
    assert found.difference.value == pytest.approx(-0.1)
    assert (found.drawn.value, found.not_drawn.value) == (0.4, 0.5)
    assert found.drawn_time.by_day[365].value == pytest.approx(0.4)
    assert found.detectable.value == pytest.approx(0.33, abs=0.01)
    assert found.p_value is not None and found.p_value > 0.3
    lines = comparison_lines(found, "en")
    assert lines[0] == "Evidence level: R (places drawn by lot)."
    assert "With this n only a difference of at least 33 points could have been detected." in lines


def test_a_clear_difference_says_the_limits_and_no_smallest_one(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit = lottery(session, {DRAWN: (40, 4), LOST: (40, 30)})
        found = lottery_comparison(session, unit, "UNDIAN-1", **ASKED)  # type: ignore[arg-type]
    lines = comparison_lines(found, "en")
    assert lines[1] == "Of 100 people drawn, 45 to 77 fewer returned than of those not drawn."
    assert not any("could have been detected" in line for line in lines)


def test_without_a_lottery_it_is_refused_without_any_figure(door: Door, viewer: Viewer) -> None:
    usual = {"assignment": CohortAssignment.BIASA, "seed": None}
    with door.writing(viewer) as session:
        unit = lottery(session, {DRAWN: (30, 3), LOST: (30, 20)}, **usual)
        found = lottery_comparison(session, unit, "UNDIAN-1", **ASKED)  # type: ignore[arg-type]
    assert (found.difference.evidence, found.difference.status) == ("C", "not_estimable")
    assert comparison_lines(found, "id") == [
        "Tingkat bukti: C (ditolak).",
        "Tidak dapat dibandingkan: tempat tidak diundi, jadi kelompok berbeda sejak awal.",
    ]


def test_participants_and_others_are_never_compared(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        lottery(session, {DRAWN: (3, 1), LOST: (3, 2)})
        found = participants_compared(session, MARCH, as_of=LATE)
    assert (found.value, found.evidence, found.n) == (None, "C", 6)
    assert "not drawn by lot" in wording.sentence(found, "en")


def test_small_arms_are_not_enough_and_show_no_rate(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        unit = lottery(session, {DRAWN: (3, 1), LOST: (3, 2)})
        found = lottery_comparison(session, unit, "UNDIAN-1", **ASKED)  # type: ignore[arg-type]
    assert comparison_lines(found, "en")[1:] == [
        "Not enough data: 3 of 20 people in each group needed"
    ]


def test_nobody_is_watched_beyond_the_time_asked_for(door: Door, viewer: Viewer) -> None:
    asked = {"within_days": 100, "proven": False, "as_of": RELEASED + timedelta(days=400)}
    with door.writing(viewer) as session:
        unit = lottery(session, {DRAWN: (2, 1), LOST: (2, 1)})  # arrested on day 364
        found = lottery_comparison(session, unit, "UNDIAN-1", **asked)  # type: ignore[arg-type]
    curve = found.drawn_time.curve
    assert curve is not None
    assert curve.time.tolist() == [100.0]
    assert curve.survival.tolist() == [1.0]


def test_a_cohort_that_nobody_recorded_is_said(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session, pytest.raises(SinergiError, match="Angkatan"):
        lottery_comparison(session, "U", "A", within_days=365, proven=True, as_of=date(2026, 1, 1))
