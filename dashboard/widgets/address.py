"""The address bar: what was chosen, as plain readable values, and nothing about persons."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

FROM, UNTIL, UNIT, FIELD, LANGUAGE = "dari", "sampai", "unit", "bidang", "bahasa"


def asked(name: str) -> str | None:
    """What the address says about `name`, if anything."""
    value = st.query_params.get(name)
    return value or None


def asked_day(name: str) -> date | None:
    """The day that the address gives, if it is one."""
    try:
        return date.fromisoformat(asked(name) or "")
    except ValueError:
        return None


def mirror(values: Mapping[str, str | None]) -> None:
    """Show `values` in the address, without those that are not set."""
    shown = {name: value for name, value in values.items() if value is not None}
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)
