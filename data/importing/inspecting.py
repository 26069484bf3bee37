"""One pass over the bytes of a text file: hash, encoding, quotes, NULs, the longest line."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.importing import issues, workbook_issues
from data.importing.issues import FileRefused, Issue

LONGEST_LINE = 1_000_000
_STEP = 1 << 20
_MAGIC = {
    b"%pdf": "PDF", b"<htm": "HTML", b"<!do": "HTML", b"<table": "HTML",
    b"<?xml": "XML", b"\x1f\x8b": "GZIP", b"\x89png": "PNG", b"\xff\xd8\xff": "JPEG",
    b"rar!": "RAR", b"7z\xbc\xaf": "7Z", b"\x7felf": "ELF", b"sqlite format 3": "SQLite",
}  # fmt: skip
_LOOKS_FOR_PASSWORD = 64_000_000
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_UNDEFINED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_TWO_BYTES = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")


@dataclass(frozen=True)
class Inspection:
    """What one pass over a text file told."""

    sha256: str
    encoding: str
    quoted: bool
    lines_with_nul: int


def inspect(path: Path) -> Inspection:
    """Look a text file through. Raises `FileRefused` for what cannot be read as text."""
    look = _Look()
    with path.open("rb") as stream:
        while block := stream.read(_STEP):
            if not look.seen:
                _refuse_other_kinds(block, path)
            look.take(block)
            if look.longest > LONGEST_LINE:
                break
    look.finish()
    refusal = _refusal(look)
    if refusal is not None:
        raise FileRefused(refusal, path.name)
    return Inspection(look.digest.hexdigest(), look.encoding, look.quoted, look.lines_with_nul)


def _refuse_other_kinds(start: bytes, path: Path) -> None:
    if start.startswith(_COMPOUND):
        with path.open("rb") as stream:
            encrypted = _ENCRYPTED_PART in stream.read(_LOOKS_FOR_PASSWORD)
        if encrypted:
            raise FileRefused(Issue(workbook_issues.ENCRYPTED), path.name)
        raise FileRefused(Issue(issues.NOT_TEXT, details={"other": "XLS"}), path.name)
    if start.startswith(b"MZ") and b"\0" in start[:64]:
        raise FileRefused(Issue(issues.NOT_TEXT, details={"other": "EXE"}), path.name)
    beginning = start.removeprefix(codecs.BOM_UTF8).lstrip()[:16].lower()
    for magic, kind in _MAGIC.items():
        if beginning.startswith(magic):
            raise FileRefused(Issue(issues.NOT_TEXT, details={"other": kind}), path.name)


class _Look:
    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.seen = 0
        self.quoted = False
        self.lines_with_nul = 0
        self.longest = 0
        self.bom: str | None = None
        self.bad_offset: int | None = None
        self.bad_line = 0
        self.undefined = False
        self._lines = 1
        self._run = 0
        self._multibyte = False
        self._decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder("utf-8")()

    def take(self, block: bytes) -> None:
        """Take the next bytes in."""
        if self.seen == 0:
            self.bom = _bom(block)
            if self.bom == "utf-16":
                self._decoder = codecs.getincrementaldecoder("utf-16")()
        self.digest.update(block)
        self.quoted = self.quoted or b'"' in block
        if b"\0" in block:
            lines = re.split(rb"[\r\n]", block)
            self.lines_with_nul += sum(b"\0" in line for line in lines)
            if self.seen == 0 and b"\0" in lines[0]:
                self.lines_with_nul += 1  # a header with NUL is no header
        self._measure_lines(block)
        self._decode(block)
        self.seen += len(block)

    def finish(self) -> None:
        """Note a character that the end of the file cuts off."""
        if self.bad_offset is None:
            self._decode(b"", final=True)

    def _measure_lines(self, block: bytes) -> None:
        data = np.frombuffer(block, np.uint8)
        ends = np.flatnonzero((data == 10) | (data == 13))
        if not len(ends):
            self._run += len(block)
            self.longest = max(self.longest, self._run)
            return
        gap = int(np.diff(ends).max()) if len(ends) > 1 else 0
        self.longest = max(self.longest, self._run + int(ends[0]), gap)
        self._run = len(block) - int(ends[-1]) - 1

    def _decode(self, block: bytes, *, final: bool = False) -> None:
        if not block.isascii():
            self.undefined = self.undefined or bool(_UNDEFINED_IN_CP1252.search(block))
        if self.bad_offset is not None:
            self._multibyte = self._multibyte or bool(_TWO_BYTES.search(block))
            return
        try:
            text = self._decoder.decode(block, final)
        except UnicodeDecodeError as error:
            good, rest = block[: error.start], block[error.start :]
            self.bad_offset = self.seen + error.start
            self.bad_line = self._lines + good.count(b"\n")
            self._multibyte = self._multibyte or not good.isascii() or bool(_TWO_BYTES.search(rest))
        else:
            self._multibyte = self._multibyte or not block.isascii()
            self._lines += text.count("\n")

    @property
    def unreadable(self) -> bool:
        """Whether some of it is not in the encoding that most of it seems to be in."""
        if self.bad_offset is None:
            return False
        return self.bom is not None or self._multibyte or self.undefined

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


def _refusal(look: _Look) -> Issue | None:
    if look.longest > LONGEST_LINE:
        return Issue(issues.LONG_LINE, details={"allowed": str(LONGEST_LINE)})
    if look.lines_with_nul > 1 and look.bom != "utf-16":
        return Issue(issues.NUL_BYTES)
    if look.unreadable:
        where = {"offset": str(look.bad_offset), "row": str(look.bad_line)}
        return Issue(issues.MIXED_ENCODING, details=where)
    return None
