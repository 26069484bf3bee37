"""What a study of this size could have seen, to print beside what it did not see."""

from math import sqrt

import numpy as np
from scipy import special

from data.indicators.statistics.arguments import count, number, share
from data.indicators.statistics.roots import root


def minimum_detectable_difference(
    n_a: int, n_b: int, rate: float, *,
    direction: str = "reduction", power: float = 0.8, alpha: float = 0.05,
) -> float | None:  # fmt: skip
    """The smallest difference from `rate` (that of b) that would probably have been seen.

    A positive difference of two proportions, downwards ("reduction") or upwards ("increase"):
    the two differ. None when not even 0 % or 100 % would do. By the normal formula of R's
    `power.prop.test`. Raises `ValueError` naming the argument.

    >>> round(minimum_detectable_difference(60, 60, 0.31), 2)
    0.21
    >>> minimum_detectable_difference(30, 30, 0.2) is None
    True
    """
    count("n_a", n_a, least=1)
    count("n_b", n_b, least=1)
    if not 0 <= rate <= 1:
        raise ValueError(f"rate: must lie from 0 to 1, not {rate}")
    _check_chances(power, alpha)
    if direction not in ("reduction", "increase"):
        raise ValueError(f"direction: {direction!r} is neither reduction nor increase")
    sign, room = (-1, rate) if direction == "reduction" else (1, 1 - rate)

    def lacking(difference: float) -> float:
        return _proportions_power(n_a, n_b, rate, rate + sign * difference, alpha) - power

    if room == 0 or lacking(room) < 0:
        return None
    # The power need not rise steadily up to the end of the scale: take the first crossing.
    steps = np.linspace(0, room, 201)[1:]
    reached = next((step for step in steps if lacking(float(step)) >= 0), room)
    return root(lacking, 1e-12 * room, float(reached), within=1e-12)


def paired_power(n: int, effect: float, *, alpha: float = 0.05) -> float:
    """The chance that a two-sided paired t test sees `effect`, a mean change in SDs of changes.

    From the noncentral t distribution; both tails count. Raises `ValueError` naming the argument.
    """
    count("n", n, least=2)
    number("effect", effect)
    share("alpha", alpha)
    df, shift = n - 1, abs(effect) * sqrt(n)
    critical = float(special.stdtrit(df, 1 - alpha / 2))
    upper = 1 - float(special.nctdtr(df, shift, critical))
    lower = float(special.nctdtr(df, shift, -critical))
    # Where the library gives up on an extreme tail, the tail is empty.
    return min(1.0, float(np.nan_to_num(upper, nan=1.0)) + float(np.nan_to_num(lower)))


def detectable_effect(n: int, *, power: float = 0.8, alpha: float = 0.05) -> float:
    """The smallest mean change, in SDs of changes, that `n` pairs would probably show.

    Raises `ValueError` naming the argument.

    >>> round(detectable_effect(30), 3)
    0.529
    """
    count("n", n, least=2)
    _check_chances(power, alpha)

    def lacking(effect: float) -> float:
        return paired_power(n, effect, alpha=alpha) - power

    most = 1.0
    while lacking(most) < 0:
        most *= 2
    return root(lacking, 0.0, most, within=1e-12)


def _check_chances(power: float, alpha: float) -> None:
    share("alpha", alpha)
    share("power", power)
    if power <= alpha:
        raise ValueError(f"power: must exceed alpha ({alpha}), not {power}")


def _proportions_power(n_a: int, n_b: int, rate: float, other: float, alpha: float) -> float:
    pooled = (n_a * other + n_b * rate) / (n_a + n_b)
    under_none = sqrt(max(0.0, pooled * (1 - pooled)) * (1 / n_a + 1 / n_b))
    spread = sqrt(max(0.0, other * (1 - other) / n_a + rate * (1 - rate) / n_b))
    beyond = abs(other - rate) - float(special.ndtri(1 - alpha / 2)) * under_none
    if spread == 0:
        return 1.0 if beyond > 0 else 0.0
    return float(special.ndtr(beyond / spread))
