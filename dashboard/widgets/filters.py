"""Language above all screens; period, unit and field beside them, drawn once by the frame."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import LANGUAGES, OWN_NAMES, language, t, use
from dashboard.widgets import address
from dashboard.widgets.caching import Asker
from dashboard.widgets.keeping import keep
from dashboard.widgets.periods import DEFAULT, Period, preset_of, presets
from data.answers import choices, columns
from data.queries.filter import Filter

OWN_PERIOD = "pilih-sendiri"
_ALL = ""  # an option of None would show Streamlit's own English words
_INDENT = "\u2003"


@dataclass(frozen=True)
class Chosen:
    """What the sidebar says. `filter` is None while there is nothing to choose from."""

    filter: Filter | None
    unit_name: str | None = None
    field_name: str | None = None


def choose_language() -> str:
    """The language switch; everything drawn after it speaks the chosen one."""
    keep(address.LANGUAGE, LANGUAGES, asked=address.asked(address.LANGUAGE), otherwise="id")
    use(st.session_state[address.LANGUAGE] or "id")
    chosen = st.segmented_control(
        t("bingkai.bahasa"), LANGUAGES, key=address.LANGUAGE, required=True,
        format_func=OWN_NAMES.__getitem__,
        label_visibility="collapsed", width="stretch",
    )  # fmt: skip
    use(chosen or "id")
    return language()


def choose(asker: Asker) -> Chosen:
    """Period, unit and field, mirrored in the address."""
    known = asker.ask(choices.period)
    if known is None:
        address.mirror({address.LANGUAGE: _foreign_language()})
        return Chosen(None)
    with st.sidebar:
        period = _choose_period(Period(*known))
        units = asker.ask(choices.units)
        fields = dict(asker.ask(choices.fields, language()))
        unit = _choose_unit(units)
        field = _choose_field(fields)
    address.mirror(
        {
            address.FROM: period.first.isoformat(),
            address.UNTIL: period.last.isoformat(),
            address.UNIT: unit,
            address.FIELD: field,
            address.LANGUAGE: _foreign_language(),
        }
    )
    return Chosen(
        Filter(period.first, period.end, unit, field),
        unit_name=_names(units).get(unit) if unit else None,
        field_name=fields.get(field) if field else None,
    )


def _foreign_language() -> str | None:
    return None if language() == "id" else language()


_DAYS = ("hari_pertama", "hari_terakhir")


def _choose_period(known: Period) -> Period:
    offered = presets(known)
    if "periode" not in st.session_state:
        _start_period(known, offered[DEFAULT])
    keep("periode", [*offered, OWN_PERIOD], otherwise=DEFAULT)
    st.selectbox(
        t("bingkai.periode"), [*offered, OWN_PERIOD], key="periode", format_func=_period_name,
        on_change=_fill_days, args=(offered,),
    )  # fmt: skip
    if st.session_state["periode"] != OWN_PERIOD:
        period = offered[st.session_state["periode"]]
        for key in _DAYS:  # Streamlit forgets what it does not draw
            st.session_state[key] = st.session_state[key]
        st.caption(_span(period))
        return period
    return _own_period(offered[DEFAULT])


def _start_period(known: Period, otherwise: Period) -> None:
    first, last = address.asked_day(address.FROM), address.asked_day(address.UNTIL)
    asked = Period(first, last) if first and last and first <= last else otherwise
    st.session_state["periode"] = preset_of(asked, known) or OWN_PERIOD
    st.session_state["hari_pertama"], st.session_state["hari_terakhir"] = asked.first, asked.last


def _fill_days(offered: dict[str, Period]) -> None:
    """A chosen period is where one's own choice of days begins."""
    period = offered.get(st.session_state["periode"])
    if period:
        st.session_state["hari_pertama"] = period.first
        st.session_state["hari_terakhir"] = period.last


def _own_period(otherwise: Period) -> Period:
    for key, value in (("hari_pertama", otherwise.first), ("hari_terakhir", otherwise.last)):
        st.session_state.setdefault(key, value)
    first: date = st.date_input(t("bingkai.dari"), key="hari_pertama", format="DD/MM/YYYY")
    last: date = st.date_input(t("bingkai.sampai"), key="hari_terakhir", format="DD/MM/YYYY")
    if last < first:
        st.warning(t("bingkai.hari_terbalik"))
        return Period(last, first)
    return Period(first, last)


def _period_name(code: str) -> str:
    return {
        "12-bulan": t("bingkai.periode_12_bulan"),
        "triwulan": t("bingkai.periode_triwulan"),
        "triwulan-lalu": t("bingkai.periode_triwulan_lalu"),
        "tahun": t("bingkai.periode_tahun"),
        "semua": t("bingkai.periode_semua"),
        OWN_PERIOD: t("bingkai.periode_sendiri"),
    }[code]


def _span(period: Period) -> str:
    return t(
        "bingkai.rentang",
        dari=formats.short_day(period.first, language()),
        sampai=formats.short_day(period.last, language()),
    )


def _names(units: pd.DataFrame) -> dict[str, str]:
    return dict(zip(units[columns.UNIT_CODE], units[columns.UNIT_NAME], strict=True))


def _choose_unit(units: pd.DataFrame) -> str | None:
    names = _names(units)
    depths = dict(zip(units[columns.UNIT_CODE], units[columns.DEPTH], strict=True))
    keep(address.UNIT, [_ALL, *names], asked=address.asked(address.UNIT), otherwise=_ALL)
    found: str = st.selectbox(
        t("bingkai.unit"), [_ALL, *names], key=address.UNIT, help=t("bingkai.unit_bantuan"),
        format_func=lambda code: (
            t("bingkai.semua_unit") if code == _ALL else f"{_INDENT * depths[code]}{names[code]}"
        ),
    )  # fmt: skip
    return found or None


def _choose_field(fields: dict[str, str]) -> str | None:
    keep(address.FIELD, [_ALL, *fields], asked=address.asked(address.FIELD), otherwise=_ALL)
    found: str = st.selectbox(
        t("bingkai.bidang"), [_ALL, *fields], key=address.FIELD,
        format_func=lambda code: t("bingkai.semua_bidang") if code == _ALL else fields[code],
    )  # fmt: skip
    return found or None
