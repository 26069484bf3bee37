"""Arrow arrays out of Python values and numpy, and back.

Arrow's own ways (`pa.array`, `fill_null`, `to_numpy`) import pandas first: a second, and 40 MB.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa


def text_array(texts: Sequence[str | None]) -> "pa.Array":
    """Texts; None is a gap."""
    encoded = [b"" if text is None else text.encode() for text in texts]
    offsets = np.zeros(len(texts) + 1, np.int32)
    np.cumsum([len(one) for one in encoded], out=offsets[1:])
    buffers = (_gaps(texts), pa.py_buffer(offsets), pa.py_buffer(b"".join(encoded)))
    return pa.Array.from_buffers(pa.string(), len(texts), buffers)


def number_array(numbers: Sequence[Any], kind: Any) -> "pa.Array":
    """Numbers of a numpy type; None is a gap."""
    known = [0 if number is None else number for number in numbers] if None in numbers else numbers
    values = np.array(known, kind)
    buffers = [_gaps(numbers), pa.py_buffer(values)]
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), len(values), buffers)


def filled_array(number: int, count: int) -> "pa.Array":
    """The same 32-bit integer so many times."""
    return pa.Array.from_buffers(
        pa.int32(), count, [None, pa.py_buffer(np.full(count, number, np.int32))]
    )


def whole_numbers(array: "pa.Array") -> Any:
    """An array of 32-bit integers without gaps as numpy has it."""
    return np.frombuffer(array.buffers()[1], np.int32)[array.offset :][: len(array)]


def _gaps(values: Sequence[Any]) -> Any:
    """Which values there are, a bit each; None when all are."""
    if None not in values:
        return None
    return pa.py_buffer(np.packbits([value is not None for value in values], bitorder="little"))
