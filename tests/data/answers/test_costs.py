"""Money over people of the same cohorts."""

from datetime import date

from data.answers.costs import programme_costs
from data.queries.filter import Filter
from models.codes import CohortStatus, CostSource, EnrolmentStatus
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.worlds import FIRST_QUARTER, code_of

CLOSED = {"status": CohortStatus.SELESAI, "ends_on": date(2026, 3, 30)}


def test_people_of_cohorts_without_recorded_costs_are_not_counted(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here, course = factories.unit(session), factories.programme(session, minimum_dosage=0)
        of = {"unit_id": here, "programme_id": course, **CLOSED}
        paid, unpaid = factories.cohort(session, **of), factories.cohort(session, **of)
        for source, amount in ((CostSource.DIPA, 20_000_000), (CostSource.MITRA, 4_000_000)):
            factories.cost(session, cohort_id=paid, source=source, amount=amount)
        for status, people in ((EnrolmentStatus.LULUS, 10), (EnrolmentStatus.PINDAH, 2)):
            for _ in range(people):
                factories.enrolment(session, cohort_id=paid, status=status)
        factories.enrolment(session, cohort_id=unpaid, status=EnrolmentStatus.LULUS)
        factories.cost(session, amount=9)  # another unit's, still running
        chosen = Filter(FIRST_QUARTER.start, FIRST_QUARTER.end, unit=code_of(session, here))
        [found] = programme_costs(session, chosen)
        assert len(programme_costs(session, FIRST_QUARTER)) == 1
    assert found.amount == 24_000_000
    assert (found.per_participant.value, found.per_participant.n) == (2_000_000, 12)
    assert (found.per_completion.value, found.per_completion.n) == (2_400_000, 10)
    assert found.per_completion.n_missing == 1
    assert "costs_missing" in found.per_completion.caveats
