"""What was worked out before: by whichever session came first, or about persons by this one."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

import streamlit as st

T = TypeVar("T")
_SCREEN, _OWN = "ingatan-layar", "ingatan-sendiri"


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

    def holds(self, key: Hashable) -> bool:
        """Whether the value of `key` is there."""
        entry = self._entries.get(key)
        return entry is not None and entry.made


class _Entry:
    def __init__(self) -> None:
        self.lock = Lock()
        self.made = False
        self.value: Any = None


def own(name: str, key: Hashable, make: Callable[[], T]) -> T:
    """What this session alone holds as `name` while `key` is the same: the open person or list.

    It is gone once something else is open, or another screen (see `enter`).
    """
    held: dict[str, tuple[Hashable, T]] = st.session_state.setdefault(_OWN, {})
    if name not in held or held[name][0] != key:
        held[name] = (key, make())
    return held[name][1]


def enter(screen: str) -> None:
    """Before a screen is drawn: forget what another one held about somebody."""
    if st.session_state.get(_SCREEN) != screen:
        st.session_state[_SCREEN], st.session_state[_OWN] = screen, {}
