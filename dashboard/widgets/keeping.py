"""What a widget holds between runs, whatever language its options are written in."""

from collections.abc import Collection
from typing import Any

import streamlit as st


def keep(key: str, allowed: Collection[str], *, asked: str | None = None, otherwise: str) -> None:
    """Before drawing the widget `key`: begin with `asked`, hold what is allowed, else `otherwise`.

    The browser holds the written option, which no longer fits once the language has changed;
    what is set here before the widget is drawn is sent to it in the new words.
    """
    held = st.session_state.get(key, asked)
    st.session_state[key] = held if held in allowed else otherwise


def folded(label: str, *, key: str, icon: str | None = None) -> Any:
    """An expander that stays as it was, folded at first; `.open` says whether to fill it.

    What is folded need not be read, worked out or sent.
    """
    st.session_state[key] = st.session_state.get(key, False)
    return st.expander(label, key=key, icon=icon, on_change="rerun")
