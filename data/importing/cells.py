"""Columns of text, encoded: each distinct text is looked at once, however often it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute

from data.arrays import whole_numbers
from data.importing import content_issues, workbook_issues
from data.importing.issues import Issue, Rule, masked
from data.importing.mapping import Plan
from data.importing.parsing import cleaned
from data.importing.profiles import TITLE, HeadingExpression, Target
from data.importing.sources import Chunk, Fault
from data.neutral import restored
from data.sheets import normal

_NOT_CLEAN = "^ | $|  |[^ -~]"  # what cleaning may change; most columns hold none of it
Indices = "np.ndarray[Any, np.dtype[np.int64]]"


@dataclass(frozen=True)
class TextColumn:
    """A column as indices into its distinct, cleaned texts.

    `tidied`: what cleaning changed, as rule, number of cells, first row.
    """

    indices: Any
    texts: list[str]
    tidied: tuple[tuple[Rule, int, int], ...] = ()

    def text_at(self, row: Any) -> str:
        """The cleaned text of one row."""
        return self.texts[int(self.indices[row])]

    def spread(self, values: Sequence[Any]) -> Any:
        """`values` (one for each distinct text) laid out over the rows, as objects."""
        table = np.empty(len(values), dtype=object)
        table[:] = values
        return table[self.indices] if len(values) else np.empty(0, dtype=object)


def encode(array: "pa.Array") -> TextColumn:
    """Encode one array of text, without the marks that our own files put before formulas."""
    encoded = array.dictionary_encode()
    indices = whole_numbers(encoded.indices).astype(np.int64)
    raw = encoded.dictionary.to_pylist()
    touched = compute.any(compute.match_substring_regex(encoded.dictionary, _NOT_CLEAN)).as_py()
    texts = [cleaned(text) for text in raw] if touched else raw
    tidied = _tidied(raw, texts, indices) if raw != texts else ()
    if compute.any(compute.starts_with(encoded.dictionary, "'")).as_py():
        texts = [restored(text) for text in texts]
    return TextColumn(indices, texts, tidied)


def _tidied(raw: list[str], texts: list[str], indices: Any) -> tuple[tuple[Rule, int, int], ...]:
    found = []
    for rule, touched in (
        (content_issues.SPACES_TIDIED, [_spaced(a, b) for a, b in zip(raw, texts, strict=True)]),
        (content_issues.DIGITS_TRANSLATED, [_foreign(text) for text in raw]),
    ):
        rows = np.flatnonzero(np.array(touched, dtype=bool)[indices])
        if len(rows):
            found.append((rule, len(rows), int(rows[0])))
    return tuple(found)


def _spaced(raw: str, text: str) -> bool:
    return raw != text and bool(text) and not _foreign(raw)


def _foreign(text: str) -> bool:
    return not text.isascii() and any(c.isdecimal() and not c.isascii() for c in text)


@dataclass(frozen=True)
class Cells:
    """Some rows on their way into one table: line numbers and a column for each heading.

    `faults` are what the reading found in them; such rows do not go in.
    """

    lines: Any
    columns: Mapping[str, TextColumn]
    faults: Sequence[Issue] = field(default=())

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
    positions = {
        expression.position: heading
        for heading, expression in target.cells.items()
        if isinstance(expression, HeadingExpression)
    }
    if target.when is None and len(positions) == len(target.cells):
        columns = {heading: encode(chunk.columns[n]) for n, heading in positions.items()}
        cells = Cells(chunk.lines, columns)
    else:
        names = [normal(heading) for heading in plan.headings]
        cells = _row_by_row(chunk, target, names, plan.titles)
        positions = dict(enumerate(plan.headings))
    if not chunk.faults:
        return cells
    return replace(cells, faults=_faults(chunk.faults, set(cells.lines.tolist()), positions))


def _faults(
    faults: Sequence[Fault], lines: set[int], headings: Mapping[int, str]
) -> tuple[Issue, ...]:
    """The faults of these lines, in columns that are used."""
    found = []
    for fault in faults:
        whole_row = fault.position is None
        if fault.line in lines and (whole_row or fault.position in headings):
            heading = None if fault.position is None else headings[fault.position]
            rounded = fault.rule is workbook_issues.ROUNDED_BY_EXCEL
            value = masked(fault.value) if rounded else fault.value[:80]
            found.append(Issue(fault.rule, fault.line, heading, value, dict(fault.details)))
    return tuple(found)


def _row_by_row(chunk: Chunk, target: Target, names: list[str], titles: Mapping[str, str]) -> Cells:
    """Rows of a profile whose cells are computed: small sheets, so one by one."""
    rows = list(zip(*(column.to_pylist() for column in chunk.columns), strict=True))
    above = {TITLE + label: value for label, value in titles.items()}
    kept: list[int] = []
    made: dict[str, list[str]] = {heading: [] for heading in target.cells}
    for position, row in enumerate(rows):
        texts = [cleaned(cell) for cell in row]
        named = dict(zip(names, texts, strict=True)) | above
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
