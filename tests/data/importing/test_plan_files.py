"""Plans and reports as files: what cannot be is said beside its cell, and the good rows go in."""

from data.exporting.flattening import file_query
from models import codes
from models.door import Door, Viewer
from tests import factories, planning
from tests.data.importing.conftest import Take, Write

PLACE = "unit_perjanjian;kode_perjanjian;tahun_rencana;versi_rencana"
PLANNED = f"{PLACE};nomor_rencana;kegiatan;pilar;satuan_target;target_tw1;target_tahun;bidang"
LINE = f"{PLACE};tahun_laporan;triwulan;nomor_rencana;dilaporkan"
ACTION = (
    "unit_perjanjian;kode_perjanjian;tahun_laporan;triwulan;tahun_rencana;versi_rencana;"
    "nomor_rencana;nomor_tindak_lanjut;tindak_lanjut;penanggung_jawab;jatuh_tempo"
)


def test_lines_of_plans_and_reports_and_their_actions(
    door: Door, viewer: Viewer, take: Take, write: Write
) -> None:
    with door.writing(viewer) as session:
        factories.code(session, "bidang_program", "KEMANDIRIAN")
        first, other = (
            planning.work_plan(session, agreement_id=factories.agreement(session, code=code))
            for code in ("P1", "P2")
        )
        planning.progress_report(session, plan_id=first)
        planning.planned_activity(session, plan_id=other)
    p1, p2 = "DITJENPAS;P1;2026;1", "DITJENPAS;P2;2026;1"
    (plans,) = take(write(
        "planned_activity.csv", PLANNED,
        f"{p1};1;Las;WBP;ORANG;10;10;KEMANDIRIAN", f"{p1};2;Las;WBP;ORANG;-1;;KEMANDIRIAN",
        f"{p1};3;Las;WBP;ORANG;10;11;KEMANDIRIAN", f"{p1};4;Las;WBP;LUSIN;10;;KEMANDIRIAN",
        "DITJENPAS;P9;2026;1;1;Las;WBP;ORANG;10;;KEMANDIRIAN",
    ))  # fmt: skip
    (lines,) = take(write(
        "progress_line.csv", LINE, f"{p1};2026;1;1;8", f"{p2};2026;1;1;8", f"{p1};2026;1;7;8",
    ))  # fmt: skip
    (actions,) = take(write(
        "follow_up_action.csv", ACTION, "DITJENPAS;P1;2026;1;2026;1;1;1;Tambah;Mitra;30/06/2026",
        "DITJENPAS;P1;2026;2;2026;1;1;1;Tambah;Mitra;30/06/2026",
    ))  # fmt: skip
    said = {
        outcome.table: {
            line: (issues[0].rule.code, issues[0].heading)
            for line, issues in sorted(outcome.reasons.items())
        }
        for outcome in (plans, lines, actions)
    }
    assert [outcome.counts.new for outcome in (plans, lines, actions)] == [1, 1, 1]
    assert said == {
        "planned_activity": {
            3: ("di_luar_rentang", "target_tw1"),
            4: ("triwulan_tidak_sama_tahun", "target_tahun"),
            5: ("kode_tidak_dikenal", "satuan_target"),
            6: ("rujukan_tidak_ditemukan", "kode_perjanjian"),
        },
        "progress_line": {
            3: ("rujukan_tidak_ditemukan", "triwulan"),
            4: ("rujukan_tidak_ditemukan", "nomor_rencana"),
        },
        "follow_up_action": {3: ("rujukan_tidak_ditemukan", "triwulan")},
    }
    with door.reading(viewer) as session:  # and out again under the same headings
        row = session.execute(file_query("follow_up_action")).mappings().one()
    assert [str(row[name]) for name in ACTION.split(";")[:8]] == [
        "DITJENPAS", "P1", "2026", "1", "2026", "1", "1", "1",
    ]  # fmt: skip


