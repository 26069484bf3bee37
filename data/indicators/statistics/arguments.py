"""Checks of what the statistical core is given: each raises `ValueError` naming the argument."""

from dataclasses import dataclass
from math import inf, isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """The limits of an interval."""

    low: float
    high: float


def number(name: str, value: float, *, above: float = -inf, below: float = inf) -> float:
    """A finite number strictly between the two limits."""
    if not isfinite(value) or not above < value < below:
        limits = "" if above == -inf else f" above {above:g}"
        limits += "" if below == inf else f" and below {below:g}"
        raise ValueError(f"{name}: must be a finite number{limits}, not {value}")
    return float(value)


def share(name: str, value: float) -> float:
    """A number strictly between 0 and 1."""
    if not 0 < value < 1:
        raise ValueError(f"{name}: must lie between 0 and 1, not {value}")
    return float(value)


def count(name: str, value: float, *, least: int = 0) -> int:
    """A whole number that is at least `least`."""
    if not isfinite(value) or value != int(value) or value < least:
        raise ValueError(f"{name}: must be a whole number of at least {least}, not {value}")
    return int(value)


def numbers(name: str, values: ArrayLike, *, least: int = 1) -> Numbers:
    """A list of at least `least` finite numbers, as an array of its own."""
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: must be a list of numbers") from error
    if array.ndim != 1 or array.size < least:
        raise ValueError(f"{name}: must be a list of at least {least} numbers")
    if not np.isfinite(array).all():
        raise ValueError(f"{name}: holds a value that is not a finite number")
    return array


def not_negative(name: str, values: ArrayLike, *, least: int = 1) -> Numbers:
    """A list of numbers of which none is below 0."""
    array = numbers(name, values, least=least)
    if (array < 0).any():
        raise ValueError(f"{name}: holds a negative number")
    return array


def counts(name: str, values: ArrayLike, *, least: int = 1) -> Numbers:
    """A list of whole numbers of which none is below 0."""
    array = not_negative(name, values, least=least)
    if (array != np.floor(array)).any():
        raise ValueError(f"{name}: holds a number that is not whole")
    return array


def positive(name: str, values: ArrayLike, *, least: int = 1) -> Numbers:
    """A list of numbers above 0."""
    array = numbers(name, values, least=least)
    if (array <= 0).any():
        raise ValueError(f"{name}: holds a number that is not above 0")
    return array


def as_long_as(name: str, array: Numbers, other_name: str, other: Numbers) -> None:
    """Refuses lists that differ in length."""
    if array.size != other.size:
        raise ValueError(
            f"{name}: must be as long as {other_name} ({other.size}), has {array.size}"
        )


def pairs(before: ArrayLike, after: ArrayLike, *, least: int = 1) -> tuple[Numbers, Numbers]:
    """Two lists of the same people: finite and of one length."""
    first, second = numbers("before", before, least=least), numbers("after", after, least=least)
    as_long_as("after", second, "before", first)
    return first, second


def frozen(array: Numbers) -> Numbers:
    """The same array, which nobody can write into any more."""
    array.setflags(write=False)
    return array
