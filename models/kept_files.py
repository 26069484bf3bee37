"""Stored files (scans, letters), each under its hash: copied whole, and looked for."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

FOLDER = "dokumen"


def folder_of(database: Path) -> Path:
    """Where the files of a database or of its backup stand: beside it."""
    return database.parent / FOLDER


def copy_files(digests: Iterable[str], source: Path, target: Path) -> None:
    """Copy each file that is whole in `source`; one that is whole in `target` is left."""
    for digest in digests:
        place = target / digest
        if not is_whole(place) and is_whole(source / digest):
            _place(source / digest, place)


def is_whole(path: Path) -> bool:
    """Whether the file stands there and has the hash that it is named after."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        digest = sha256()
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest() == path.name


def _place(file: Path, place: Path) -> None:
    """Whole or not at all, for its owner alone."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent)
    os.close(handle)
    try:
        shutil.copyfile(file, name)
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
