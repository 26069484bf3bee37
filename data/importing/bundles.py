"""Bundles on their way in: a `.zip` with its descriptor, looked at before anything is unpacked."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing import bundle_issues
from data.importing.archives import open_archive, unpacked
from data.importing.issues import FileRefused, Issue
from data.manifest import DESCRIPTOR, TABLE, Manifest, manifest_of
from data.sheets import NEVER_IN_FILES, sheets

LARGEST_DESCRIPTOR = 5_000_000
_BATCH = models.metadata.tables["import_batch"]


@dataclass(frozen=True)
class Member:
    """One table of a bundle, unpacked."""

    table: str
    path: Path


@dataclass(frozen=True)
class Bundle:
    """An unpacked bundle: its own name, what it says about itself, its tables parents first."""

    name: str
    manifest: Manifest
    members: tuple[Member, ...]


@contextmanager
def opened_bundle(path: Path) -> Iterator[Bundle]:
    """The bundle in a private folder, gone afterwards. Raises `FileRefused`."""
    with (
        open_archive(path) as archive,
        tempfile.TemporaryDirectory(prefix="sinergi-kiriman-") as folder,
    ):
        descriptor = _descriptor(archive, path.name)
        manifest = manifest_of(descriptor)
        if manifest is None:
            raise FileRefused(Issue(bundle_issues.NO_MANIFEST), path.name)
        files = _files(descriptor, archive, path.name)
        members = tuple(
            Member(table, _unpack(archive, name, Path(folder) / f"{table}.csv", digest))
            for table, name, digest in files
        )
        yield Bundle(path.name, manifest, members)


def _descriptor(archive: ZipFile, file_name: str) -> dict[str, Any]:
    names = set(archive.namelist())
    if DESCRIPTOR not in names:
        raise FileRefused(Issue(bundle_issues.NO_MANIFEST), file_name)
    data = b"".join(unpacked(archive, DESCRIPTOR, LARGEST_DESCRIPTOR))
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FileRefused(Issue(bundle_issues.NO_MANIFEST), file_name) from error
    return read if isinstance(read, dict) else {}


def _files(
    descriptor: dict[str, Any], archive: ZipFile, file_name: str
) -> list[tuple[str, str, str]]:
    """Table, name and hash of each file, parents first; what is not described is refused."""
    found = {}
    resources = descriptor.get("resources")
    for one in resources if isinstance(resources, list) else []:
        said = one if isinstance(one, dict) else {}
        found[str(said.get("path"))] = (str(said.get(TABLE)), str(said.get("hash", "")))
    extra = sorted(set(archive.namelist()) - set(found) - {DESCRIPTOR})
    lacking = sorted(set(found) - set(archive.namelist()))
    order = [sheet.name for sheet in sheets()]
    strange = sorted(name for name, (table, _) in found.items()
                     if table in NEVER_IN_FILES or table not in order
                     or PurePosixPath(name).suffix != ".csv")  # fmt: skip
    tables = [table for table, _ in found.values()]
    if wrong := extra or lacking or strange or sorted({t for t in tables if tables.count(t) > 1}):
        detail = {"allowed": ", ".join(wrong[:5])}
        raise FileRefused(Issue(bundle_issues.OTHER_CONTENT, details=detail), file_name)
    listed = [(table, name, digest) for name, (table, digest) in found.items()]
    return sorted(listed, key=lambda one: order.index(one[0]))


def _unpack(archive: ZipFile, name: str, path: Path, digest: str) -> Path:
    """Write a member under a name of ours; its hash must be the described one."""
    seen = sha256()
    with path.open("wb") as stream:
        for block in unpacked(archive, name):
            seen.update(block)
            stream.write(block)
    if digest != f"sha256:{seen.hexdigest()}":
        detail = {"allowed": name}
        raise FileRefused(Issue(bundle_issues.OTHER_HASH, details=detail),
                          Path(archive.filename or "").name)  # fmt: skip
    return path


def check_order(session: Session, bundle: Bundle) -> None:
    """A snapshot that is older than one already in would withdraw what is newer: refused."""
    newest = session.scalar(
        sa.select(sa.func.max(_BATCH.c.sequence)).where(*_same_sender(bundle.manifest))
    )
    manifest = bundle.manifest
    if manifest.snapshot and newest is not None and newest > manifest.sequence:
        detail = {"other": str(manifest.sequence), "allowed": str(newest)}
        raise FileRefused(Issue(bundle_issues.OLDER, details=detail), bundle.name)


def already_in(session: Session, bundle: Bundle, hashes: set[str]) -> tuple[str, str] | None:
    """When and by whom this very bundle went in, if nothing newer of its sender came since."""
    rows = session.execute(
        sa.select(_BATCH.c.created_at, _BATCH.c.account, _BATCH.c.sha256, _BATCH.c.sequence)
        .where(*_same_sender(bundle.manifest)).order_by(_BATCH.c.id.desc())
    ).all()  # fmt: skip
    same = [row for row in rows if row.sequence == bundle.manifest.sequence]
    if not same or rows[0].sequence != bundle.manifest.sequence:
        return None
    if not hashes <= {row.sha256 for row in same}:
        return None
    return same[0].created_at.isoformat(timespec="minutes"), same[0].account


def _same_sender(manifest: Manifest) -> tuple["sa.ColumnElement[bool]", ...]:
    return (
        _BATCH.c.unit_code == manifest.unit, _BATCH.c.month.is_not_distinct_from(manifest.month),
        _BATCH.c.sequence.is_not(None), _BATCH.c.undone_at.is_(None),
    )  # fmt: skip
