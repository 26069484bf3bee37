"""The line under a chart that says how its figure is made, from the declaration of it."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from data.indicators.declarations import BY_CODE


def show_method(code: str) -> None:
    """Numerator over denominator, who is left out, method and source of the indicator `code`."""
    found = BY_CODE[code]
    st.caption(
        t(
            "umum.metode",
            nama=found.name.in_language(language()),
            pembilang=found.numerator.in_language(language()),
            penyebut=found.denominator.in_language(language()),
            luar=found.left_out.in_language(language()),
            metode=found.method.in_language(language()),
            sumber=found.source,
        )
    )
