"""Fictional quarterly reports on the sample plans: a full year, one of them returned and mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from data.synthetic.ledger import Delivered, Ledger
from data.synthetic.promises import PLANS, Plan, Promise, place
from data.synthetic.writing import Line
from models.codes import ActivityGrade, Pillar, PlannedMeasure, PlanStatus, ReportStatus

_SENT, _BACK = ReportStatus.DIAJUKAN, ReportStatus.DIKEMBALIKAN
_UPT, _KANWIL, _DITJEN = (
    ReportStatus.DIVERIFIKASI_UPT, ReportStatus.DIVERIFIKASI_KANWIL,
    ReportStatus.DIVERIFIKASI_DITJEN,
)  # fmt: skip
_OFFICES = {_UPT: "Kepala UPT contoh", _KANWIL: "Kanwil contoh", _DITJEN: "Ditjen contoh"}
# agreement, year, quarter -> the steps of its report, in order
WAYS = {
    ("PKS-01", 2025, 1): (_SENT, _UPT, _KANWIL, _DITJEN),
    ("PKS-01", 2025, 2): (_SENT, _BACK, _SENT, _UPT, _KANWIL, _DITJEN),
    ("PKS-01", 2025, 3): (_SENT, _UPT, _KANWIL, _DITJEN),
    ("PKS-01", 2025, 4): (_SENT, _UPT, _KANWIL),
    ("PKS-01", 2026, 1): (_SENT,),
    ("NK-05", 2025, 1): (_SENT, _UPT),
    ("NK-05", 2025, 2): (_SENT, _UPT, _KANWIL, _DITJEN),
    ("NK-05", 2025, 3): (_SENT, _BACK),
    ("PKS-07", 2025, 1): (_SENT, _UPT, _KANWIL, _DITJEN),
    ("PKS-07", 2025, 2): (_SENT, _UPT),
    ("PKS-07", 2025, 3): (),
}
_COLUMNS = {Pillar.WBP: "jumlah_wbp", Pillar.PETUGAS: "jumlah_petugas",
            Pillar.MASYARAKAT: "jumlah_masyarakat"}  # fmt: skip


@dataclass(frozen=True)
class Report:
    """One quarter's report on a plan."""

    plan: Plan
    quarter: int
    steps: tuple[ReportStatus, ...]

    @property
    def key(self) -> Line:
        """The cells that name it in a file."""
        named = place(self.plan)
        return {
            "unit_perjanjian": named["unit_perjanjian"], "kode_perjanjian": self.plan.deal,
            "tahun_laporan": self.plan.year, "triwulan": self.quarter,
        }  # fmt: skip

    @property
    def sent(self) -> date:
        """The day on which it was first submitted."""
        month, year = self.quarter * 3 + 1, self.plan.year
        return date(year + month // 13, (month - 1) % 12 + 1, 7)

    def day_of(self, number: int) -> date:
        """The day of a step of its way; the first is 1."""
        return self.sent + timedelta(days=7 * (number - 1))


def reports() -> list[Report]:
    """All sample reports, on the approved version of their year."""
    plans = {(p.deal, p.year): p for p in PLANS if p.status is PlanStatus.DISETUJUI}
    return [
        Report(plans[deal, year], quarter, steps) for (deal, year, quarter), steps in WAYS.items()
    ]


def report_lines() -> Iterator[Line]:
    """The file of reports; a draft has no submission."""
    for report in reports():
        sent = bool(report.steps)
        last = len(report.steps) - 1 - report.steps[::-1].index(_SENT) if sent else 0
        yield {
            **report.key, **place(report.plan),
            "status_laporan": report.steps[-1] if sent else ReportStatus.DRAF,
            "tanggal_diajukan": report.day_of(last + 1) if sent else None,
            "versi_data": 1 if sent else None,
            **_last_letter(report),
            "ringkasan": "Pelaksanaan berjalan sesuai rencana (contoh)" if sent else None,
        }  # fmt: skip


def _last_letter(report: Report) -> Line:
    """The letter of the verification that the report stands at."""
    number = len(report.steps)
    letter = _letter(report, number) if number and report.steps[-1] in _OFFICES else None
    day = report.day_of(number) if letter else None
    return {"surat_verifikasi": letter, "tanggal_verifikasi": day}


def _letter(report: Report, number: int) -> str:
    step, key = report.steps[number - 1], f"{report.plan.deal}/{report.quarter}/{report.plan.year}"
    return f"CONTOH-{step[13:]}-{key}"


def progress_lines(ledger: Ledger) -> Iterator[Line]:
    """The file of report lines: counted from the other files, and reported, mostly the same."""
    for report in reports():
        for number, promise in enumerate(report.plan.lines, 1):
            found = ledger.of(report.plan.deal, promise.what, report.plan.year, report.quarter)
            frozen = _counted(promise, found)
            counted = frozen["terhitung"]
            odd = report.quarter == 2 and number == 1
            yield {
                **report.key, **place(report.plan), "nomor_rencana": number,
                **(frozen if report.steps else dict.fromkeys(frozen)),
                "dilaporkan": (counted or 0) + 2 * odd,
                "penjelasan_selisih": "Dua peserta hadir tanpa tercatat (contoh)" if odd else None,
                "anggaran_terpakai": promise.budget * 200_000 or None,
                "kendala": "Pelatih berhalangan dua kali (contoh)" if number == 2 else None,
                "bukti": "Daftar hadir dan foto" if report.steps else None,
            }  # fmt: skip


def step_lines() -> Iterator[Line]:
    """The file of steps: a week between each; a verification is known by its letter."""
    for report in reports():
        for number, step in enumerate(report.steps, 1):
            day = report.day_of(number)
            letter = _letter(report, number) if step in _OFFICES else None
            yield {
                **report.key, "nomor_langkah": number, "status_langkah": step,
                "tanggal_langkah": day,
                "oleh_kantor": _OFFICES.get(step) or ("Kanwil contoh" if step is _BACK else None),
                "nomor_surat": letter, "tanggal_surat": day if letter else None,
                "alasan": "Lampirkan bukti kegiatan (contoh)" if step is _BACK else None,
            }  # fmt: skip


def action_lines() -> Iterator[Line]:
    """The file of agreed actions: one closed, one late, one still ahead."""
    agreed = (
        (1, "Menyiapkan pelatih pengganti", date(2025, 6, 30), date(2025, 6, 12),
         "Dua pelatih cadangan ditunjuk (contoh)"),
        (2, "Menambah kelas sore", date(2025, 11, 30), None, None),
        (4, "Menyusun jadwal bersama 2026", date(2026, 7, 31), None, None),
    )  # fmt: skip
    for quarter, text, due, closed, result in agreed:
        report = next(r for r in reports() if (r.plan.deal, r.quarter) == ("PKS-01", quarter))
        yield {
            **report.key, **place(report.plan), "nomor_rencana": 2, "nomor_tindak_lanjut": 1,
            "tindak_lanjut": text, "penanggung_jawab": "Mitra dan seksi pembinaan",
            "jatuh_tempo": due, "tanggal_selesai": closed, "hasil": result,
        }  # fmt: skip


def _counted(promise: Promise, found: Delivered) -> dict[str, int | None]:
    """What the program will count of the same files; nothing that a line cannot be counted by."""
    cells: dict[str, int | None] = dict.fromkeys((
        "terhitung", "dari_kegiatan_dilaporkan", "sesi_terlaksana", "kegiatan_terhitung",
        "jumlah_wbp", "jumlah_petugas", "jumlah_masyarakat", "menit_hadir", "jumlah_selesai",
        "jumlah_sertifikat",
    ))  # fmt: skip
    cells |= _of_activities(found) if promise.by_kind else _of_sessions(promise, found)
    by_measure: dict[PlannedMeasure, Any] = {
        PlannedMeasure.ORANG: cells[_COLUMNS[promise.pillar]],
        PlannedMeasure.KEGIATAN: cells["kegiatan_terhitung"],
        PlannedMeasure.SESI: cells["sesi_terlaksana"],
        PlannedMeasure.JAM: None if cells["menit_hadir"] is None else cells["menit_hadir"] // 60,
        PlannedMeasure.SELESAI: cells["jumlah_selesai"],
        PlannedMeasure.SERTIFIKAT: cells["jumlah_sertifikat"],
    }
    cells["terhitung"] = by_measure[promise.measure]
    if promise.by_kind:
        told = found.activities[ActivityGrade.DILAPORKAN]
        people = _present(told, promise.pillar)
        of_people = promise.measure is PlannedMeasure.ORANG
        cells["dari_kegiatan_dilaporkan"] = people if of_people else len(told)
    return cells


def _of_sessions(promise: Promise, found: Delivered) -> dict[str, int | None]:
    known = found.sessions == 0 or bool(found.marked)
    return {
        "sesi_terlaksana": found.sessions,
        "jumlah_wbp": len(found.people[Pillar.WBP]) if known else None,
        "jumlah_petugas": len(found.people[Pillar.PETUGAS]) if known else None,
        "jumlah_masyarakat": found.community,
        "menit_hadir": found.minutes[promise.pillar] if known else None,
        "jumlah_selesai": found.completions[promise.pillar],
        "jumlah_sertifikat": found.certificates[promise.pillar],
    }


def _of_activities(found: Delivered) -> dict[str, int | None]:
    counted = found.activities[ActivityGrade.DIHITUNG]
    return {
        "kegiatan_terhitung": len(counted),
        **{column: _present(counted, pillar) for pillar, column in _COLUMNS.items()},
    }


def _present(lines: list[Line], pillar: Pillar) -> int | None:
    """People at activities; missing where there are some and none tells."""
    told: list[Any] = [line[_COLUMNS[pillar]] for line in lines]
    known = [value for value in told if value is not None]
    return None if told and not known else sum(known)
