"""What a file may do to plans and reports: lead them further on their way, never back.

A file may bring what went its way elsewhere (paper, another database); what each status needs,
such as the letter of a verification, the schema asks of every row.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

import models
from data.importing.issues import Rule, Weight
from data.importing.rules import Breach
from data.transitions import ahead, may_be_edited
from models.base import Sourced
from models.codes import Labelled, PlanStatus, ReportStatus
from models.columns import declaration_of

NO_WAY_BACK = Rule(
    "langkah_tidak_boleh", Weight.REFUSED,
    "di sini statusnya sudah {other}, tidak dapat menjadi {value}. Yang dapat: {allowed}.",
    "its status here is {other} already and cannot become {value}. Possible: {allowed}.",
)  # fmt: skip
STEP_AHEAD = Rule(
    "langkah_mendahului", Weight.REFUSED,
    "langkah {value} belum dapat dilalui laporan yang berstatus {other}. Impor dahulu laporannya "
    "dengan status dan suratnya.",
    "a report that stands at {other} cannot have taken the step {value} yet. Import the report "
    "first, with its status and letter.",
)  # fmt: skip
ALREADY_SENT = Rule(
    "sudah_diajukan", Weight.REFUSED,
    "rencana atau laporannya sudah berstatus {allowed}: isinya tidak berubah lagi. Catat "
    "pengembaliannya dahulu, atau buat versi baru rencana.",
    "its plan or report stands at {allowed}: what it holds does not change any more. Record its "
    "return first, or make a new version of the plan.",
)  # fmt: skip
_WAYS: dict[str, type[Labelled]] = {"work_plan": PlanStatus, "progress_report": ReportStatus}
# lines -> what they belong to, and by which key
_LINES = {
    "planned_activity": ("work_plan", "plan_id"), "progress_line": ("progress_report", "report_id"),
}  # fmt: skip


def off_the_way(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, keys: list[tuple[str, ...]],
    *, sent_by_owner: bool,
) -> Iterator[Breach]:  # fmt: skip
    """Staged lines that would take a plan or a report back, or change what was submitted.

    A bundle is the state of the unit that owns its rows (`sent_by_owner`): its lines may have
    been mended after a return that is not known here.
    """
    if target.name in _WAYS and "status" in staged.c:
        yield from _moved_back(connection, staged, target, keys)
    if target.name == "report_step" and {"report_id", "status"} <= set(staged.c.keys()):
        yield from _steps_ahead(connection, staged)
    if target.name in _LINES and not sent_by_owner:
        yield from _changed_after(connection, staged, target, keys)


def _moved_back(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, keys: list[tuple[str, ...]]
) -> Iterator[Breach]:
    here, stored = staged.alias("here"), target.alias("stored")
    key = next((one for one in keys if set(one) <= set(staged.c.keys())), None)
    if key is None:
        return
    same = sa.and_(*(here.c[name] == stored.c[name] for name in key))
    query = sa.select(here.c.line, stored.c.status, here.c.status).join_from(here, stored, same)
    for line, before, wanted in connection.execute(query.order_by(here.c.line)).all():
        stands, asked = (_WAYS[target.name].of(str(value)) for value in (before, wanted))
        if asked != stands and asked not in ahead(stands):
            yield _breach(NO_WAY_BACK, target, line, asked, stands, ahead(stands))


def _steps_ahead(connection: sa.Connection, staged: sa.Table) -> Iterator[Breach]:
    report = models.metadata.tables["progress_report"]
    query = (
        sa.select(staged.c.line, report.c.status, staged.c.status)
        .join_from(staged, report, report.c.id == staged.c.report_id)
        .order_by(staged.c.line)
    )
    for line, before, wanted in connection.execute(query).all():
        stands, asked = (ReportStatus.of(str(value)) for value in (before, wanted))
        if asked != stands and stands not in ahead(asked):
            step = models.metadata.tables["report_step"]
            yield _breach(STEP_AHEAD, step, line, asked, stands, frozenset())


def _breach(
    rule: Rule, target: sa.Table, line: int, asked: Labelled, stands: Labelled,
    allowed: frozenset[Any],
) -> Breach:  # fmt: skip
    heading = declaration_of(target.c["status"]).heading
    said = ", ".join(sorted(status.value for status in allowed)) or "-"
    details = {"value": f"[{asked.value}]", "other": f"[{stands.value}]", "allowed": said}
    return Breach(rule, [line], details, heading.id if heading else None)


def _changed_after(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, keys: list[tuple[str, ...]]
) -> Iterator[Breach]:
    """Lines that differ from what was submitted; what came submitted may bring its lines once."""
    whole, name = _LINES[target.name]
    owner = models.metadata.tables[whole]
    key = next((one for one in keys if set(one) <= set(staged.c.keys())), None)
    if key is None:
        return
    here, stored, other = staged.alias("here"), target.alias("stored"), target.alias("other")
    same = sa.and_(*(here.c[part] == stored.c[part] for part in key))
    names = {column.name for column in staged.columns} - {*Sourced.model_fields}
    given = sorted(name for name in names if name in target.c)
    differs = sa.or_(*(here.c[one].is_distinct_from(stored.c[one]) for one in given))
    has_lines = sa.exists().where(other.c[name] == here.c[name])
    changed = sa.case((stored.c.id.is_(None), has_lines), else_=differs)
    query = (
        sa.select(here.c.line, owner.c.status)
        .join_from(here, owner, owner.c.id == here.c[name])
        .outerjoin(stored, same)
        .where(changed)
        .order_by(here.c.line)
    )
    for line, status in connection.execute(query).all():
        stands = _WAYS[owner.name].of(str(status))
        if not may_be_edited(stands):
            yield Breach(ALREADY_SENT, [line], {"allowed": f"[{stands.value}]"})
