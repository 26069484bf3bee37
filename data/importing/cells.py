"""Columns of text, encoded: each distinct text is looked at once, however often it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from data.importing.mapping import Plan
from data.importing.parsing import cleaned
from data.importing.profiles import HeadingExpression, Target
from data.importing.reading import Chunk
from data.sheets import normal

Indices = "np.ndarray[Any, np.dtype[np.int64]]"


@dataclass(frozen=True)
class TextColumn:
    """A column as indices into its distinct, cleaned texts."""

    indices: Any
    texts: list[str]

    def text_at(self, row: Any) -> str:
        """The cleaned text of one row."""
        return self.texts[int(self.indices[row])]

    def spread(self, values: Sequence[Any]) -> Any:
        """`values` (one for each distinct text) laid out over the rows, as objects."""
        table = np.empty(len(values), dtype=object)
        table[:] = values
        return table[self.indices] if len(values) else np.empty(0, dtype=object)


def encode(array: "pa.Array") -> TextColumn:
    """Encode one array of text."""
    encoded = array.dictionary_encode()
    indices = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return TextColumn(indices, [cleaned(text) for text in encoded.dictionary.to_pylist()])


@dataclass(frozen=True)
class Cells:
    """Some rows on their way into one table: line numbers and a column for each heading."""

    lines: Any
    columns: Mapping[str, TextColumn]

    def combined(self, headings: Sequence[str]) -> tuple[Any, list[tuple[str, ...]]]:
        """Rows as indices into the distinct tuples under `headings`; an absent one is empty."""
        present = [self.columns.get(heading) for heading in headings]
        code = np.zeros(len(self.lines), dtype=np.int64)
        for column in present:
            if column is not None and len(column.texts) > 1:
                code = code * len(column.texts) + column.indices
        _, first, inverse = np.unique(code, return_index=True, return_inverse=True)
        tuples = [
            tuple("" if column is None else column.text_at(row) for column in present)
            for row in first.tolist()
        ]
        return inverse.reshape(-1), tuples


def cells_of(chunk: Chunk, target: Target, plan: Plan) -> Cells:
    """The cells that `target` takes from a chunk, rows chosen by its condition."""
    if not len(chunk.lines):
        return Cells(chunk.lines, {})
    if target.when is None and all(
        isinstance(expression, HeadingExpression) for expression in target.cells.values()
    ):
        columns = {
            heading: encode(chunk.columns[expression.position])
            for heading, expression in target.cells.items()
            if isinstance(expression, HeadingExpression)
        }
        return Cells(chunk.lines, columns)
    return _row_by_row(chunk, target, [normal(heading) for heading in plan.headings])


def _row_by_row(chunk: Chunk, target: Target, names: list[str]) -> Cells:
    """Rows of a profile whose cells are computed: small sheets, so one by one."""
    rows = list(zip(*(column.to_pylist() for column in chunk.columns), strict=True))
    kept: list[int] = []
    made: dict[str, list[str]] = {heading: [] for heading in target.cells}
    for position, row in enumerate(rows):
        texts = [cleaned(cell) for cell in row]
        named = dict(zip(names, texts, strict=True))
        if target.when is not None and not target.when(named):
            continue
        kept.append(position)
        for heading, expression in target.cells.items():
            made[heading].append(expression(named, texts))
    columns = {heading: encode(pa.array(cells, pa.string())) for heading, cells in made.items()}
    return Cells(chunk.lines[np.array(kept, dtype=np.int64)], columns)


def each_distinct(column: TextColumn, function: Callable[[str], Any]) -> list[Any]:
    """`function` of each distinct text."""
    return [function(text) for text in column.texts]
