"""Any database goes over whole, from each kind to the other; again it changes nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

import models
from data.exporting.bundles import write_bundle
from data.importing.parsing import cleaned
from models import codes
from models.codes import DatabaseMode
from models.door import Door, Viewer
from tests import factories
from tests.conftest import _fresh_database
from tests.data.importing.test_bundles import as_files, lose, taken

Opened = Callable[[str], Any]
PAIRS = [("sqlite", "postgresql"), ("postgresql", "sqlite")]
SIGNS = "aZ é漢=+-@'\"|;,\\<%0\t"
WITHDRAWABLE = ("attendance", "assessment_score", "incident", "cost", "need", "guardianship")

words = st.text(SIGNS, min_size=1, max_size=12).map(cleaned).filter(lambda text: text.strip("'"))
days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
hours = st.one_of(st.none(), st.builds(time, st.integers(7, 16), st.integers(0, 59)))
numbers = st.integers(0, 10**6)


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """A person: by which numbers they are known, and what is recorded of them."""
    return {
        "name": draw(words),
        "alias": draw(st.one_of(st.none(), words)),
        "birth_date": draw(st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2005, 1, 1)))),
        "known_by": draw(st.sampled_from(["induk", "register", "both"])),
        "sex": draw(st.sampled_from(list(codes.Sex))),
        "mark": draw(st.sampled_from(sorted(factories.MARKS))),
        "minutes": draw(st.one_of(st.none(), st.integers(0, 90))),
        "note": draw(words),
        "score": draw(st.floats(0, 100).map(lambda x: round(x, 6))),
        "day": draw(days),
    }


worlds = st.fixed_dictionaries({
    "people": st.lists(people(), min_size=1, max_size=4), "place": words, "capacity": numbers,
    "days": st.lists(days, min_size=1, max_size=3, unique=True), "at": hours, "amount": numbers,
    "lost": st.sampled_from(WITHDRAWABLE),
})  # fmt: skip


def build(session: Session, world: dict[str, Any]) -> None:
    """A unit with one cohort and its people, and a row of most tables for each."""
    factories.marks(session)
    unit = factories.unit(session, code="AAA", name=world["place"], capacity=world["capacity"])
    staff = factories.officer(session, unit_id=unit)
    cohort = factories.cohort(session, code="2026-01", unit_id=unit, starts_on=date(2026, 1, 1))
    factories.cost(session, cohort_id=cohort, amount=world["amount"])
    factories.agreement(session, unit_id=unit)
    meetings = [
        factories.meeting(session, cohort_id=cohort, number=n, held_on=day, starts_at=world["at"])
        for n, day in enumerate(world["days"], start=1)
    ]
    aspect = factories.scale(session)
    for place, one in enumerate(world["people"], start=1):
        person = _person(session, unit, place, one)
        enrolled = factories.enrolment(
            session, cohort_id=cohort, wbp_id=person, number=place, started_on=date(2026, 1, 1)
        )
        for meeting in meetings:
            factories.attendance(
                session, session_id=meeting, enrolment_id=enrolled, mark=one["mark"],
                minutes=one["minutes"], note=one["note"],
            )  # fmt: skip
        _records(session, unit, staff, aspect, (person, one))


def _person(session: Session, unit: int, place: int, one: dict[str, Any]) -> int:
    told = {name: one[name] for name in ("name", "alias", "birth_date", "sex")}
    person = factories.wbp(session, **told)
    kinds = {"induk": [codes.IdentifierKind.INDUK], "register": [codes.IdentifierKind.REGISTER]}
    known = kinds.get(one["known_by"], [kind for two in kinds.values() for kind in two])
    for kind in known:
        factories.identifier(
            session, wbp_id=person, unit_id=unit, kind=kind, value=f"{kind.value[:1]}{place:03}"
        )
    factories.custody(session, wbp_id=person, unit_id=unit)
    return person


def _records(
    session: Session, unit: int, staff: int, aspect: int, about: tuple[int, dict[str, Any]]
) -> None:
    person, one = about
    measure = factories.value(session, "instrument_scale", aspect, "instrument_id")
    measured = factories.assessment(
        session, unit_id=unit, wbp_id=person, assessor_id=staff, instrument_id=measure,
        assessed_on=one["day"],
    )  # fmt: skip
    factories.score(session, scale_id=aspect, assessment_id=measured, score=one["score"])
    factories.need(session, wbp_id=person, assessed_on=one["day"])
    factories.incident(session, unit_id=unit, wbp_id=person, occurred_on=one["day"])
    factories.entitlement(session, unit_id=unit, wbp_id=person, proposed_on=one["day"])
    factories.guardianship(session, wbp_id=person, officer_id=staff)
    factories.new_offence(session, wbp_id=person)


@pytest.fixture
def opened(request: pytest.FixtureRequest) -> Opened:
    """Gives an empty database of a kind, for one example."""

    @contextmanager
    def run(kind: str) -> Iterator[Door]:
        with TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'sinergi.db'}"
            if kind == "postgresql":
                url = _fresh_database(request.getfixturevalue("postgresql_url"))
            door = Door(url)
            with door.altering() as connection:
                models.metadata.create_all(connection)
                state = sa.insert(models.DatabaseState.__table__)
                connection.execute(state.values(id=1, mode=DatabaseMode.DEMO))
            yield door
            door.close()

    return run


def goes_over(opened: Opened, viewer: Viewer, pair: tuple[str, str], world: dict[str, Any]) -> None:
    """The property for one world."""
    with opened(pair[0]) as source, opened(pair[1]) as target, TemporaryDirectory() as folder:
        with source.writing(viewer) as session:
            build(session, world)
        first = write_bundle(source, viewer, "AAA", Path(folder), snapshot=True)
        taken(target, viewer, first.path)
        assert as_files(target, viewer) == as_files(source, viewer)
        lose(source, viewer, world["lost"])
        second = write_bundle(source, viewer, "AAA", Path(folder), snapshot=True)
        outcomes = taken(target, viewer, second.path)
        changed = {one.table: one.counts.changed for one in outcomes if one.counts.changed}
        assert changed == {world["lost"]: 1}
        assert not any(one.counts.new for one in outcomes)
        assert as_files(target, viewer) == as_files(source, viewer)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@settings(
    max_examples=3, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(world=worlds)
def test_any_database_goes_over_whole(
    opened: Opened, viewer: Viewer, pair: tuple[str, str], world: dict[str, Any]
) -> None:
    goes_over(opened, viewer, pair, world)


@pytest.mark.long
@pytest.mark.parametrize("pair", [*PAIRS, ("sqlite",) * 2, ("postgresql",) * 2], ids="-".join)
@settings(
    max_examples=25, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(world=worlds)
def test_many_databases_go_over_whole(
    opened: Opened, viewer: Viewer, pair: tuple[str, str], world: dict[str, Any]
) -> None:
    goes_over(opened, viewer, pair, world)
