"""What a screen is given: who asks, what was chosen, and on which ground it is drawn."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.charts.palette import Palette, palette
from dashboard.widgets.caching import Asker
from dashboard.widgets.filters import Chosen
from data.answers.choices import State


@dataclass(frozen=True)
class Screen:
    """One run of one screen."""

    asker: Asker
    chosen: Chosen
    state: State
    today: date

    @property
    def colours(self) -> Palette:
        """The palette of the ground that the viewer's theme gives."""
        return palette(st.context.theme.type)
