from datetime import date, timedelta

import sqlalchemy as sa

from data.queries.dates import days_between
from data.queries.filter import Filter
from data.queries.scope import in_field, units_below
from models.door import Door, Viewer
from tests import factories

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 1)


def test_a_unit_takes_in_all_below_it_and_nobody_else(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        _, middle, place = factories.unit_tree(session)
        factories.unit(session)
        code = factories.value(session, "unit", middle, "code")
        assert set(session.execute(units_below(code)).scalars()) == {middle, place}


def test_a_loop_of_units_ends(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        first = factories.unit(session, code="A")
        second = factories.unit(session, parent_id=first)
        session.execute(sa.text(f"UPDATE unit SET parent_id = {second} WHERE id = {first}"))
        assert set(session.execute(units_below("A")).scalars()) == {first, second}


def test_days_between_counts_whole_days_both_ways(door: Door, viewer: Viewer) -> None:
    first = date(2024, 2, 28)
    with door.reading(viewer) as session:
        for days in (-1, 0, 2, 366):
            given = [sa.literal(day, sa.Date) for day in (first, first + timedelta(days=days))]
            assert session.execute(sa.select(days_between(*given))).scalar_one() == days


def test_a_filter_by_agreement_or_partner_takes_in_its_own_cohorts_only(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        mine, other = factories.partner(session, code="M"), factories.partner(session, code="N")
        signed = [factories.agreement(session, partner_id=one) for one in (mine, other)]
        runs = [
            factories.cohort(session, partner_id=one, agreement_id=under)
            for one, under in zip((mine, other), signed, strict=True)
        ]
        factories.cohort(session)
        code = factories.value(session, "agreement", signed[0], "code")
        run = sa.column("id", sa.Integer)
        cohorts = sa.select(run).select_from(sa.table("cohort"))
        for chosen in (
            Filter(FIRST, LAST, agreement=("DITJENPAS", code)),
            Filter(FIRST, LAST, partner=("DITJENPAS", "M")),
        ):
            found = session.execute(cohorts.where(in_field(run, chosen))).scalars().all()
            assert found == [runs[0]]
        nobody = Filter(FIRST, LAST, partner=("KNWA01", "M"))
        assert session.execute(cohorts.where(in_field(run, nobody))).scalars().all() == []
