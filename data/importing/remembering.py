"""What was asked of the database for one chunk of a file, kept for the next ones."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

import numpy as np

MOST_KEPT = 1_000_000  # keys; beyond them the memory begins anew
Array = Any
# gets new distinct keys and, for each, the place of a row that has it; gives the columns
Ask = Callable[[Array, Array], Sequence[Array]]


def as_days(values: Sequence[Any]) -> Array:
    """Days, or their ISO text, as ordinals; what is not known is NaN."""
    return _each(values, lambda day: _moment(date, day).toordinal())


def as_minutes(values: Sequence[Any]) -> Array:
    """Times, or their ISO text, as minutes of the day; what is not known is NaN."""

    def minutes(value: Any) -> int:
        moment = _moment(time, value)
        return int(moment.hour * 60 + moment.minute)

    return _each(values, minutes)


def _moment(kind: Any, value: Any) -> Any:
    return kind.fromisoformat(value) if isinstance(value, str) else value


def _each(values: Sequence[Any], convert: Callable[[Any], float]) -> Array:
    """Each distinct value converted once; None is NaN."""
    known: dict[Any, float] = {value: convert(value) for value in set(values) - {None}}
    known[None] = np.nan
    return np.array(list(map(known.__getitem__, values)), float)


class Memory:
    """Sorted whole-number keys, each with its values in columns of the given types."""

    def __init__(self, *types: Any) -> None:
        self._types = types
        self._clear()

    def _clear(self) -> None:
        self._keys = np.empty(0, np.int64)
        self._columns = [np.empty(0, kind) for kind in self._types]

    def of(self, keys: Array, ask: Ask) -> list[Array]:
        """The columns for `keys` (repeated and in any order); only new ones are asked."""
        distinct, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        new = ~self._known(distinct)
        if new.any():
            if len(self._keys) + int(new.sum()) > MOST_KEPT:
                self._clear()
                new = np.ones(len(distinct), bool)
            self._add(distinct[new], ask(distinct[new], first[new]))
        places: Array = np.searchsorted(self._keys, distinct)[inverse.reshape(-1)]
        return [column[places] for column in self._columns]

    def _known(self, distinct: Array) -> Array:
        places: Array = np.searchsorted(self._keys, distinct)
        known = np.zeros(len(distinct), bool)
        inside = places < len(self._keys)
        known[inside] = self._keys[places[inside]] == distinct[inside]
        return known

    def _add(self, keys: Array, columns: Sequence[Array]) -> None:
        whole = np.concatenate([self._keys, keys])
        order = np.argsort(whole, kind="stable")
        self._keys = whole[order]
        self._columns = [
            np.concatenate([old, new])[order]
            for old, new in zip(self._columns, columns, strict=True)
        ]
