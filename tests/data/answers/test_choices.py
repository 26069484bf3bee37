from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound

from data.answers import columns
from data.answers.choices import fields, period, state, units
from data.opening import stop_the_clock
from models.codes import DatabaseMode, SessionStatus
from models.door import Door, Viewer
from tests import factories, whole_world


def test_units_stand_in_tree_order_with_their_depth(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top = factories.directorate(session)
        west = factories.unit(session, code="W", name="Kanwil W", parent_id=top)
        east = factories.unit(session, code="E", name="Kanwil E", parent_id=top)
        factories.unit(session, code="W1", name="Lapas A", parent_id=west)
        factories.unit(session, code="E1", name="Lapas B", parent_id=east)
        found = units(session)
    assert tuple(found.columns) == columns.UNITS
    assert list(found[columns.UNIT_CODE]) == ["DITJENPAS", "E", "E1", "W", "W1"]
    assert list(found[columns.DEPTH]) == [0, 1, 2, 1, 2]
    assert list(found[columns.PARENT_CODE].iloc[1:]) == ["DITJENPAS", "E", "DITJENPAS", "W"]


def test_units_in_a_loop_are_listed_all_the_same(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        first = factories.unit(session, code="A")
        second = factories.unit(session, code="B", parent_id=first)
        session.execute(sa.text(f"UPDATE unit SET parent_id = {second} WHERE id = {first}"))
        assert sorted(units(session)[columns.UNIT_CODE]) == ["A", "B"]


def test_active_fields_come_in_the_order_of_their_list(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        for order, code in ((2, "KEPRIBADIAN"), (1, "KEMANDIRIAN")):
            factories.code(session, "bidang_program", code, order=order, label_en=f"{code} (en)")
        factories.code(session, "bidang_program", "LAMA", active=False)
        factories.code(session, "kebutuhan", "PEKERJAAN")
        assert fields(session, "id") == [
            ("KEMANDIRIAN", "Kemandirian"), ("KEPRIBADIAN", "Kepribadian"),
        ]  # fmt: skip
        assert fields(session, "en")[0] == ("KEMANDIRIAN", "KEMANDIRIAN (en)")


def test_the_period_runs_over_held_sessions(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        cohort = factories.cohort(session)
        for number, day in enumerate((date(2026, 1, 5), date(2026, 2, 2)), start=1):
            factories.meeting(session, cohort_id=cohort, number=number, held_on=day)
        planned = {"held_on": date(2027, 1, 1), "status": SessionStatus.RENCANA}
        factories.meeting(session, cohort_id=cohort, number=3, **planned)
        assert period(session) == (date(2026, 1, 5), date(2026, 2, 2))


def test_the_state_names_the_owning_unit_and_counts(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        world = whole_world.world(session)
        session.execute(sa.text("UPDATE database_state SET unit_id = :unit"), {"unit": world.unit})
        code = factories.value(session, "unit", world.unit, "code")
    with door.reading(viewer) as session:
        found = state(session)
    assert (found.mode, found.unit_code, found.people, found.sessions) == (
        DatabaseMode.DEMO, code, 1, 1,
    )  # fmt: skip
    assert found.data_version == 1


def test_sample_data_are_told_as_of_their_last_day_and_real_ones_as_of_today(
    door: Door, viewer: Viewer
) -> None:
    clock, last = date(2026, 11, 24), date(2026, 6, 30)
    with door.reading(viewer) as session:
        assert state(session).today(clock) == clock
    stop_the_clock(door, last)
    with door.writing(viewer) as session:
        sample = state(session).today(clock)
        session.execute(sa.text("UPDATE database_state SET mode = 'NYATA'"))
        real = state(session).today(clock)
    assert (sample, real) == (last, clock)


def test_an_empty_database_has_no_units_fields_or_period(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session:
        assert (units(session).empty, fields(session, "id"), period(session)) == (True, [], None)
        assert tuple(units(session).columns) == columns.UNITS


def test_before_init_there_is_no_state(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        session.execute(sa.text("DELETE FROM database_state"))
        with pytest.raises(NoResultFound):
            state(session)
