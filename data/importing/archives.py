"""Zip files from outside: nothing is unpacked before its declared size was looked at."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from data.importing import workbook_issues
from data.importing.issues import FileRefused, Issue

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 2_000_000_000
LARGEST_RATIO = 300
_RATIO_MATTERS_FROM = 10_000_000
_STEP = 1 << 18
# What `zipfile` raises for bytes that are no good archive.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError,
    ValueError, OverflowError, OSError, KeyError,
)  # fmt: skip


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, once its members are few and small enough. Raises `FileRefused`."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGE as error:
        raise FileRefused(Issue(workbook_issues.DAMAGED_ARCHIVE), path.name) from error
    members = archive.infolist()
    complaint = _too_much(members)
    if complaint is None and any(member.flag_bits & 0x1 for member in members):
        complaint = Issue(workbook_issues.ENCRYPTED)
    if complaint is not None:
        archive.close()
        raise FileRefused(complaint, path.name)
    return archive


def _too_much(members: list[zipfile.ZipInfo]) -> Issue | None:
    if len(members) > MOST_MEMBERS:
        return _over(MOST_MEMBERS, "isi")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        return _over(LARGEST_UNPACKED, "byte")
    for member in members:
        large = member.file_size > _RATIO_MATTERS_FROM
        if large and member.file_size > LARGEST_RATIO * max(member.compress_size, 1):
            return _over(LARGEST_RATIO, "kali")
    return None


def _over(limit: int, what: str) -> Issue:
    return Issue(workbook_issues.ZIP_BOMB, details={"allowed": str(limit), "other": what})


def unpacked(archive: zipfile.ZipFile, name: str, limit: int = LARGEST_UNPACKED) -> Iterator[bytes]:
    """The bytes of a member in steps, counted whatever it declared. Raises `FileRefused`."""
    seen = 0
    file_name = Path(archive.filename or "").name
    try:
        with archive.open(name) as stream:
            while block := stream.read(_STEP):
                seen += len(block)
                if seen > limit:
                    raise FileRefused(_over(limit, "byte"), file_name)
                yield block
    except DAMAGE as error:
        raise FileRefused(Issue(workbook_issues.DAMAGED_ARCHIVE), file_name) from error
