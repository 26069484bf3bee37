"""Every figure is a door: its definition, its parts, its method, and the rows behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.leading import lead_to
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, show_rows
from data import wording
from data.indicators.declarations import BY_CODE, Indicator
from data.indicators.estimate import Estimate


@dataclass(frozen=True)
class Behind:
    """The rows behind a figure: asked for only when somebody opens its door."""

    ask: Callable[[], pd.DataFrame]
    headings: Mapping[str, Heading]
    name: str


def show_door(
    estimate: Estimate, *, key: str, screen: Screen | None = None, behind: Behind | None = None
) -> None:
    """A small button under a figure; what it opens is written only then.

    A dialog and not a popover: a popover tells of its folding when somebody clicks beside it, and
    where that click was on the menu, Streamlit takes the later message and loses the way.
    """
    name = BY_CODE[estimate.name].name.in_language(language())
    if st.button(
        t("pintu.buka"), key=f"pintu-{key}", type="tertiary",
        icon=":material/info:", help=t("pintu.buka_alt", nama=name),
    ):  # fmt: skip
        st.dialog(plain(name), width="large")(_show_behind)(estimate, screen, behind)


def _show_behind(estimate: Estimate, screen: Screen | None, behind: Behind | None) -> None:
    spoken, declared = language(), BY_CODE[estimate.name]
    st.markdown(wording.sentence(estimate, spoken))
    parts = {**told(estimate), **defined(declared)}
    st.markdown("\n".join(f"- **{label}:** {plain(text)}" for label, text in parts.items()))
    for reservation in wording.caveats(estimate, spoken):
        st.caption(f"{t('pintu.ingat')}: {reservation}")
    _show_rows(screen, behind)


def _show_rows(screen: Screen | None, behind: Behind | None) -> None:
    if behind is not None:
        st.markdown(f"**{t('pintu.baris')}**")
        show_rows(behind.ask(), behind.headings, name=behind.name, said=t("pintu.baris"))
    if screen is not None:
        lead_to(screen, "mutu-data", t("pintu.ke_mutu"))
        lead_to(screen, "ekspor", t("pintu.ke_ekspor"))


def told(estimate: Estimate) -> dict[str, str]:
    """What this figure rests on, each part under its label; what is not known is left out."""
    spoken, parts = language(), {t("pintu.nilai"): written_value(estimate)}
    if estimate.low is not None and estimate.high is not None:
        parts[t("pintu.interval")] = _span(estimate, estimate.low, estimate.high)
    if estimate.bounds is not None:
        parts[t("pintu.batas")] = _span(estimate, *estimate.bounds)
    parts[t("pintu.n")] = formats.number(estimate.n, spoken)
    if estimate.denominator is not None:
        parts[t("pintu.banyak_penyebut")] = formats.number(estimate.denominator, spoken)
    if estimate.n_missing:
        parts[t("pintu.tidak_tercatat")] = formats.number(estimate.n_missing, spoken)
    return parts | {t("pintu.bukti"): _evidence(estimate)}


def defined(declared: Indicator) -> dict[str, str]:
    """The definition, each part under its label."""
    spoken = language()
    return {
        t("metode.pembilang"): declared.numerator.in_language(spoken),
        t("metode.penyebut"): declared.denominator.in_language(spoken),
        t("metode.tidak_termasuk"): declared.left_out.in_language(spoken),
        t("metode.cara"): declared.method.in_language(spoken),
        t("metode.sumber"): declared.source.in_language(spoken),
        t("metode.boleh"): declared.can_say.in_language(spoken),
        t("metode.tidak_boleh"): declared.cannot_say.in_language(spoken),
    }


def written_value(estimate: Estimate) -> str:
    """The value as people write it; a dash while it may not stand alone."""
    if estimate.value is None or estimate.status != "ok":
        return formats.UNKNOWN
    return written(estimate, estimate.value)


def written(estimate: Estimate, value: float) -> str:
    """A value (or a limit) of this estimate, in its unit."""
    spoken = language()
    if estimate.unit == "proportion":
        return formats.percent(value, spoken, of=estimate.denominator)
    if estimate.unit in ("points", "points_per_month"):
        return formats.signed(value, spoken)
    if estimate.unit == "rupiah":
        return f"Rp{formats.number(value, spoken)}"
    if estimate.unit == "days":
        return t("pintu.hari", n=formats.number(value, spoken))
    decimals = 0 if estimate.unit == "people" else 2
    return formats.number(value, spoken, decimals=decimals)


def _span(estimate: Estimate, low: float, high: float) -> str:
    return t("pintu.rentang", bawah=written(estimate, low), atas=written(estimate, high))


def _evidence(estimate: Estimate) -> str:
    return {
        "R": t("pintu.bukti_r"), "B": t("pintu.bukti_b"), "A": t("pintu.bukti_a"),
        "C": t("pintu.bukti_c"),
    }[estimate.evidence]  # fmt: skip
