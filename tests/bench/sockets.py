"""A viewer without a browser: what the page sends to the server, and what comes back."""

import json
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

    def __init__(self, connection: ClientConnection, address: str) -> None:
        """The first run of the page at `address`: a path ("" is the first page) and its query."""
        self._connection = connection
        self._page, _, self._query = address.partition("?")
        self._hash = ""
        self._held: dict[str, Any] = {}
        self.widgets: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        self.charts = self.bytes = 0
        self.failed = False
        self.rerun()

    def choose(self, label: str, value: str | list[str]) -> None:
        """Set a select box or a text field (a text) or a segmented control (a list), and rerun."""
        self._held[self.widgets[label]] = value
        self.rerun()

    def open_row(self, label: str, row: int) -> None:
        """Choose a row of the table that is told as `label`, and rerun."""
        chosen = {"selection": {"rows": [row], "columns": [], "cells": []}}
        self.choose(label, json.dumps(chosen))

    def rerun(self) -> None:
        """Run the page, and read all that it sends."""
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = self._query
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
                self.pages = {
                    page.page_name: "" if page.is_default else page.url_pathname
                    for page in told.navigation.app_pages
                }
            elif kind == "delta":
                self._note(told.delta)
            elif kind == "script_finished":
                return

    def _note(self, delta: Any) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        self.charts += kind == "vega_lite_chart"
        self.failed |= kind == "exception"
        if kind in ("selectbox", "button_group", "text_input"):
            drawn = getattr(element, kind)
            self.widgets[drawn.label] = drawn.id
        elif kind == "dataframe":
            table = element.dataframe
            self.widgets[table.alt or table.id] = table.id


@contextmanager
def viewing(port: int, address: str = "") -> Iterator[Viewer]:
    """A session with the server on this port, at `address`."""
    server = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(server, max_size=LARGEST) as connection:
        yield Viewer(connection, address)
