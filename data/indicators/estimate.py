"""The one kind of number that a person sees: a value with all that it takes to read it."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "insufficient", "suppressed", "not_estimable", "check_failed"]
Evidence = Literal["R", "B", "A", "C"]


@dataclass(frozen=True)
class Estimate:
    """One figure.

    `low` and `high` are the limits of its 95 % interval, `bounds` what missing records could
    make of it; `n` is how many it rests on, `denominator` out of how many, `n_missing` how many
    were not recorded. `reason` is a code for `data.wording`; `needed` the n that would do.
    `evidence`: R by lottery, B compared, A descriptive, C refused.
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    n: int = 0
    denominator: float | None = None
    n_missing: int = 0
    method: str = ""
    status: Status = "ok"
    reason: str | None = None
    needed: int | None = None
    bounds: tuple[float, float] | None = None
    p_value: float | None = None
    evidence: Evidence = "A"
    caveats: tuple[str, ...] = ()
