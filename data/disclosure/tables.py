"""A table of counts with its margins, as it is or as the public may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.disclosure.counts import public_count, public_total
from models.codes import DisclosureLevel


@dataclass(frozen=True)
class Count:
    """A cell: how many people, and whether nobody could have been there (a structural zero)."""

    people: int
    structural: bool = False


@dataclass(frozen=True)
class Margined:
    """Cells row by row with the totals of rows, of columns and of all; None is hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None


def margined(table: Sequence[Sequence[Count]], level: DisclosureLevel) -> Margined:
    """The table at `level`: exact for the own unit, else fit for the public.

    Totals are made from the cells as shown, so that no hidden one can be found by subtraction.

    >>> margined([[Count(3), Count(12)], [Count(0, True), Count(21)]], DisclosureLevel.PUBLIK).rows
    (10, 20)
    """
    cells = tuple(tuple(_shown(cell, level) for cell in row) for row in table)
    return Margined(
        cells,
        tuple(public_total(row) for row in cells),
        tuple(public_total(column) for column in zip(*cells, strict=True)),
        public_total(cell for row in cells for cell in row),
    )


def _shown(cell: Count, level: DisclosureLevel) -> int | None:
    if level == DisclosureLevel.UNIT:
        return cell.people
    return public_count(cell.people, structural=cell.structural)
