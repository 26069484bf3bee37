"""Databases for the screens: one with rows, one without, both SQLite files made once."""

from pathlib import Path

import pytest

from tests.dashboard.worlds import door_to


@pytest.fixture(scope="session")
def filled_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with four units, three programmes and three agreements."""
    return _made(tmp_path_factory.mktemp("isi") / "sinergi.db", filled=True)


@pytest.fixture(scope="session")
def empty_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database that is ready and has no rows."""
    return _made(tmp_path_factory.mktemp("kosong") / "sinergi.db", filled=False)


def _made(path: Path, *, filled: bool) -> str:
    door = door_to(path, filled=filled)
    door.close()
    return f"sqlite:///{path}"
