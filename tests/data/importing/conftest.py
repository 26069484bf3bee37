"""What the tests of the road share: a database with reference data, and files of real bytes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.importing.road import import_files
from data.importing.runs import Options, Outcome
from models.door import Door, Viewer

TODAY = date(2026, 11, 24)
Take = Callable[..., list[Outcome]]
Write = Callable[..., Path]


@pytest.fixture
def ready(door: Door) -> Door:
    """A database with the reference data that these tests touch (see `database_url`)."""
    return door


@pytest.fixture
def take(ready: Door, viewer: Viewer) -> Take:
    """Import files; options by name."""

    def run(*paths: Path, **options: object) -> list[Outcome]:
        return import_files(ready, viewer, paths, Options(TODAY, **options))  # type: ignore[arg-type]

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of text lines; gives its path."""

    def run(name: str, *lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(end.join((*lines, "")).encode(encoding))
        return path

    return run
