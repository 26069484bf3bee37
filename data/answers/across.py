"""All agreements beside each other: promised, delivered, whom they reached, what changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from data.answers import columns
from data.answers.agreement_page import PillarRow, pillars_of
from data.answers.agreements import Among, agreements
from data.answers.in_funnel import UnitsInFunnel, named
from data.answers.overall_change import overall_change
from data.answers.planned import agreement_id, approved_plan_id
from data.answers.progress import LineProgress, plan_progress
from data.answers.quarterly import reports_due
from data.indicators.attendance import AttendanceCounts, attendance_rate
from data.indicators.beside import funnel_plot
from data.indicators.completion import CompletionCounts, completion
from data.indicators.cost import CostCounts, cost_per_completion
from data.indicators.estimate import Estimate
from data.queries import attendance, costs
from data.queries import completion as completions
from data.queries.agreement_page import Key
from data.queries.filter import Filter


@dataclass(frozen=True)
class AgreementLine:
    """One agreement in the chosen period; the promise is that of the year in which it ends.

    `due_lines` are activities with a target until now that can be counted, `kept_lines` those of
    them whose count reaches it. None: no approved plan. `late` are reports past their day.
    """

    key: Key
    title: str
    due_lines: int | None
    kept_lines: int | None
    late: int
    pillars: tuple[PillarRow, ...]
    attendance: Estimate
    completion: Estimate
    change: Estimate
    cost: Estimate
    started: int
    unknown: int
    completed: int


def across_agreements(
    session: Session, filter: Filter, *, as_of: date, among: Among
) -> tuple[AgreementLine, ...]:
    """One entry an agreement, by code and owner: no ranking."""
    due = reports_due(session, as_of=as_of)
    rows = agreements(session, as_of=as_of, among=among).to_dict("records")
    found = []
    for row in rows:
        key = Key(row[columns.AGREEMENT_OWNER], row[columns.AGREEMENT_CODE])
        late = sum(one.days_late > 0 for one in due if (one.owner, one.code) == key)
        title = str(row[columns.TITLE] or key.code)
        found.append(_line(session, filter, key, title=title, late=late, as_of=as_of))
    return tuple(found)


def completion_across(lines: tuple[AgreementLine, ...]) -> UnitsInFunnel:
    """The funnel plot of completion by agreement; people of unknown dosage are in neither."""
    codes = ["/".join(one.key) for one in lines]
    plot = funnel_plot(
        codes, [one.completed for one in lines], [one.started - one.unknown for one in lines]
    )
    return named(plot, {code: one.title for code, one in zip(codes, lines, strict=True)})


def _line(
    session: Session, filter: Filter, key: Key, *, title: str, late: int, as_of: date
) -> AgreementLine:
    chosen = replace(filter, agreement=key)
    marks = attendance.attendance_totals(session, chosen).iloc[0]
    ended = completions.completion_counts(session, chosen).iloc[0]
    counts = CompletionCounts(**{name: int(ended[name]) for name in completions.COUNTS})
    promised = _promised(session, key, filter, as_of)
    return AgreementLine(
        key=key, title=title,
        due_lines=None if promised is None else len(promised),
        kept_lines=None if promised is None else sum(promised), late=late,
        pillars=pillars_of(session, filter, key),
        attendance=attendance_rate(AttendanceCounts(**{
            name: int(marks[name]) for name in attendance.COUNTS if name != attendance.POSSIBLE
        })),
        completion=completion(counts),
        change=overall_change(session, chosen).now,
        cost=_cost(session, chosen),
        started=counts.started, unknown=counts.unknown, completed=counts.completed,
    )  # fmt: skip


def _promised(session: Session, key: Key, filter: Filter, as_of: date) -> list[bool] | None:
    """For each activity that was due and can be counted: whether the count reaches the target."""
    agreement = agreement_id(session, key)
    last = filter.end - date.resolution
    plan = None if agreement is None else approved_plan_id(session, agreement, last.year)
    progress = None if plan is None else plan_progress(session, plan, as_of=min(last, as_of))
    return None if progress is None else list(_kept(progress.lines))


def _kept(lines: tuple[LineProgress, ...]) -> Iterator[bool]:
    for line in lines:
        if line.due is not None and line.delivered is not None:
            yield line.delivered >= line.due


def _cost(session: Session, filter: Filter) -> Estimate:
    rows = costs.costs_by_programme(session, filter)
    names = (costs.AMOUNT, costs.STARTED, costs.COMPLETED, costs.WITHOUT_COST)
    return cost_per_completion(CostCounts(**{name: int(rows[name].sum()) for name in names}))
