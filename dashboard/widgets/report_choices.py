"""Which report, about what: each choice gives its document and how its file is made again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.documents.content import Document
from dashboard.documents.evaluation import evaluation_document
from dashboard.documents.monthly import month_name, monthly_document
from dashboard.documents.partner_sheet import partner_document
from dashboard.documents.quarterly import quarterly_document
from dashboard.documents.yearly import yearly_document
from dashboard.texts.catalogue import t
from dashboard.widgets import address
from dashboard.widgets.agreement_choice import choose_agreement
from dashboard.widgets.choosing_partner import choose_partner, show_why_untold
from dashboard.widgets.coded import roman
from dashboard.widgets.keeping import keep
from dashboard.widgets.paper import Build
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from data.answers import choices, columns
from data.answers.planned import agreement_id, report_ids
from data.queries.agreement_page import Key
from data.reports.evaluation import evaluation
from data.reports.monthly import monthly_report
from data.reports.partner_sheet import partner_sheet
from data.reports.quarterly import quarterly_content
from data.reports.yearly import yearly_report
from models.codes import DisclosureLevel

_MONTH, _QUARTER, _YEAR, _PARTNER = (
    "laporan-bulan", "laporan-triwulan", "laporan-tahun", "laporan-mitra",
)  # fmt: skip
_MONTHS, _YEARS = 36, 4
WIDTH = 320


@dataclass(frozen=True)
class Chosen:
    """A document on the screen, and how to make it for a file."""

    document: Document
    build: Build
    about: tuple[tuple[str, str], ...]
    level: DisclosureLevel = DisclosureLevel.UNIT


def monthly(screen: Screen) -> Chosen | None:
    """A unit's month; None while no session was held at all."""
    known = screen.asker.ask(choices.period)
    if known is None:
        st.info(t("laporan.belum_ada"))
        return None
    month, today = _choose_month(known), screen.today
    unit = _unit(screen)
    if unit is None:
        return None
    return Chosen(
        monthly_document(screen.asker.ask(monthly_report, unit, month), today),
        lambda session, record: monthly_document(
            monthly_report(session, unit, month), today, record
        ),
        (("unit", unit), ("month", f"{month:%Y-%m}")),
    )  # fmt: skip


def quarterly(screen: Screen) -> Chosen | None:
    """The report of one quarter of an agreement; None where none was begun."""
    key, today = choose_agreement(screen), screen.today
    if key is None:
        return None
    when = _choose_quarter(screen, key)
    if when is None:
        st.info(t("laporan.tanpa_triwulan"))
        return None
    return Chosen(
        quarterly_document(screen.asker.ask(quarterly_content, key, *when, as_of=today), today),
        lambda session, record: quarterly_document(
            quarterly_content(session, key, *when, as_of=today), today, record
        ),
        (("owner", key.owner), ("agreement", key.code), ("quarter", f"{when[0]}-{when[1]}")),
    )  # fmt: skip


def of_agreement(screen: Screen) -> Chosen | None:
    """The evaluation of an agreement; None while there is none."""
    key, today = choose_agreement(screen), screen.today
    if key is None:
        return None
    return Chosen(
        evaluation_document(screen.asker.ask(evaluation, key, as_of=today), today),
        lambda session, record: evaluation_document(
            evaluation(session, key, as_of=today), today, record
        ),
        (("owner", key.owner), ("agreement", key.code)),
    )  # fmt: skip


def yearly(screen: Screen) -> Chosen | None:
    """The LKjIP table of a year; None while there is no unit."""
    year, today = _choose_year(screen), screen.today
    unit = _unit(screen)
    if unit is None:
        return None
    return Chosen(
        yearly_document(screen.asker.ask(yearly_report, unit, year, as_of=today), today),
        lambda session, record: yearly_document(
            yearly_report(session, unit, year, as_of=today), today, record
        ),
        (("unit", unit), ("year", str(year))),
    )  # fmt: skip


def of_partner(screen: Screen) -> Chosen | None:
    """The sheet of a partner at its own level; None while there is none."""
    partner, year, today = (
        choose_partner(screen, key=_PARTNER, width=WIDTH), _choose_year(screen), screen.today,
    )  # fmt: skip
    if partner is None:
        return None
    if partner.untold is not None:
        show_why_untold(screen, partner)
        return None
    key = partner.key
    return Chosen(
        partner_document(screen.asker.ask(partner_sheet, key, year, as_of=today), today),
        lambda session, record: partner_document(
            partner_sheet(session, key, year, as_of=today), today, record
        ),
        (("owner", key.owner), ("partner", key.code), ("year", str(year))),
        DisclosureLevel.MITRA,
    )  # fmt: skip


CHOICES: dict[str, Callable[[Screen], Chosen | None]] = {
    "bulanan": monthly, "triwulan": quarterly, "evaluasi": of_agreement, "lkjip": yearly,
    "mitra": of_partner,
}  # fmt: skip


def _unit(screen: Screen) -> str | None:
    """The unit of the sidebar; without one the unit at the top, with all below it, if any."""
    filter = screen.chosen.filter
    if filter is not None and filter.unit is not None:
        return filter.unit
    units = screen.asker.ask(choices.units)
    if units.empty:
        st.info(t("ekspor.tanpa_unit"))
        return None
    st.caption(t("laporan.semua_unit", unit=plain(units[columns.UNIT_NAME].iloc[0])))
    return str(units[columns.UNIT_CODE].iloc[0])


def _choose_month(known: tuple[date, date]) -> date:
    """The last month with a session held, unless another is asked for."""
    months = {f"{month:%Y-%m}": month for month in _months_back(known[1])}
    latest = next(iter(months))
    keep(_MONTH, months, asked=address.asked(address.MONTH), otherwise=latest)
    chosen: str = st.selectbox(
        t("laporan.bulan"), list(months), key=_MONTH, width=WIDTH,
        format_func=lambda code: month_name(months[code]),
    )  # fmt: skip
    address.show(address.MONTH, None if chosen == latest else chosen)
    return months[chosen]


def _months_back(last: date) -> list[date]:
    first = last.year * 12 + last.month - 1
    return [date(index // 12, index % 12 + 1, 1) for index in range(first, first - _MONTHS, -1)]


def _choose_quarter(screen: Screen, key: Key) -> tuple[int, int] | None:
    """One of the quarters that a report was begun for, the latest at first."""
    agreement = screen.asker.ask(agreement_id, key)
    begun = {} if agreement is None else screen.asker.ask(report_ids, agreement)
    if not begun:
        return None
    named = {f"{year}-{quarter}": (year, quarter) for year, quarter in sorted(begun, reverse=True)}
    keep(_QUARTER, named, otherwise=next(iter(named)))
    chosen: str = st.selectbox(
        t("laporan.triwulan"), list(named), key=_QUARTER, width=WIDTH,
        format_func=lambda code: t(
            "laporan.triwulan_pilihan", ke=roman(named[code][1]), tahun=named[code][0]
        ),
    )  # fmt: skip
    return named[chosen]


def _choose_year(screen: Screen) -> int:
    years = [str(screen.today.year - back) for back in range(_YEARS)]
    keep(_YEAR, years, otherwise=years[0])
    return int(st.selectbox(t("lkjip.tahun"), years, key=_YEAR, width=WIDTH))
