"""Hari ini: what needs doing, task by task, each leading to where it is done."""

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t, use
from dashboard.widgets.keeping import folded
from dashboard.widgets.leading import lead_to, open_person
from dashboard.widgets.placing import two_a_row
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import written
from dashboard.widgets.waiting_work import headings, meaning, places, titles
from data.answers import today

SHOWN = 100
STALE_DAYS = 7


def show(screen: Screen) -> None:
    """A card for each task that waits, then in one line those of which none does."""
    st.title(t("hari_ini.judul"), anchor=False)
    st.markdown(t("hari_ini.pertanyaan"))
    unit = screen.chosen.filter.unit if screen.chosen.filter else None
    on = formats.day(screen.today, language())
    where = screen.chosen.unit_name or t("hari_ini.semua_unit")
    st.caption(t("hari_ini.keadaan", hari=on, unit=plain(where)))
    counts = screen.asker.ask(today.waiting_work, unit, screen.today).to_dict("records")
    waiting = [row for row in counts if row[today.ITEMS]]
    idle = [titles()[row[today.TASK]] for row in counts if not row[today.ITEMS]]
    if not waiting:
        st.success(t("hari_ini.tidak_ada"))
    for row, place in zip([*waiting, None], two_a_row(len(waiting) + 1), strict=True):
        with place.container(border=True, height="stretch"):
            _show_task(screen, row, unit) if row else _show_backup(screen)
    if waiting and idle:
        st.caption(t("hari_ini.selain_itu", daftar=", ".join(idle)))


def _show_task(screen: Screen, row: dict[Any, Any], unit: str | None) -> None:
    task: str = row[today.TASK]
    personal = task in today.OF_PERSONS
    n = row[today.PEOPLE] if personal else row[today.ITEMS]
    st.metric(titles()[task], formats.number(n, language()))
    st.caption(meaning(task, row))
    lead_to(screen, *places()[task])
    _show_folded(screen, task, unit, int(row[today.ITEMS]), language())


@st.fragment
def _show_folded(screen: Screen, task: str, unit: str | None, n: int, spoken: str) -> None:
    """The rows behind a number: asked for when unfolded, about persons, and never kept."""
    use(spoken)
    personal = task in today.OF_PERSONS
    label = t("hari_ini.lihat_orang") if personal else t("hari_ini.lihat")
    part = folded(label, key=f"hari-{task}")
    if not part.open:
        return
    with screen.asker.door.reading(screen.asker.viewer) as session:
        rows = today.waiting_rows(
            session, task, unit, screen.today, language=spoken, most=SHOWN
        )  # fmt: skip
    with part:
        shown, total = (formats.number(found, spoken) for found in (len(rows), n))
        st.caption(
            t("hari_ini.semua", n=total) if len(rows) == n
            else t("hari_ini.sebagian", tampak=shown, n=total)
        )  # fmt: skip
        table: dict[str, Any] = {
            "hide_index": True, "alt": t("hari_ini.daftar_alt"), "placeholder": formats.UNKNOWN,
        }  # fmt: skip
        if not personal:
            st.dataframe(written(rows, headings(task)), **table)
            return
        chosen = st.dataframe(
            written(rows, headings(task)), on_select="rerun", selection_mode="single-row",
            key=f"hari-pilih-{task}", **table,
        ).selection.rows  # fmt: skip
        st.caption(f"{t('hari_ini.buka_orang')} {t('hari_ini.tanpa_nama')}")
    if chosen:
        open_person(screen, int(rows[today.PERSON].iloc[chosen[0]]))


def _show_backup(screen: Screen) -> None:
    """When the database was last copied, and what to do when that is long ago."""
    last = screen.state.last_backup_at
    if last is None:
        st.metric(t("hari_ini.cadangan"), formats.UNKNOWN)
        st.caption(t("hari_ini.cadangan_belum"))
        return
    known = last if last.tzinfo else last.replace(tzinfo=UTC)
    days = (datetime.now(UTC) - known).days
    st.metric(t("hari_ini.cadangan"), formats.short_day(known.astimezone().date(), language()))
    st.caption(
        t("hari_ini.cadangan_lama", hari=formats.number(days, language()))
        if days >= STALE_DAYS else t("hari_ini.cadangan_baru")
    )  # fmt: skip
