"""One form field for one declared column: its label, what may be entered, and what it held.

A column that is declared anew needs nothing here; its type and declaration say what to draw.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
import streamlit as st

import models
from dashboard.texts.catalogue import language, t
from dashboard.widgets.coded import names_of
from dashboard.widgets.keeping import keep
from dashboard.widgets.screen import Screen
from models.codes import Labelled
from models.columns import Declaration, declaration_of

LONG = 500  # signs from which a text gets several lines
_FIRST, _LAST = date(1990, 1, 1), date(2100, 12, 31)
_NONE = ""  # an option of None would show Streamlit's own English words


def show_field(
    screen: Screen, table: str, name: str, *,
    key: str, value: Any = None, options: Mapping[str, str] | None = None,
) -> Any:  # fmt: skip
    """Draw the column `name` of `table`, beginning with `value`; gives what it holds now.

    `options` (id or code -> label) are for columns that point to other rows. Nothing chosen or
    written is None.
    """
    column = models.metadata.tables[table].columns[name]
    declaration = declaration_of(column)
    label = label_of(column)  # our own words: a sign escaped in a label is read aloud
    if options is None:
        options = _options(screen, column, declaration)
    if options is not None:
        return _choice(label, options, key=key, value=value, empty=bool(column.nullable))
    if isinstance(column.type, sa.Boolean) and column.nullable:
        return _yes_or_no(label, key=key, value=value)
    if key not in st.session_state:
        st.session_state[key] = bool(value) if isinstance(column.type, sa.Boolean) else value
    return _entry(label, column, declaration, key=key)


def label_of(column: "sa.Column[Any]") -> str:
    """The declared label, with its unit, and a star where something must be entered."""
    declaration = declaration_of(column)
    unit = f" ({declaration.unit})" if declaration.unit else ""
    needed = "" if column.nullable or column.default is not None else " *"
    return f"{declaration.label(language())}{unit}{needed}"


def _options(
    screen: Screen, column: "sa.Column[Any]", declaration: Declaration
) -> Mapping[str, str] | None:
    if declaration.codes:
        return names_of(screen, declaration.codes)
    codes = getattr(column.type, "enum_class", None)
    if codes is not None and issubclass(codes, Labelled):
        return {code.value: code.label(language()) for code in codes}
    return None


def _choice(
    label: str, options: Mapping[str, str], *, key: str, value: Any, empty: bool
) -> str | None:
    begin = _NONE if value is None else str(value)
    allowed = [_NONE, *options] if empty or begin == _NONE else list(options)
    keep(key, allowed, asked=begin, otherwise=allowed[0])
    found: str = st.selectbox(
        label, allowed, key=key,
        format_func=lambda code: t("umum.belum_dipilih") if code == _NONE else options[code],
    )  # fmt: skip
    return found or None


def _yes_or_no(label: str, *, key: str, value: bool | None) -> bool | None:
    """Yes, no, or not known: an empty box would say no."""
    answers = {"ya": t("umum.ya"), "tidak": t("umum.tidak")}
    begin = None if value is None else "ya" if value else "tidak"
    found = _choice(label, answers, key=key, value=begin, empty=True)
    return None if found is None else found == "ya"


def _entry(label: str, column: "sa.Column[Any]", declaration: Declaration, *, key: str) -> Any:
    kind = column.type
    if isinstance(kind, sa.Boolean):
        return st.checkbox(label, key=key)
    if isinstance(kind, sa.Date):
        return st.date_input(
            label, None, key=key, format="DD/MM/YYYY", min_value=_FIRST, max_value=_LAST
        )
    if isinstance(kind, sa.Time):
        return st.time_input(label, None, key=key)
    if isinstance(kind, sa.Float):
        return st.number_input(label, value=None, key=key, step=0.1, format="%.1f")
    if isinstance(kind, sa.Integer):
        return st.number_input(label, value=None, key=key, step=1)
    most = declaration.max_length
    draw = st.text_area if most is not None and most >= LONG else st.text_input
    return draw(label, key=key, max_chars=most)
