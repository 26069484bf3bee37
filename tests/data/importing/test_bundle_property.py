"""Any database goes over whole, from each kind to the other; again it changes nothing."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from data.exporting.bundles import write_bundle
from models.door import Door, Viewer
from tests.conftest import _fresh_database
from tests.data.importing.generated import World, build, worlds
from tests.data.importing.test_bundles import as_files, lose, taken

Opened = Callable[[str], Any]
PAIRS = [("sqlite", "postgresql"), ("postgresql", "sqlite")]


@pytest.fixture
def opened(request: pytest.FixtureRequest) -> Opened:
    """Gives an empty database of a kind, for one example."""

    @contextmanager
    def run(kind: str) -> Iterator[Door]:
        with TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'sinergi.db'}"
            if kind == "sqlite":
                shutil.copy(request.getfixturevalue("sqlite_model"), Path(folder) / "sinergi.db")
            else:
                server = request.getfixturevalue("postgresql_url")
                url = _fresh_database(server, request.getfixturevalue("postgresql_model"))
            door = Door(url)
            yield door
            door.close()

    return run


def goes_over(opened: Opened, viewer: Viewer, pair: tuple[str, str], world: World) -> None:
    """The property for one world."""
    with opened(pair[0]) as source, opened(pair[1]) as target, TemporaryDirectory() as folder:
        with source.writing(viewer) as session:
            build(session, world)
        first = write_bundle(source, viewer, "AAA", Path(folder), snapshot=True)
        taken(target, viewer, first.path)
        given = as_files(source, viewer)
        assert [name for name, rows in given.items() if not rows] == [], "generated.py leaves out"
        assert as_files(target, viewer) == given
        assert [one.already is None for one in taken(target, viewer, first.path)] == [False]
        lose(source, viewer, world["lost"])
        second = write_bundle(source, viewer, "AAA", Path(folder), snapshot=True)
        outcomes = taken(target, viewer, second.path)
        changed = {one.table: one.counts.changed for one in outcomes if one.counts.changed}
        assert changed == {world["lost"]: 1}
        assert not any(one.counts.new for one in outcomes)
        assert as_files(target, viewer) == as_files(source, viewer)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@settings(
    max_examples=2, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(world=worlds)
def test_any_database_goes_over_whole(
    opened: Opened, viewer: Viewer, pair: tuple[str, str], world: World
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
    opened: Opened, viewer: Viewer, pair: tuple[str, str], world: World
) -> None:
    goes_over(opened, viewer, pair, world)
