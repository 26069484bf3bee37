"""Every rule of every table is held by the database itself, whatever writes to it."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from models.codes import (
    AgreementStage,
    CohortStatus,
    DatabaseMode,
    LegalStatus,
    PartyRole,
    ReportStatus,
    SessionStatus,
)
from models.door import Door, Viewer
from tests import factories, planning, whole_world
from tests.conftest import ENGINES, OFFICER, _fresh_database
from tests.models import breaking
from tests.models.breaking import Case, copy_of_first

BY_HAND = [
    Case("ck_account_unit_or_partner",
         "UPDATE account SET unit_id = (SELECT min(id) FROM unit), "
         "partner_id = (SELECT min(id) FROM partner)"),
    Case("ck_agreement_data_terms_whole", "UPDATE agreement SET data_basis = NULL"),
    Case("ck_agreement_data_terms_whole",
         "UPDATE agreement SET data_basis = NULL, data_until = NULL"),
    Case("ck_agreement_end_is_a_stage",
         "UPDATE agreement SET ended_on = '2026-03-02', end_reason = 'Mitra bubar'"),
    Case("ck_agreement_end_whole",
         "UPDATE agreement SET ended_on = '2026-03-02', stage = 'DIAKHIRI'"),
    Case("ck_agreement_end_whole", "UPDATE agreement SET end_reason = 'Mitra bubar'"),
    Case("ck_agreement_not_its_own_parent", "UPDATE agreement SET parent_id = id"),
    Case("ck_agreement_signed_has_date", "UPDATE agreement SET signed_on = NULL"),
    Case("ck_agreement_party_first_two_are_parties",
         "UPDATE agreement_party SET role = 'SAKSI' WHERE position = 2"),
    Case("ck_agreement_party_partner_or_unit",
         "UPDATE agreement_party SET unit_id = NULL WHERE position = 1"),
    Case("ck_agreement_party_partner_or_unit",
         "UPDATE agreement_party SET partner_id = (SELECT min(id) FROM partner) "
         "WHERE position = 1"),
    Case("ck_assessment_score_in_range", "UPDATE assessment_score SET score = maximum + 0.1"),
    Case("ck_assessment_score_in_range", "UPDATE assessment_score SET score = minimum - 0.1"),
    Case("ck_attendance_mark_attended_is_expected", "UPDATE attendance_mark SET expected = false"),
    Case("ck_change_batch_or_account",
         "UPDATE change SET batch_id = (SELECT min(id) FROM import_batch), account = 'penguji'"),
    Case("ck_change_batch_or_account", "UPDATE change SET batch_id = NULL, account = NULL"),
    Case("ck_cohort_lottery_has_seed", "UPDATE cohort SET assignment = 'UNDIAN'"),
    Case("ck_cohort_only_a_lottery_is_drawn", "UPDATE cohort SET drawn_on = '2026-01-12'"),
    Case("ck_cohort_partner_with_agreement",
         "UPDATE cohort SET partner_id = NULL WHERE agreement_id IS NOT NULL"),
    Case("ck_database_state_only_one",
         "INSERT INTO database_state (id, created_at, updated_at, row_version, mode, data_version)"
         " SELECT 2, created_at, updated_at, 1, 'NYATA', 0 FROM database_state"),
    Case("ck_document_sha256_is_whole", "UPDATE document SET sha256 = 'abc'"),
    Case("ck_document_size_is_positive", "UPDATE document SET size = 0"),
    Case("ck_enrolment_person_or_officer", "UPDATE enrolment SET wbp_id = NULL, officer_id = NULL"),
    Case("ck_enrolment_person_or_officer",
         "UPDATE enrolment SET officer_id = (SELECT min(id) FROM officer) "
         "WHERE wbp_id IS NOT NULL"),
    Case("ck_follow_up_action_closed_has_result",
         "UPDATE follow_up_action SET closed_on = '2026-03-02'"),
    Case("ck_guidance_plan_closed_has_result",
         "UPDATE guidance_plan SET closed_on = '2026-03-02'"),
    Case("ck_indicator_value_by_hand_has_evidence", "UPDATE indicator_value SET evidence = NULL"),
    Case("ck_indicator_value_by_hand_has_evidence", "UPDATE indicator_value SET officer_id = NULL"),
    Case("ck_indicator_value_counted_has_version",
         "UPDATE indicator_value SET source = 'DIHITUNG'"),
    Case("ck_instrument_scale_norm_has_source", "UPDATE instrument_scale SET population_mean = 50"),
    Case("ck_instrument_scale_range", "UPDATE instrument_scale SET maximum = minimum"),
    Case("ck_instrument_scale_reliability_has_source",
         "UPDATE instrument_scale SET reliability_source = NULL"),
    Case("ck_obligation_done_has_evidence", "UPDATE obligation SET done_on = '2026-03-02'"),
    Case("ck_obligation_done_has_evidence", "UPDATE obligation SET evidence = 'Foto'"),
    Case("ck_planned_activity_kind_can_be_counted",
         "UPDATE planned_activity SET measure = 'JAM', activity_kind = 'PELATIHAN'"),
    Case("ck_planned_activity_programme_or_field",
         "UPDATE planned_activity SET programme_id = (SELECT min(id) FROM programme) "
         "WHERE field IS NOT NULL"),
    Case("ck_planned_activity_quarters_add_up", "UPDATE planned_activity SET target_year = 81"),
    Case("ck_planned_activity_quarters_add_up", "UPDATE planned_activity SET target_q2 = NULL"),
    Case("ck_progress_report_submitted_is_frozen",
         "UPDATE progress_report SET status = 'DIAJUKAN'"),
    Case("ck_progress_report_submitted_is_frozen",
         "UPDATE progress_report SET status = 'DIAJUKAN', submitted_on = '2026-04-01'"),
    Case("ck_progress_report_verified_has_letter",
         "UPDATE progress_report SET status = 'DIVERIFIKASI_UPT', submitted_on = '2026-04-01', "
         "data_version = 1, verified_on = '2026-04-02'"),
    Case("ck_report_step_returned_has_reason",
         "UPDATE report_step SET status = 'DIKEMBALIKAN'"),
    Case("ck_report_step_verified_has_letter",
         "UPDATE report_step SET status = 'DIVERIFIKASI_UPT', letter_number = 'W1'"),
    Case("ck_work_plan_approved_has_letter",
         "UPDATE work_plan SET status = 'DISETUJUI', approved_on = '2026-01-05'"),
    Case("ck_work_plan_returned_has_reason", "UPDATE work_plan SET status = 'DIKEMBALIKAN'"),
    Case("ck_programme_session_cancelled_has_reason",
         "UPDATE programme_session SET cancel_reason = NULL WHERE status = 'BATAL'"),
    Case("ck_programme_session_cancelled_has_reason",
         "UPDATE programme_session SET status = 'TERLAKSANA' WHERE status = 'BATAL'"),
    Case("ck_province_time_zone", "UPDATE province SET time_zone = 'Asia/Tokyo'"),
    Case("ck_return_conviction_is_proven", "UPDATE \"return\" SET proven_on = NULL"),
    Case("ck_unit_not_its_own_parent", "UPDATE unit SET parent_id = id"),
    Case("fk_assessment_score_scale_id_minimum_maximum_instrument_scale",
         "UPDATE assessment_score SET minimum = minimum - 1"),
    Case("fk_assessment_score_scale_id_minimum_maximum_instrument_scale",
         f"UPDATE assessment_score SET scale_id = {breaking.NOBODY}"),
    Case("fk_attendance_enrolment_id_cohort_id_unit_id_enrolment",
         "UPDATE attendance SET enrolment_id = (SELECT max(e.id) FROM enrolment e "
         "WHERE e.cohort_id <> attendance.cohort_id)"),
    Case("fk_attendance_session_id_cohort_id_unit_id_programme_session",
         "UPDATE attendance SET session_id = (SELECT max(s.id) FROM programme_session s "
         "WHERE s.cohort_id <> attendance.cohort_id)"),
    Case("fk_attendance_session_id_cohort_id_unit_id_programme_session",
         "UPDATE attendance SET unit_id = (SELECT min(id) FROM unit)"),
    Case("fk_cohort_agreement_id_partner_id_agreement_party",
         "UPDATE cohort SET partner_id = (SELECT max(id) FROM partner) "
         "WHERE agreement_id IS NOT NULL"),
    Case("fk_enrolment_cohort_id_unit_id_cohort",
         "UPDATE enrolment SET unit_id = (SELECT min(id) FROM unit) "
         "WHERE id NOT IN (SELECT enrolment_id FROM attendance)"),
    Case("fk_obligation_agreement_id_party_position_agreement_party",
         "UPDATE obligation SET party_position = 77"),
    Case("fk_progress_line_activity_id_plan_id_planned_activity",
         f"UPDATE progress_line SET activity_id = {breaking.NOBODY}"),
    Case("fk_progress_line_report_id_plan_id_progress_report",
         f"UPDATE progress_line SET report_id = {breaking.NOBODY}"),
    Case("fk_progress_report_plan_id_agreement_id_year_work_plan",
         "UPDATE progress_report SET year = 2025 "
         "WHERE id NOT IN (SELECT report_id FROM progress_line)"),
    Case("fk_programme_session_cohort_id_unit_id_cohort",
         "UPDATE programme_session SET unit_id = (SELECT min(id) FROM unit) "
         "WHERE id NOT IN (SELECT session_id FROM attendance)"),
]  # fmt: skip

TWICE = [
    Case("pk_attendance", copy_of_first("attendance")),
    Case("pk_attendance_tally", copy_of_first("attendance_tally")),
    Case("uq_account_login", copy_of_first("account")),
    Case("uq_activity_agreement_id_unit_id_held_on_number", copy_of_first("activity")),
    Case("uq_agreement_owner_id_code", copy_of_first("agreement")),
    Case("uq_agreement_party_agreement_id_partner_id",
         "INSERT INTO agreement_party (created_at, updated_at, row_version, agreement_id, "
         "position, partner_id, role) SELECT created_at, updated_at, 1, agreement_id, 9, "
         "partner_id, role FROM agreement_party WHERE partner_id IS NOT NULL"),
    Case("uq_agreement_party_agreement_id_position", copy_of_first("agreement_party")),
    Case("uq_assessment_natural_key", copy_of_first("assessment")),
    Case("uq_assessment_score_assessment_id_scale_id", copy_of_first("assessment_score")),
    Case("uq_attendance_mark_code", copy_of_first("attendance_mark")),
    Case("uq_client_review_wbp_id_reviewed_on", copy_of_first("client_review")),
    Case("uq_code_list_code", copy_of_first("code")),
    Case("uq_cohort_unit_id_code", copy_of_first("cohort")),
    Case("uq_contact_wbp_id_held_on_kind", copy_of_first("contact")),
    Case("uq_cost_cohort_id_period_source", copy_of_first("cost")),
    Case("uq_custody_one_open_in_guidance",
         copy_of_first("custody", started_on="'2026-02-02'", legal_status="'KLIEN_ANAK'")),
    Case("uq_custody_one_open_in_institution",
         copy_of_first("custody", started_on="'2026-02-02'")),
    Case("uq_custody_wbp_id_started_on_legal_status_unit_id",
         copy_of_first("custody", ended_on="'2026-02-02'")),
    Case("uq_document_sha256", copy_of_first("document")),
    Case("uq_enrolment_cohort_id_number",
         copy_of_first("enrolment", wbp_id="(SELECT max(id) FROM wbp)")),
    Case("uq_enrolment_cohort_id_officer_id",
         "INSERT INTO enrolment (created_at, updated_at, row_version, cohort_id, unit_id, "
         "officer_id, status) SELECT created_at, updated_at, 1, cohort_id, unit_id, officer_id, "
         "status FROM enrolment WHERE officer_id IS NOT NULL"),
    Case("uq_enrolment_cohort_id_wbp_id", copy_of_first("enrolment", number="NULL")),
    Case("uq_entitlement_wbp_id_kind_proposed_on", copy_of_first("entitlement")),
    Case("uq_follow_up_action_line_id_number", copy_of_first("follow_up_action")),
    Case("uq_guardianship_officer_id_wbp_id_started_on", copy_of_first("guardianship")),
    Case("uq_guidance_plan_wbp_id_number", copy_of_first("guidance_plan")),
    Case("uq_incident_unit_id_wbp_id_occurred_on_number", copy_of_first("incident")),
    Case("uq_indicator_target_indicator_id_unit_id_year", copy_of_first("indicator_target")),
    Case("uq_indicator_value_indicator_id_unit_id_year_month", copy_of_first("indicator_value")),
    Case("uq_instrument_band_scale_id_code", copy_of_first("instrument_band", lower="77")),
    Case("uq_instrument_band_scale_id_lower", copy_of_first("instrument_band", code="'BARU'")),
    Case("uq_instrument_code_version", copy_of_first("instrument")),
    Case("uq_instrument_scale_instrument_id_code", copy_of_first("instrument_scale")),
    Case("uq_need_wbp_id_need_assessed_on", copy_of_first("need")),
    Case("uq_obligation_agreement_id_number", copy_of_first("obligation")),
    Case("uq_officer_nip", copy_of_first("officer")),
    Case("uq_official_indicator_code", copy_of_first("official_indicator")),
    Case("uq_partner_owner_id_code", copy_of_first("partner")),
    Case("uq_person_identifier_kind_unit_id_value", copy_of_first("person_identifier")),
    Case("uq_planned_activity_plan_id_number", copy_of_first("planned_activity")),
    Case("uq_programme_owner_id_code", copy_of_first("programme")),
    Case("uq_programme_session_cohort_id_held_on_starts_at",
         copy_of_first("programme_session", number="99")),
    Case("uq_programme_session_cohort_id_number",
         copy_of_first("programme_session", held_on="'2026-02-02'")),
    Case("uq_progress_line_report_id_activity_id", copy_of_first("progress_line")),
    Case("uq_progress_report_agreement_id_year_quarter", copy_of_first("progress_report")),
    Case("uq_province_code", copy_of_first("province")),
    Case("uq_rejected_row_batch_id_line_heading_rule", copy_of_first("rejected_row")),
    Case("uq_report_step_report_id_number", copy_of_first("report_step")),
    Case("uq_return_wbp_id_offence_on", copy_of_first("return")),
    Case("uq_setting_key", copy_of_first("setting")),
    Case("uq_unit_code", copy_of_first("unit")),
    Case("uq_wbp_public_id", copy_of_first("wbp")),
    Case("uq_work_plan_agreement_id_year_version", copy_of_first("work_plan")),
]  # fmt: skip

# Checked when a transaction commits; `test_together.py` breaks them there.
AT_COMMIT = {"fk_agreement_party_1", "fk_agreement_party_2"}
CANNOT_BE_BROKEN_ALONE = {
    "fk_cohort_agreement_id_agreement":
        "an agreement needs a partner, and the pair needs a party of an agreement that exists",
    "fk_progress_report_agreement_id_agreement":
        "the plan needs an agreement that exists, and the report has the plan's",
    "ck_province_time_zone_length": "none of the three zones is too long",
    "uq_assessment_id_instrument_id": "a target for composite keys; the id alone is unique",
    "uq_cohort_id_unit_id": "a target for composite keys; the id alone is unique",
    "uq_enrolment_id_cohort_id_unit_id": "a target for composite keys; the id alone is unique",
    "uq_instrument_scale_id_minimum_maximum":
        "a target for composite keys; the id alone is unique",
    "uq_planned_activity_id_plan_id": "a target for composite keys; the id alone is unique",
    "uq_programme_session_id_cohort_id_unit_id":
        "a target for composite keys; the id alone is unique",
    "uq_progress_report_id_plan_id": "a target for composite keys; the id alone is unique",
    "uq_work_plan_id_agreement_id_year": "a target for composite keys; the id alone is unique",
}  # fmt: skip
CASES = [
    case
    for case in [
        *breaking.broken_checks(), *breaking.broken_orders(), *breaking.broken_keys(), *BY_HAND,
        *TWICE,
    ]
    if case.constraint not in CANNOT_BE_BROKEN_ALONE
]  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def full(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Door]:
    """A door to a database with a valid row of every table; every case is rolled back."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('full') / 'sinergi.db'}"
    else:
        url = _fresh_database(request.getfixturevalue("postgresql_url"))
    opened = Door(url)
    with opened.altering() as connection:
        models.metadata.create_all(connection)
        state = models.metadata.tables["database_state"]
        connection.execute(sa.insert(state).values(id=1, mode=DatabaseMode.DEMO))
    with opened.writing(OFFICER) as session:
        _fill(session)
    yield opened
    opened.close()