def test_a_file_leads_plans_and_reports_on_their_way_and_never_back(
    door: Door, viewer: Viewer, take: Take, write: Write
) -> None:
    with door.writing(viewer) as session:
        factories.code(session, "bidang_program", "KEMANDIRIAN")
        for code, status in (("P1", codes.PlanStatus.DISETUJUI), ("P2", codes.PlanStatus.DRAF)):
            plan = planning.work_plan(
                session, agreement_id=factories.agreement(session, code=code), status=status,
                approved_on=factories.MONDAY, approval_letter="S-1",
            )  # fmt: skip
            line = planning.planned_activity(session, plan_id=plan)
            report = planning.progress_report(
                session, plan_id=plan, status=codes.ReportStatus.DIAJUKAN,
                submitted_on=factories.MONDAY, data_version=1,
            )  # fmt: skip
        planning.progress_line(session, report_id=report, activity_id=line)
    p1, p2 = "DITJENPAS;P1;2026", "DITJENPAS;P2;2026"
    reports = f"{PLACE};tahun_laporan;triwulan;status_laporan"
    steps = "unit_perjanjian;kode_perjanjian;tahun_laporan;triwulan;nomor_langkah;status_langkah"
    take(write(
        "progress_report.csv", f"{reports};tanggal_diajukan;versi_data",
        f"{p1};1;2026;3;DIAJUKAN;05/10/2026;1",
    ))  # fmt: skip
    asked = [
        write("work_plan.csv", f"{PLACE};status_rencana;tanggal_disetujui;surat_persetujuan",
              f"{p1};1;DIAJUKAN;05/01/2026;S-1", f"{p2};1;DISETUJUI;;", f"{p1};2;DRAF;;",
              "DITJENPAS;P2;2025;1;DISETUJUI;05/01/2025;S-0"),
        write("planned_activity.csv", PLANNED, f"{p1};1;1;Las;WBP;ORANG;20;80;KEMANDIRIAN",
              f"{p1};1;2;Tani;WBP;ORANG;20;20;KEMANDIRIAN",
              "DITJENPAS;P2;2025;1;1;Las;WBP;ORANG;20;20;KEMANDIRIAN"),
        write("progress_report.csv", f"{reports};surat_verifikasi;tanggal_verifikasi",
              f"{p1};1;2026;3;DIVERIFIKASI_UPT;W-1;10/10/2026", f"{p2};1;2026;1;DRAF;;",
              f"{p1};1;2026;2;DIVERIFIKASI_UPT;;"),
        write("progress_line.csv", LINE, f"{p2};1;2026;1;1;9"),
        write("report_step.csv", f"{steps};tanggal_langkah;nomor_surat;tanggal_surat",
              f"{p1};3;1;DIAJUKAN;05/10/2026;;",
              f"{p1};3;2;DIVERIFIKASI_UPT;10/10/2026;W-1;10/10/2026",
              f"{p1};3;3;DIVERIFIKASI_DITJEN;11/10/2026;W-2;11/10/2026"),
    ]  # fmt: skip
    said = {}
    for path in asked:
        (outcome,) = take(path)
        said[outcome.table] = outcome.counts.new, outcome.counts.changed, {
            line: (issues[0].rule.code, issues[0].heading)
            for line, issues in sorted(outcome.reasons.items())
        }  # fmt: skip
    no_way, letter = ("langkah_tidak_boleh", "status_laporan"), ("tanpa_surat", "surat_persetujuan")
    assert said == {
        "work_plan": (2, 0, {2: ("langkah_tidak_boleh", "status_rencana"), 3: letter}),
        "planned_activity": (1, 0, {2: ("sudah_diajukan", None), 3: ("sudah_diajukan", None)}),
        "progress_report": (0, 1, {3: no_way, 4: ("tanpa_pengajuan", "tanggal_diajukan")}),
        "progress_line": (0, 0, {2: ("sudah_diajukan", None)}),
        "report_step": (2, 0, {4: ("langkah_mendahului", "status_langkah")}),
    }
