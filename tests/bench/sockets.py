"""A viewer without a browser: what the page sends to the server, and what comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LARGEST = 2**26
PATIENCE = 60.0


class Viewer:
    """One session on one page. `widgets` are the ids of what was drawn, by label."""

    def __init__(self, connection: ClientConnection, page: str) -> None:
        """The first run of the page under the path `page` ("" is the first one)."""
        self._connection, self._page = connection, page
        self._hash = ""
        self._held: dict[str, Any] = {}
        self.widgets: dict[str, str] = {}
        self.charts = self.bytes = 0
        self.failed = False
        self.rerun()

    def choose(self, label: str, value: str | list[str]) -> None:
        """Set a select box (a text) or a segmented control (a list) and run the page again."""
        self._held[self.widgets[label]] = value
        self.rerun()

    def rerun(self) -> None:
        """Run the page, and read all that it sends."""
        asked = BackMsg()
        state = asked.rerun_script
        state.page_name, state.page_script_hash = self._page, self._hash
        for name, value in self._held.items():
            widget = state.widget_states.widgets.add(id=name)
            if isinstance(value, str):
                widget.string_value = value
            else:
                widget.string_array_value.data.extend(value)
        self._connection.send(asked.SerializeToString())
        self._read()

    def _read(self) -> None:
        self.charts = self.bytes = 0
        while True:
            raw = self._connection.recv(timeout=PATIENCE)
            self.bytes += len(raw)
            told = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = told.WhichOneof("type")
            if kind == "navigation":
                self._hash = told.navigation.page_script_hash
            elif kind == "delta":
                self._note(told.delta)
            elif kind == "script_finished":
                return

    def _note(self, delta: Any) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        self.charts += kind == "vega_lite_chart"
        self.failed |= kind == "exception"
        if kind in ("selectbox", "button_group"):
            drawn = getattr(element, kind)
            self.widgets[drawn.label] = drawn.id


@contextmanager
def viewing(port: int, page: str = "") -> Iterator[Viewer]:
    """A session with the server on this port."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, max_size=LARGEST) as connection:
        yield Viewer(connection, page)
