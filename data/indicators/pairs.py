"""Pairs of scores as they may be used: finite, turned so that + is better."""

from collections.abc import Sequence
from math import isfinite


def complete_pairs(
    before: Sequence[float], after: Sequence[float]
) -> tuple[list[float], list[float]]:
    """The pairs of which both scores are numbers; the others are missing, never 0.

    >>> complete_pairs([1.0, float("nan"), 3.0], [2.0, 5.0, 4.0])
    ([1.0, 3.0], [2.0, 4.0])
    """
    kept = [
        (float(first), float(last))
        for first, last in zip(before, after, strict=True)
        if isfinite(first) and isfinite(last)
    ]
    return [first for first, _ in kept], [last for _, last in kept]
