"""How much of what was written down needs a look. A full count: no sample, so no interval."""

from data.indicators.declarations import BY_CODE
from data.indicators.estimate import Estimate


def data_quality(check: str, part: int, whole: int, *, missing: int = 0) -> Estimate:
    """`part` of `whole` items need a look; of `missing` ones it cannot be told.

    `check` is the code of a declared check of data quality (indicator 33). Nothing to check is
    not 0 %: then there is no value. `bounds` take the missing ones in.

    >>> found = data_quality("unreal_referrals", 30, 40, missing=60)
    >>> found.value, found.low, found.bounds
    (0.75, None, (0.3, 0.9))
    """
    due = whole + missing
    bounds = (part / due, (part + missing) / due) if missing else None
    if whole == 0:
        return Estimate.not_estimable(
            check, reason="nothing_to_check", denominator=0.0, n_missing=missing,
            unit="proportion", method="count",
        )  # fmt: skip
    return Estimate(
        BY_CODE[check].code, part / whole, unit="proportion", n=part, denominator=float(whole),
        n_missing=missing, method="count", bounds=bounds,
    )  # fmt: skip
