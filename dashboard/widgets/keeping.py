"""What a widget holds between runs, whatever language its options are written in."""

from collections.abc import Collection

import streamlit as st


def keep(key: str, allowed: Collection[str], *, asked: str | None = None, otherwise: str) -> None:
    """Before drawing the widget `key`: begin with `asked`, hold what is allowed, else `otherwise`.

    The browser holds the written option, which no longer fits once the language has changed;
    what is set here before the widget is drawn is sent to it in the new words.
    """
    held = st.session_state.get(key, asked)
    st.session_state[key] = held if held in allowed else otherwise


def keep_folded(key: str) -> None:
    """Before drawing the expander `key`: as it was, and folded at first."""
    st.session_state[key] = st.session_state.get(key, False)
