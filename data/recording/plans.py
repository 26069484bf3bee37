"""Work plans: drafted or taken over from the version before, submitted, approved or returned."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, select

import models
from data.errors import SinergiError
from data.importing.issues import Issue
from data.importing.rules_in_words import OUTSIDE_TERM
from data.recording.agreements import Values, check_not_ended
from data.recording.rows import ValuesRefused, add, change, held, remove
from data.transitions import check_editable, check_step
from models.base import Sourced
from models.codes import PlanStatus
from models.door import Viewer

_PLAN, _LINE = models.WorkPlan, models.PlannedActivity


def draft_plan(
    session: Session, viewer: Viewer, agreement_id: int, year: int, *, today: date
) -> int:
    """A new draft for the year; after an approved version it begins with that one's lines.

    Gives its id. Raises `SinergiError` while another version is still on its way, for an
    agreement that has ended, and for a year outside its term.
    """
    agreement = session.get(models.Agreement, agreement_id, with_for_update=True)
    if agreement is None:
        raise SinergiError(
            "tidak_dikenal", "Perjanjian ini tidak ada.", "This agreement is not there."
        )
    check_not_ended(agreement)
    _check_year(agreement, year)
    versions = session.exec(
        select(_PLAN).where(_PLAN.agreement_id == agreement_id, _PLAN.year == year)
    ).all()
    last = max(versions, key=lambda plan: plan.version, default=None)
    if last is not None and last.status != PlanStatus.DISETUJUI:
        raise SinergiError(
            "masih_ada_versi",
            f"Versi {last.version} masih [{last.status.label_id}]. Selesaikan lebih dahulu.",
            f"Version {last.version} is still [{last.status.label_en}]. Finish that one first.",
        )
    version = last.version + 1 if last else 1
    values = {"agreement_id": agreement_id, "year": year, "version": version}
    found = add(session, viewer, _PLAN, values, today=today)
    if last is not None:
        _take_over(session, viewer, last, found, today=today)
    return found


def add_line(
    session: Session, viewer: Viewer, plan_id: int, values: Values, *, seen: int, today: date
) -> int:
    """A new line under the next number; gives its id. Raises `SinergiError`.

    `seen` is the version of the plan's row; the plan itself is not changed by its lines.
    """
    plan = _editable(session, plan_id, seen=seen)
    last = session.exec(select(sa.func.max(_LINE.number)).where(_LINE.plan_id == plan.id)).one()
    given = {**values, "plan_id": plan_id, "number": (last or 0) + 1}
    _check_line(session, plan, given)
    return add(session, viewer, _LINE, given, today=today)


def edit_line(
    session: Session, viewer: Viewer, line_id: int, values: Values, *, seen: int, today: date
) -> None:
    """Change a line of a draft. Raises `SinergiError`."""
    row = held(session, _LINE, line_id, seen=seen)
    plan = _editable(session, row.plan_id)
    _check_line(session, plan, {**row.model_dump(), **values})
    change(session, viewer, row, values, today=today)


def remove_line(session: Session, viewer: Viewer, line_id: int, *, seen: int) -> None:
    """Take a line out of a draft. Raises `SinergiError`."""
    row = held(session, _LINE, line_id, seen=seen)
    _editable(session, row.plan_id)
    remove(session, viewer, row)


def submit_plan(session: Session, viewer: Viewer, plan_id: int, *, seen: int, today: date) -> None:
    """It goes up the line. Raises `SinergiError` for a plan without lines or targets."""
    plan = held(session, _PLAN, plan_id, seen=seen)
    check_step(plan.status, PlanStatus.DIAJUKAN)
    lines = session.exec(select(_LINE).where(_LINE.plan_id == plan.id)).all()
    if not lines:
        raise SinergiError(
            "rencana_kosong", "Rencana belum punya kegiatan. Tambahkan sedikitnya satu.",
            "The plan has no activity yet. Add one at least.",
        )  # fmt: skip
    for line in sorted(lines, key=lambda one: one.number):
        if line.target_year is None and not any(_quarters(line)):
            raise SinergiError(
                "tanpa_target", f"Kegiatan {line.number} [{line.title}] belum punya target.",
                f"Activity {line.number} [{line.title}] has no target yet.",
            )  # fmt: skip
        _check_line(session, plan, line.model_dump())
    values = {"status": PlanStatus.DIAJUKAN, "submitted_on": today, "return_reason": None}
    change(session, viewer, plan, values, today=today)


def approve_plan(
    session: Session, viewer: Viewer, plan_id: int, *,
    letter: str, on: date, seen: int, today: date,
) -> None:  # fmt: skip
    """It was approved by a letter of a day; nobody approves in another's name."""
    plan = held(session, _PLAN, plan_id, seen=seen)
    check_step(plan.status, PlanStatus.DISETUJUI)
    check_letter(letter, on, today)
    values = {"status": PlanStatus.DISETUJUI, "approved_on": on, "approval_letter": letter}
    change(session, viewer, plan, values, today=today)


