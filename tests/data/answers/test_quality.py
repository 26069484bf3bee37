"""Each check of data quality on rows that are counted by hand, and the rows behind the count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from data import wording
from data.answers import columns
from data.answers.quality import (
    quality,
    quality_by_unit_and_month,
    quality_of,
    quality_rows,
)
from data.indicators.declarations import QUALITY
from data.indicators.quality import data_quality
from data.queries.filter import Filter
from data.queries.quality import CHECKS, PUBLIC_ID, SESSION_NUMBER
from models.codes import LegalStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort

MONDAY = factories.MONDAY


def counted(session: Session, check: str, filter: Filter = FIRST_QUARTER) -> tuple[int, int, int]:
    """Items that need a look, those that can be told, those that cannot."""
    found = quality_of(session, filter, check)
    return found.n, round(found.denominator or 0), found.n_missing


def assessed(session: Session, scores: list[float], **values: object) -> int:
    """An accepted assessment with a score for each scale of `instrument_id`, in order."""
    measure = values["instrument_id"]
    found = factories.assessment(session, **values)
    for place, score in enumerate(scores):
        key = {"instrument_id": measure, "code": f"S{place}"}
        scale = factories.find_or_insert(
            session, "instrument_scale", key, name_id="S", name_en="S", minimum=0.0,
            maximum=100.0, direction="NAIK",
        )  # fmt: skip
        factories.score(session, scale_id=scale, assessment_id=found, score=score)
    return found


def test_the_declared_checks_are_those_that_are_counted() -> None:
    assert [check.code for check in QUALITY] == list(CHECKS)


def test_nothing_to_check_is_no_value(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        found = quality(session, FIRST_QUARTER)
        frames = [quality_by_unit_and_month(session, FIRST_QUARTER, check) for check in CHECKS]
    assert {(one.value, one.reason) for one in found} == {(None, "nothing_to_check")}
    assert {tuple(one.columns) for one in frames} == {columns.QUALITY_BY_UNIT_AND_MONTH}


def test_sheets_without_marks_and_all_ticked(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        marked_cohort(session, here, ["HH.", "HA.", "HH.", "HH.", "H.."])
        assert counted(session, "unrecorded_marks") == (6, 15, 0)
        assert counted(session, "unrecorded_sessions") == (1, 3, 0)
        assert counted(session, "all_present_sheets") == (1, 1, 0)  # the second has 4 marks
        rows = quality_rows(session, FIRST_QUARTER, "unrecorded_sessions", most=9)
    assert list(rows[SESSION_NUMBER]) == [3]


@pytest.mark.parametrize(("days", "late"), [(7, 0), (8, 1)])
def test_a_mark_is_late_from_the_eighth_day(
    door: Door, viewer: Viewer, days: int, late: int
) -> None:
    at = datetime(2026, 1, 5, 5, tzinfo=UTC) + timedelta(days=days)
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        met = factories.meeting(session, cohort_id=cohort)
        batch = factories.batch(session, created_at=at)
        for given in ({"batch_id": batch}, {}):
            place = factories.enrolment(session, cohort_id=cohort)
            factories.attendance(session, session_id=met, enrolment_id=place, **given)
        typed = factories.enrolment(session, cohort_id=cohort)
        factories.attendance(session, session_id=met, enrolment_id=typed)
        factories.insert(
            session, "change", account="penguji", table_name="attendance",
            row_key=f"{met}:{typed}", action="TAMBAH", at=at,
        )  # fmt: skip
        assert counted(session, "late_marks") == (2 * late, 2, 1)
        rows = quality_rows(session, FIRST_QUARTER, "late_marks", most=9)
    assert list(rows["detail"]) == [days] * 2 * late


def test_marks_longer_than_the_session_or_outside_its_dates(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session, ends_on=date(2026, 1, 12))
        inside = factories.meeting(session, cohort_id=cohort, minutes=60)
        after = factories.meeting(
            session, cohort_id=cohort, number=2, held_on=date(2026, 1, 13), minutes=60
        )
        place = factories.enrolment(session, cohort_id=cohort)
        other = factories.enrolment(session, cohort_id=cohort)
        factories.attendance(session, session_id=inside, enrolment_id=place, minutes=61)
        factories.attendance(session, session_id=inside, enrolment_id=other, minutes=60)
        factories.attendance(session, session_id=after, enrolment_id=place)
        factories.attendance(session, session_id=after, enrolment_id=other, mark="TANPA_KETERANGAN")
        assert counted(session, "impossible_marks") == (2, 4, 0)


def test_two_sessions_of_a_day_without_times(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        for number, day in enumerate((MONDAY, MONDAY, MONDAY + timedelta(days=1)), start=1):
            factories.meeting(session, cohort_id=cohort, number=number, held_on=day)
        assert counted(session, "double_sessions") == (2, 3, 0)


def test_referral_on_the_day_of_the_start_is_not_a_real_date(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        for referred in (MONDAY, MONDAY - timedelta(days=1), None):
            factories.enrolment(session, referred_on=referred)
        assert counted(session, "unreal_referrals") == (1, 2, 1)


@pytest.mark.parametrize(("days", "lost"), [(-1, 1), (0, 0), (30, 0), (31, 1)])
def test_who_ended_is_followed_up_within_thirty_days(
    door: Door, viewer: Viewer, days: int, lost: int
) -> None:
    ended = date(2026, 2, 2)
    with door.writing(viewer) as session:
        place = factories.enrolment(session, ended_on=ended)
        person = factories.value(session, "enrolment", place, "wbp_id")
        factories.assessment(session, wbp_id=person, assessed_on=ended + timedelta(days=days))
        assert counted(session, "not_followed_up") == (lost, 1, 0)


def test_each_convict_is_due_for_assessment_each_month(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        person = factories.person(session, unit_id=here)
        factories.assessment(session, unit_id=here, wbp_id=person, assessed_on=date(2026, 2, 28))
        client = factories.wbp(session)
        factories.custody(
            session, wbp_id=client, unit_id=here, legal_status=LegalStatus.KLIEN_DEWASA
        )
        assert counted(session, "not_assessed") == (2, 3, 0)
        months = quality_by_unit_and_month(session, FIRST_QUARTER, "not_assessed")
    assert list(months[columns.FLAGGED]) == [1, 0, 1]
    assert list(months[columns.RATE]) == [1.0, 0.0, 1.0]


def test_sheets_equal_to_another_persons_by_the_same_assessor(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        wali, other = (factories.officer(session, unit_id=here) for _ in range(2))
        measure = factories.instrument(session)
        for assessor, scores in (
            (wali, [71.0, 62.0, 53.5]), (wali, [71.0, 62.0, 53.5]), (wali, [71.0, 53.5, 62.0]),
            (other, [71.0, 62.0, 53.5]), (wali, [71.0, 62.0]), (wali, [71.0, 62.0]),
        ):  # fmt: skip
            assessed(session, scores, unit_id=here, instrument_id=measure, assessor_id=assessor)
        assert counted(session, "identical_scores") == (2, 4, 0)
        rows = quality_rows(session, FIRST_QUARTER, "identical_scores", most=9)
    assert rows[PUBLIC_ID].nunique() == 2


def test_scores_equal_to_the_time_before(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        measure = factories.instrument(session)
        person = factories.person(session)
        for month, last in ((12, 53.0), (1, 53.0), (2, 54.0)):
            day = date(2026 if month < 12 else 2025, month, 9)
            assessed(
                session, [71.0, 62.0, last], instrument_id=measure, wbp_id=person, assessed_on=day
            )
        assert counted(session, "carried_scores") == (1, 2, 0)


def test_multiples_of_five_on_a_long_scale(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        measure = factories.instrument(session)
        assessed(session, [60.0, 65.0, 61.0, 65.5], instrument_id=measure)
        short = factories.scale(session, maximum=40.0)
        factories.score(session, scale_id=short, score=5.0)
        assert counted(session, "heaped_scores") == (2, 4, 0)


def test_the_programmes_own_officer_is_told_where_it_is_recorded(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        for own in (True, False, None):
            factories.assessment(session, assessor_is_facilitator=own)
        assert counted(session, "rated_by_own_officer") == (1, 2, 1)


@pytest.mark.parametrize(
    ("before", "after", "days", "told"),
    [
        (60.0, 74.9, 3, (0, 1, 0)),
        (60.0, 75.0, 3, (1, 1, 0)),
        (75.0, 60.0, 3, (0, 1, 0)),
        (60.0, 75.0, 31, (1, 1, 0)),
        (60.0, 75.0, 32, (0, 0, 1)),
    ],
)
def test_a_jump_before_a_proposal_is_fifteen_points_of_a_hundred(
    door: Door, viewer: Viewer, before: float, after: float, days: int, told: tuple[int, int, int]
) -> None:
    proposed = date(2026, 3, 16)
    with door.writing(viewer) as session:
        measure, person = factories.instrument(session), factories.person(session)
        last = proposed - timedelta(days=days)
        for day, score in ((last - timedelta(days=30), before), (last, after)):
            assessed(session, [score], instrument_id=measure, wbp_id=person, assessed_on=day)
        factories.entitlement(session, wbp_id=person, proposed_on=proposed)
        assert counted(session, "score_jumps") == told


def test_people_twice_without_number_and_of_impossible_age(door: Door, viewer: Viewer) -> None:
    born = date(1990, 2, 3)
    with door.writing(viewer) as session:
        here = factories.unit(session)
        factories.person(session, unit_id=here, name="Orang Satu", birth_date=born)
        factories.person(session, unit_id=here, name=" orang satu ", birth_date=born)
        factories.person(session, unit_id=here, name="Orang Satu", birth_date=date(2016, 1, 1))
        factories.person(session, unit_id=here)
        unknown = factories.wbp(session, birth_date=born)
        factories.custody(session, wbp_id=unknown, unit_id=here)
        assert counted(session, "possible_duplicates") == (2, 4, 1)
        assert counted(session, "impossible_ages") == (1, 4, 1)
        assert counted(session, "without_number") == (1, 5, 0)
        ages = quality_rows(session, FIRST_QUARTER, "impossible_ages", most=9)
    assert list(ages["detail"]) == [10]  # years


def test_another_unit_is_outside_the_choice(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        _, kanwil, here = factories.unit_tree(session)
        marked_cohort(session, here, ["H."])
        marked_cohort(session, factories.unit(session), [".."])
        chosen = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(session, kanwil))
        assert counted(session, "unrecorded_marks", chosen) == (1, 2, 0)
        assert counted(session, "unrecorded_marks") == (3, 4, 0)
        lines = quality_by_unit_and_month(session, FIRST_QUARTER, "unrecorded_marks")
        rows = quality_rows(session, chosen, "unrecorded_marks", most=9)
    assert sorted(lines[columns.FLAGGED]) == [1, 2]
    assert len(rows) == 1


def test_each_check_has_one_sentence_in_each_language() -> None:
    found = data_quality("late_marks", 12, 40, missing=3)
    assert wording.sentence(found, "id") == (
        "12 dari 40 tanda yang saat tulisnya diketahui (30%): dicatat lebih dari 7 hari setelah "
        "sesi. 3 tidak dapat diperiksa."
    )
    assert wording.sentence(found, "en") == (
        "12 of 40 marks whose writing is dated (30%): written over 7 days after the session. "
        "3 cannot be told."
    )
    for check in QUALITY:
        said = wording.sentence(data_quality(check.code, 1, 3), "en")
        assert said.startswith(f"1 of 3 {check.counted.en} (33%): ")
