"""Many tests on one page: how many findings can be expected to be false."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from data.indicators.statistics import adjust_p as benjamini_hochberg

ALPHA = 0.05


@dataclass(frozen=True)
class TestFamily:
    """The p values of one page and period, adjusted together; `left_out` could not be computed."""

    __test__ = False

    name: str
    raw: dict[str, float]
    adjusted: dict[str, float]
    left_out: tuple[str, ...]

    @property
    def standing(self) -> tuple[str, ...]:
        """The tests that still stand out at 5 % (false discovery rate)."""
        return tuple(test for test, p_value in self.adjusted.items() if p_value <= ALPHA)


def adjust_p(name: str, p_values: Mapping[str, float | None]) -> TestFamily:
    """The family `name` (page x period) with its p values by test; None or NaN is left out.

    >>> family = adjust_p("change, 2026", {"A": 0.01, "B": 0.04, "C": None})
    >>> family.adjusted, family.standing, family.left_out
    ({'A': 0.02, 'B': 0.04}, ('A', 'B'), ('C',))
    """
    raw = {test: p for test, p in p_values.items() if p is not None and isfinite(p)}
    adjusted = benjamini_hochberg(list(raw.values()))
    return TestFamily(
        name,
        raw,
        {test: float(p) for test, p in zip(raw, adjusted, strict=True)},
        tuple(test for test in p_values if test not in raw),
    )
