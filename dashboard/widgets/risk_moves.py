"""From one risk level to another: who went down, stayed, went up, or was not assessed again."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import heat
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.doors import show_door
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, show_table
from data import wording
from data.answers.risk import risk_movement
from data.indicators.declarations import RISK_TRANSITION
from data.indicators.risk import NOT_REASSESSED, TransitionMatrix
from data.queries.filter import Filter
from models.codes import RiskLevel

FROM = "from"


def show_risk(screen: Screen, filter: Filter) -> None:
    """The heat map with the share of each row, and the three sums of it."""
    st.subheader(t("tingkat.judul"), anchor=False)
    found = screen.asker.ask(risk_movement, filter)
    if found.same.reason == "nobody_reassessed":
        st.info(wording.sentence(found.same, language()))
        return
    show_chart(heat.matrix, heat_frame(found), screen.colours, said=describe_risk(found))
    st.caption(t("tingkat.cara_baca"))
    show_table(table_frame(found), _headings(), name="tingkat-risiko")
    parts = (
        (t("tingkat.turun"), found.down), (t("tingkat.sama"), found.same),
        (t("tingkat.naik"), found.up),
    )  # fmt: skip
    for place, (name, estimate) in zip(st.columns(3), parts, strict=True):
        with place.container(border=True, height="stretch"):
            st.markdown(f"**{name}**")
            st.caption(wording.sentence(estimate, language()))
            show_door(estimate, key=f"risiko-{name}", screen=screen)
    _say_test(found)
    show_limits(found.same)
    show_rate_method(RISK_TRANSITION.code)


def heat_frame(found: TransitionMatrix) -> pd.DataFrame:
    """One row a cell: heat.COLUMNS; those not assessed again stand in a column without a share."""
    cells = []
    for start in found.counts.index:
        for end in found.counts.columns:
            people = formats.number(found.counts.loc[start, end], language())
            lost = end == NOT_REASSESSED
            share = None if lost else found.shares.loc[start, end]
            cells.append(_cell(str(start), str(end), people, share))
    return pd.DataFrame(cells, columns=list(heat.COLUMNS)).astype({heat.SHARE: "float64"})


def _cell(start: str, end: str, people: str, share: float | None) -> tuple[Any, ...]:
    known = share is not None and share == share
    percent = formats.percent(share, language()) if known else ""
    shown = f"{people} · {percent}" if known else people
    return (names()[start], names()[end], share if known else None, shown,
            t("tingkat.titik", dari=names()[start].replace("\n", " "),
              ke=names()[end].replace("\n", " "), n=people))  # fmt: skip


def names() -> dict[str, str]:
    """What the levels are called, and the column of those not assessed again."""
    levels = {level.value: level.label(language()) for level in RiskLevel}
    return levels | {NOT_REASSESSED: t("tingkat.belum")}


def describe_risk(found: TransitionMatrix) -> str:
    """One sentence for those who cannot see the chart."""
    return t(
        "tingkat.alt",
        n=formats.number(found.same.denominator, language()),
        turun=formats.number(found.down.n, language()),
        sama=formats.number(found.same.n, language()),
        naik=formats.number(found.up.n, language()),
        belum=formats.number(found.same.n_missing, language()),
    )


def table_frame(found: TransitionMatrix) -> pd.DataFrame:
    """The counts, one row a level at first."""
    return found.counts.assign(**{FROM: [names()[str(level)] for level in found.counts.index]})


def _say_test(found: TransitionMatrix) -> None:
    if found.p_value is None:
        return
    p_value = formats.number(found.p_value, language(), decimals=3)
    st.caption(
        t("tingkat.uji_tanda", p=p_value)
        if found.test == "sign_exact"
        else t("tingkat.uji_stuart", p=p_value)
    )


def _headings() -> dict[str, Heading]:
    levels = [level.value for level in (RiskLevel.RENDAH, RiskLevel.SEDANG, RiskLevel.TINGGI)]
    called = names()
    return {
        FROM: Heading(t("tingkat.dari")),
        **{level: Heading(called[level], count) for level in levels},
        NOT_REASSESSED: Heading(called[NOT_REASSESSED].replace("\n", " "), count),
    }
