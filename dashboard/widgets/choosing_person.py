"""Choosing a person by number or name: what is typed stays in this session."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.screen import Screen
from data.answers import finding


@dataclass(frozen=True)
class Chosen:
    """The person, and the unit that has them now, if any."""

    id: int
    name: str
    unit_code: str | None


def choose_person(screen: Screen, key: str) -> Chosen | None:
    """A search field, and the people found; `key` tells this search from others."""
    text = st.text_input(
        t("catat.cari"), key=f"{key}-cari", placeholder=t("catat.cari_contoh"), autocomplete="off"
    )
    if len(text.strip()) < finding.SHORTEST:
        return None
    with screen.asker.door.reading(screen.asker.viewer) as session:
        found = finding.find(session, text)
    if found.empty:
        st.warning(t("catat.tidak_ditemukan"))
        return None
    if len(found) > finding.MOST:
        st.caption(t("catat.terlalu_banyak", n=formats.number(finding.MOST, language())))
        found = found.head(finding.MOST)
    rows = {int(row[finding.PERSON]): row for row in found.to_dict("records")}
    chosen = st.selectbox(
        t("catat.orang"), list(rows), index=0 if len(rows) == 1 else None,
        format_func=lambda one: _line(rows[one]), placeholder=t("catat.pilih_orang"),
        key=f"{key}-orang-{'-'.join(map(str, list(rows)[:3]))}",
    )  # fmt: skip
    return None if chosen is None else _chosen(rows[chosen])


def _chosen(row: dict[Any, Any]) -> Chosen:
    unit = row[finding.UNIT_CODE]
    return Chosen(
        int(row[finding.PERSON]), str(row[finding.NAME]), None if pd.isna(unit) else str(unit)
    )


def _line(row: dict[Any, Any]) -> str:
    parts = (row[finding.NAME], row[finding.NUMBER], row[finding.UNIT_NAME])
    return " · ".join(str(part) for part in parts if not pd.isna(part))
