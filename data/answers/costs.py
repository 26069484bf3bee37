"""What programmes cost for each participant and each completion."""

from dataclasses import dataclass

from sqlmodel import Session

from data.indicators.cost import CostCounts, cost_per_completion, cost_per_participant
from data.indicators.estimate import Estimate
from data.queries import costs
from data.queries.filter import Filter


@dataclass(frozen=True)
class ProgrammeCost:
    """One programme: whole rupiah of the cohorts with recorded costs, and the two unit costs."""

    programme_code: str
    programme_name: str
    amount: int
    per_participant: Estimate
    per_completion: Estimate


def programme_costs(session: Session, filter: Filter) -> list[ProgrammeCost]:
    """One entry a programme with cohorts that ended in the period, by code."""
    names = (costs.AMOUNT, costs.STARTED, costs.COMPLETED, costs.WITHOUT_COST)
    found = []
    for row in costs.costs_by_programme(session, filter).to_dict("records"):
        counts = CostCounts(**{name: int(row[name]) for name in names})
        found.append(
            ProgrammeCost(
                row[costs.PROGRAMME_CODE], row[costs.PROGRAMME_NAME], counts.amount,
                cost_per_participant(counts), cost_per_completion(counts),
            )
        )  # fmt: skip
    return found
