"""A chart on a screen, with its sentence for those who cannot see it."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.palette import Palette
from dashboard.widgets.caching import described, drawn
from dashboard.widgets.plain import plain


def show_chart(
    draw: Callable[[pd.DataFrame, Palette], Any],
    frame: pd.DataFrame,
    colours: Palette,
    *,
    said: str | Callable[[pd.DataFrame], str],
) -> None:
    """The sentence `said` (or what it says of the frame) as message, and the chart under it."""
    sentence = said if isinstance(said, str) else described(said, frame)
    st.markdown(plain(sentence))
    st.vega_lite_chart(drawn(draw, frame, colours), width="stretch", alt=sentence)


def show_personal_chart(
    draw: Callable[[pd.DataFrame, Palette], Any],
    frame: pd.DataFrame,
    colours: Palette,
    *,
    said: str,
) -> None:
    """The same for the rows of one person: drawn anew each time, and kept nowhere."""
    st.markdown(plain(said))
    st.vega_lite_chart(draw(frame, colours).to_dict(), width="stretch", alt=said)
