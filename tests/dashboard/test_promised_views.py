"""Screens of promises where codes meet, and where an approved plan has no lines yet."""

from datetime import date
from pathlib import Path

from models import codes
from tests import factories, planning
from tests.conftest import OFFICER
from tests.dashboard.screens import everything, shown
from tests.dashboard.worlds import door_to

DAY = date(2026, 1, 5)


def test_two_owners_may_give_the_same_code_to_agreements_of_one_partner(tmp_path: Path) -> None:
    door = door_to(tmp_path / "sama.db", filled=False)
    with door.writing(OFFICER) as session:
        partner = factories.partner(session)
        for _ in range(2):
            owner = factories.unit(session)
            deal = factories.agreement(
                session, code="PKS-01", owner_id=owner, partner_id=partner, data_role="Pemroses",
                data_basis="Pasal 7", data_until=date(2027, 1, 1),
            )  # fmt: skip
            plan = planning.work_plan(session, agreement_id=deal)
            line = planning.planned_activity(session, plan_id=plan)
            report = planning.progress_report(session, plan_id=plan)
            said = planning.progress_line(session, report_id=report, activity_id=line)
            planning.follow_up(session, line_id=said)
        factories.meeting(session)
    door.close()
    app = shown(f"sqlite:///{tmp_path / 'sama.db'}", "partner_level")
    assert [one.value for one in app.exception] == []
    assert [one.value for one in app.subheader][:2] == ["PKS\\-01"] * 2


def test_rows_of_a_partners_participants_are_shown_and_give_no_file(tmp_path: Path) -> None:
    door = door_to(tmp_path / "peserta.db", filled=False)
    with door.writing(OFFICER) as session:
        partner = factories.partner(session)
        deal = factories.agreement(
            session, partner_id=partner, data_role="Pemroses", data_basis="Pasal 7",
            data_until=date(2027, 1, 1),
        )  # fmt: skip
        run = factories.cohort(session, partner_id=partner, agreement_id=deal)
        place = factories.enrolment(session, cohort_id=run, number=7)
        meeting = factories.meeting(session, cohort_id=run)
        factories.attendance(session, session_id=meeting, enrolment_id=place)
    door.close()
    app = shown(f"sqlite:///{tmp_path / 'peserta.db'}", "partner_level")
    assert [one.value for one in app.exception] == []
    assert [list(one.value["Nomor peserta"]) for one in app.dataframe][-1:] == [[7]]
    assert not [one for one in app.get("download_button") if "peserta" in one.proto.id]


def test_an_approved_plan_without_lines_says_so(tmp_path: Path) -> None:
    door = door_to(tmp_path / "kosong.db", filled=False)
    with door.writing(OFFICER) as session:
        planning.work_plan(
            session, status=codes.PlanStatus.DISETUJUI, submitted_on=DAY, approved_on=DAY,
            approval_letter="W-1",
        )  # fmt: skip
    door.close()
    app = shown(f"sqlite:///{tmp_path / 'kosong.db'}", "progress")
    assert [one.value for one in app.exception] == []
    assert "Rencana ini belum punya kegiatan" in "\n".join(everything(app))


def test_a_screen_of_promises_opens_on_an_agreement_with_a_plan(tmp_path: Path) -> None:
    door = door_to(tmp_path / "pertama.db", filled=False)
    with door.writing(OFFICER) as session:
        factories.agreement(session, code="A-1")
        planning.work_plan(session, agreement_id=factories.agreement(session, code="B-2"))
    door.close()
    app = shown(f"sqlite:///{tmp_path / 'pertama.db'}", "plans")
    assert [one.value for one in app.exception] == []
    assert app.selectbox(key="perjanjian-terpilih").value == "DITJENPAS~B-2"
