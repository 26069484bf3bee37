"""The mean change of everybody together: a person once, one version, beside the period before."""

from datetime import date

from data.answers.completing import completion_by_unit
from data.answers.overall_change import overall_change
from data.queries.filter import Filter
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.test_change import BEGUN, ENDED, QUARTER, finished, scored, sikap


def test_a_person_with_two_programmes_counts_once(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale = sikap(session)
        cohort, other = factories.cohort(session), factories.cohort(session)
        for number in range(10):
            wbp = finished(session, cohort)
            scored(session, wbp, scale, BEGUN, 60)
            scored(session, wbp, scale, ENDED, 61 + number)
            finished(session, other, wbp_id=wbp)
        finished(session, other)
        found = overall_change(session, QUARTER)
    assert (found.now.value, found.now.n, found.now.denominator) == (5.5, 10, 11)
    assert found.before is None


def test_pairs_of_two_versions_are_not_put_together(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        old, new = sikap(session, version="1"), sikap(session, version="2")
        cohort = factories.cohort(session)
        for version, gain in [(old, 1), (new, 3), (new, 5)]:
            wbp = finished(session, cohort)
            scored(session, wbp, version, BEGUN, 60)
            scored(session, wbp, version, ENDED, 60 + gain)
        found = overall_change(session, QUARTER).now
    assert (found.value, found.n, found.n_missing, found.status) == (4.0, 2, 1, "insufficient")


def test_without_scales_or_people_nothing_is_known(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        found = overall_change(session, QUARTER).now
        rows = completion_by_unit(session, QUARTER)
    assert (found.value, found.n, found.status) == (None, 0, "insufficient")
    assert rows.empty


def test_a_programme_can_be_chosen_by_its_owner_and_code(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        scale = sikap(session)
        for gain in (2, 8):
            course = factories.programme(session, code=f"PRG{gain}")
            cohort = factories.cohort(session, programme_id=course)
            wbp = finished(session, cohort)
            scored(session, wbp, scale, BEGUN, 60)
            scored(session, wbp, scale, ENDED, 60 + gain)
        owner = factories.value(session, "programme", course, "owner_id")
        key = (str(factories.value(session, "unit", owner, "code")), "PRG8")
        chosen = Filter(date(2026, 1, 1), date(2026, 4, 1), programme=key)
        assert overall_change(session, chosen).now.value == 8
        assert overall_change(session, QUARTER).now.value == 5
