"""How far a work plan is: promised, counted and reported beside each other, quarter by quarter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.counting import Counted, count_lines
from data.answers.promised import (
    QUARTERS,
    PlannedLine,
    planned_lines,
    quarter_of,
    year_of,
)
from data.queries import plans as found
from data.queries.filter import Filter
from models.codes import PlanStatus, ReportStatus


@dataclass(frozen=True)
class ReportedLine:
    """What a quarter's report says of an activity; `counted` is frozen with it.

    Before the report is submitted it is None.
    """

    id: int
    row_version: int
    activity_id: int
    counted: int | None
    recorded: int | None
    reported: int | None
    difference: str | None
    spent: int | None
    obstacle: str | None
    evidence: str | None


@dataclass(frozen=True)
class QuarterLine:
    """One activity in one quarter. `counted` is as of today; None before the quarter begins."""

    quarter: int
    promised: int | None
    counted: Counted | None
    report: ReportedLine | None
    status: ReportStatus | None


@dataclass(frozen=True)
class LineProgress:
    """One activity over its year. `counted` is of the whole year and counts each person once."""

    line: PlannedLine
    quarters: tuple[QuarterLine, ...]
    counted: Counted
    due: int | None  # promised for the quarters that have ended

    @property
    def delivered(self) -> int | None:
        """The sum of what the quarters counted, to be held against targets that add up as well.

        Somebody who came in two quarters is in both. None where no quarter can be counted.
        """
        return _together(one.counted for one in self.quarters if one.counted)

    @property
    def reported(self) -> int | None:
        """The sum of what was reported; None while nothing was."""
        told = [one.report.reported for one in self.quarters if one.report]
        known = [value for value in told if value is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class PlanProgress:
    """One version of a year's plan and how far it is on a day."""

    plan_id: int
    agreement_id: int
    year: int
    version: int
    status: PlanStatus
    as_of: date
    lines: tuple[LineProgress, ...]


def plan_progress(
    session: Session, plan_id: int, *, as_of: date, partner: tuple[str, str] | None = None
) -> PlanProgress | None:
    """The plan with what was counted until the day `as_of`, that day too; None without it.

    With a partner, only its own cohorts are counted and no report is told: both are of all
    parties, and what the others did would follow by subtraction.
    """
    plan = found.plan_row(session, plan_id)
    if plan is None:
        return None
    year, agreement = int(plan["year"]), int(plan["agreement_id"])
    lines = planned_lines(session, plan_id)
    count = _counting(session, plan_id, lines, as_of=as_of, partner=partner)
    counts = {quarter: count(quarter_of(year, quarter)) for quarter in _begun(year, as_of)}
    whole = count(year_of(year))
    status, reported = _reports(session, agreement, year) if partner is None else ({}, {})
    return PlanProgress(
        plan_id, agreement, year, int(plan["version"]), PlanStatus.of(plan["status"]), as_of,
        tuple(
            LineProgress(
                line,
                tuple(
                    QuarterLine(
                        quarter, line.promised(quarter), counts.get(quarter, {}).get(line.id),
                        reported.get((quarter, line.id)), status.get(quarter),
                    )
                    for quarter in QUARTERS
                ),
                whole[line.id], _due(line, year, as_of),
            )
            for line in lines
        ),
    )  # fmt: skip


def promises_kept(session: Session, plan_id: int, *, year: int, as_of: date) -> list[bool]:
    """For each activity that was due and can be counted: whether the count reaches the target."""
    lines = planned_lines(session, plan_id)
    due = {line.id: target for line in lines if (target := _due(line, year, as_of)) is not None}
    if not due:
        return []
    count = _counting(session, plan_id, lines, as_of=as_of)
    counts = [count(quarter_of(year, quarter)) for quarter in _begun(year, as_of)]
    delivered = {line: _together(quarter[line] for quarter in counts) for line in due}
    return [value >= due[line] for line, value in delivered.items() if value is not None]


def _begun(year: int, as_of: date) -> list[int]:
    return [quarter for quarter in QUARTERS if quarter_of(year, quarter).start <= as_of]


def _counting(
    session: Session, plan_id: int, lines: Sequence[PlannedLine], *, as_of: date,
    partner: tuple[str, str] | None = None,
) -> Callable[[Filter], dict[int, Counted]]:  # fmt: skip
    wanted = [line.countable for line in lines]

    def count(period: Filter) -> dict[int, Counted]:
        own = replace(_until(period, as_of), partner=partner)
        return count_lines(session, plan_id, own, wanted)

    return count


def _together(counts: Iterable[Counted]) -> int | None:
    known = [one.value for one in counts if one.value is not None]
    return sum(known) if known else None


def reported_lines(rows: pd.DataFrame) -> tuple[ReportedLine, ...]:
    """Rows of `progress_line` as values."""
    return tuple(_reported(row) for row in rows.to_dict("records"))


def _due(line: PlannedLine, year: int, as_of: date) -> int | None:
    """What was promised for the quarters whose last day has passed."""
    ended = [q for q in QUARTERS if quarter_of(year, q).end <= as_of]
    if len(ended) == len(QUARTERS):
        return line.promised()
    told = [target for q in ended if (target := line.promised(q)) is not None]
    return sum(told) if told else None


def _until(period: Filter, as_of: date) -> Filter:
    """The part of a period that has passed; its first day at least."""
    after = date.fromordinal(as_of.toordinal() + 1)
    return Filter(period.start, max(min(period.end, after), _next(period.start)))


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _reports(
    session: Session, agreement_id: int, year: int
) -> tuple[dict[int, ReportStatus], Mapping[tuple[int, int], ReportedLine]]:
    """Quarter -> status of its report, and (quarter, activity) -> what it says."""
    reports = found.reports_of(session, agreement_id, year=year).to_dict("records")
    quarters = {int(row["id"]): int(row["quarter"]) for row in reports}
    rows = found.lines_of_reports(session, agreement_id, year).to_dict("records")
    lines = {
        (quarters[int(row["report_id"])], int(row["activity_id"])): _reported(row) for row in rows
    }
    return {int(row["quarter"]): ReportStatus.of(row["status"]) for row in reports}, lines


def _reported(row: Mapping[Any, Any]) -> ReportedLine:
    return ReportedLine(
        id=int(row["id"]), row_version=int(row["row_version"]),
        activity_id=int(row["activity_id"]), counted=_whole(row["counted"]),
        recorded=_whole(row["recorded"]), reported=_whole(row["reported"]),
        difference=_text(row["difference"]), spent=_whole(row["spent"]),
        obstacle=_text(row["obstacle"]), evidence=_text(row["evidence"]),
    )  # fmt: skip


def _whole(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def _text(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
