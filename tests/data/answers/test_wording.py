"""Sentences that a person reads, in both languages."""

from dataclasses import replace

import pytest

from data import wording
from data.indicators.attendance import AttendanceCounts, attendance_rate
from data.indicators.change import ScaleRange, pre_post_change
from data.indicators.declarations import BY_CODE, INDICATORS
from data.indicators.participation import ParticipationCounts, participation_rate, people_reached
from data.indicators.returns import ReturnCounts, comparison_refused, lottery_difference

UP = ScaleRange(0, 100, higher_is_better=True)
CHANGE = replace(
    pre_post_change([50.0] * 36, [55.0] * 35 + [56.0], scale=UP, started=36),
    value=5.0, low=2.0, high=8.0,
)  # fmt: skip


def test_the_change_sentence_always_says_that_nothing_was_compared() -> None:
    assert wording.sentence(CHANGE, "id") == (
        "Rata-rata skor 36 peserta naik 5,0 poin (95% IK 2,0-8,0). Tanpa kelompok pembanding; "
        "perubahan ini dapat juga terjadi tanpa program."
    )
    assert wording.sentence(CHANGE, "en") == (
        "Mean score of 36 participants rose 5.0 points (95% CI 2.0-8.0). No comparison group; "
        "this change could also have occurred without the programme."
    )


def test_an_interval_over_zero_decides_nothing() -> None:
    found = wording.sentence(replace(CHANGE, value=-1.0, low=-3.0, high=1.0), "id")
    assert found.startswith("Rata-rata skor 36 peserta turun 1,0 poin (95% IK -3,0 sampai 1,0).")
    assert "belum dapat menunjukkan" in found


def test_where_lower_is_better_it_improves_rather_than_rises() -> None:
    found = wording.change_sentence(CHANGE, "en", higher_is_better=False)
    assert found.startswith("Mean score of 36 participants improved by 5.0 points")


def test_seven_of_ten_pairs() -> None:
    found = pre_post_change([1.0] * 7, [2.0] * 6 + [3.0], scale=UP, started=9)
    assert wording.sentence(found, "id") == "Data belum cukup: 7 dari 10 pasangan penilaian"
    assert wording.sentence(found, "en") == "Not enough data: 7 of 10 paired assessments needed"
    assert wording.can_say(found, "en") == "Nothing yet."


def test_unrecorded_attendance_never_shows_its_value_alone() -> None:
    found = attendance_rate(AttendanceCounts(10, 60, 70, 30, 360, 420, 490))
    assert wording.sentence(found, "id") == (
        "Pencatatan belum cukup (30 belum tercatat): 86% dari yang tercatat, seluruhnya antara "
        "60% dan 90%."
    )


def test_a_rate_names_its_denominator_and_a_decimal_from_a_hundred_on() -> None:
    found = participation_rate(ParticipationCounts(263, 81, 81, 200))
    assert wording.sentence(found, "en") == "30.8% of 263 people in care (95% CI 25.5-36.6)."
    small = participation_rate(ParticipationCounts(50, 20, 20, 20))
    assert wording.sentence(small, "id").startswith("40% dari 50 orang yang ditahan")


@pytest.mark.parametrize(
    ("status", "reason", "said"),
    [
        ("suppressed", "few", "≤7 (disamarkan)"),
        ("suppressed", "below_partner_minimum", "<10 (disamarkan)"),
        ("insufficient", "nothing_recorded", "Belum ada presensi tercatat; ini bukan nol."),
    ],
)
def test_other_states_have_their_own_words(status: str, reason: str, said: str) -> None:
    found = people_reached(ParticipationCounts(10, 5, 5, 5))
    told = replace(found, status=status, reason=reason)  # type: ignore[arg-type]
    assert wording.sentence(told, "id") == said


def test_a_refused_comparison_gives_its_reason() -> None:
    assert "tidak diundi" in wording.sentence(comparison_refused(40), "id")


def test_a_limit_that_rounds_to_nobody_is_inconclusive() -> None:
    """Chi-squared says p < .05 and Fisher p > .05 of the same counts: the words must not flip."""
    found = lottery_difference(ReturnCounts(216, 48), ReturnCounts(216, 66))
    assert wording.sentence(found, "en") == (
        "The data cannot show whether there is a difference (between 17 fewer and 0 more per "
        "100). This is not evidence of no effect."
    )
    clear = lottery_difference(ReturnCounts(200, 20), ReturnCounts(200, 80))
    assert wording.sentence(clear, "en") == (
        "Of 100 people drawn, 22 to 38 fewer returned than of those not drawn."
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_indicator_says_what_must_not_be_read_into_it(language: str) -> None:
    for indicator in INDICATORS:
        found = replace(CHANGE, name=indicator.code)
        assert wording.can_say(found, language)
        assert wording.cannot_say(found, language)
        assert BY_CODE[found.name] is indicator


def test_every_caveat_has_its_sentence() -> None:
    assert len(wording.caveats(CHANGE, "id")) == len(CHANGE.caveats)


def test_a_number_that_rounds_to_zero_has_no_sign() -> None:
    assert wording.number(-0.04, "id") == "0,0"
