"""What is true: tables, closed code lists, privacy classes and the door to the database."""

from typing import Any

from models.base import metadata
from models.completion import complete
from models.documents import Document
from models.guidance import ClientReview, Contact, GuidancePlan
from models.house import Account, Code, DatabaseState, Setting
from models.measures import (
    Assessment,
    AssessmentScore,
    Instrument,
    InstrumentBand,
    InstrumentScale,
)
from models.official import IndicatorTarget, IndicatorValue, OfficialIndicator
from models.outcomes import Entitlement, Incident, Return
from models.participation import Attendance, AttendanceMark, Enrolment
from models.partners import Activity, Agreement, AgreementParty, Partner
from models.people import Custody, Guardianship, Need, PersonIdentifier, Wbp
from models.places import Officer, Province, Unit
from models.plans import Obligation, PlannedActivity, WorkPlan
from models.programmes import Cohort, Cost, Programme, ProgrammeSession
from models.records import Change, ExportRecord, ImportBatch, RejectedRow
from models.reports import FollowUpAction, ProgressLine, ProgressReport, ReportStep
from models.tallies import AttendanceTally, StaleTally

complete()

_ALL: tuple[Any, ...] = (
    Account, Activity, Agreement, AgreementParty, Assessment, AssessmentScore, Attendance,
    AttendanceMark, AttendanceTally, Change, ClientReview, Code, Cohort, Contact, Cost, Custody,
    DatabaseState, Document, Enrolment, Entitlement, ExportRecord, FollowUpAction,
    Guardianship, GuidancePlan, ImportBatch, Incident, IndicatorTarget, IndicatorValue,
    Instrument, InstrumentBand, InstrumentScale, Need, Obligation, Officer,
    OfficialIndicator, Partner, PersonIdentifier, PlannedActivity, Programme,
    ProgrammeSession, ProgressLine, ProgressReport, Province, RejectedRow, ReportStep,
    Return, Setting, StaleTally, Unit, Wbp, WorkPlan,
)  # fmt: skip
classes: dict[str, Any] = {one.__tablename__: one for one in _ALL}

__all__ = [
    "Account", "Activity", "Agreement", "AgreementParty", "Assessment", "AssessmentScore",
    "Attendance", "AttendanceMark", "AttendanceTally", "Change", "ClientReview", "Code",
    "Cohort", "Contact", "Cost", "Custody", "DatabaseState", "Document", "Enrolment", "Entitlement",
    "ExportRecord", "FollowUpAction", "Guardianship", "GuidancePlan", "ImportBatch",
    "Incident", "IndicatorTarget", "IndicatorValue", "Instrument", "InstrumentBand",
    "InstrumentScale", "Need", "Obligation", "Officer", "OfficialIndicator", "Partner",
    "PersonIdentifier", "PlannedActivity", "Programme", "ProgrammeSession",
    "ProgressLine", "ProgressReport", "Province", "RejectedRow", "ReportStep", "Return",
    "Setting", "StaleTally", "Unit", "Wbp", "WorkPlan", "classes", "metadata",
]  # fmt: skip
