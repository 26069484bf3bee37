"""A chart on a screen, with its sentence for those who cannot see it."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.palette import Palette
from dashboard.texts.catalogue import language
from dashboard.widgets.caching import described, drawn, packed
from dashboard.widgets.plain import plain

_PERSONAL = "gambar-orang"


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
    of: Hashable,
) -> None:
    """The same for the rows of one person, `of` whom and which state of the data.

    What was drawn stays in this session alone, and only until another is drawn.
    """
    place = (of, colours, language())
    held = st.session_state.get(_PERSONAL)
    if held is None or held[0] != place:
        held = (place, packed(draw, frame, colours))
        st.session_state[_PERSONAL] = held
    st.markdown(plain(said))
    st.vega_lite_chart(held[1], width="stretch", alt=said)
