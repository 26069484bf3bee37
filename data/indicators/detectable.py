"""What a study of this size could have seen: printed beside every result that shows nothing."""

from data.indicators.declarations import DETECTABLE
from data.indicators.estimate import Estimate
from data.indicators.statistics import detectable_effect, minimum_detectable_difference


def minimum_detectable_effect(n_a: int, n_b: int, *, rate: float | None) -> Estimate:
    """The smallest reduction from `rate` (of b) seen with a chance of 80 %; a positive share.

    Where not even a fall to 0 % would be seen, there is none: `none_detectable`.

    >>> round(minimum_detectable_effect(60, 60, rate=0.31).value, 2)
    0.21
    >>> minimum_detectable_effect(30, 30, rate=0.2).reason
    'none_detectable'
    """
    smallest = min(n_a, n_b)
    given = {"unit": "proportion_difference", "method": "normal"}
    if smallest < 1 or rate is None:
        return Estimate.insufficient(
            DETECTABLE.code, n=smallest, needed=DETECTABLE.minimum,
            denominator=float(n_a + n_b), **given,  # type: ignore[arg-type]
        )  # fmt: skip
    found = minimum_detectable_difference(n_a, n_b, rate)
    if found is None:
        return Estimate.not_estimable(
            DETECTABLE.code, reason="none_detectable", n=smallest,
            denominator=float(n_a + n_b), **given,  # type: ignore[arg-type]
        )  # fmt: skip
    return Estimate(DETECTABLE.code, found, n=smallest, denominator=float(n_a + n_b), **given)  # type: ignore[arg-type]


def detectable_change(n: int, *, spread: float | None) -> Estimate:
    """The smallest mean change in points that `n` pairs show with a chance of 80 %.

    `spread` is the SD of the changes.

    >>> round(detectable_change(30, spread=10.0).value, 2)
    5.29
    """
    if n < 2 or not spread or spread < 0:
        return Estimate.insufficient(
            DETECTABLE.code, n=n, needed=DETECTABLE.minimum, unit="points", method="noncentral_t"
        )
    return Estimate(
        DETECTABLE.code, detectable_effect(n) * spread, unit="points", n=n, denominator=float(n),
        method="noncentral_t",
    )  # fmt: skip
