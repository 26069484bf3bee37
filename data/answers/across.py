"""All agreements beside each other: promised, delivered, whom they reached, what changed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.agreement_page import PillarRow, pillars_by_agreement
from data.answers.agreements import Among, meant
from data.answers.in_funnel import UnitsInFunnel, named
from data.answers.overall_change import change_by_agreement
from data.answers.progress import promises_kept
from data.answers.quarterly import reports_due
from data.indicators.attendance import AttendanceCounts, attendance_rate
from data.indicators.beside import funnel_plot
from data.indicators.completion import CompletionCounts, completion
from data.indicators.cost import CostCounts, cost_per_completion
from data.indicators.estimate import Estimate
from data.queries import agreements as listed
from data.queries import attendance, costs
from data.queries import completion as completions
from data.queries.agreement_page import Key
from data.queries.filter import Filter
from data.queries.plans import approved_plans


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


@dataclass(frozen=True)
class _Results:
    """What was found of all agreements at once; each is told of one by its id."""

    attendance: Callable[[int], dict[str, int]]
    completion: Callable[[int], dict[str, int]]
    cost: Callable[[int], dict[str, int]]
    change: Callable[[int], Estimate]
    pillars: Callable[[int], tuple[PillarRow, ...]]


def across_agreements(
    session: Session, filter: Filter, *, as_of: date, among: Among
) -> tuple[AgreementLine, ...]:
    """One entry an agreement, by code and owner: no ranking."""
    late = Counter(
        Key(one.owner, one.code) for one in reports_due(session, as_of=as_of) if one.days_late > 0
    )
    last = filter.end - date.resolution
    plans = approved_plans(session, last.year)
    results = _ask(session, replace(filter, agreement=None))
    lines = []
    for row in meant(session, among).to_dict("records"):
        key, agreement = Key(row[listed.OWNER], row[listed.CODE]), int(row[listed.AGREEMENT])
        title = key.code if pd.isna(row[listed.TITLE]) else str(row[listed.TITLE])
        plan = plans.get(agreement)
        promised = None if plan is None else promises_kept(
            session, plan, year=last.year, as_of=min(last, as_of)
        )  # fmt: skip
        line = _line(
            results, agreement, key=key, title=title, late=late[key],
            due_lines=None if promised is None else len(promised),
            kept_lines=None if promised is None else sum(promised),
        )  # fmt: skip
        lines.append(line)
    return tuple(lines)


def completion_across(lines: tuple[AgreementLine, ...]) -> UnitsInFunnel:
    """The funnel plot of completion by agreement; people of unknown dosage are in neither."""
    codes = ["/".join(one.key) for one in lines]
    plot = funnel_plot(
        codes, [one.completed for one in lines], [one.started - one.unknown for one in lines]
    )
    return named(plot, {code: one.title for code, one in zip(codes, lines, strict=True)})


def _ask(session: Session, filter: Filter) -> _Results:
    return _Results(
        _counts(attendance.attendance_by_agreement(session, filter)),
        _counts(completions.completion_by_agreement(session, filter)),
        _counts(costs.costs_by_agreement(session, filter)),
        change_by_agreement(session, filter),
        pillars_by_agreement(session, filter),
    )


def _line(results: _Results, agreement: int, **known: Any) -> AgreementLine:
    marks = results.attendance(agreement)
    del marks[attendance.POSSIBLE]
    ended = CompletionCounts(**results.completion(agreement))
    return AgreementLine(
        pillars=results.pillars(agreement),
        attendance=attendance_rate(AttendanceCounts(**marks)),
        completion=completion(ended),
        change=results.change(agreement),
        cost=cost_per_completion(CostCounts(**results.cost(agreement))),
        started=ended.started, unknown=ended.unknown, completed=ended.completed, **known,
    )  # fmt: skip


def _counts(frame: pd.DataFrame) -> Callable[[int], dict[str, int]]:
    """The row of an agreement by its id; zeros where it has none."""
    names = [str(name) for name in frame if name != listed.AGREEMENT]
    rows = {int(row[listed.AGREEMENT]): row for row in frame.to_dict("records")}

    def of(agreement: int) -> dict[str, int]:
        row = rows.get(agreement, dict.fromkeys(names, 0))
        return {name: int(row[name]) for name in names}

    return of
