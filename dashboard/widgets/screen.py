"""What a screen is given: who asks, what was chosen, and on which ground it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.charts.palette import Palette, palette
from dashboard.widgets.caching import Asker
from dashboard.widgets.filters import Chosen
from data.answers.choices import State


@dataclass(frozen=True)
class Screen:
    """One run of one screen.

    `pages` are all screens by their path, to lead on to; `documents` is where scans are kept.
    """

    asker: Asker
    chosen: Chosen
    state: State
    today: date
    pages: Mapping[str, "st.Page"] = field(default_factory=dict)
    documents: Path = Path("dokumen")

    @property
    def colours(self) -> Palette:
        """The palette of the ground that the viewer's theme gives."""
        return palette(st.context.theme.type)
