"""Two definitions of return apart, who is followed long enough, how often and how soon."""

from datetime import date, timedelta

import pytest

from data.answers.returning import ARREST, PROVEN_OFFENCE, REVOCATION, reoffending
from data.queries.filter import Filter
from models.codes import ReturnKind
from models.door import Door, Viewer
from tests import factories
from tests.data.answers.test_returns import LATE, MARCH, RELEASED, offended, released
from tests.data.answers.worlds import code_of


def test_a_proven_offence_an_arrest_and_a_revocation_are_counted_apart(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = factories.unit(session)
        convicted, arrested, revoked, _ = (released(session, here) for _ in range(4))
        offended(session, convicted, 30)
        offended(session, convicted, 60)
        offended(session, arrested, 40, kind=ReturnKind.PENANGKAPAN, proven_on=None)
        offended(session, revoked, 50, kind=ReturnKind.PENCABUTAN, proven_on=None)
        offended(session, released(session, factories.unit(session)), 10)
        chosen = Filter(MARCH.start, MARCH.end, unit=code_of(session, here))
        proven, arrest, revocation = reoffending(
            session, chosen, PROVEN_OFFENCE, ARREST, REVOCATION, as_of=LATE
        )
    assert [found.one_year.n for found in (proven, arrest, revocation)] == [1, 2, 1]
    assert {found.one_year.denominator for found in (proven, arrest)} == {4}
    assert proven.frequency.per_released.value == 50  # two offences of four people
    assert proven.frequency.per_returned == 2
    assert arrest.frequency.per_returned == 1.5
    curve = arrest.time.curve
    assert curve is not None
    assert curve.time.tolist()[:2] == [30, 40]  # only the first offence of each
    assert curve.survival.tolist()[:2] == pytest.approx([0.75, 0.5])


@pytest.mark.parametrize(
    ("days", "one", "two"), [(547, 0, 0), (548, 1, 0), (912, 1, 0), (913, 1, 1)]
)
def test_a_rate_waits_for_its_time_and_half_a_year_for_the_court(
    door: Door, viewer: Viewer, days: int, one: int, two: int
) -> None:
    with door.writing(viewer) as session:
        released(session, factories.unit(session))
        as_of = RELEASED + timedelta(days=days)
        (found,) = reoffending(session, MARCH, PROVEN_OFFENCE, as_of=as_of)
    assert (found.one_year.denominator, found.two_years.denominator) == (one, two)
    assert (found.one_year.n_missing, found.two_years.n_missing) == (1 - one, 1 - two)


def test_nobody_released_gives_no_rate(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        (found,) = reoffending(session, MARCH, ARREST, as_of=date(2026, 1, 1))
    assert (found.one_year.value, found.one_year.status) == (None, "insufficient")
    assert found.time.curve is None
    assert {estimate.reason for estimate in found.time.by_day.values()} == {"not_followed"}
