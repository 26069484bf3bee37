"""Units beside each other: what chance alone would spread, and never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import (
    Numbers,
    as_long_as,
    count,
    counts,
    frozen,
    positive,
    share,
)
from data.indicators.statistics.roots import root

_FEWEST = 4  # units; James-Stein shrinks by k - 3


@dataclass(frozen=True)
class Overdispersion:
    """How much more units differ than by chance: `phi` is 1 by chance, `tau2` then 0.

    `tau2` is a variance on the scale of the z values: log ratio or arcsine.
    """

    phi: float
    tau2: float


def funnel_limits(n: int, target: float, probabilities: Sequence[float]) -> list[float]:
    """Between which proportions a unit of `n` people lies by chance, one limit a probability.

    Exact binomial, interpolated between whole numbers (Spiegelhalter 2005, appendix A.1.1). For
    small `n` a limit may lie below 0 or above 1: clip it for drawing only. Where less than one
    event is expected in 40 such units, an upper limit can fall below `target`: nothing to draw.
    Raises `ValueError` naming the argument.

    >>> [round(limit, 3) for limit in funnel_limits(100, 0.15, [0.025, 0.975])]
    [0.078, 0.218]
    """
    count("n", n, least=1)
    share("target", target)
    for probability in probabilities:
        share("probabilities", probability)
    below: Numbers = np.asarray(special.bdtr(np.arange(n + 1), n, target), dtype=np.float64)
    return [_funnel_limit(below, probability) for probability in probabilities]


def overdispersion(
    observed: ArrayLike, expected: ArrayLike, *, kind: str, winsor: float = 0.1
) -> Overdispersion:
    """The spread of units beyond chance (Spiegelhalter 2005), the outermost drawn in.

    kind "ratio": observed against expected events, z = log(o / e) sqrt(e); a unit without events
    counts as half an event, for 0 has no logarithm. kind "proportion": `expected` is the number
    of people, z on the arcsine scale around the pooled proportion. `winsor` is the share drawn
    in at each end. Raises `ValueError` naming the argument.
    """
    seen, size = counts("observed", observed, least=2), positive("expected", expected, least=2)
    as_long_as("expected", size, "observed", seen)
    if not 0 <= winsor < 0.5:
        raise ValueError(f"winsor: must be at least 0 and below 0.5, not {winsor}")
    if kind == "ratio":
        z, weight = np.log(np.maximum(seen, 0.5) / size) * np.sqrt(size), size
    elif kind == "proportion":
        if (seen > size).any():
            raise ValueError("observed: holds more events than expected has people")
        pooled = np.arcsin(sqrt(seen.sum() / size.sum()))
        z, weight = (np.arcsin(np.sqrt(seen / size)) - pooled) * 2 * np.sqrt(size), 4 * size
    else:
        raise ValueError(f"kind: {kind!r} is neither ratio nor proportion")
    drawn_in = np.clip(z, *np.quantile(z, [winsor, 1 - winsor]))
    phi, k = float((drawn_in**2).mean()), z.size
    beyond = (k * phi - (k - 1)) / float(weight.sum() - (weight**2).sum() / weight.sum())
    return Overdispersion(phi, max(0.0, beyond))


def shrink(successes: ArrayLike, n: int | ArrayLike) -> Numbers:
    """Proportions of units with `n` people (each, or a list) drawn towards their mean.

    By 1 - (k - 3) variance / spread, never beyond the mean (Efron and Morris 1977); with unequal
    `n` the smaller units by more, the variance between units by moments (Morris 1983). All alike
    stay alike. Needs four units. Raises `ValueError` naming the argument.
    """
    seen = counts("successes", successes, least=_FEWEST)
    size = np.full(seen.size, count("n", n, least=1)) if np.ndim(n) == 0 else positive("n", n)  # type: ignore[arg-type]
    as_long_as("n", size, "successes", seen)
    if (seen > size).any():
        raise ValueError("successes: holds more than n")
    rate = seen / size
    pooled = float(seen.sum() / size.sum())
    if pooled in (0.0, 1.0):
        return frozen(rate)
    chance, k = pooled * (1 - pooled) / size, seen.size
    between = _between(rate, chance)
    drawn = (k - 3) / (k - 1) * chance / (between + chance) if between > 0 else np.ones(k)
    mean = float(np.average(rate, weights=1 / (between + chance)))
    return frozen(mean + (1 - drawn) * (rate - mean))


def _between(rate: Numbers, chance: Numbers) -> float:
    """The variance between units beyond chance, where weighted squares equal k - 1 (Morris)."""

    def excess(between: float) -> float:
        weight = 1 / (between + chance)
        middle = np.average(rate, weights=weight)
        return float((weight * (rate - middle) ** 2).sum()) - (rate.size - 1)

    if excess(0.0) <= 0:
        return 0.0
    return root(excess, 0.0, 1.0, within=1e-15)


def _funnel_limit(below: Numbers, probability: float) -> float:
    n = below.size - 1
    at = min(int(np.searchsorted(below, probability, side="left")), n)
    here = float(below[at])
    step = here - (float(below[at - 1]) if at else 0.0)
    return (at - (here - probability) / step) / n
