"""A memory of bounded size: what was worked out for a key, by whichever session came first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Memory:
    """The `most` values asked for last. Streamlit's own cache copies each of them in every run."""

    def __init__(self, most: int) -> None:
        """An empty memory."""
        self._most = most
        self._lock = Lock()
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The value of `key`, made at most once at a time; a failure is not kept."""
        with self._lock:
            entry = self._entries.setdefault(key, _Entry())
            self._entries.move_to_end(key)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
        with entry.lock:
            if not entry.made:
                entry.value = make()
                entry.made = True
        return entry.value


class _Entry:
    def __init__(self) -> None:
        self.lock = Lock()
        self.made = False
        self.value: Any = None
