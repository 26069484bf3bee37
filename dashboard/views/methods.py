"""Metode: what every figure means, from its declaration, and the version of data and program."""

from importlib.metadata import version

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.keeping import keep
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, show_table
from data.indicators.declarations import BY_CODE, INDICATORS, Indicator
from models.migrating import newest_revision

_CHOSEN = "metode"


def show(screen: Screen) -> None:
    """One declaration in full, all of them as a table, and the versions."""
    st.title(t("metode.judul"), anchor=False)
    st.markdown(t("metode.pertanyaan"))
    _show_versions(screen)
    st.markdown(t("metode.tingkat"))
    _show_one(BY_CODE[_choose()])
    show_table(declaration_frame(), _headings(), name="metode")


def _show_versions(screen: Screen) -> None:
    st.caption(
        t(
            "metode.versi",
            program=plain(version("sinergi")),
            data=formats.number(screen.asker.data_version, language()),
            skema=newest_revision(),
        )
    )


def _choose() -> str:
    codes = [indicator.code for indicator in INDICATORS]
    keep(_CHOSEN, codes, otherwise=codes[0])
    chosen: str = st.selectbox(
        t("metode.pilih"), codes, key=_CHOSEN,
        format_func=lambda code: BY_CODE[code].name.in_language(language()),
    )  # fmt: skip
    return chosen


def _show_one(indicator: Indicator) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(indicator.name.in_language(language()))}** `{indicator.code}`")
        parts = declared(indicator).items()
        st.markdown("\n".join(f"- **{label}:** {plain(text)}" for label, text in parts))


def declared(indicator: Indicator) -> dict[str, str]:
    """Each part of a declaration under its label, in the language that is spoken."""
    spoken = language()
    least = f"{indicator.minimum} {indicator.counted.in_language(spoken)}"
    return {
        t("metode.tanya"): indicator.question.in_language(spoken),
        t("metode.pembilang"): indicator.numerator.in_language(spoken),
        t("metode.penyebut"): indicator.denominator.in_language(spoken),
        t("metode.tidak_termasuk"): indicator.left_out.in_language(spoken),
        t("metode.periode"): indicator.period.in_language(spoken),
        t("metode.minimum"): least,
        t("metode.cara"): indicator.method.in_language(spoken),
        t("metode.sumber"): indicator.source.in_language(spoken),
        t("metode.boleh"): indicator.can_say.in_language(spoken),
        t("metode.tidak_boleh"): indicator.cannot_say.in_language(spoken),
    }


def declaration_frame() -> pd.DataFrame:
    """One row a declared figure: its code, name and parts, and the least n as a number."""
    rows = [
        {"code": one.code, "name": one.name.in_language(language()), "least": one.minimum}
        | declared(one)
        for one in INDICATORS
    ]
    return pd.DataFrame(rows)


def _headings() -> dict[str, Heading]:
    named = {
        "name": Heading(t("metode.nama")),
        "code": Heading(t("metode.kode")),
        "least": Heading(t("metode.n_minimum"), count),
    }
    return named | {label: Heading(label) for label in declared(INDICATORS[0])}
