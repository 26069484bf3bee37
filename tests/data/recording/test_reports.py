"""A quarter's report: drafted, submitted, returned, mended, verified; and counted again."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from sqlmodel import Session, select

import models
from data.answers.recount import recounted
from data.answers.roster import Mark
from data.errors import SinergiError
from data.recording import follow_ups, history, reports
from data.recording.attendance import record_attendance
from data.recording.reports import LinesRefused
from models.codes import ReportStatus
from models.door import Door, Viewer
from tests.data.answers import delivery
from tests.data.recording.test_agreements import refused

TODAY = date(2026, 4, 8)
UPT, KANWIL, DITJEN = (
    ReportStatus.DIVERIFIKASI_UPT, ReportStatus.DIVERIFIKASI_KANWIL,
    ReportStatus.DIVERIFIKASI_DITJEN,
)  # fmt: skip
LETTER: dict[str, Any] = {"letter": "W.1-2", "on": TODAY, "office": "Kepala UPT", "today": TODAY}


def lines_of(session: Session, report: int) -> list[models.ProgressLine]:
    """The lines of a report, in the order of the plan."""
    line = models.ProgressLine
    query = select(line).where(line.report_id == report)
    return sorted(session.exec(query), key=lambda one: one.activity_id)


def ready(session: Session, viewer: Viewer, here: Any) -> int:
    """A draft for the first quarter that can be submitted."""
    report = reports.draft_report(session, viewer, here.agreement, 2026, 1, today=TODAY)
    last = lines_of(session, report)[-1]
    reports.edit_report_line(
        session, viewer, int(last.id or 0), {"reported": 7}, seen=1, today=TODAY
    )
    return report


def test_a_report_is_submitted_returned_mended_and_verified(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = reports.draft_report(session, viewer, here.agreement, 2026, 1, today=TODAY)
        lines = lines_of(session, report)
        assert [line.reported for line in lines] == [4, 3, 2, 40, 1, None]
        assert [line.counted for line in lines] == [None] * 6
        other = {"reported": 5}
        reports.edit_report_line(session, viewer, lines[0].id, other, seen=1, today=TODAY)
        wrong = refused(session, reports.submit_report, viewer, report, seen=1, today=TODAY)
        assert isinstance(wrong, LinesRefused)
        assert {key: list(one.issues) for key, one in wrong.lines.items()} == {
            lines[0].id: ["difference"], lines[5].id: ["reported"],
        }  # fmt: skip
        assert "dilaporkan [5], terhitung 4" in wrong.sentence_id
        why = {"difference": "Satu peserta belum dicatat presensinya"}
        reports.edit_report_line(session, viewer, lines[0].id, why, seen=2, today=TODAY)
        reports.edit_report_line(session, viewer, lines[5].id, {"reported": 0}, seen=1, today=TODAY)
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
        lines = lines_of(session, report)
        assert [line.counted for line in lines] == [4, 3, 2, 40, 1, None]
        assert (lines[3].recorded, lines[2].reached_officers, lines[1].minutes) == (500, 2, 210)
        late = refused(session, reports.edit_report_line, viewer, lines[0].id, other,
                       seen=lines[0].row_version, today=TODAY)  # fmt: skip
        assert late.code == "sudah_diajukan"
        jump = refused(session, reports.verify_report, viewer, report, KANWIL, seen=2, **LETTER)
        assert jump.code == "langkah_tidak_boleh"
        back = {"office": "Kanwil", "seen": 2, "today": TODAY}
        assert refused(session, reports.return_report, viewer, report, reason="", **back).code == (
            "tanpa_alasan"
        )
        reports.return_report(session, viewer, report, reason="Lampirkan bukti", **back)
        reports.edit_report_line(
            session, viewer, lines[0].id, {"evidence": "Foto"}, seen=lines[0].row_version,
            today=TODAY,
        )  # fmt: skip
        reports.submit_report(session, viewer, report, seen=3, today=TODAY)
        bare = {**LETTER, "letter": " "}
        assert refused(
            session, reports.verify_report, viewer, report, UPT, seen=4, **bare
        ).code == ("tanpa_surat")
        for seen, step in enumerate((UPT, KANWIL, DITJEN), start=4):
            reports.verify_report(session, viewer, report, step, seen=seen, **LETTER)
        step = models.ReportStep
        way = session.exec(select(step.status).where(step.report_id == report).order_by("number"))
        assert list(way) == ["DIAJUKAN", "DIKEMBALIKAN", "DIAJUKAN", UPT, KANWIL, DITJEN]
        assert refused(session, reports.draft_report, viewer, here.agreement, 2026, 1,
                       today=TODAY).code == "laporan_sudah_ada"  # fmt: skip


def test_a_report_has_its_time(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        draft = reports.draft_report
        for year, quarter, code in (
            (2026, 3, "triwulan_belum_mulai"), (2025, 1, "tanpa_rencana"),
        ):  # fmt: skip
            wrong = refused(session, draft, viewer, here.agreement, year, quarter, today=TODAY)
            assert wrong.code == code
        running = draft(session, viewer, here.agreement, 2026, 2, today=TODAY)
        wrong = refused(session, reports.submit_report, viewer, running, seen=1, today=TODAY)
        assert wrong.code == "triwulan_belum_berakhir"
        ended = date(2026, 7, 1)
        other = refused(session, reports.submit_report, viewer, running, seen=1, today=ended)
        assert isinstance(other, LinesRefused)  # its time has come; its last line is still empty


def test_an_action_stays_open_until_it_is_closed_with_a_result(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        line = lines_of(session, ready(session, viewer, here))[0]
        agreed = {"text": "Tambah kelas", "owner": "Mitra", "due": date(2026, 6, 30)}
        action = follow_ups.agree_action(session, viewer, line.id, agreed, today=TODAY)
        no_owner = {"text": "Tambah kelas", "due": TODAY}
        assert (
            refused(session, follow_ups.agree_action, viewer, line.id, no_owner, today=TODAY).code
            == "nilai_ditolak"
        )
        closing = {"closed_on": TODAY, "seen": 1, "today": TODAY}
        assert refused(session, follow_ups.close_action, viewer, action, result="", **closing).code
        follow_ups.close_action(session, viewer, action, result="Dua kelas baru", **closing)
        row = session.get_one(models.FollowUpAction, action)
        assert (row.closed_on, row.result) == (TODAY, "Dua kelas baru")
        follow_ups.reopen_action(session, viewer, action, seen=2, today=TODAY)
        assert row.closed_on is None


def test_what_was_written_after_submission_is_told_with_its_cause(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = ready(session, viewer, here)
        assert recounted(session, report) is None
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
    with door.reading(viewer) as session:
        before = recounted(session, report)
    assert before is not None and before.stands and before.causes == ()
    with door.writing(viewer) as session:
        meeting = session.exec(
            select(models.ProgrammeSession).where(
                models.ProgrammeSession.cohort_id == here.cohort,
                models.ProgrammeSession.number == 2,
            )
        ).one()
        image = history.image_of(meeting)
        meeting.held_on = date(2026, 4, 1)
        history.touch(meeting)
        session.add(meeting)
        history.remember(session, viewer, meeting, before=image)
    with door.reading(viewer) as session:
        after = recounted(session, report)
        code = session.get_one(models.Cohort, here.cohort).code
    assert after is not None
    moved = {(one.line.number, one.figure): (one.frozen, one.now) for one in after.moved}
    assert moved[2, "counted"] == (3, 2)
    assert moved[1, "sessions"] == (4, 3)
    assert (1, "counted") not in moved  # everybody came another time as well
    assert [(one.table, one.cohort, one.number, one.held_on) for one in after.causes] == [
        ("programme_session", code, 2, date(2026, 3, 31)),
    ]  # fmt: skip


def test_a_mark_corrected_on_a_screen_is_a_cause(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        report = ready(session, viewer, here)
        reports.submit_report(session, viewer, report, seen=1, today=TODAY)
    with door.writing(viewer) as session:
        meeting = models.ProgrammeSession
        second = session.exec(
            select(meeting.id).where(meeting.cohort_id == here.cohort, meeting.number == 2)
        ).one()
        mark = models.Attendance
        came = session.exec(
            select(mark.enrolment_id).where(mark.session_id == second, mark.mark == "HADIR")
        ).one()
        absent = {came: Mark("TANPA_KETERANGAN", None, None)}
        record_attendance(
            session, viewer, int(second or 0), absent, seen={came: Mark("HADIR", None, None)},
            today=TODAY,
        )  # fmt: skip
    with door.reading(viewer) as session:
        found = recounted(session, report)
    assert found is not None
    assert {(one.line.number, one.figure): (one.frozen, one.now) for one in found.moved} == {
        (1, "minutes"): (420, 330), (2, "minutes"): (210, 120), (2, "counted"): (3, 2),
        (5, "minutes"): (420, 330),
    }  # fmt: skip
    assert [(one.table, one.number, one.by_import) for one in found.causes] == [
        ("attendance", 2, False)
    ]


def both(act: Callable[[], None]) -> list[str]:
    """What two officers hear who do the same at the same time: "" or a code."""

    def attempt(_: int) -> str:
        try:
            act()
        except SinergiError as error:
            return error.code
        return ""

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(attempt, range(2)))


def test_of_two_officers_one_wins_and_the_other_is_told(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)

    def draft() -> None:
        with door.writing(viewer) as session:
            ready(session, viewer, here)

    assert both(draft) == ["", "laporan_sudah_ada"]
    with door.reading(viewer) as session:
        report = session.exec(select(models.ProgressReport)).one().id

    def submit() -> None:
        with door.writing(viewer) as session:
            reports.submit_report(session, viewer, int(report or 0), seen=1, today=TODAY)

    assert both(submit) == ["", "sudah_berubah"]
    with door.reading(viewer) as session:
        assert len(session.exec(select(models.ReportStep)).all()) == 1
