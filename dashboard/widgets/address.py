"""The address bar: what was chosen, as plain readable values, and nothing about persons."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

FROM, UNTIL, UNIT, FIELD, LANGUAGE = "dari", "sampai", "unit", "bidang", "bahasa"
AGREEMENT, PARTNER, PROGRAMME, YEAR, QUARTER = (
    "perjanjian", "mitra", "program", "tahun", "triwulan",
)  # fmt: skip
MONTH, SIGNED, PART = "bulan", "ditandatangani", "bagian"
_OF_SCREENS = (AGREEMENT, PARTNER, PROGRAMME, YEAR, QUARTER, MONTH, SIGNED, PART)


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
    """Show the frame's `values` in the address, without those that are not set.

    What a screen has put there itself (see `show`) stays behind them; all else goes.
    """
    shown = {name: value for name, value in values.items() if value is not None}
    own = {name: value for name, value in st.query_params.items() if name in _OF_SCREENS}
    if st.query_params.to_dict() != shown | own:
        st.query_params.from_dict(shown | own)


def show(name: str, value: str | None) -> None:
    """Put a screen's own choice into the address, or take it out."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
