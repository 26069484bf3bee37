"""Where a function is zero."""

from collections.abc import Callable


def root(function: Callable[[float], float], low: float, high: float, *, within: float) -> float:
    """The zero between two values with unlike signs (Brent 1973).

    >>> round(root(lambda x: x * x - 2, 0.0, 2.0, within=1e-12), 6)
    1.414214
    """
    # Here, because half a second of a server's start would go into what the first screen lacks.
    from scipy.optimize import brentq

    return float(brentq(function, low, high, xtol=within))
