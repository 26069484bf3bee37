"""Klien: the caseload of a counsellor, and the guidance of one client."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.client_forms import show_recording
from dashboard.widgets.client_page import show_guidance
from dashboard.widgets.forms import show_saved
from dashboard.widgets.keeping import keep
from dashboard.widgets.leading import PERSON, lead_to
from dashboard.widgets.memory import own
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import clients
from data.answers.clients import Caseload, Guidance
from data.answers.person import Person, people

ALL = ""
_WHO, _OPEN = "klien-pk", "klien-terbuka"


def show(screen: Screen) -> None:
    """Whose clients, what stands out, the list, and the client who was opened."""
    st.title(t("klien.judul"), anchor=False)
    st.markdown(t("klien.pertanyaan"))
    unit = screen.chosen.filter.unit if screen.chosen.filter else None
    officer = _choose(screen, unit)
    state = (screen.asker.data_version, screen.today, language())
    load, listed = own("klien", (unit, officer, state), lambda: _loaded(screen, unit, officer))
    if load.rows.empty:
        st.info(t("klien.tidak_ada"))
        return
    _show_figures(load)
    row = _choose_client(load, listed)
    if row is not None:
        _show_client(screen, row)


def _loaded(screen: Screen, unit: str | None, officer: int | None) -> tuple[Caseload, pa.Table]:
    """The caseload, and its list in the form in which it travels."""
    with screen.asker.door.reading(screen.asker.viewer) as session:
        load = clients.caseload(session, unit, officer, today=screen.today)
    return load, pa.Table.from_pandas(_listed(load), preserve_index=False)


def _choose(screen: Screen, unit: str | None) -> int | None:
    """The counsellor: kept in this session, as names never enter the address."""

    def now() -> list[dict[Any, Any]]:
        with screen.asker.door.reading(screen.asker.viewer) as session:
            return clients.counsellors(session, unit).to_dict("records")

    rows = own("pk", (unit, screen.asker.data_version), now)
    names = {ALL: t("klien.semua_pk")} | {
        str(row[clients.OFFICER]): t(
            "klien.pk_dan_n", nama=row[clients.OFFICER_NAME], n=_whole(row[clients.CLIENTS])
        )
        for row in rows
    }
    keep(_WHO, list(names), otherwise=ALL)
    chosen: str = st.selectbox(
        t("klien.pk"), list(names), key=_WHO, format_func=names.__getitem__
    )  # fmt: skip
    return int(chosen) if chosen else None


def _show_figures(load: Caseload) -> None:
    days = _whole(clients.RECENT_DAYS)
    kept = (
        t("klien.kontak_arti", ditepati=_whole(load.kept), jatuh=_whole(load.due), hari=days)
        if load.due else t("klien.kontak_kosong", hari=days)
    )  # fmt: skip
    figures = [
        (t("klien.jumlah"), _whole(len(load.rows)), t("klien.jumlah_arti")),
        (t("klien.kontak"), formats.percent(load.share, language(), of=load.due), kept),
        (t("klien.tinjau"), _whole(load.to_review), t("klien.tinjau_arti")),
        (t("klien.tanpa_rencana"), _whole(load.without_plan), t("klien.tanpa_rencana_arti")),
    ]  # fmt: skip
    for place, (label, value, said) in zip(two_a_row(len(figures)), figures, strict=True):
        with place.container(border=True, height="stretch"):
            st.metric(label, value)
            st.caption(said)


def _choose_client(load: Caseload, listed: pa.Table) -> dict[Any, Any] | None:
    """The list; the client stays open while the list changes around them."""
    st.subheader(t("klien.daftar"), anchor=False)
    st.caption(t("klien.pilih"))
    chosen = st.dataframe(
        listed, hide_index=True, alt=t("klien.daftar"), placeholder=formats.UNKNOWN,
        column_config=dict.fromkeys(_days(), st.column_config.DateColumn(format="DD/MM/YYYY")),
        on_select="rerun", selection_mode="single-row", key="klien-daftar",
    ).selection.rows  # fmt: skip
    keys = load.rows[clients.PERSON]
    if chosen and chosen[0] < len(keys):
        st.session_state[_OPEN] = int(keys.iloc[chosen[0]])
    opened = load.rows[keys == st.session_state.get(_OPEN)]
    return next(iter(opened.to_dict("records")), None)


def _listed(load: Caseload) -> pd.DataFrame:
    """The list as it is shown; days stay days, so that they sort and cost nothing to write."""
    kept = [
        t("klien.dari", a=_whole(kept), b=_whole(due)) if due else formats.UNKNOWN
        for kept, due in zip(load.rows[clients.KEPT], load.rows[clients.DUE], strict=True)
    ]
    headings = {
        clients.NAME: t("klien.kolom_nama"),
        clients.OPEN_LINES: t("klien.kolom_rencana"),
        clients.REVIEW_ON: t("klien.kolom_tinjau"),
        clients.KEPT: t("klien.kolom_kontak"),
        clients.LAST_ON: t("klien.kolom_terakhir"),
        clients.REVIEWED_ON: t("klien.kolom_tinjauan"),
        clients.EXPIRES_ON: t("klien.kolom_sampai"),
        clients.OFFICER_NAME: t("klien.kolom_pk"),
        clients.UNIT_NAME: t("klien.kolom_unit"),
    }
    shown = load.rows.assign(**{clients.KEPT: kept})
    return shown[list(headings)].rename(columns=headings)


def _days() -> tuple[str, ...]:
    return (
        t("klien.kolom_tinjau"), t("klien.kolom_terakhir"), t("klien.kolom_tinjauan"),
        t("klien.kolom_sampai"),
    )  # fmt: skip


def _show_client(screen: Screen, row: dict[Any, Any]) -> None:
    key = int(row[clients.PERSON])
    st.header(plain(row[clients.NAME]), anchor=False)
    show_saved()
    person, found = own(
        "terbuka", (key, screen.asker.data_version, screen.today, language()),
        lambda: _asked(screen, key),
    )  # fmt: skip
    st.session_state[PERSON] = key
    lead_to(screen, "wbp", t("klien.buka_wbp"))
    show_guidance(person, found)
    show_recording(screen, key, int(row[clients.UNIT]), found)


def _asked(screen: Screen, key: int) -> tuple[Person, Guidance]:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        (person,) = people(session, [key], today=screen.today, language=language())
        return person, clients.guidance(session, key, language=language())


def _whole(value: float) -> str:
    return formats.number(value, language())
