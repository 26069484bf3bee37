"""Bytes to text cells: encoding, separator, strict width, line numbers. No value is guessed."""

import codecs
import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.csv as arrow_csv

from data.importing import issues
from data.importing.issues import FileRefused, Issue

DELIMITERS = (";", ",", "\t")
HEADER_WITHIN = 20
LONGEST_LINE = 1_000_000
LARGEST_FILE = 4_000_000_000
MOST_COLUMNS = 500
BLOCK_BYTES = 8 << 20
ROWS_A_CHUNK = 50_000
_SNIFF_BYTES = 1 << 20
_MAGIC = {
    b"PK\x03\x04": "XLSX/ZIP", b"%PDF": "PDF", b"\xd0\xcf\x11\xe0": "XLS", b"MZ": "EXE",
    b"<htm": "HTML", b"<!DO": "HTML", b"\x1f\x8b": "GZIP",
}  # fmt: skip


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file: their line numbers and one array of text for each heading."""

    lines: "np.ndarray[Any, np.dtype[np.int64]]"
    columns: list["pa.Array"]
    misfits: list[tuple[int, list[str]]]


@dataclass
class Source:
    """A text file that was looked through once: what it is, and how to stream its rows."""

    path: Path
    sha256: str
    encoding: str
    quoted: bool
    notes: list[Issue] = field(default_factory=list)

    def head(self, delimiter: str) -> list[list[str]]:
        """The first rows, split by `delimiter`."""
        with self._text() as stream:
            try:
                return list(islice(csv.reader(stream, delimiter=delimiter), HEADER_WITHIN))
            except csv.Error:
                return []

    def chunks(self, delimiter: str, header_row: int, width: int) -> Iterator[Chunk]:
        """The rows below the header, in order; memory is bounded by a chunk."""
        if self.quoted:
            return self._quoted_chunks(delimiter, header_row, width)
        return self._plain_chunks(delimiter, header_row, width)

    def _text(self) -> TextIOWrapper:
        return self.path.open(encoding=self.encoding, newline="")

    def _quoted_chunks(self, delimiter: str, header_row: int, width: int) -> Iterator[Chunk]:
        with self._text() as stream:
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
            rows = _numbered(reader)
            for _ in range(header_row + 1):
                next(rows, None)
            while block := list(islice(rows, ROWS_A_CHUNK)):
                yield _chunk(block, width)

    def _plain_chunks(self, delimiter: str, header_row: int, width: int) -> Iterator[Chunk]:
        misfits: list[tuple[int, list[str]]] = []

        def keep(row: Any) -> str:
            misfits.append((row.number, row.text.split(delimiter)))
            return "skip"

        with self.path.open("rb") as stream:
            reader = _arrow_reader(stream, self.encoding, delimiter, header_row, width, keep)
            line, position = header_row + 2, 0
            for batch in reader or ():
                wrong = np.array([number for number, _ in misfits[position:]], dtype=np.int64)
                lines = _lines_around(line, len(batch), wrong)
                end = int(lines[-1]) if len(lines) else line
                done = [(n, cells) for n, cells in misfits[position:] if n <= end]
                position += len(done)
                yield _filled(Chunk(lines, batch.columns, _without_blanks(done)))
                line = end + 1
            yield Chunk(np.empty(0, np.int64), [], _without_blanks(misfits[position:]))


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


def _lines_around(start: int, count: int, wrong: "np.ndarray[Any, Any]") -> Any:
    """`count` line numbers from `start` on, leaving out the `wrong` ones."""
    lines = np.arange(start, start + count, dtype=np.int64)
    for number in np.sort(wrong):
        lines[lines >= number] += 1
    return lines


def _without_blanks(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    return [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]


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


def _chunk(rows: list[tuple[int, list[str]]], width: int) -> Chunk:
    good = [(line, cells) for line, cells in rows if len(cells) == width]
    bad = [(line, cells) for line, cells in rows if len(cells) != width]
    columns = [pa.array(cells, pa.string()) for cells in zip(*(c for _, c in good), strict=True)]
    lines = np.array([line for line, _ in good], dtype=np.int64)
    return _filled(Chunk(lines, columns, _without_blanks(bad)))


def _filled(chunk: Chunk) -> Chunk:
    """The chunk without its blank rows: empty lines and lines of separators only."""
    blank: Any = None
    for column in chunk.columns:
        empty = compute.equal(compute.binary_length(column), 0)
        blank = empty if blank is None else compute.and_(blank, empty)
        if not compute.any(blank).as_py():
            return chunk
    if blank is None:
        return chunk
    keep = compute.invert(blank)
    kept = [column.filter(keep) for column in chunk.columns]
    return Chunk(chunk.lines[keep.to_numpy(zero_copy_only=False)], kept, chunk.misfits)


def open_source(path: Path) -> Source:
    """Look a file through once. Raises `FileRefused` for what is not a readable text file."""
    size = path.stat().st_size
    if size == 0:
        raise FileRefused(Issue(issues.EMPTY_FILE), path.name)
    if size > LARGEST_FILE:
        raise FileRefused(
            Issue(issues.TOO_LARGE, details={"allowed": str(LARGEST_FILE)}), path.name
        )
    with path.open("rb") as stream:
        look = _Look()
        start = b""
        while block := stream.read(_SNIFF_BYTES):
            start = start or block
            look.take(block)
        refusal = _refusal(start, look)
        if refusal is not None:
            raise FileRefused(refusal, path.name)
    encoding = look.encoding
    source = Source(path, look.digest.hexdigest(), encoding, look.quoted)
    if encoding not in ("utf-8", "utf-8-sig"):
        source.notes.append(Issue(issues.ENCODING_NOTE, details={"allowed": encoding}))
    return source


class _Look:
    """One pass over the bytes: hash, encoding, quotes, NULs, the longest line."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.quoted = False
        self.nul = False
        self.longest = 0
        self.bom: str | None = None
        self.bad_offset: int | None = None
        self.bad_line = 0
        self._seen = 0
        self._lines = 1
        self._run = 0
        self._multibyte = False
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def take(self, block: bytes) -> None:
        """Take the next bytes in."""
        if self._seen == 0:
            self.bom = _bom(block)
        self.digest.update(block)
        self.quoted = self.quoted or b'"' in block
        self.nul = self.nul or b"\0" in block
        self._measure_lines(block)
        self._decode(block)
        self._seen += len(block)

    def _measure_lines(self, block: bytes) -> None:
        first = block.find(b"\n")
        if first < 0:
            self._run += len(block)
            self.longest = max(self.longest, self._run)
            return
        self.longest = max(self.longest, self._run + first)
        if len(block) > LONGEST_LINE // 2:
            pieces = np.flatnonzero(np.frombuffer(block, np.uint8) == 10)
            gap = int(np.diff(pieces).max()) if len(pieces) > 1 else 0
            self.longest = max(self.longest, gap)
        self._run = len(block) - block.rfind(b"\n") - 1

    def _decode(self, block: bytes) -> None:
        if self.bad_offset is not None or (self.bom or "").startswith("utf-16"):
            return
        try:
            text = self._decoder.decode(block)
            self._multibyte = self._multibyte or not block.isascii()
            self._lines += text.count("\n")
        except UnicodeDecodeError as error:
            self.bad_offset = self._seen + error.start
            self.bad_line = self._lines + block[: error.start].count(b"\n")
            self._multibyte = self._multibyte or _has_multibyte(block[: error.start])

    @property
    def mixed(self) -> bool:
        """Whether some of it is UTF-8 beyond ASCII and some of it cannot be."""
        return self.bad_offset is not None and (self._multibyte or self.bom == "utf-8-sig")

    @property
    def encoding(self) -> str:
        """The codec that reads it."""
        if self.bom is not None:
            return self.bom
        return "utf-8" if self.bad_offset is None else "cp1252"


def _bom(start: bytes) -> str | None:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _has_multibyte(block: bytes) -> bool:
    try:
        return not block.isascii() and bool(block.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _refusal(start: bytes, look: _Look) -> Issue | None:
    for magic, kind in _MAGIC.items():
        if start.startswith(magic):
            return Issue(issues.NOT_TEXT, details={"other": kind})
    if look.nul and look.bom != "utf-16":
        return Issue(issues.NUL_BYTES)
    if look.mixed:
        where = {"offset": str(look.bad_offset), "row": str(look.bad_line)}
        return Issue(issues.MIXED_ENCODING, details=where)
    if look.longest > LONGEST_LINE:
        return Issue(issues.LONG_LINE, details={"allowed": str(LONGEST_LINE)})
    return None
