"""Plans and reports as files: what cannot be is said beside its cell, and the good rows go in."""

from data.exporting.flattening import file_query
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
