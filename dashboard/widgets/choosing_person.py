"""Choosing a person by number or name.

What is typed stays in this session: never in the address, the title, a cache or a log.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.memory import own
from dashboard.widgets.screen import Screen
from data.answers import finding
from data.answers.person import masked
from models.codes import LegalStatus


@dataclass(frozen=True)
class Chosen:
    """The person, and the unit that has them now, if any."""

    id: int
    name: str
    unit_code: str | None


def choose_person(screen: Screen, key: str) -> Chosen | None:
    """A search field, and the people found; `key` tells this search from others."""
    text = st.text_input(
        t("catat.cari"), key=f"{key}-cari", placeholder=t("catat.cari_contoh"),
        help=t("catat.cari_bantuan"), autocomplete="off",
    )  # fmt: skip
    if len(text.strip()) < finding.SHORTEST:
        return None
    found = own(f"cari-{key}", (text, screen.asker.data_version), lambda: _found(screen, text))
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


def _found(screen: Screen, text: str) -> pd.DataFrame:
    with screen.asker.door.reading(screen.asker.viewer) as session:
        return finding.find(session, text)


def _chosen(row: dict[Any, Any]) -> Chosen:
    unit = row[finding.UNIT_CODE]
    return Chosen(
        int(row[finding.PERSON]), str(row[finding.NAME]), None if pd.isna(unit) else str(unit)
    )


def _line(row: dict[Any, Any]) -> str:
    """The name, and what tells people of one name apart; of a number only its end."""
    number, status, unit = row[finding.NUMBER], row[finding.STATUS], row[finding.UNIT_NAME]
    parts = (
        row[finding.NAME],
        None if pd.isna(number) else masked(number),
        None if pd.isna(status) else LegalStatus.of(status).label(language()),
        None if pd.isna(unit) else str(unit),
    )
    return " · ".join(part for part in parts if part)
