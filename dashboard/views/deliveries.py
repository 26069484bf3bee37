"""Kiriman: which unit sent what, for which month, complete or not, in order or not."""

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.screen import Screen
from data.importing.deliveries import Delivery, deliveries
from data.manifest import days_of


def show(screen: Screen) -> None:
    """How many are complete, and each of them."""
    st.title(t("kiriman.judul"), anchor=False)
    st.markdown(t("kiriman.pertanyaan"))
    with screen.asker.door.reading(screen.asker.viewer) as session:
        found = deliveries(session, screen.today)
    if not found:
        st.info(t("kiriman.belum_ada"))
        st.code("sinergi bundle UNIT --month 2026-07", language=None)
        return
    counts = (
        (t("kiriman.lengkap"), sum(one.is_complete for one in found)),
        (t("kiriman.berlubang"), sum(bool(one.missing) for one in found)),
        (t("kiriman.tidak_ada"), sum(not one.numbers for one in found)),
        (t("kiriman.tidak_urut"), sum(not one.is_in_order for one in found)),
    )
    with st.container(horizontal=True):
        for label, count in counts:
            st.metric(label, formats.number(count, language()), border=True)
    st.dataframe(pd.DataFrame([_line(one) for one in found]), hide_index=True,
                 alt=t("kiriman.judul"))  # fmt: skip
    st.caption(t("kiriman.penjelasan"))


def _line(one: Delivery) -> dict[str, str]:
    when = one.last_at
    return {
        t("kiriman.unit"): one.unit_name,
        t("kiriman.bulan"): _month(one.month),
        t("kiriman.keadaan"): _state(one),
        t("kiriman.nomor"): ", ".join(map(str, one.numbers)),
        t("kiriman.urut"): "" if not one.numbers else _yes(one.is_in_order),
        t("kiriman.baris"): formats.number(one.rows, language()) if one.numbers else "",
        t("kiriman.masuk"): formats.short_day(when.date(), language()) if when else "",
        t("kiriman.petugas"): one.account or "",
    }


def _month(month: str | None) -> str:
    if month is None:
        return t("kiriman.seluruh_waktu")
    return formats.month(days_of(month)[0], language())


def _state(one: Delivery) -> str:
    if not one.numbers:
        return t("kiriman.tidak_ada")
    if one.missing:
        return t("kiriman.kurang", nomor=", ".join(map(str, one.missing)))
    return t("kiriman.lengkap")


def _yes(so: bool) -> str:
    return t("umum.ya") if so else t("umum.tidak")
