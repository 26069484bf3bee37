"""The table behind a chart, and its two files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.caching import replayed
from dashboard.widgets.keeping import folded
from data.exporting.frames import CsvStyle, frame_csv

Write = Callable[[Any, str], str]


@dataclass(frozen=True)
class Heading:
    """How one column of an answer is called, and how its cells are written."""

    label: str
    write: Write | None = None


def count(value: Any, language: str) -> str:
    """A whole number."""
    return formats.UNKNOWN if pd.isna(value) else formats.number(float(value), language)


def share(value: Any, language: str) -> str:
    """A share of 1 as a percentage with one decimal."""
    return formats.UNKNOWN if pd.isna(value) else formats.percent(value, language, of=100)


def decimal(value: Any, language: str) -> str:
    """A number with one decimal."""
    return formats.UNKNOWN if pd.isna(value) else formats.number(value, language, decimals=1)


def two_decimals(value: Any, language: str) -> str:
    """A number with two decimals."""
    return formats.UNKNOWN if pd.isna(value) else formats.number(value, language, decimals=2)


def day(value: Any, language: str) -> str:
    """A day; a missing one is unknown, not empty."""
    return t("umum.tidak_diketahui") if pd.isna(value) else formats.short_day(value, language)


def month(value: Any, language: str) -> str:
    """A month by its name."""
    return formats.month(value, language)


def known(value: Any, _language: str) -> str:
    """A text, or that it is not known."""
    return t("umum.tidak_diketahui") if pd.isna(value) else str(value)


def show_table(
    frame: pd.DataFrame, headings: Mapping[str, Heading], *, name: str, said: str | None = None
) -> None:
    """Under a chart: the table, folded, with `name`.csv in both styles.

    `said` names it where it is more than what the chart above shows.

    The cells are written in the language, sort by what they mean, and are written only once
    unfolded: writing tables was the half of a run. A fragment for each would cost more in every
    run than it saves when one is unfolded.
    """
    label = said or t("umum.tabel")
    part = folded(label, key=f"tabel-{name}")
    if not part.open:
        return
    with part:
        show_rows(frame, headings, name=name, said=label)


def show_rows(
    frame: pd.DataFrame, headings: Mapping[str, Heading], *, name: str, said: str
) -> None:
    """A table that stands open, with its two files; `said` tells those who cannot see it."""
    show_written(frame, headings, said=said)
    with st.container(horizontal=True):
        _download(frame, headings, name, CsvStyle.PLAIN)
        _download(frame, headings, name, CsvStyle.EXCEL)


def show_written(
    frame: pd.DataFrame,
    headings: Mapping[str, Heading],
    *,
    said: str,
    widths: Mapping[str, int] | None = None,
) -> None:
    """The table alone; `widths` are of columns by their labels.

    Writing and packing it was most of a run, so equal ones are sent again as they were.
    """
    columns = {
        label: st.column_config.TextColumn(width=width) for label, width in (widths or {}).items()
    }

    def show() -> None:
        st.dataframe(
            written(frame, headings), hide_index=True, alt=said, placeholder=formats.UNKNOWN,
            column_config=columns,
        )  # fmt: skip

    how = [(name, one.label, _place_of(one.write)) for name, one in headings.items()]
    replayed(show, frame, tuple(how), said, tuple(columns.items()))


def _place_of(write: Any) -> str:
    """Which writer it is, with what it was made for."""
    if not hasattr(write, "__code__"):
        return repr(write)
    made_for = [_place_of(cell.cell_contents) for cell in write.__closure__ or ()]
    return f"{write.__code__.co_filename}:{write.__code__.co_firstlineno}:{made_for}"


def written(frame: pd.DataFrame, headings: Mapping[str, Heading]) -> Any:
    """The headed columns, each cell written as people read it."""
    labels = {column: heading.label for column, heading in headings.items()}
    writers: dict[str, Any] = {
        heading.label: _in(language(), heading.write)
        for heading in headings.values()
        if heading.write
    }
    headed = frame[list(headings)].rename(columns=labels)
    return headed.style.format(writers)


def csv_bytes(frame: pd.DataFrame, headings: Mapping[str, Heading], style: CsvStyle) -> bytes:
    """The same columns as plain values: days, numbers, and nothing where nothing is known."""
    labels = {column: heading.label for column, heading in headings.items()}
    return frame_csv(frame[list(headings)].rename(columns=labels), style)


def _in(language: str, write: Write) -> Callable[[Any], str]:
    return lambda value: write(value, language)


def _download(
    frame: pd.DataFrame, headings: Mapping[str, Heading], name: str, style: CsvStyle
) -> None:
    excel = style is CsvStyle.EXCEL
    st.download_button(
        t("umum.unduh_excel") if excel else t("umum.unduh_csv"),
        lambda: csv_bytes(frame, headings, style),
        file_name=f"{name}-excel.csv" if excel else f"{name}.csv",
        mime="text/csv",
        key=f"{name}-{style}",
        on_click="ignore",
        icon=":material/download:",
    )
