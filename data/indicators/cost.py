"""What one participant, and one completion, costs. A cost per point of change is never given:

it would claim that the programme caused the change.
"""

from dataclasses import dataclass

from data.indicators.declarations import COST_PER_COMPLETION, COST_PER_PARTICIPANT, Indicator
from data.indicators.estimate import Estimate


@dataclass(frozen=True)
class CostCounts:
    """Rupiah of the cohorts with recorded costs, and their starters and completions.

    `without_cost` cohorts have none recorded: their people are in neither number.
    """

    amount: int
    started: int
    completed: int
    without_cost: int = 0


def cost_per_participant(counts: CostCounts) -> Estimate:
    """Rupiah for one participant, all sources together.

    >>> cost_per_participant(CostCounts(150_000_000, started=60, completed=40)).value
    2500000.0
    """
    return _per(COST_PER_PARTICIPANT, counts, counts.started)


def cost_per_completion(counts: CostCounts) -> Estimate:
    """Rupiah for one completion; without any completion there is none.

    >>> cost_per_completion(CostCounts(150_000_000, started=60, completed=40)).value
    3750000.0
    """
    return _per(COST_PER_COMPLETION, counts, counts.completed)


def _per(indicator: Indicator, counts: CostCounts, people: int) -> Estimate:
    nothing = counts.amount == 0
    reason = "no_cost_recorded" if nothing else "too_few" if people < indicator.minimum else None
    return Estimate(
        indicator.code,
        None if nothing or people == 0 else counts.amount / people,
        unit="rupiah",
        n=people,
        denominator=float(people),
        n_missing=counts.without_cost,
        method="ratio",
        status="insufficient" if reason else "ok",
        reason=reason,
        needed=indicator.minimum if reason == "too_few" else None,
        caveats=("cost_selects",) + (("costs_missing",) if counts.without_cost else ()),
    )
