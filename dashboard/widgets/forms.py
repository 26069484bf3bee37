"""A form about one row: its fields with what is wrong beside each, and one act that saves it.

form = Form(screen, "agreement", "ubah-PKS-01", row=row)
with form.frame():
    form.show("number", "ends_on")
    sent = form.button(t("rencana.simpan"))
if sent:
    form.save(lambda session, values: edit_agreement(session, viewer, ..., seen=form.seen))
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import streamlit as st
from sqlmodel import Session

from dashboard.texts.catalogue import language
from dashboard.widgets.fields import show_field
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.errors import SinergiError
from data.importing import issues
from data.importing.issues import Issue
from data.recording.rows import ValuesRefused

_SAID = "isian-tersimpan"
_SECONDS_SAID = 10
_VERSION = "row_version"


@dataclass
class _Held:
    """What a form keeps between runs: the version that the officer saw, and what was refused."""

    seen: int | None = None
    round: int = 0
    issues: dict[str, Issue] = field(default_factory=dict)
    refused: SinergiError | None = None


class Form:
    """One form in one run. `values` fills up as its fields are shown."""

    def __init__(
        self, screen: Screen, table: str, name: str, *, row: Mapping[str, Any] | None = None
    ) -> None:
        """Begin with the values of `row`, or empty; `name` tells this form from all others."""
        self.screen, self.table, self.name = screen, table, name
        self.row = dict(row or {})
        self.values: dict[str, Any] = {}
        self._held: _Held = st.session_state.setdefault(f"isian-{name}", _Held())
        begun = any(str(key).startswith(self.key("")) for key in st.session_state)
        if not begun:  # Streamlit forgets what it does not draw: the officer begins anew
            self._held.seen = self.row.get(_VERSION)
            self._held.issues, self._held.refused = {}, None

    @property
    def seen(self) -> int:
        """The version of the row when the form was first drawn: what the officer changes."""
        return self._held.seen or 0

    def frame(self) -> AbstractContextManager[Any]:
        """Where the fields belong: sent together, by its button alone."""
        return st.form(f"formulir-{self.name}", enter_to_submit=False)

    def show(self, *names: str, options: Mapping[str, str] | None = None) -> None:
        """The fields of these columns, each with what was refused under it."""
        for name in names:
            self.values[name] = show_field(
                self.screen, self.table, name, key=self.key(name), value=self.row.get(name),
                options=options,
            )  # fmt: skip
            if name in self._held.issues:
                wrong = self._held.issues[name].sentence(language())
                st.markdown(f":red[:material/error: {plain(wrong)}]")

    def tell(self) -> None:
        """What was refused about the row as a whole."""
        if "" in self._held.issues:
            st.error(plain(self._held.issues[""].sentence(language())))
        if self._held.refused is not None:
            said = plain(self._held.refused.sentence(language()))
            st.error(said.replace("\n", "  \n"))  # a list of lines stays one

    def button(self, label: str) -> bool:
        """What was refused about the whole row, and the button; whether it was just pressed."""
        self.tell()
        pressed: bool = st.form_submit_button(label, type="primary", key=self.key("kirim"))
        return pressed

    def save(
        self, act: Callable[[Session, dict[str, Any]], object], *,
        said: str, needs: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Write in one transaction and say so; or keep what was entered and say what is wrong.

        `needs` are columns that this act cannot do without, whatever the table allows.
        """
        door, viewer = self.screen.asker.door, self.screen.asker.viewer
        missing = {name: Issue(issues.REQUIRED) for name in needs if not self.values[name]}
        if missing:
            self._refuse(missing, None)
            st.rerun()
        try:
            with door.writing(viewer) as session:
                act(session, self.values)
        except ValuesRefused as refused:
            self._refuse(refused.issues, None)
        except SinergiError as error:
            self._refuse({}, error)
        else:
            self._held.round += 1
            self._held.issues, self._held.refused = {}, None
            will_say(said)
        st.rerun()

    def _refuse(self, found: Mapping[str, Issue], error: SinergiError | None) -> None:
        shown = {name: issue for name, issue in found.items() if name in self.values}
        rest = [issue for name, issue in found.items() if name not in self.values]
        self._held.issues = shown | ({"": rest[0]} if rest else {})
        self._held.refused = error

    def key(self, column: str) -> str:
        """The key of a field: one of a widget that is no column too, so that it counts as begun."""
        return f"{self.name}-{self._held.round}-{column}"


def will_say(said: str) -> None:
    """Have the next runs say what was done."""
    st.session_state[_SAID] = (said, monotonic())


def show_saved() -> None:
    """What the last act of any form did, for a while: the browser may ask for another run."""
    said, since = st.session_state.get(_SAID, ("", 0.0))
    if said and monotonic() - since < _SECONDS_SAID:
        st.success(said)
