"""The tables as SQLAlchemy Core sees them, under the names that queries use."""

from sqlalchemy import Table

from models import metadata

SAMPLE_DAY = "contoh_per"  # a setting: the last day that the sample data know


def _table(name: str) -> Table:
    return metadata.tables[name]


activity = _table("activity")
agreement = _table("agreement")
agreement_party = _table("agreement_party")
assessment = _table("assessment")
assessment_score = _table("assessment_score")
attendance = _table("attendance")
attendance_mark = _table("attendance_mark")
attendance_tally = _table("attendance_tally")
change = _table("change")
client_review = _table("client_review")
code = _table("code")
cohort = _table("cohort")
contact = _table("contact")
cost = _table("cost")
custody = _table("custody")
database_state = _table("database_state")
document = _table("document")
enrolment = _table("enrolment")
entitlement = _table("entitlement")
follow_up_action = _table("follow_up_action")
guardianship = _table("guardianship")
guidance_plan = _table("guidance_plan")
import_batch = _table("import_batch")
incident = _table("incident")
indicator_target = _table("indicator_target")
indicator_value = _table("indicator_value")
instrument = _table("instrument")
instrument_band = _table("instrument_band")
instrument_scale = _table("instrument_scale")
need = _table("need")
obligation = _table("obligation")
officer = _table("officer")
official_indicator = _table("official_indicator")
partner = _table("partner")
person_identifier = _table("person_identifier")
planned_activity = _table("planned_activity")
programme = _table("programme")
programme_session = _table("programme_session")
progress_line = _table("progress_line")
progress_report = _table("progress_report")
province = _table("province")
report_step = _table("report_step")
returned = _table("return")
setting = _table("setting")
stale_tally = _table("stale_tally")
unit = _table("unit")
wbp = _table("wbp")
work_plan = _table("work_plan")
