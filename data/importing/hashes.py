"""Hashes of the keys of all staged rows: they tell whether any two may be alike."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from weakref import finalize

import numpy as np

MOST_AT_ONCE = 1_000_000
_BYTES = 8
Array = Any  # of 64-bit integers


class Hashes:
    """Those of a long file lie on disk, so that memory does not grow with its rows."""

    def __init__(self) -> None:
        self._count = 0
        self._fresh: list[Array] = []
        self._file: Any = None

    def add(self, keys: Iterable[Any]) -> None:
        """Keep the hash of each key."""
        hashes = np.fromiter(map(hash, keys), np.int64)
        self._count += len(hashes)
        self._fresh.append(hashes)
        if self._count > MOST_AT_ONCE:
            self._write()

    def repeat(self) -> bool:
        """Whether any two are equal: looked at class by class, each small enough to be sorted."""
        if self._file is None:
            return _repeat(self._fresh)
        classes = self._count // MOST_AT_ONCE + 1
        return any(
            _repeat([part[part % classes == one] for part in self._written()])
            for one in range(classes)
        )

    def _write(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="sinergi-sidik-")  # noqa: SIM115
            finalize(self, self._file.close)
        for hashes in self._fresh:
            self._file.write(hashes)
        self._fresh.clear()

    def _written(self) -> Iterator[Array]:
        self._file.seek(0)
        while part := self._file.read(MOST_AT_ONCE * _BYTES):
            yield np.frombuffer(part, np.int64)


def _repeat(parts: Sequence[Array]) -> bool:
    hashes = np.concatenate([np.empty(0, np.int64), *parts])
    hashes.sort()
    return bool((hashes[1:] == hashes[:-1]).any())
