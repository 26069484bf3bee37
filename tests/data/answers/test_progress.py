"""A plan quarter by quarter, its reports, what they carry over, and which are due."""

from datetime import date

from data.answers.progress import plan_progress
from data.answers.quarterly import quarterly_report, reports_due
from data.recording import follow_ups, reports
from models.codes import AgreementStage, ReportStatus
from models.door import Door, Viewer
from tests import factories, planning
from tests.data.answers import delivery
from tests.data.recording.test_reports import TODAY, lines_of, ready


def test_promised_counted_and_reported_stand_beside_each_other(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = ready(session, viewer, here)
        changed = {"reported": 9, "difference": "Presensi menyusul"}
        first = lines_of(session, report)[0]
        reports.edit_report_line(session, viewer, first.id, changed, seen=1, today=TODAY)
    with door.reading(viewer) as session:
        found = plan_progress(session, here.plan, as_of=TODAY)
        none = plan_progress(session, here.plan + 99, as_of=TODAY)
    assert none is None
    assert found is not None
    line = found.lines[0]
    shown = [
        (one.promised, one.counted and one.counted.value, one.report and one.report.reported)
        for one in line.quarters
    ]
    # the session of 6 April was attended by both persons of three cohorts, two of them ours
    assert shown == [(20, 4, 9), (20, 4, None), (20, None, None), (20, None, None)]
    assert (line.line.promised(), line.due, line.delivered, line.reported) == (80, 20, 8, 9)
    assert line.counted.value == 4  # the same four persons in both quarters
    assert line.quarters[0].status == ReportStatus.DRAF
    assert line.quarters[1].status is None


def test_the_days_of_a_quarter_count_until_today(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
    with door.reading(viewer) as session:
        counts = [
            plan_progress(session, here.plan, as_of=day)
            for day in (date(2026, 2, 1), date(2026, 2, 2), date(2026, 3, 31))
        ]
    assert [one and one.lines[0].counted.sessions for one in counts] == [0, 2, 4]


def test_open_actions_stand_in_later_reports_until_closed(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        first = ready(session, viewer, here)
        line = lines_of(session, first)[0]
        for text in ("Tambah kelas", "Cari pelatih"):
            agreed = {"text": text, "owner": "Mitra", "due": date(2026, 5, 1)}
            follow_ups.agree_action(session, viewer, line.id, agreed, today=TODAY)
        second, third = (
            reports.draft_report(session, viewer, here.agreement, 2026, quarter,
                                 today=date(2026, 8, 1))
            for quarter in (2, 3)
        )  # fmt: skip
        closed = quarterly_report(session, first)
        assert closed is not None
        follow_ups.close_action(
            session, viewer, closed.actions[0].id, closed_on=date(2026, 5, 2), result="Dibuka",
            seen=1, today=date(2026, 8, 1),
        )  # fmt: skip
    with door.reading(viewer) as session:
        texts = {
            key: [one.text for one in report.actions]
            for key in (first, second, third)
            if (report := quarterly_report(session, key))
        }
        later = quarterly_report(session, third)
    assert set(texts[first]) == set(texts[second]) == {"Tambah kelas", "Cari pelatih"}
    assert texts[third] == ["Cari pelatih"]
    assert later is not None
    assert later.actions[0].is_late(date(2026, 5, 2)) and not later.actions[0].is_late(
        date(2026, 5, 1)
    )


def test_a_submitted_line_shows_what_was_frozen(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = ready(session, viewer, here)
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
        factories.enrolment(
            session, cohort_id=here.cohort, ended_on=date(2026, 3, 3), certificate_number="S-2"
        )
    with door.reading(viewer) as session:
        found = quarterly_report(session, report)
    assert found is not None
    line = found.lines[4]
    assert (line.counted, line.now.value, line.promised(1), line.differs) == (1, 2, 20, False)
    assert [(step.status, step.letter) for step in found.steps] == [(ReportStatus.DIAJUKAN, None)]


def test_reports_are_due_from_the_tenth_day_and_leave_when_submitted(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = ready(session, viewer, here)
        ended = factories.agreement(
            session, stage=AgreementStage.DIAKHIRI, ended_on=date(2026, 3, 31), end_reason="x"
        )
        planning.work_plan(session, agreement_id=ended)
    day = date(2026, 7, 11)
    with door.reading(viewer) as session:
        due = [
            (one.quarter, one.days_late, one.status, one.has_plan)
            for one in reports_due(session, as_of=day)
        ]
        before = reports_due(session, as_of=date(2026, 3, 31))
    # the first quarter was due on 10 April, the second on 10 July; the other ended in March
    assert sorted(due, key=str) == sorted(
        [(1, 92, ReportStatus.DRAF, True), (1, 92, None, False), (2, 1, None, True)], key=str
    )
    assert before == ()
    with door.writing(viewer) as session:
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
    with door.reading(viewer) as session:
        left = [(one.quarter, one.has_plan) for one in reports_due(session, as_of=day)]
    assert sorted(left) == [(1, False), (2, True)]
