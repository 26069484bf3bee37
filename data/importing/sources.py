"""What every readable file gives: a look at its first rows, and its rows as columns of text."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute

from data.arrays import whole_numbers
from data.importing.issues import Issue, Rule

HEADER_WITHIN = 20
MOST_COLUMNS = 500
LARGEST_FILE = 4_000_000_000
ROWS_A_CHUNK = 50_000
SHOWN_NUL = "\u2400"


@dataclass(frozen=True)
class Fault:
    """Something wrong with a cell, or with a whole row (`position` is None), seen when reading."""

    line: int
    position: int | None
    rule: Rule
    value: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file: their line numbers and one array of text for each heading."""

    lines: "np.ndarray[Any, np.dtype[np.int64]]"
    columns: list["pa.Array"]
    misfits: list[tuple[int, list[str]]]
    faults: Sequence[Fault] = field(default=())


class Source(ABC):
    """A file that was looked through once.

    `layouts` are the ways to read it: separators of a text file, sheets of a workbook.
    """

    path: Path
    sha256: str
    encoding: str
    layouts: tuple[str, ...]

    @abstractmethod
    def head(self, layout: str) -> list[list[str]]:
        """The first rows, as cells of text."""

    @abstractmethod
    def chunks(self, layout: str, header_row: int, width: int) -> Iterator[Chunk]:
        """The rows below the header, in order; memory is bounded by a chunk."""

    @abstractmethod
    def notes(self, layout: str) -> list[Issue]:
        """How it was read, for the report."""


def chunk_of(rows: list[tuple[int, list[str]]], width: int, faults: Sequence[Fault] = ()) -> Chunk:
    """A chunk of rows with their line numbers; those of another width are its misfits."""
    good = [(line, cells) for line, cells in rows if len(cells) == width]
    bad = [(line, cells) for line, cells in rows if len(cells) != width]
    columns = [pa.array(cells, pa.string()) for cells in zip(*(c for _, c in good), strict=True)]
    lines = np.array([line for line, _ in good], dtype=np.int64)
    return without_blank_rows(Chunk(lines, columns, filled_rows(bad), faults))


def filled_rows(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows that hold anything."""
    return [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]


def without_blank_rows(chunk: Chunk) -> Chunk:
    """The chunk without its blank rows: empty lines and lines of separators only."""
    if not chunk.columns:
        return chunk
    lengths = [whole_numbers(compute.binary_length(column)) for column in chunk.columns]
    filled = np.logical_or.reduce([length != 0 for length in lengths])
    if filled.all():
        return chunk
    rows = np.flatnonzero(filled)
    places = pa.Array.from_buffers(pa.int64(), len(rows), [None, pa.py_buffer(rows)])
    kept = [column.take(places) for column in chunk.columns]
    return Chunk(chunk.lines[rows], kept, chunk.misfits, chunk.faults)
