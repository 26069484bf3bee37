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


def shrink(successes: ArrayLike, n: int) -> Numbers:
    """Proportions of units with `n` people each, drawn towards their mean (Efron and Morris 1977).

    By 1 - (k - 3) variance / spread, never beyond the mean; all alike stay alike. Needs four
    units. Raises `ValueError` naming the argument.
    """
    seen = counts("successes", successes, least=_FEWEST)
    count("n", n, least=1)
    if (seen > n).any():
        raise ValueError("successes: holds more than n")
    rate = seen / n
    mean = float(rate.mean())
    spread = float(((rate - mean) ** 2).sum())
    chance = (seen.size - 3) * mean * (1 - mean) / n
    kept = max(0.0, 1 - chance / spread) if spread > 0 else 0.0
    return frozen(mean + kept * (rate - mean))


def _funnel_limit(below: Numbers, probability: float) -> float:
    n = below.size - 1
    at = min(int(np.searchsorted(below, probability, side="left")), n)
    here = float(below[at])
    step = here - (float(below[at - 1]) if at else 0.0)
    return (at - (here - probability) / step) / n
