"""Official indicators: months, sums over units, targets, and what is counted from the data."""

import csv
from datetime import date
from typing import Any

import pytest

from data.answers import columns
from data.answers.official import COUNTS, official_months, official_year
from data.reference import reference_folder
from models.codes import EnrolmentStatus, LegalStatus, MeasureDirection
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import code_of

END = date(2026, 12, 31)


def line(door: Door, viewer: Viewer, **choice: Any) -> dict[Any, Any]:
    """The one indicator of the database as it stands on the last day of 2026."""
    with door.reading(viewer) as session:
        [found] = official_year(session, 2026, as_of=END, **choice).to_dict("records")
    return found


def test_realisation_is_mean_a_over_mean_b_and_is_never_capped(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top = factories.directorate(session)
        own = factories.official_indicator(session)
        for month, a, b in ((1, 8, 10), (2, 100, 14)):
            factories.indicator_value(
                session, indicator_id=own, unit_id=top, month=month, numerator=a, denominator=b
            )
        factories.indicator_target(session, indicator_id=own, unit_id=top, target=90.0)
        other = factories.official_indicator(session, active=False)
        factories.indicator_value(session, indicator_id=other, unit_id=top)
    found = line(door, viewer, unit="DITJENPAS")
    assert (found[columns.A], found[columns.B], found[columns.MONTHS]) == (54, 12, 2)
    assert found[columns.RATE] == pytest.approx(4.5)  # 108 / 24
    assert found[columns.ACHIEVEMENT] == pytest.approx(500)
    assert (found[columns.STATUS], found[columns.HOW]) == ("ok", "DIENTRI")
    assert found[columns.VERIFIED] is False


def test_where_lower_is_better_the_achievement_turns(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top = factories.directorate(session)
        own = factories.official_indicator(session, direction=MeasureDirection.TURUN)
        factories.indicator_value(
            session, indicator_id=own, unit_id=top, numerator=2, denominator=10
        )
        factories.indicator_target(session, indicator_id=own, unit_id=top, target=25.0)
    found = line(door, viewer, unit="DITJENPAS")
    assert (found[columns.RATE], found[columns.ACHIEVEMENT]) == pytest.approx((0.2, 120))


@pytest.mark.parametrize(
    ("a", "b", "rate", "status", "reason"),
    [
        (0, 0, None, "not_estimable", "zero_of_zero"),
        (0, 10, 0.0, "ok", None),
        (9, 9, 1.0, "insufficient", "too_few"),
    ],
)
def test_zero_of_zero_is_no_value_and_few_are_said(
    door: Door, viewer: Viewer, a: int, b: int, rate: float | None, status: str, reason: str | None
) -> None:
    with door.writing(viewer) as session:
        factories.indicator_value(session, numerator=a, denominator=b)
        months = official_months(session, 2026, as_of=END)
    found = line(door, viewer)
    assert found[columns.RATE] == pytest.approx(rate, nan_ok=True) or rate is None
    assert (found[columns.STATUS], found[columns.REASON]) == (status, reason)
    assert list(months[columns.MONTH]) == [date(2026, 1, 1)]
    assert months[columns.RATE].isna().tolist() == [rate is None]


def test_an_upper_units_own_month_stands_for_those_below(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        _, kanwil, first = factories.unit_tree(session)
        second = factories.unit(session, parent_id=kanwil)
        own = factories.official_indicator(session)
        for unit, month, a, b in (
            (first, 1, 5, 10), (second, 1, 10, 20), (first, 2, 6, 10), (kanwil, 2, 40, 80),
        ):  # fmt: skip
            factories.indicator_value(
                session, indicator_id=own, unit_id=unit, month=month, numerator=a, denominator=b
            )
        kanwil_code, first_code = code_of(session, kanwil), code_of(session, first)
    above, below = (line(door, viewer, unit=code) for code in (kanwil_code, first_code))
    assert (above[columns.A], above[columns.B]) == (27.5, 55)  # (15 + 40) / 2 of (30 + 80) / 2
    assert above[columns.REPORTING] == 3
    assert (below[columns.A], below[columns.B]) == (5.5, 10)


def test_no_month_no_target_no_achievement(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.official_indicator(session)
    found = line(door, viewer)
    assert (found[columns.STATUS], found[columns.REASON]) == ("not_estimable", "no_month")
    assert found[columns.MONTHS] == 0


def test_coverage_of_sppn_is_counted_for_the_months_that_ended(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        factories.official_indicator(session, counted_by="sppn_coverage")
        sppn = factories.instrument(session, code="SPPN")
        people = [factories.person(session, unit_id=here) for _ in range(4)]
        for person, day in zip(people, (date(2026, 1, 31), date(2026, 2, 1)), strict=False):
            factories.assessment(
                session, wbp_id=person, unit_id=here, instrument_id=sppn, assessed_on=day
            )
        factories.assessment(session, wbp_id=people[2], unit_id=here)  # another instrument
        held = factories.wbp(session)
        factories.custody(session, wbp_id=held, unit_id=here, legal_status=LegalStatus.TAHANAN)
        months = official_months(session, 2026, as_of=date(2026, 3, 30))
    assert list(zip(months[columns.A], months[columns.B], strict=True)) == [(1, 4), (1, 4)]
    assert set(months[columns.HOW]) == {"DIHITUNG"}


def test_a_recorded_month_goes_before_the_count(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        own = factories.official_indicator(session, counted_by="sppn_coverage")
        factories.person(session, unit_id=here)
        factories.indicator_value(session, indicator_id=own, unit_id=here, month=1)
        months = official_months(session, 2026, as_of=date(2026, 3, 1))
        year = official_year(session, 2026, as_of=date(2026, 3, 1))
    assert list(zip(months[columns.A], months[columns.B], strict=True)) == [(8, 10), (0, 1)]
    assert list(year[columns.HOW]) == ["DIENTRI+DIHITUNG"]


def test_good_personality_is_the_last_score_of_the_month_from_the_band_up(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        factories.official_indicator(session, counted_by="sppn_good")
        sppn = factories.instrument(session, code="SPPN")
        scale = factories.scale(session, instrument_id=sppn, code="KEPRIBADIAN")
        factories.band(session, scale_id=scale, code="4", lower=61.0)
        for scores in ((80.0, 60.9), (10.0, 61.0), (None, 90.0)):
            person = factories.person(session, unit_id=here)
            for day, score in enumerate(scores, start=10):
                if score is not None:
                    found = factories.assessment(
                        session, wbp_id=person, unit_id=here, instrument_id=sppn,
                        assessed_on=date(2026, 1, day),
                    )  # fmt: skip
                    factories.score(session, scale_id=scale, assessment_id=found, score=score)
        factories.person(session, unit_id=here)  # not assessed: not in B
        months = official_months(session, 2026, as_of=date(2026, 2, 1))
    assert list(zip(months[columns.A], months[columns.B], strict=True)) == [(2, 3)]


def test_certificates_among_those_who_finished_training(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.official_indicator(session, counted_by="certified_training")
        training = factories.cohort(session)
        arts = factories.cohort(session, programme_id=factories.programme(session, kind="KESENIAN"))
        ended = date(2026, 1, 20)
        for cohort, status, number in (
            (training, EnrolmentStatus.LULUS, "S-1"), (training, EnrolmentStatus.SELESAI, None),
            (training, EnrolmentStatus.MENGUNDURKAN_DIRI, None),
            (arts, EnrolmentStatus.LULUS, "S-2"),
        ):  # fmt: skip
            factories.enrolment(
                session, cohort_id=cohort, status=status, certificate_number=number,
                ended_on=ended,
            )  # fmt: skip
        months = official_months(session, 2026, as_of=date(2026, 2, 1))
    assert list(zip(months[columns.A], months[columns.B], strict=True)) == [(1, 2)]


def test_a_count_that_does_not_exist_gives_nothing(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.official_indicator(session, counted_by="tidak_ada")
        factories.person(session)
    assert line(door, viewer)[columns.REASON] == "no_month"


def test_shipped_definitions_point_at_counts_that_exist() -> None:
    text = (reference_folder() / "official_indicator.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["dihitung_oleh"] for row in rows} - {""} == set(COUNTS)
    assert len(rows) == 27
    assert all(row["sumber"] for row in rows)
