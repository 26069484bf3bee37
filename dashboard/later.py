"""Work that can wait: one thing after the other on one thread, beside what people do."""

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Condition, Thread

Task = Callable[[], object]


class Later:
    """What is wanted anew takes the place of what has not begun."""

    def __init__(self) -> None:
        """Nothing is done before `begin`."""
        self._wanted: deque[Task] = deque()
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="nanti", daemon=True)

    def begin(self) -> None:
        """From now on what is wanted is done."""
        self._thread.start()

    def want(self, tasks: Iterable[Task]) -> None:
        """Do these instead of what was wanted before; nothing where nobody has begun."""
        if self._thread.is_alive():
            with self._changed:
                self._wanted = deque(tasks)
                self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted)
                task = self._wanted.popleft()
            with suppress(Exception):  # who really asks is told what failed
                task()


later = Later()