def return_plan(
    session: Session, viewer: Viewer, plan_id: int, *, reason: str, seen: int, today: date
) -> None:
    """It came back with a reason, to be mended. Raises `SinergiError` without one."""
    plan = held(session, _PLAN, plan_id, seen=seen)
    check_step(plan.status, PlanStatus.DIKEMBALIKAN)
    check_reason(reason)
    values = {"status": PlanStatus.DIKEMBALIKAN, "return_reason": reason}
    change(session, viewer, plan, values, today=today)


def check_letter(number: str, on: date, today: date) -> None:
    """Raise `SinergiError` for a letter without number or of a day to come."""
    if not number.strip() or on > today:
        raise SinergiError(
            "tanpa_surat",
            f"Isi nomor surat dan tanggalnya, yang tidak sesudah hari ini ([{on:%d/%m/%Y}]).",
            f"Give the letter's number and date, not after today ([{on:%d/%m/%Y}]).",
        )


def check_reason(reason: str) -> None:
    """Raise `SinergiError` when something is returned without saying why."""
    if not reason.strip():
        raise SinergiError(
            "tanpa_alasan", "Tuliskan apa yang harus diperbaiki.", "Write what has to be mended."
        )


def _editable(session: Session, plan_id: int, seen: int | None = None) -> models.WorkPlan:
    """The plan, kept from others, while it is its writer's; `seen` None: any version of it."""
    if seen is None:
        seen = session.get_one(_PLAN, plan_id, with_for_update=True).row_version
    plan: models.WorkPlan = held(session, _PLAN, plan_id, seen=seen)
    check_editable(plan.status)
    return plan


def _take_over(
    session: Session, viewer: Viewer, last: models.WorkPlan, plan_id: int, *, today: date
) -> None:
    lines = session.exec(select(_LINE).where(_LINE.plan_id == last.id)).all()
    for line in sorted(lines, key=lambda one: one.number):
        values = line.model_dump(exclude={"plan_id", *Sourced.model_fields})
        add(session, viewer, _LINE, {**values, "plan_id": plan_id}, today=today)


def _check_year(agreement: models.Agreement, year: int) -> None:
    first = agreement.starts_on or agreement.signed_on
    too_early = first is not None and year < first.year
    too_late = agreement.ends_on is not None and year > agreement.ends_on.year
    if too_early or too_late:
        raise SinergiError(
            "di_luar_masa_berlaku",
            f"Tahun [{year}] di luar masa berlaku perjanjian "
            f"({_day(first)} sampai {_day(agreement.ends_on)}).",
            f"Year [{year}] is outside the agreement's term "
            f"({_day(first)} to {_day(agreement.ends_on)}).",
        )


def _check_line(session: Session, plan: models.WorkPlan, line: dict[str, Any]) -> None:
    """Raise `ValuesRefused` for days outside the plan's year and the agreement's term."""
    agreement = session.get_one(models.Agreement, plan.agreement_id)
    first = max(date(plan.year, 1, 1), agreement.starts_on or date.min)
    last = min(date(plan.year, 12, 31), agreement.ends_on or date.max)
    term = {"allowed": f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"}
    days = {name: line[name] for name in ("starts_on", "ends_on") if line.get(name) is not None}
    outside = {
        name: Issue(OUTSIDE_TERM, value=f"{day:%d/%m/%Y}", details=term)
        for name, day in days.items()
        if not first <= day <= last
    }
    if outside:
        raise ValuesRefused(_LINE.__tablename__, outside)


def _quarters(line: models.PlannedActivity) -> tuple[int | None, ...]:
    return (line.target_q1, line.target_q2, line.target_q3, line.target_q4)


def _day(day: date | None) -> str:
    return "?" if day is None else f"{day:%d/%m/%Y}"
