"""Laporan: a unit's month as a document, to look at and to take along."""

from datetime import date

import streamlit as st

from dashboard.documents.monthly import month_name, monthly_document
from dashboard.texts.catalogue import t
from dashboard.widgets import address
from dashboard.widgets.keeping import keep
from dashboard.widgets.paper import show_document, show_files
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import choices, columns
from data.reports.monthly import monthly_report

_MONTH = "laporan-bulan"
_MONTHS = 36


def show(screen: Screen) -> None:
    """The monthly report of the chosen unit, and its three files."""
    st.title(t("laporan.judul"), anchor=False)
    st.markdown(t("laporan.pertanyaan"))
    known = screen.asker.ask(choices.period)
    if known is None:
        st.info(t("laporan.belum_ada"))
        return
    month = _choose_month(known)
    unit = _unit(screen)
    report = screen.asker.ask(monthly_report, unit, month)
    document = monthly_document(report, screen.today)
    show_files(
        screen, document,
        lambda session, record: monthly_document(
            monthly_report(session, unit, month), screen.today, record
        ),
        about=(("unit", unit), ("month", f"{month:%Y-%m}")),
    )  # fmt: skip
    show_document(document, screen)


def _unit(screen: Screen) -> str:
    """The unit of the sidebar; without one the unit at the top, with all below it."""
    filter = screen.chosen.filter
    if filter is not None and filter.unit is not None:
        return filter.unit
    units = screen.asker.ask(choices.units)
    st.caption(t("laporan.semua_unit", unit=plain(units[columns.UNIT_NAME].iloc[0])))
    return str(units[columns.UNIT_CODE].iloc[0])


def _choose_month(known: tuple[date, date]) -> date:
    """The last month with a session held, unless another is asked for."""
    months = {f"{month:%Y-%m}": month for month in _months_back(known[1])}
    latest = next(iter(months))
    keep(_MONTH, months, asked=address.asked(address.MONTH), otherwise=latest)
    chosen: str = st.selectbox(
        t("laporan.bulan"), list(months), key=_MONTH, width=320,
        format_func=lambda code: month_name(months[code]),
    )  # fmt: skip
    address.show(address.MONTH, None if chosen == latest else chosen)
    return months[chosen]


def _months_back(last: date) -> list[date]:
    first = last.year * 12 + last.month - 1
    return [date(index // 12, index % 12 + 1, 1) for index in range(first, first - _MONTHS, -1)]
