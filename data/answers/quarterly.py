"""One quarter's report as it stands: its lines, its way, open actions, and which are due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.counting import Counted, count_lines
from data.answers.progress import ReportedLine, reported_lines
from data.answers.promised import PlannedLine, ended_quarters, planned_lines, quarter_of
from data.queries import plans as found
from data.queries import reporting
from models.codes import ReportStatus

WAITING = (None, ReportStatus.DRAF, ReportStatus.DIKEMBALIKAN)
DAYS_TO_REPORT = 10  # after the last day of a quarter; ours, until a regulation names another


@dataclass(frozen=True)
class Step:
    """One step of a report's way; a verification names the letter that it is known by."""

    status: ReportStatus
    taken_on: date
    office: str | None
    letter: str | None
    letter_on: date | None
    reason: str | None


@dataclass(frozen=True)
class Action:
    """An agreed action, about which activity, from which quarter's report."""

    id: int
    row_version: int
    year: int
    quarter: int
    activity_number: int
    activity: str
    text: str
    owner: str
    due: date
    closed_on: date | None
    result: str | None

    def is_late(self, as_of: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.closed_on is None and self.due < as_of


@dataclass(frozen=True)
class ReportLine:
    """One activity in the report; `now` is counted from the rows as they are at this moment."""

    planned: PlannedLine
    reported: ReportedLine
    now: Counted

    @property
    def counted(self) -> int | None:
        """What was frozen when the report was submitted; before that, what is counted now."""
        return self.now.value if self.reported.counted is None else self.reported.counted

    @property
    def differs(self) -> bool:
        """Whether what was reported is not what was counted; that needs a sentence."""
        told, counted = self.reported.reported, self.counted
        return told is not None and counted is not None and told != counted

    def promised(self, quarter: int) -> int | None:
        """The target of the quarter."""
        return self.planned.promised(quarter)


@dataclass(frozen=True)
class Report:
    """A quarter's report. `actions`: agreed in it or before, open ones and those it closed."""

    id: int
    row_version: int
    agreement_id: int
    plan_id: int
    year: int
    quarter: int
    status: ReportStatus
    submitted_on: date | None
    data_version: int | None
    summary: str | None
    lines: tuple[ReportLine, ...]
    steps: tuple[Step, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Due:
    """A quarter whose report is not submitted (yet, or again), by when it was due."""

    owner: str
    code: str
    title: str | None
    year: int
    quarter: int
    due: date
    days_late: int  # negative: days left
    status: ReportStatus | None  # None: nobody began it
    has_plan: bool


def quarterly_report(session: Session, report_id: int) -> Report | None:
    """The report with its lines; None if there is none."""
    row = found.report_row(session, report_id)
    if row is None:
        return None
    year, quarter, plan = int(row["year"]), int(row["quarter"]), int(row["plan_id"])
    planned = planned_lines(session, plan)
    wanted = [line.countable for line in planned]
    now = count_lines(session, plan, quarter_of(year, quarter), wanted)
    said = {
        line.activity_id: line for line in reported_lines(found.lines_of_report(session, report_id))
    }
    return Report(
        id=report_id, row_version=row["row_version"], agreement_id=row["agreement_id"],
        plan_id=plan, year=year, quarter=quarter, status=ReportStatus.of(row["status"]),
        submitted_on=row["submitted_on"], data_version=row["data_version"],
        summary=row["summary"],
        lines=tuple(
            ReportLine(line, said[line.id], now[line.id]) for line in planned if line.id in said
        ),
        steps=tuple(_step(one) for one in _records(found.steps_of(session, report_id))),
        actions=tuple(
            one for one in actions(session, row["agreement_id"])
            if _belongs(one, (year, quarter))
        ),
    )  # fmt: skip


def actions(session: Session, agreement_id: int) -> tuple[Action, ...]:
    """All actions agreed in reports of the agreement, open ones first, by day due."""
    return tuple(
        Action(
            row["id"], row["row_version"], row["year"], row["quarter"], row["activity_number"],
            row["activity_title"], row["text"], row["owner"], row["due"], row["closed_on"],
            row["result"],
        )
        for row in _records(found.actions_of(session, agreement_id))
    )  # fmt: skip


def reports_due(session: Session, *, as_of: date) -> tuple[Due, ...]:
    """Quarters that ended with no report submitted, of signed agreements, the latest first.

    From the first year with a plan or a report on; an agreement that never had either has
    no work plan, which is what it lacks.
    """
    states = {
        (row["agreement_id"], row["year"], row["quarter"]): ReportStatus.of(row["status"])
        for row in _records(reporting.report_states(session))
    }
    planned = {
        (row["agreement_id"], row["year"]) for row in _records(reporting.approved_years(session))
    }
    due = [
        _due(
            row,
            (year, quarter),
            as_of,
            status=status,
            has_plan=(row["agreement_id"], year) in planned,
        )
        for row in _records(reporting.reporting_agreements(session))
        for year in range(row["first_year"], as_of.year + 1)
        for quarter in ended_quarters(year, as_of)
        for status in [states.get((row["agreement_id"], year, quarter))]
        if status in WAITING and _in_force(row, year, quarter)
    ]
    return tuple(sorted(due, key=lambda one: (-one.days_late, one.owner, one.code)))


def _due(
    row: dict[str, Any], when: tuple[int, int], as_of: date, *,
    status: ReportStatus | None, has_plan: bool,
) -> Due:  # fmt: skip
    day = quarter_of(*when).end + timedelta(days=DAYS_TO_REPORT - 1)
    days_late = (as_of - day).days
    return Due(row["owner"], row["code"], row["title"], *when, day, days_late, status, has_plan)


def _in_force(row: dict[str, Any], year: int, quarter: int) -> bool:
    """Whether the agreement stood on some day of the quarter."""
    period = quarter_of(year, quarter)
    first = row["starts_on"] or row["signed_on"] or date.min
    last = row["ended_on"] or row["ends_on"] or date.max
    return bool(first < period.end and last >= period.start)


def _belongs(action: Action, report: tuple[int, int]) -> bool:
    """Of this report, or of an earlier one and not closed before its quarter began."""
    own = (action.year, action.quarter)
    if own >= report:
        return own == report
    return action.closed_on is None or action.closed_on >= quarter_of(*report).start


def _step(row: dict[str, Any]) -> Step:
    return Step(
        ReportStatus.of(row["status"]), row["taken_on"], row["by_office"], row["letter_number"],
        row["letter_on"], row["reason"],
    )  # fmt: skip


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows with None where a value is missing, and plain numbers."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in rows.astype("object").to_dict("records")
    ]