def _fill(session: Session) -> None:
    """One world, and beside it what it lacks for every rule to have a row that it is true of."""
    factories.code(session, *breaking.OTHER_LIST)
    here = whole_world.world(session)
    batch = factories.batch(session)
    factories.insert(
        session, "rejected_row", batch_id=batch, line=2, heading="nama", rule="wajib",
        verdict="R", received={},
    )  # fmt: skip
    factories.insert(
        session, "change", batch_id=batch, table_name="wbp", row_key="1", action="UBAH"
    )
    factories.insert(
        session, "export_record", account="penguji", dataset="wbp", filter={}, columns=[],
        level="UNIT",
    )  # fmt: skip
    factories.insert(session, "setting", key="kop", value="Lapas Contoh")
    tally = models.metadata.tables["attendance_tally"]
    row = {item.name: date(2026, 1, 1) if item.name == "month" else 1 for item in tally.columns}
    session.execute(sa.insert(tally).values(**row))
    factories.insert(session, "account", login="penguji", role="PETUGAS")
    factories.custody(
        session, wbp_id=here.wbp, unit_id=here.unit, legal_status=LegalStatus.KLIEN_DEWASA
    )
    factories.party(session, agreement_id=here.agreement, position=3, role=PartyRole.SAKSI)
    other = factories.cohort(session, unit_id=here.unit, status=CohortStatus.USULAN)
    factories.enrolment(session, cohort_id=other, officer_id=here.officer)
    factories.meeting(session, cohort_id=other)
    factories.meeting(
        session, cohort_id=here.cohort, number=2, status=SessionStatus.BATAL,
        cancel_reason="MITRA_BERHALANGAN",
    )  # fmt: skip
    session.execute(
        sa.text("UPDATE instrument_scale SET reliability = 0.8, reliability_source = 'Manual'")
    )
    terms = "data_role = 'PENGOLAH', data_basis = 'PKS pasal 7', data_until = '2027-06-26'"
    session.execute(sa.text(f"UPDATE agreement SET {terms}"))
    day = date(2026, 2, 2)
    factories.agreement(
        session, stage=AgreementStage.DIAKHIRI, ended_on=day, end_reason="Mitra bubar"
    )
    planning.obligation(session, done_on=day, evidence="Berita acara", party_position=None)
    planning.guidance_plan(session, closed_on=day, result="Bekerja")
    planning.follow_up(session, closed_on=day, result="Kelas ditambah")
    submitted = planning.progress_report(
        session, status=ReportStatus.DIAJUKAN, submitted_on=day, data_version=1,
        verified_letter="W1", verified_on=day,
    )  # fmt: skip
    planning.report_step(session, report_id=submitted, letter_number="W1", letter_on=day)
    for line in (
        {"activity_kind": "PELATIHAN"}, {"programme_id": here.programme, "target_year": None},
        {f"target_q{quarter}": None for quarter in range(1, 5)},
    ):  # fmt: skip
        planning.planned_activity(session, **line)
    starts = sa.text("UPDATE programme_session SET starts_at = :at WHERE id = :id")
    session.execute(starts.bindparams(at=time(9), id=here.meeting))
    for build in (
        factories.guardianship, factories.need, factories.activity, factories.cost,
        factories.band, factories.incident, factories.entitlement, factories.new_offence,
        factories.partner, factories.indicator_target, factories.indicator_value,
        planning.obligation, planning.document, planning.guidance_plan, planning.contact,
        planning.client_review, planning.report_step, planning.follow_up,
    ):  # fmt: skip
        build(session)


