"""Figures as each level may see them: the one place where estimates are suppressed or rounded.

Levels as in `models.codes.DisclosureLevel`. UNIT sees its own figures exactly. MITRA sees
participation exactly and outcomes only from 10 people. PUBLIK sees counts of 7 or fewer hidden,
others rounded to 5, and totals made from the rounded cells, so that none can be found by
subtraction. PSEUDONIM is for rows of people and is treated like PUBLIK where it meets a figure.
"""

from dataclasses import Field, replace
from typing import Any, ClassVar, Protocol, TypeVar

from data.disclosure.counts import HIDDEN_UP_TO, public_count
from models.codes import DisclosureLevel

PARTNER_OUTCOME_MINIMUM = 10

OUTCOMES = frozenset({
    "pre_post_change", "effect_size", "reliable_change", "clinically_significant_change",
    "score_trajectory", "risk_transition", "incident_rate", "incident_rate_ratio",
    "dose_response", "reoffending_rate", "reoffending_frequency", "time_to_reoffence",
    "lottery_difference",
})  # fmt: skip


class Figure(Protocol):
    """What an estimate (`data.indicators.estimate`) shows here; this module stands below it."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def name(self) -> str:
        """The indicator's code."""

    @property
    def value(self) -> float | None:
        """The number itself."""

    @property
    def low(self) -> float | None:
        """The lower limit of its interval."""

    @property
    def high(self) -> float | None:
        """The upper limit."""

    @property
    def unit(self) -> str:
        """`people`, `proportion`, `points`..."""

    @property
    def n(self) -> int:
        """How many were counted."""

    @property
    def denominator(self) -> float | None:
        """Of how many."""

    @property
    def n_missing(self) -> int:
        """How many are not recorded."""

    @property
    def status(self) -> str:
        """`suppressed` means that nothing is shown any more."""


F = TypeVar("F", bound=Figure)


def disclosed(estimate: F, level: DisclosureLevel) -> F:
    """The estimate as `level` may see it: as it is, or suppressed without any number."""
    if level == DisclosureLevel.UNIT or estimate.status == "suppressed":
        return estimate
    if level == DisclosureLevel.MITRA:
        small = estimate.name in OUTCOMES and _behind(estimate) < PARTNER_OUTCOME_MINIMUM
        return _suppressed(estimate, "below_partner_minimum") if small else estimate
    return _suppressed(estimate, "few") if _tells_of_few(estimate) else _coarse(estimate)


def _behind(estimate: Figure) -> float:
    """How many people or pairs the figure rests on."""
    if estimate.unit == "proportion" and estimate.denominator is not None:
        return estimate.denominator
    return estimate.n


def _tells_of_few(estimate: Figure) -> bool:
    """Whether the people counted, those of the denominator, or the rest of it are few."""
    if estimate.n <= HIDDEN_UP_TO:
        return True
    if estimate.unit != "proportion" or estimate.denominator is None:
        return False
    rest = estimate.denominator * (1 - (estimate.value or 0.0))
    return min(estimate.denominator, rest) <= HIDDEN_UP_TO


def _coarse(estimate: F) -> F:
    """Counts rounded, a rate made again from them, limits to the whole percent.

    Nothing stays from which the exact counts could be worked out.
    """
    coarse: dict[str, Any] = {
        "n": public_count(estimate.n) or 0,
        "n_missing": public_count(estimate.n_missing) or 0,
        "bounds": None,
        "p_value": None,
    }
    if estimate.unit == "people":
        return replace(estimate, value=float(coarse["n"]), **coarse)
    digits = 2 if estimate.unit.startswith("proportion") else 1
    for name in ("value", "low", "high"):
        exact = getattr(estimate, name)
        coarse[name] = None if exact is None else round(exact, digits)
    if estimate.denominator is not None:
        of = public_count(round(estimate.denominator)) or 0
        coarse["denominator"] = float(of)
        if estimate.unit == "proportion" and estimate.value is not None and of:
            part = public_count(round(estimate.value * estimate.denominator)) or 0
            coarse["value"] = part / of
    return replace(estimate, **coarse)


def _suppressed(estimate: F, reason: str) -> F:
    return replace(
        estimate,
        value=None, low=None, high=None, n=0, denominator=None, n_missing=0, bounds=None,
        p_value=None, needed=None, reason=reason, status="suppressed",
    )  # fmt: skip
