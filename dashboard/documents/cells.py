"""Entries of a document's tables, written in the language of the run; nothing known is a dash."""

from datetime import date

from dashboard.documents.content import Cell
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.indicators.estimate import Estimate


def words(text: object) -> Cell:
    """A text; missing: that it is not known."""
    return Cell(t("umum.tidak_diketahui") if text is None else str(text))


def count(value: int | None) -> Cell:
    """A whole number."""
    return Cell(formats.number(value, language()), value, "count")


def share(value: float | None, *, of: float | None = None) -> Cell:
    """A share of 1, as a percentage with as many decimals as `of` so many can carry."""
    return Cell(formats.percent(value, language(), of=of), value, "share")


def decimal(value: float | None) -> Cell:
    """A number with one decimal."""
    return Cell(formats.number(value, language(), decimals=1), value, "decimal")


def rupiah(value: int | None) -> Cell:
    """An amount of money, whole."""
    if value is None:
        return Cell(formats.UNKNOWN, None, "rupiah")
    return Cell(f"Rp{formats.number(value, language())}", value, "rupiah")


def day(value: date | None) -> Cell:
    """A day; missing: that it is not known."""
    if value is None:
        return Cell(t("umum.tidak_diketahui"), None, "day")
    return Cell(formats.short_day(value, language()), value, "day")


def figure_cell(estimate: Estimate) -> Cell:
    """The value of an estimate, or a dash while it may not stand alone."""
    if estimate.value is None or estimate.status != "ok":
        return Cell(formats.UNKNOWN)
    if estimate.unit == "proportion":
        return share(estimate.value, of=estimate.denominator)
    if estimate.unit == "people":
        return count(round(estimate.value))
    return decimal(estimate.value)
