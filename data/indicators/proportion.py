"""The one way in which a part of a whole becomes an estimate."""

from data.indicators.declarations import Indicator
from data.indicators.estimate import Estimate
from data.indicators.statistics import proportion_interval


def proportion(
    indicator: Indicator, part: int, whole: int, *,
    n_missing: int = 0, bounds: tuple[float, float] | None = None, reason: str | None = None,
    needed: int | None = None, caveats: tuple[str, ...] = (),
) -> Estimate:  # fmt: skip
    """`part` of `whole` with its Wilson interval; too few by the declaration's minimum.

    `reason` is one that goes before that. `n` is the part, `denominator` the whole. Without
    anybody there is no value.
    """
    interval = proportion_interval(part, whole) if whole else None
    minimum = indicator.minimum if needed is None else needed
    few = "too_few" if whole < minimum else None
    why = reason or few
    return Estimate(
        name=indicator.code,
        value=part / whole if whole else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        unit="proportion",
        n=part,
        denominator=float(whole),
        n_missing=n_missing,
        method="wilson",
        status="insufficient" if why else "ok",
        reason=why,
        needed=minimum if why == "too_few" else None,
        bounds=bounds,
        caveats=caveats,
    )
