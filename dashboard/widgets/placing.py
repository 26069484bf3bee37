"""Where things stand beside each other on a desk, and under each other on a phone."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def two_a_row(entries: int) -> list[DeltaGenerator]:
    """A place for each entry, row by row, so that a phone keeps the order of a wide screen."""
    return [place for _ in range(0, entries, 2) for place in st.columns(2)][:entries]
