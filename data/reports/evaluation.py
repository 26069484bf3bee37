"""An agreement at the end of its term: what was promised, what came of it, what changed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from data.answers import agreement_page as page
from data.answers.change import ProgrammeChange, behaviour_change
from data.answers.obligations import Duty, duties
from data.answers.overview import Overview
from data.answers.progress import PlanProgress, plan_progress
from data.answers.quarterly import Action, Due, actions, reports_due
from data.errors import SinergiError
from data.queries import agreement_page as found
from data.queries import plans
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from data.reports.letterhead import Basis, Letterhead, basis, letterhead


@dataclass(frozen=True)
class Evaluation:
    """One agreement from its first day to its last, or to `as_of` while it runs.

    `years` has a plan a year, empty where nobody planned. `changes` compare before and after
    without a comparison group: they describe, and cannot say what the programme caused.
    """

    letterhead: Letterhead
    key: Key
    agreement: dict[str, Any]  # the columns of its row, and `owner_name`
    parties: tuple[str, ...]
    first: date
    last: date
    figures: Overview
    pillars: Any  # columns `data.answers.agreement_page.PILLARS`
    years: tuple[PlanProgress, ...]
    duties: tuple[Duty, ...]
    open_actions: tuple[Action, ...]
    missing_reports: tuple[Due, ...]
    changes: tuple[ProgrammeChange, ...]
    as_of: date
    basis: Basis


def evaluation(session: Session, key: Key, *, as_of: date) -> Evaluation:
    """What came of the agreement. Raises `SinergiError` for one that is not there or unsigned."""
    known = page.agreement_page(session, key, as_of=as_of)
    row = {} if known is None else known.row
    first: date | None = row.get("starts_on") or row.get("signed_on")
    if known is None or first is None:
        raise SinergiError(
            "belum_ditandatangani",
            f"Perjanjian [{key.code}] milik [{key.owner}] tidak ada atau belum ditandatangani.",
            f"Agreement [{key.code}] of [{key.owner}] is not there or was not signed yet.",
        )
    last = min(row["ended_on"] or row["ends_on"] or as_of, as_of)
    term = Filter(first, max(last, first) + timedelta(days=1))
    delivered = page.delivered_under(session, term, key)
    return Evaluation(
        letterhead=letterhead(session), key=key, agreement=row,
        parties=tuple(known.parties[found.NAME]), first=first, last=last,
        figures=delivered.figures, pillars=delivered.pillars,
        years=_years(session, row["id"], last), duties=duties(session, row["id"]),
        open_actions=tuple(a for a in actions(session, row["id"]) if a.closed_on is None),
        missing_reports=tuple(
            due for due in reports_due(session, as_of=as_of) if (due.owner, due.code) == key
        ),
        changes=tuple(behaviour_change(session, replace(term, agreement=key))),
        as_of=as_of, basis=basis(session),
    )  # fmt: skip


def _years(session: Session, agreement_id: int, last: date) -> tuple[PlanProgress, ...]:
    wanted = [
        plans.plan_of_year(session, agreement_id, year)
        for year in plans.plan_years(session, agreement_id)
    ]
    known = [plan_progress(session, plan, as_of=last) for plan in wanted if plan is not None]
    return tuple(one for one in known if one is not None)
