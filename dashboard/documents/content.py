"""What a document holds: one value, from which paper, Word, a workbook and a screen are made.

    Document(
        kind="laporan_bulanan", name="laporan-bulanan-CTH001-2026-07", title="Laporan bulanan",
        letterhead=Head(("KEMENTERIAN ...",), "Lapas Contoh", "Jalan Contoh 1"),
        sections=(Section("Kegiatan", (Table("Kegiatan", columns, rows),)),),
    )

All words stand in it already, in one language; the renderers add none but page numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from dashboard.charts.palette import Palette

Kind = Literal["text", "count", "share", "decimal", "day", "rupiah"]


@dataclass(frozen=True)
class Cell:
    """One entry: `text` as people read it, and in a workbook the `value` with its kind."""

    text: str
    value: Any = None
    kind: Kind = "text"


@dataclass(frozen=True)
class Column:
    """The head of a column, and its share of the width beside the others."""

    label: str
    width: float = 1.0
    number: bool = True  # set to the right


@dataclass(frozen=True)
class Table:
    """Rows under columns. `total` is the last row, set apart; `note` says how to read it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    note: str = ""

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the total after them."""
        return self.rows if self.total is None else (*self.rows, self.total)


@dataclass(frozen=True)
class Figure:
    """One number with its name and the sentence that it never travels without (n, interval)."""

    label: str
    shown: Cell
    sentence: str


@dataclass(frozen=True)
class Figures:
    """Figures beside each other."""

    items: tuple[Figure, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Names and what they are, line by line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chart:
    """A frame and how it is drawn, its message, and a sentence for those who cannot see it."""

    said: str
    alt: str
    draw: Callable[[pd.DataFrame, Palette], Any]
    frame: pd.DataFrame


Block = Paragraph | Points | Facts | Figures | Table | Chart


@dataclass(frozen=True)
class Section:
    """A headed part."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Head:
    """What stands above: the lines of the authority, the office in bold, its address."""

    lines: tuple[str, ...]
    office: str
    address: str = ""


@dataclass(frozen=True)
class Signature:
    """One who signs: where and when above (may be dots), the office, the name (may be dots)."""

    above: str
    role: str
    below: str


@dataclass(frozen=True)
class Document:
    """A document in one language. `source` is the small line at the foot of every page."""

    kind: str
    name: str
    title: str
    language: str
    head: Head
    facts: tuple[tuple[str, str], ...] = ()
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    signatures: tuple[Signature, ...] = ()
    source: str = ""
    landscape: bool = False

    @property
    def tables(self) -> tuple[Table, ...]:
        """All its tables, in their order."""
        return tuple(
            block for part in self.sections for block in part.blocks if isinstance(block, Table)
        )
