"""What the commands share: settings from the environment, the door, a place to talk."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from data.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from models.door import Door


def settings() -> Settings:
    """The settings of this run."""
    return Settings.from_environment(os.environ)


def today() -> date:
    """The local day."""
    return date.today()


def as_of() -> date:
    """The day that figures are told as of: today, or the last day of the sample data."""
    from data.answers.choices import state
    from data.opening import LOCAL_OFFICER

    with open_door().reading(LOCAL_OFFICER) as session:
        return state(session).today(today())


def talk() -> "Console":
    """Talk goes to standard error; results go to standard output."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def open_door() -> "Door":
    """The door to the database of this run, checked to be ready."""
    from data.opening import check_ready
    from models.door import Door

    door = Door(settings().url)
    if door.is_sqlite and door.url.database and not os.path.exists(door.url.database):  # noqa: PTH110
        from data.errors import ExitStatus, SinergiError

        raise SinergiError(
            "belum_ada", "Basis data belum dibuat: jalankan `sinergi init` atau `sinergi demo`.",
            "There is no database yet: run `sinergi init` or `sinergi demo`.",
            ExitStatus.NOT_READY,
        )  # fmt: skip
    check_ready(door)
    return door


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """A line on standard error that counts rows written, with their speed."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    texts = (TextColumn("{task.description}"), TextColumn("{task.completed:,.0f} baris"))
    speed = TextColumn("{task.fields[pace]:,.0f} baris/dtk")
    with Progress(
        SpinnerColumn(), *texts, speed, TimeElapsedColumn(), console=talk(), transient=True
    ) as bar:
        task = bar.add_task(what, total=None, pace=0)

        def count(rows: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0
            bar.update(task, completed=rows, pace=rows / elapsed if elapsed else 0)

        yield count
