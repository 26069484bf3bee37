"""Figures as people read them: the value, its sentence, and the change since the period before."""

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data import wording
from data.answers.overview import Figure
from data.indicators.declarations import BY_CODE


def show_figure(figure: Figure) -> None:
    """One figure with its n and interval, or the honest sentence when it is not `ok`."""
    name = BY_CODE[figure.now.name]
    with st.container(border=True, height="stretch"):
        st.metric(
            name.name.in_language(language()),
            shown(figure),
            delta(figure),
            delta_color="off",
            delta_arrow="auto" if delta(figure) else "off",
            help=name.question.in_language(language()),
        )
        st.caption(wording.sentence(figure.now, language()))
        for reservation in wording.caveats(figure.now, language()):
            st.caption(reservation)


def shown(figure: Figure) -> str:
    """The value alone; a dash while it may not stand alone."""
    estimate = figure.now
    if estimate.value is None or estimate.status != "ok":
        return formats.UNKNOWN
    if estimate.unit == "proportion":
        return formats.percent(estimate.value, language(), of=estimate.denominator)
    return formats.number(estimate.value, language())


def delta(figure: Figure) -> str | None:
    """The difference from the period before, with an ASCII sign; None when either is not `ok`."""
    now, before = figure.now, figure.before
    if before is None or now.status != "ok" or before.status != "ok":
        return None
    if now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    if now.unit != "proportion":
        return formats.signed(difference, language(), decimals=0)
    of = min(now.denominator or 0, before.denominator or 0)
    decimals = formats.percent_decimals(of)
    points = formats.signed(100 * difference, language(), decimals=decimals)
    return t("ringkasan.poin", nilai=points)
