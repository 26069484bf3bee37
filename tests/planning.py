"""Builders of rows about plans, reports, documents and guidance, in the manner of `factories`."""

from datetime import date
from typing import Any

from sqlmodel import Session

from models import codes
from tests import factories


def obligation(session: Session, **values: Any) -> int:
    """A duty of the first party, not done yet."""
    return factories.add(
        session, "obligation", values, number=1, text="Menyediakan ruang",
        agreement_id=factories.agreement, party_position=1,
    )  # fmt: skip


def work_plan(session: Session, **values: Any) -> int:
    """A draft of a plan for 2026."""
    return factories.add(
        session, "work_plan", values, year=2026, version=1, agreement_id=factories.agreement
    )


def planned_activity(session: Session, **values: Any) -> int:
    """A line that promises to reach 20 WBP in each quarter, in programmes of KEMANDIRIAN."""
    field = {} if {"programme_id", "activity_kind"} & set(values) else {"field": "KEMANDIRIAN"}
    quarters = {f"target_q{quarter}": 20 for quarter in range(1, 5)} | {"target_year": 80}
    return factories.add(
        session, "planned_activity", values, number=1, title="Pelatihan", pillar=codes.Pillar.WBP,
        measure=codes.PlannedMeasure.ORANG, plan_id=work_plan, **quarters, **field,
    )  # fmt: skip


def progress_report(session: Session, **values: Any) -> int:
    """A draft of the report on the first quarter of a plan."""
    plan = values["plan_id"] = values.get("plan_id") or work_plan(session)
    for name in ("agreement_id", "year"):
        values.setdefault(name, factories.value(session, "work_plan", plan, name))
    return factories.add(session, "progress_report", values, quarter=1)


def progress_line(session: Session, **values: Any) -> int:
    """A line of a report about a planned activity of its plan, nothing counted yet."""
    report = values["report_id"] = values.get("report_id") or progress_report(session)
    plan = factories.value(session, "progress_report", report, "plan_id")
    return factories.add(
        session, "progress_line", values, plan_id=plan,
        activity_id=lambda s: planned_activity(s, plan_id=plan),
    )  # fmt: skip


def report_step(session: Session, **values: Any) -> int:
    """The first step of a report: it was submitted."""
    return factories.add(
        session, "report_step", values, number=1, status=codes.ReportStatus.DIAJUKAN,
        taken_on=factories.MONDAY, report_id=progress_report,
    )  # fmt: skip


def follow_up(session: Session, **values: Any) -> int:
    """An open action of the partner."""
    return factories.add(
        session, "follow_up_action", values, number=1, text="Menambah kelas", owner="Mitra",
        due=date(2026, 6, 30), line_id=progress_line,
    )  # fmt: skip


def document(session: Session, **values: Any) -> int:
    """A stored file of an agreement."""
    return factories.add(
        session, "document", values, sha256=f"{next(factories.numbers):064x}",
        kind=codes.DocumentKind.NASKAH, name="naskah.pdf", size=1200, table_name="agreement",
        row_id=factories.agreement,
    )  # fmt: skip


def guidance_plan(session: Session, **values: Any) -> int:
    """A line of a client's guidance plan."""
    return factories.add(
        session, "guidance_plan", values, number=1, unit_id=factories.unit, wbp_id=factories.wbp
    )


def contact(session: Session, **values: Any) -> int:
    """A reporting duty that was kept."""
    return factories.add(
        session, "contact", values, held_on=factories.MONDAY, kept=True,
        kind=codes.ContactKind.WAJIB_LAPOR, unit_id=factories.unit, wbp_id=factories.wbp,
    )  # fmt: skip


def client_review(session: Session, **values: Any) -> int:
    """A look at a client three months after release."""
    return factories.add(
        session, "client_review", values, reviewed_on=factories.MONDAY, months=3,
        unit_id=factories.unit, wbp_id=factories.wbp,
    )  # fmt: skip