def refusal(door: Door, statement: str) -> sa.exc.IntegrityError:
    """What the database says to `statement`; nothing of it stays."""
    with pytest.raises(sa.exc.IntegrityError) as caught, door.writing(OFFICER) as session:
        session.execute(sa.text(statement))
    return caught.value


def is_refused_by(error: sa.exc.IntegrityError, constraint: str) -> bool:
    """Whether the database names `constraint`; SQLite names CHECKs, and columns of unique ones."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == constraint)
    message = str(error.orig)
    if constraint.startswith("ck_"):
        return message == f"CHECK constraint failed: {constraint}"
    if constraint.startswith("fk_"):
        return message == "FOREIGN KEY constraint failed"
    return message == f"UNIQUE constraint failed: {', '.join(_columns_of(constraint))}"


def _columns_of(constraint: str) -> list[str]:
    return next(
        [f"{table.name}.{column.name}" for column in rule.columns]
        for table in models.metadata.tables.values()
        for rule in rules_of(table)
        if rule.name == constraint
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.constraint)
def test_the_database_refuses_what_breaks_the_rule(full: Door, case: Case) -> None:
    error = refusal(full, case.statement)
    assert is_refused_by(error, case.constraint), str(error.orig)


@pytest.mark.parametrize("table", sorted({table for table, _ in breaking.missing_values()}))
def test_the_database_refuses_a_row_without_a_required_value(full: Door, table: str) -> None:
    for statement in [sql for name, sql in breaking.missing_values() if name == table]:
        refusal(full, statement)


class _Undone(Exception):
    pass


def test_the_last_day_may_be_the_first(full: Door, viewer: Viewer) -> None:
    with pytest.raises(_Undone), full.writing(viewer) as session:
        for case in breaking.broken_orders(("2026-06-01", "2026-06-01")):
            session.execute(sa.text(case.statement))
        raise _Undone


def test_every_rule_is_broken_by_a_case() -> None:
    named = {case.constraint for case in CASES} | AT_COMMIT | set(CANNOT_BE_BROKEN_ALONE)
    rules = {str(rule.name) for t in models.metadata.tables.values() for rule in rules_of(t)}
    assert sorted(rules - named) == []
    assert sorted(named - rules) == []


def test_a_rule_without_a_case_is_noticed() -> None:
    table = sa.Table("new", sa.MetaData(), sa.Column("a", sa.Integer))
    table.append_constraint(sa.CheckConstraint("a > 0", name="ck_new_a"))
    sa.Index("uq_new_a", table.c.a, unique=True)
    assert {rule.name for rule in rules_of(table)} == {"ck_new_a", "uq_new_a"}


def rules_of(table: sa.Table) -> list[Any]:
    """All CHECKs, unique constraints and indexes, foreign keys and composite keys of `table`."""
    rules: list[Any] = [*table.constraints, *(index for index in table.indexes if index.unique)]
    return [
        rule
        for rule in rules
        if not isinstance(rule, sa.PrimaryKeyConstraint) or len(rule.columns) > 1
    ]
