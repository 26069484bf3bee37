"""Who with a need is reached, who receives enough hours; others' units stay outside."""

from datetime import date

from sqlmodel import Session

from data.answers.reach import enough_hours, reach_by_level, reach_by_need
from data.queries.filter import Filter
from models.codes import RiskLevel
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of, marked_cohort

BEFORE = date(2025, 12, 1)


def attends(session: Session, unit: int, people: list[int], need: str) -> None:
    course = factories.programme(session, need=need)
    cohort = factories.cohort(session, unit_id=unit, programme_id=course)
    met = factories.meeting(session, cohort_id=cohort)
    for wbp in people:
        enrolled = factories.enrolment(session, cohort_id=cohort, wbp_id=wbp)
        factories.attendance(session, session_id=met, enrolment_id=enrolled)


def test_reached_means_a_programme_for_that_need(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        people = [factories.person(session, unit_id=here) for _ in range(12)]
        for wbp in people[:10]:
            factories.need(session, wbp_id=wbp, need="NARKOBA", assessed_on=BEFORE)
        factories.need(session, wbp_id=people[0], need="EMOSI", assessed_on=BEFORE,
                       closed_on=BEFORE)  # fmt: skip
        attends(session, here, people[:4], "NARKOBA")
        attends(session, here, people[3:6], "KELUARGA")
        factories.need(session, wbp_id=factories.person(session), need="NARKOBA")
        chosen = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(session, here))
        [found] = reach_by_need(session, chosen)
    assert found.code == "NARKOBA"
    assert (found.estimate.n, found.estimate.denominator, found.estimate.n_missing) == (4, 10, 2)
    assert found.estimate.status == "ok"


def test_the_last_level_counts_and_any_programme(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        people = [factories.person(session, unit_id=here) for _ in range(4)]
        rri = factories.instrument(session, code="RRI")
        for day, level in ((BEFORE, RiskLevel.TINGGI), (date(2026, 2, 1), RiskLevel.RENDAH)):
            factories.assessment(
                session, wbp_id=people[0], instrument_id=rri, assessed_on=day, level=level
            )
        factories.assessment(
            session, wbp_id=people[1], instrument_id=rri, assessed_on=BEFORE,
            level=RiskLevel.TINGGI,
        )  # fmt: skip
        attends(session, here, people[1:3], "EMOSI")
        found = reach_by_level(session, FIRST_QUARTER)
    counts = {g.code: (g.estimate.n, g.estimate.denominator, g.estimate.n_missing) for g in found}
    assert counts == {"RENDAH": (0, 1, 2), "TINGGI": (1, 1, 2)}


def test_eight_hours_are_summed_and_blanks_give_bounds(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        # sessions of 90 minutes: six are nine hours, five are seven and a half
        marked_cohort(session, here, ["HHHHHH"] * 8 + ["HHHHH."] + ["HHHHHA"])
        factories.person(session, unit_id=here)
        found = enough_hours(session, FIRST_QUARTER)
    assert (found.n, found.denominator, found.n_missing) == (8, 11, 1)
    assert found.bounds == (8 / 11, 9 / 11)
    assert found.status == "ok"


def test_nobody_gives_no_groups_and_no_value(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        assert reach_by_need(session, FIRST_QUARTER) == []
        assert reach_by_level(session, FIRST_QUARTER) == []
        assert enough_hours(session, FIRST_QUARTER).reason == "nobody_in_care"
