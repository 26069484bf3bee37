"""What was asked of the database for one chunk of a file, kept for the next ones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute

from data.arrays import filled_array, text_array, whole_numbers

MOST_KEPT = 1_000_000  # keys; beyond them the memory begins anew
ASKED_AT_ONCE = 50_000  # keys; rows of the driver are large
_NARROW = {np.dtype(np.int64): np.int32, np.dtype(float): np.float32}
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


class Owners:
    """Whose the numbers of persons are: texts as Arrow keeps them, with an id each.

    A dictionary of a national database's numbers would take ten times the memory.
    """

    def __init__(self) -> None:
        self._texts = text_array([])
        self._ids = np.empty(0, np.int32)

    def make_room(self) -> None:
        """Begin anew when there are too many."""
        if len(self._ids) > MOST_KEPT:
            self._texts, self._ids = self._texts[:0], self._ids[:0].copy()

    def of(self, texts: Sequence[str], unknown: int) -> Array:
        """The id for each of these distinct texts; `unknown` for one that is not kept.

        Those that are kept are looked for among the asked ones, which are few.
        """
        found = compute.index_in(self._texts, value_set=text_array(texts))
        nowhere = filled_array(len(texts), len(self._ids))
        ids = np.full(len(texts) + 1, unknown, np.int64)
        ids[whole_numbers(compute.coalesce(found, nowhere))] = self._ids
        return ids[:-1]

    def add(self, owners: Mapping[str, int]) -> None:
        """Keep more, none of which is kept yet."""
        texts, ids = text_array(list(owners)), list(owners.values())
        self._texts = pa.concat_arrays([self._texts, texts])
        self._ids = np.concatenate([self._ids, np.array(ids, np.int32)])


class Memory:
    """Sorted whole-number keys, each with its values in columns of the given types.

    They are kept half as wide: no id, day or minute needs more.
    """

    def __init__(self, *types: Any) -> None:
        self._types = [_NARROW.get(np.dtype(kind), kind) for kind in types]
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
            self._add(distinct[new], self._answers(distinct[new], first[new], ask))
        places: Array = np.searchsorted(self._keys, distinct)[inverse.reshape(-1)]
        return [column[places] for column in self._columns]

    def _answers(self, keys: Array, rows: Array, ask: Ask) -> list[Array]:
        """The columns for new keys, asked in parts."""
        parts = [
            ask(keys[at : at + ASKED_AT_ONCE], rows[at : at + ASKED_AT_ONCE])
            for at in range(0, len(keys), ASKED_AT_ONCE)
        ]
        columns = zip(self._types, zip(*parts, strict=True), strict=True)
        return [np.concatenate(values).astype(kind, copy=False) for kind, values in columns]

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
        for place, new in enumerate(columns):  # one by one: the old ones are gone by then
            self._columns[place] = np.concatenate([self._columns[place], new])[order]
