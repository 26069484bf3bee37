"""Entering one month of an official indicator by hand, with its evidence."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import columns
from data.answers.official import RecordedMonth, recorded_month
from data.errors import SinergiError
from data.recording.official import MonthByHand, enter_month

_SEEN, _SAID = "resmi-terlihat", "resmi-tersimpan"


def show_entry(screen: Screen, frame: pd.DataFrame, year: int, unit: str | None) -> None:
    """The form for one indicator and month of the chosen unit."""
    st.subheader(t("resmi.entri"), anchor=False)
    if _SAID in st.session_state:
        a, b = st.session_state.pop(_SAID)
        st.success(t("resmi.tersimpan", a=a, b=b))
    months = [day for number in range(1, 13) if (day := date(year, number, 1)) <= screen.today]
    if unit is None or not months:
        st.caption(t("resmi.pilih_unit"))
        return
    st.caption(t("resmi.entri_penjelasan"))
    name = columns.NAME_EN if language() == "en" else columns.NAME_ID
    names = dict(zip(frame[columns.INDICATOR_CODE], frame[name], strict=True))
    indicator: str = st.selectbox(
        t("kolom.indikator"), list(names), format_func=names.__getitem__, key="resmi-indikator"
    )
    month: date = st.selectbox(
        t("kolom.bulan"), months, format_func=lambda day: formats.month(day, language()),
        key="resmi-bulan",
    )  # fmt: skip
    _show_form(screen, indicator, unit, month)


def _show_form(screen: Screen, indicator: str, unit: str, month: date) -> None:
    seen = _seen(screen, indicator, unit, month)
    if seen:
        st.info(t("resmi.sudah_ada", a=_whole(seen.numerator), b=_whole(seen.denominator)))
    place = f"{indicator}-{unit}-{month}"
    with st.form("resmi-entri"):
        a = st.number_input("A", min_value=0, step=1, value=None, key=f"a-{place}")
        b = st.number_input("B", min_value=0, step=1, value=None, key=f"b-{place}")
        evidence = st.text_input(t("resmi.bukti"), max_chars=300, key=f"bukti-{place}")
        officer = st.text_input(t("resmi.nip"), max_chars=18, key="resmi-nip")
        sent = st.form_submit_button(t("resmi.simpan"), type="primary")
    if not sent:
        return
    if a is None or b is None:
        st.error(t("resmi.lengkapi"))
        return
    _write(screen, MonthByHand(indicator, unit, month, int(a), int(b), evidence, officer), seen)


def _seen(screen: Screen, indicator: str, unit: str, month: date) -> RecordedMonth | None:
    """The month as it stood when the form was first drawn.

    It is not read anew when the form is sent, or it would hide what somebody wrote meanwhile.
    """
    place = (indicator, unit, month)
    held = st.session_state.get(_SEEN)
    if held is None or held[0] != place:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            held = (place, recorded_month(session, *place))
        st.session_state[_SEEN] = held
    found: RecordedMonth | None = held[1]
    return found


def _write(screen: Screen, entry: MonthByHand, seen: RecordedMonth | None) -> None:
    version = seen.version if seen else None
    try:
        with screen.asker.door.writing(screen.asker.viewer) as session:
            enter_month(
                session, screen.asker.viewer, entry, today=screen.today, seen_version=version
            )
    except SinergiError as error:
        st.error(plain(error.sentence(language())))
        return
    del st.session_state[_SEEN]
    st.session_state[_SAID] = (_whole(entry.numerator), _whole(entry.denominator))
    st.rerun()


def _whole(value: int) -> str:
    return formats.number(value, language())
