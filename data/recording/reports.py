"""Quarterly reports: drafted, mended, submitted with their counts frozen, verified or returned."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, select

import models
from data.answers.counting import Counted, count_lines
from data.answers.promised import planned_lines, quarter_of
from data.errors import SinergiError
from data.importing.issues import Issue
from data.importing.rules_in_words import EXPLAIN_DIFFERENCE, REPORT_SOMETHING
from data.queries.plans import approved_plan
from data.recording.agreements import Values, check_not_ended
from data.recording.plans import check_letter, check_reason
from data.recording.rows import ValuesRefused, add, change, held
from data.transitions import check_editable, check_step
from models.codes import ReportStatus
from models.door import Viewer

_REPORT, _LINE, _STEP = models.ProgressReport, models.ProgressLine, models.ReportStep
WRITTEN = ("reported", "difference", "spent", "obstacle", "evidence")


class LinesRefused(SinergiError):
    """Some lines of a report are not ready; `lines` says why, by line id and column."""

    def __init__(self, lines: dict[int, ValuesRefused], numbers: dict[int, int]) -> None:
        """Make the error; `numbers` are those of the planned activities."""
        self.lines = lines
        said = [
            "\n".join(f"{numbers[key]}. {error.sentence(language)}" for key, error in lines.items())
            for language in ("id", "en")
        ]
        super().__init__("baris_belum_siap", said[0], said[1])


def draft_report(
    session: Session, viewer: Viewer, agreement_id: int, year: int, quarter: int, *, today: date
) -> int:
    """A draft for the quarter, a line for each activity of the approved plan; gives its id.

    What is counted so far stands as a proposal in `reported`; where nothing can be counted it is
    empty. Raises `SinergiError` without an approved plan, for a quarter that has not begun, and
    for one that has its report already.
    """
    agreement = session.get_one(models.Agreement, agreement_id, with_for_update=True)
    check_not_ended_before(agreement, quarter_of(year, quarter).start)
    plan = approved_plan(session, agreement_id, year)
    if plan is None:
        raise SinergiError(
            "tanpa_rencana", f"Belum ada rencana kerja {year} yang disetujui untuk perjanjian ini.",
            f"This agreement has no approved work plan for {year} yet.",
        )  # fmt: skip
    _check_new(session, agreement_id, year, quarter, today)
    key = {"agreement_id": agreement_id, "year": year, "quarter": quarter}
    found = add(session, viewer, _REPORT, {**key, "plan_id": plan}, today=today)
    for activity, counted in _counts(session, plan, year, quarter).items():
        values = {
            "report_id": found, "plan_id": plan, "activity_id": activity,
            "reported": counted.value,
        }  # fmt: skip
        add(session, viewer, _LINE, values, today=today)
    return found


def edit_report(
    session: Session, viewer: Viewer, report_id: int, summary: str, *, seen: int, today: date
) -> None:
    """Write the summary of a draft or a returned report. Raises `SinergiError`."""
    report = held(session, _REPORT, report_id, seen=seen)
    check_editable(report.status)
    change(session, viewer, report, {"summary": summary}, today=today)


def edit_report_line(
    session: Session, viewer: Viewer, line_id: int, values: Values, *, seen: int, today: date
) -> None:
    """Write what an officer reports about an activity: columns WRITTEN, nothing else.

    Raises `SinergiError` once the report was submitted, unless it came back.
    """
    line = held(session, _LINE, line_id, seen=seen)
    check_editable(_locked(session, line.report_id).status)
    if unknown := set(values) - set(WRITTEN):
        raise ValueError(f"not written by hand: {sorted(unknown)}")
    change(session, viewer, line, values, today=today)


def submit_report(
    session: Session, viewer: Viewer, report_id: int, *, seen: int, today: date
) -> None:
    """It goes up the line: counts are frozen with the data version, and a step is written.

    Raises `LinesRefused` for lines without a figure, and for those whose reported figure differs
    from the counted one without a sentence; `SinergiError` before the quarter has ended.
    """
    report = held(session, _REPORT, report_id, seen=seen)
    check_step(report.status, ReportStatus.DIAJUKAN)
    ends = quarter_of(report.year, report.quarter).end
    if ends > today:
        raise SinergiError(
            "triwulan_belum_berakhir",
            f"Triwulan {report.quarter}/{report.year} belum berakhir; ajukan mulai "
            f"{ends:%d/%m/%Y}.",
            f"Quarter {report.quarter}/{report.year} has not ended; submit it from "
            f"{ends:%d/%m/%Y}.",
        )  # fmt: skip
    lines = session.exec(select(_LINE).where(_LINE.report_id == report.id)).all()
    counts = _counts(session, report.plan_id, report.year, report.quarter)
    _check_lines(session, lines, counts)
    for line in lines:
        change(session, viewer, line, counts[line.activity_id].frozen, today=today)
    version = session.exec(select(models.DatabaseState.data_version)).one()
    status = {"status": ReportStatus.DIAJUKAN, "submitted_on": today, "data_version": version}
    change(session, viewer, report, status, today=today)
    _add_step(session, viewer, report, {"by_office": None}, today=today)


def verify_report(
    session: Session, viewer: Viewer, report_id: int, step: ReportStatus, *,
    letter: str, on: date, office: str, seen: int, today: date,
) -> None:  # fmt: skip
    """An office verified it by a letter of a day; nobody verifies in another's name.

    Raises `SinergiError` for a step out of turn, and for a letter without number or date.
    """
    report = held(session, _REPORT, report_id, seen=seen)
    check_step(report.status, step)
    check_letter(letter, on, today)
    stands = {"status": step, "verified_letter": letter, "verified_on": on}
    change(session, viewer, report, stands, today=today)
    said = {"by_office": office, "letter_number": letter, "letter_on": on}
    _add_step(session, viewer, report, said, today=today)


def return_report(
    session: Session, viewer: Viewer, report_id: int, *,
    reason: str, office: str, seen: int, today: date,
) -> None:  # fmt: skip
    """It came back with a reason, to be mended and submitted again. Raises `SinergiError`."""
    report = held(session, _REPORT, report_id, seen=seen)
    check_step(report.status, ReportStatus.DIKEMBALIKAN)
    check_reason(reason)
    stands = {"status": ReportStatus.DIKEMBALIKAN, "verified_letter": None, "verified_on": None}
    change(session, viewer, report, stands, today=today)
    _add_step(session, viewer, report, {"by_office": office, "reason": reason}, today=today)


def check_not_ended_before(agreement: models.Agreement, day: date) -> None:
    """Raise `SinergiError` for an agreement that was ended before the day; later is still due."""
    if agreement.ended_on is None or agreement.ended_on < day:
        check_not_ended(agreement)


def _counts(session: Session, plan_id: int, year: int, quarter: int) -> dict[int, Counted]:
    lines = [line.countable for line in planned_lines(session, plan_id)]
    return count_lines(session, plan_id, quarter_of(year, quarter), lines)


def _check_new(session: Session, agreement_id: int, year: int, quarter: int, today: date) -> None:
    starts = quarter_of(year, quarter).start
    if starts > today:
        raise SinergiError(
            "triwulan_belum_mulai",
            f"Triwulan {quarter}/{year} baru mulai {starts:%d/%m/%Y}.",
            f"Quarter {quarter}/{year} begins on {starts:%d/%m/%Y}.",
        )
    there = select(_REPORT.id).where(
        _REPORT.agreement_id == agreement_id, _REPORT.year == year, _REPORT.quarter == quarter
    )
    if session.exec(there).first() is not None:
        raise SinergiError(
            "laporan_sudah_ada", f"Laporan triwulan {quarter}/{year} sudah ada. Buka yang itu.",
            f"The report of quarter {quarter}/{year} is there already. Open that one.",
        )  # fmt: skip


def _check_lines(session: Session, lines: Any, counts: dict[int, Counted]) -> None:
    numbers, wrong = {}, {}
    for line in lines:
        numbers[line.id] = session.get_one(models.PlannedActivity, line.activity_id).number
        counted, issues = counts[line.activity_id].value, {}
        if line.reported is None:
            issues["reported"] = Issue(REPORT_SOMETHING)
        elif counted is not None and line.reported != counted and line.difference is None:
            said = {"allowed": str(counted)}
            issues["difference"] = Issue(EXPLAIN_DIFFERENCE, value=str(line.reported), details=said)
        if issues:
            wrong[line.id] = ValuesRefused(_LINE.__tablename__, issues)
    if wrong:
        raise LinesRefused(dict(sorted(wrong.items(), key=lambda one: numbers[one[0]])), numbers)


def _locked(session: Session, report_id: int) -> models.ProgressReport:
    return session.get_one(_REPORT, report_id, with_for_update=True, populate_existing=True)


def _add_step(
    session: Session, viewer: Viewer, report: models.ProgressReport, said: Values, *, today: date
) -> None:
    last = session.exec(select(sa.func.max(_STEP.number)).where(_STEP.report_id == report.id))
    values = {
        **said, "report_id": report.id, "number": (last.one() or 0) + 1, "status": report.status,
        "taken_on": today,
    }  # fmt: skip
    add(session, viewer, _STEP, values, today=today)
