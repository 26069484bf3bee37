"""Bytes to text cells: encoding, separator, strict width, line numbers. No value is guessed."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.csv as arrow_csv

from data.importing import issues
from data.importing.inspecting import LONGEST_LINE, Inspection, inspect
from data.importing.issues import FileRefused, Issue
from data.importing.sources import (
    HEADER_WITHIN,
    LARGEST_FILE,
    ROWS_A_CHUNK,
    SHOWN_NUL,
    Chunk,
    Fault,
    Source,
    chunk_of,
    filled_rows,
    without_blank_rows,
)
from data.importing.workbooks import Workbook

DELIMITERS = (";", ",", "\t")
BLOCK_BYTES = 1 << 20  # Arrow reads 32 of them ahead
BLOCKS_A_CHUNK = 4
_ZIP = b"PK\x03\x04"
_SIGNS = {";": "`;`", ",": "`,`", "\t": "tab"}
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 (BOM)", "utf-16": "UTF-16"}

csv.field_size_limit(LONGEST_LINE)


class TextFile(Source):
    """A text file that was looked through once: what it is, and how to stream its rows."""

    layouts = DELIMITERS

    def __init__(self, path: Path, found: Inspection) -> None:
        """Remember what the inspection of `path` told."""
        self.path, self.sha256, self.encoding = path, found.sha256, found.encoding
        self._quoted, self._holds_nul = found.quoted, found.lines_with_nul > 0

    def head(self, layout: str) -> list[list[str]]:
        """The first rows, split by the separator `layout`."""
        with self._text() as stream:
            try:
                return list(islice(csv.reader(stream, delimiter=layout), HEADER_WITHIN))
            except csv.Error:
                return []

    def chunks(self, layout: str, header_row: int, width: int) -> Iterator[Chunk]:
        """The rows below the header, in order; memory is bounded by a chunk."""
        if self._quoted:
            chunks = self._quoted_chunks(layout, header_row, width)
        else:
            chunks = self._plain_chunks(layout, header_row, width)
        return map(_with_visible_nul, chunks) if self._holds_nul else chunks

    def notes(self, layout: str) -> list[Issue]:
        """The encoding and the separator."""
        words = _ENCODINGS.get(self.encoding, self.encoding)
        return [Issue(issues.ENCODING_NOTE, details={"allowed": f"{words}, {_SIGNS[layout]}"})]

    def _text(self) -> TextIOWrapper:
        return self.path.open(encoding=self.encoding, newline="")

    def _quoted_chunks(self, delimiter: str, header_row: int, width: int) -> Iterator[Chunk]:
        with self._text() as stream:
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
            rows = _numbered(reader)
            for _ in range(header_row + 1):
                next(rows, None)
            while block := list(islice(rows, ROWS_A_CHUNK)):
                yield chunk_of(block, width)

    def _plain_chunks(self, delimiter: str, header_row: int, width: int) -> Iterator[Chunk]:
        misfits: list[tuple[int, list[str]]] = []

        def keep(row: Any) -> str:
            misfits.append((row.number, row.text.split(delimiter)))
            return "skip"

        with self.path.open("rb") as stream:
            reader = _arrow_reader(stream, self.encoding, delimiter, header_row, width, keep)
            line, position = header_row + 2, 0
            for batch in _together(reader or ()):
                wrong = np.array([number for number, _ in misfits[position:]], dtype=np.int64)
                lines = _lines_around(line, len(batch), wrong)
                end = int(lines[-1]) if len(lines) else line
                done = [(n, cells) for n, cells in misfits[position:] if n <= end]
                position += len(done)
                yield without_blank_rows(Chunk(lines, batch.columns, filled_rows(done)))
                line = end + 1
            yield Chunk(np.empty(0, np.int64), [], filled_rows(misfits[position:]))


def _arrow_reader(
    stream: IO[bytes], encoding: str, delimiter: str, header_row: int, width: int, keep: Any
) -> Any:
    names = [str(number) for number in range(width)]
    try:
        return arrow_csv.open_csv(
            stream,
            read_options=arrow_csv.ReadOptions(
                column_names=names, skip_rows=header_row + 1, block_size=BLOCK_BYTES,
                use_threads=False, encoding="utf8" if encoding == "utf-8-sig" else encoding,
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter, quote_char=False, ignore_empty_lines=False,
                invalid_row_handler=keep,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )  # fmt: skip
    except pa.ArrowInvalid as error:
        if "Empty CSV file" in str(error) or "Could not skip" in str(error):
            return None
        raise


def _together(batches: Iterable[Any]) -> Iterator[Any]:
    """Some batches as one."""
    left = iter(batches)
    while some := list(islice(left, BLOCKS_A_CHUNK)):
        yield pa.concat_batches(some)


def _lines_around(start: int, count: int, wrong: "np.ndarray[Any, Any]") -> Any:
    """`count` line numbers from `start` on, leaving out the `wrong` ones."""
    lines = np.arange(start, start + count, dtype=np.int64)
    for number in np.sort(wrong):
        lines[lines >= number] += 1
    return lines


def _numbered(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins."""
    begin = 1
    try:
        for row in reader:
            yield begin, row
            begin = reader.line_num + 1
    except csv.Error as error:
        detail = {"row": str(begin)}
        raise FileRefused(Issue(issues.UNCLOSED_QUOTE, details=detail)) from error


def _with_visible_nul(chunk: Chunk) -> Chunk:
    """The chunk with a sign for each NUL byte, and those cells named: no database holds them."""
    faults = list(chunk.faults)
    for position, column in enumerate(chunk.columns):
        for row in np.flatnonzero(compute.match_substring(column, "\0").to_numpy(False)):
            faults.append(Fault(int(chunk.lines[row]), position, issues.NUL_IN_CELL))
    columns = [compute.replace_substring(c, "\0", SHOWN_NUL) for c in chunk.columns]
    misfits = [(n, [cell.replace("\0", SHOWN_NUL) for cell in c]) for n, c in chunk.misfits]
    return replace(chunk, columns=columns, misfits=misfits, faults=faults)


def open_source(path: Path) -> Source:
    """Look a file through once. Raises `FileRefused` for what is not a readable file."""
    size = path.stat().st_size
    if size == 0:
        raise FileRefused(Issue(issues.EMPTY_FILE), path.name)
    if size > LARGEST_FILE:
        details = {"allowed": str(LARGEST_FILE)}
        raise FileRefused(Issue(issues.TOO_LARGE, details=details), path.name)
    with path.open("rb") as stream:
        start = stream.read(len(_ZIP))
    if start == _ZIP:
        return Workbook(path)
    return TextFile(path, inspect(path))
