"""Two officers who write at the same time: the second begins before the first has ended."""

import threading
from collections.abc import Callable

from sqlmodel import Session

from data.errors import SinergiError
from models.door import Door, Viewer

Act = Callable[[Session], object]


def told_to_the_second(door: Door, viewer: Viewer, first: Act, second: Act) -> list[str]:
    """The codes of what the second was told while the first came through."""
    told: list[str] = []

    def other() -> None:
        try:
            with door.writing(viewer) as session:
                second(session)
        except SinergiError as error:
            told.append(error.code)

    thread = threading.Thread(target=other)
    with door.writing(viewer) as session:
        first(session)
        thread.start()
        thread.join(timeout=0.5)  # it waits for this one
    thread.join()
    return told
