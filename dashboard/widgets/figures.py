"""Figures as people read them: the value, its sentence, and the change since the period before."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.doors import Behind, show_door, written_value
from dashboard.widgets.screen import Screen
from data import wording
from data.answers.overview import Figure
from data.indicators.declarations import BY_CODE


def show_figure(
    figure: Figure, *, screen: Screen | None = None, behind: Behind | None = None
) -> None:
    """One figure with its n and interval, or the honest sentence when it is not `ok`."""
    name = BY_CODE[figure.now.name]
    with st.container(border=True, height="stretch"):
        st.metric(
            name.name.in_language(language()),
            written_value(figure.now),
            delta(figure),
            delta_color="off",
            delta_arrow="auto" if delta(figure) else "off",
            help=name.question.in_language(language()),
        )
        st.caption(wording.sentence(figure.now, language()))
        show_door(figure.now, key=figure.now.name, screen=screen, behind=behind)


def delta(figure: Figure) -> str | None:
    """The difference from the period before, with an ASCII sign; None when either is not `ok`."""
    now, before = figure.now, figure.before
    if before is None or now.status != "ok" or before.status != "ok":
        return None
    if now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    if now.unit == "points":
        return t("ringkasan.poin", nilai=formats.signed(difference, language()))
    if now.unit != "proportion":
        return formats.signed(difference, language(), decimals=0)
    of = min(now.denominator or 0, before.denominator or 0)
    decimals = formats.percent_decimals(of)
    points = formats.signed(100 * difference, language(), decimals=decimals)
    return t("ringkasan.poin", nilai=points)
