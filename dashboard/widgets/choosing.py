"""One of many: which row the address names, and buttons that open a row or go back."""

import streamlit as st

from dashboard.widgets import address
from data.queries.agreement_page import Key

_BETWEEN = "~"


def asked_key(name: str) -> Key | None:
    """The owner and code that the address gives under `name`, if it gives both."""
    owner, _, code = (address.asked(name) or "").partition(_BETWEEN)
    return Key(owner, code) if owner and code else None


def written_key(owner: str, code: str) -> str:
    """A key as the address gives it.

    >>> written_key("DITJENPAS", "PKS-01")
    'DITJENPAS~PKS-01'
    """
    return f"{owner}{_BETWEEN}{code}"


def show_opener(label: str, name: str, key: Key) -> None:
    """A button that puts the row `key` into the address, so that its page opens."""
    text = written_key(*key)
    st.button(
        label, key=f"buka-{name}-{text}", icon=":material/arrow_forward:",
        on_click=address.show, args=(name, text),
    )  # fmt: skip


def show_way_back(label: str, name: str) -> None:
    """A button that takes the row out of the address again."""
    st.button(
        label, key=f"kembali-{name}", type="tertiary", icon=":material/arrow_back:",
        on_click=address.show, args=(name, None),
    )  # fmt: skip
