"""The one kind of number that a person sees: a value with all that it takes to read it."""

from dataclasses import dataclass
from typing import Literal, Self

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

    @classmethod
    def insufficient(
        cls, name: str, *,
        n: int, needed: int, value: float | None = None, denominator: float | None = None,
        n_missing: int = 0, unit: str = "", method: str = "", caveats: tuple[str, ...] = (),
    ) -> Self:  # fmt: skip
        """A figure that rests on too few: a value that can be told is kept, an interval is not.

        >>> found = Estimate.insufficient("completion", n=7, needed=10)
        >>> found.status, found.reason, found.value
        ('insufficient', 'too_few', None)
        """
        return cls(
            name, value, unit=unit, n=n, denominator=denominator, n_missing=n_missing,
            method=method, status="insufficient", reason="too_few", needed=needed, caveats=caveats,
        )  # fmt: skip

    @classmethod
    def not_estimable(
        cls, name: str, *,
        reason: str, n: int = 0, denominator: float | None = None, n_missing: int = 0,
        unit: str = "", method: str = "", caveats: tuple[str, ...] = (),
    ) -> Self:  # fmt: skip
        """A figure that no number of people would give as things are; `reason` says why."""
        return cls(
            name, None, unit=unit, n=n, denominator=denominator, n_missing=n_missing,
            method=method, status="not_estimable", reason=reason, caveats=caveats,
        )  # fmt: skip

    @classmethod
    def check_failed(
        cls, name: str, *, reason: str, n: int = 0, caveats: tuple[str, ...] = ()
    ) -> Self:
        """A comparison that is refused because its own checks did not hold: evidence C."""
        return cls(
            name, None, n=n, status="check_failed", reason=reason, evidence="C", caveats=caveats
        )
