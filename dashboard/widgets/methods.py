"""The line under a chart that says how its figure is made, from the declaration of it."""

import streamlit as st

from dashboard.texts.catalogue import language, t
from dashboard.widgets.plain import plain
from data.indicators.declarations import BY_CODE


def show_rate_method(code: str) -> None:
    """Numerator over denominator, method and literature of the rate `code`."""
    st.caption(t("umum.metode_proporsi", **_parts(code)))


def show_mean_method(code: str) -> None:
    """What is averaged, over what, by which method, of the mean `code`."""
    st.caption(t("umum.metode_rata_rata", **_parts(code)))


def _parts(code: str) -> dict[str, str]:
    found = BY_CODE[code]
    return {
        "nama": plain(found.name.in_language(language())),
        "pembilang": plain(found.numerator.in_language(language())),
        "penyebut": plain(found.denominator.in_language(language())),
        "metode": plain(found.method.in_language(language())),
        "sumber": plain(found.source.in_language(language())),
    }
