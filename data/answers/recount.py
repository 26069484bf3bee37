"""Whether what a submitted report counted still stands, and what was written since if not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers.counting import COMPONENTS, count_lines
from data.answers.promised import PlannedLine, planned_lines, quarter_of
from data.queries import plans as found
from data.queries.recounting import Touched, submitted_at, touched_since
from models.codes import RowAction

FROZEN = ("counted", "recorded", *COMPONENTS)


@dataclass(frozen=True)
class Moved:
    """One frozen figure of a line that counts otherwise today; missing is not zero."""

    line: PlannedLine
    figure: str  # a column of `progress_line`
    frozen: int | None
    now: int | None


@dataclass(frozen=True)
class Cause:
    """One row behind the figures that was written after the report was submitted."""

    table: str
    cohort: str | None
    number: int | None
    held_on: date | None
    action: RowAction
    at: datetime
    by_import: bool


@dataclass(frozen=True)
class Recount:
    """A submitted report counted again: what differs, and the rows written since."""

    submitted_at: datetime
    data_version: int
    moved: tuple[Moved, ...]
    causes: tuple[Cause, ...]

    @property
    def stands(self) -> bool:
        """Whether every frozen figure still counts the same."""
        return not self.moved


def recounted(session: Session, report_id: int) -> Recount | None:
    """The report counted again; None for one that is not there or was never submitted."""
    report = found.report_row(session, report_id)
    moment = submitted_at(session, report_id)
    if report is None or moment is None or report["data_version"] is None:
        return None
    plan = report["plan_id"]
    period = quarter_of(report["year"], report["quarter"])
    lines = {line.id: line for line in planned_lines(session, plan)}
    now = count_lines(session, plan, period, [line.countable for line in lines.values()])
    frozen = {
        int(row["activity_id"]): {name: _known(row[name]) for name in FROZEN}
        for row in found.lines_of_report(session, report_id).to_dict("records")
    }
    moved = [
        Moved(lines[key], name, frozen[key][name], value)
        for key in lines
        if key in frozen
        for name, value in now[key].frozen.items()
        if value != frozen[key][name]
    ]
    causes = [_cause(one) for one in touched_since(session, plan, period, moment)] if moved else []
    return Recount(moment, report["data_version"], tuple(moved), tuple(causes))


def _cause(one: Touched) -> Cause:
    return Cause(
        one.table, one.cohort, one.number, one.held_on, RowAction.of(one.action), one.at,
        one.batch_id is not None,
    )  # fmt: skip


def _known(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
