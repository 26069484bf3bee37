"""Making a unit's bundle on screen: all it sends for a month, in one ZIP."""

from datetime import date

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets import downloads
from dashboard.widgets.keeping import keep
from dashboard.widgets.locks import choose_lock
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import choices
from data.answers.columns import UNIT_CODE, UNIT_NAME
from data.errors import SinergiError
from data.exporting.bundles import Bundled, write_bundle
from data.exporting.locking import Lock
from data.manifest import days_of, recent_months

MONTHS = 24
_UNIT, _MONTH, _MADE = "kiriman-unit", "kiriman-bulan", "kiriman-berkas"
_EVER = "semua"


def show_bundling(screen: Screen) -> None:
    """Unit, month and kind; then the ZIP to fetch."""
    st.caption(t("ekspor.kiriman_apa"))
    left, right = st.columns(2)
    with left:
        unit = _choose_unit(screen)
    with right:
        month = _choose_month(screen.today)
    snapshot = st.toggle(
        t("ekspor.potret"), key="kiriman-potret", help=t("ekspor.potret_bantuan"), value=False
    )
    chosen = choose_lock("kiriman")
    if unit is None:
        st.info(t("ekspor.tanpa_unit"))
        return
    asked = (unit, month, snapshot)
    if st.button(t("ekspor.siapkan"), type="primary", disabled=not chosen.is_ready):
        _make(screen, asked, chosen.lock)
    made = st.session_state.get(_MADE)
    if chosen.is_ready and made is not None and made[0] == (asked, type(chosen.lock)):
        _show_made(*made[1:])


def _choose_unit(screen: Screen) -> str | None:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        units = choices.units(session)
    names = dict(zip(units[UNIT_CODE], units[UNIT_NAME], strict=True))
    if not names:
        return None
    keep(_UNIT, names, otherwise=screen.state.unit_code or next(iter(names)))
    chosen: str = st.selectbox(
        t("ekspor.kiriman_unit"), list(names), key=_UNIT,
        format_func=lambda code: f"{names[code]} ({code})",
    )  # fmt: skip
    return chosen


def _choose_month(today: date) -> str | None:
    """The last months, this one first; None is the whole time."""
    names = [*recent_months(today, MONTHS), _EVER]
    keep(_MONTH, names, otherwise=names[1])
    chosen = st.selectbox(
        t("ekspor.kiriman_bulan"), names, key=_MONTH,
        format_func=_named,
    )  # fmt: skip
    return None if chosen == _EVER else chosen


def _named(month: str) -> str:
    if month == _EVER:
        return t("ekspor.seluruh_waktu")
    return formats.month(days_of(month)[0], language())


def _make(screen: Screen, asked: tuple[str, str | None, bool], lock: Lock | None) -> None:
    unit, month, snapshot = asked
    with st.spinner(t("ekspor.menulis")):
        try:
            made = write_bundle(
                screen.asker.door, screen.asker.viewer, unit, downloads.new_folder(), month=month,
                snapshot=snapshot, lock=lock,
            )  # fmt: skip
        except SinergiError as error:
            st.error(plain(error.sentence(language())))
            return
    st.session_state[_MADE] = ((asked, type(lock)), made, downloads.hand_out(made.path))


def _show_made(made: Bundled, link: str) -> None:
    st.success(
        t("ekspor.kiriman_siap", nama=plain(made.path.name), nomor=made.manifest.sequence,
          n=formats.number(made.rows, language()))
    )  # fmt: skip
    st.link_button(t("ekspor.unduh"), link, icon=":material/download:", type="primary")
    st.caption(t("ekspor.hilang"))
