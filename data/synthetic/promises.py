"""Fictional work plans and duties: a year and a half of promises under the sample agreements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.synthetic.partners import KEEPER_OF
from data.synthetic.places import officers
from data.synthetic.writing import Line
from models.codes import Pillar, PlannedMeasure, PlanStatus

_WBP, _STAFF, _PUBLIC = Pillar.WBP, Pillar.PETUGAS, Pillar.MASYARAKAT
_PEOPLE, _SESSIONS, _HOURS = PlannedMeasure.ORANG, PlannedMeasure.SESI, PlannedMeasure.JAM
FULL = 3000  # the number of people for which targets of people and hours are meant


@dataclass(frozen=True)
class Promise:
    """One line of a plan; `what` is a field, or (`by_kind`) a kind of activity."""

    title: str
    pillar: Pillar
    measure: PlannedMeasure
    what: str
    quarters: tuple[int, int, int, int]
    by_kind: bool = False
    budget: int = 0  # of the partner, in million rupiah

    def targets(self, people: int) -> tuple[int, ...]:
        """The quarters for a world of so many people."""
        scaled = self.measure not in (_SESSIONS, PlannedMeasure.KEGIATAN)
        scaled = scaled and self.pillar is _WBP
        return tuple(q and max(1, round(q * people / FULL)) if scaled else q for q in self.quarters)


@dataclass(frozen=True)
class Plan:
    """One version of a year's plan."""

    deal: str
    year: int
    status: PlanStatus
    lines: tuple[Promise, ...]
    version: int = 1


_BEHAVIOUR = (
    Promise("Kelas perubahan perilaku", _WBP, _PEOPLE, "PERUBAHAN_PERILAKU", (60, 60, 60, 60),
            budget=120),
    Promise("Sesi bersama pelatih mitra", _WBP, _SESSIONS, "PERUBAHAN_PERILAKU",
            (24, 24, 24, 24), budget=80),
    Promise("Jam hadir peserta", _WBP, _HOURS, "PERUBAHAN_PERILAKU", (800, 800, 750, 750)),
    Promise("Peserta menyelesaikan program", _WBP, PlannedMeasure.SELESAI,
            "PERUBAHAN_PERILAKU", (0, 25, 25, 25)),
    Promise("Pertemuan dengan keluarga dan warga", _PUBLIC, _PEOPLE, "PERTEMUAN",
            (20, 20, 20, 20), by_kind=True, budget=15),
)  # fmt: skip
_OFFICERS = (
    Promise("Pelatihan wali pemasyarakatan", _STAFF, _PEOPLE, "KAPASITAS_PETUGAS",
            (0, 10, 0, 10), budget=60),
    Promise("Sertifikat wali", _STAFF, PlannedMeasure.SERTIFIKAT, "KAPASITAS_PETUGAS",
            (0, 8, 0, 8)),
    Promise("Kunjungan dan penelitian bersama", _STAFF, PlannedMeasure.KEGIATAN, "PENELITIAN",
            (1, 1, 1, 1), by_kind=True),
)  # fmt: skip
_SCHOOL = (
    Promise("Kejar paket", _WBP, _PEOPLE, "PENDIDIKAN", (70, 70, 100, 100), budget=40),
    Promise("Pertemuan belajar", _WBP, _SESSIONS, "PENDIDIKAN", (50, 50, 60, 60)),
)  # fmt: skip
_TRADE = (
    Promise("Pelatihan las listrik", _WBP, _PEOPLE, "KEMANDIRIAN", (20, 20, 20, 20), budget=150),
    Promise("Sertifikat las", _WBP, PlannedMeasure.SERTIFIKAT, "KEMANDIRIAN", (0, 15, 0, 15)),
)  # fmt: skip
_APPROVED = PlanStatus.DISETUJUI
PLANS = (
    Plan("PKS-01", 2025, _APPROVED, _BEHAVIOUR),
    Plan("PKS-01", 2026, _APPROVED, _BEHAVIOUR),
    Plan("PKS-02", 2026, _APPROVED, _BEHAVIOUR[:3]),
    Plan("NK-05", 2025, _APPROVED, _OFFICERS),
    Plan("NK-05", 2026, PlanStatus.DIKEMBALIKAN, _OFFICERS),
    Plan("PKS-07", 2025, _APPROVED, _SCHOOL),
    Plan("PKS-06", 2026, PlanStatus.DIAJUKAN, _TRADE),
    Plan("PKS-04", 2026, PlanStatus.DRAF, _TRADE[:1]),
)
# agreement, position of the party, text, due, done on, evidence
DUTIES = (
    ("PKS-01", 1, "Menyediakan ruang dan jadwal kelas", date(2023, 12, 31), date(2023, 11, 20),
     "Berita acara contoh 1"),
    ("PKS-01", 2, "Menyediakan pelatih dan modul", date(2024, 6, 30), date(2024, 6, 3),
     "Modul contoh tersimpan"),
    ("PKS-01", 2, "Melaporkan kemajuan setiap triwulan", date(2026, 4, 10), None, None),
    ("PKS-02", 2, "Menyerahkan laporan penelitian", date(2026, 3, 31), None, None),
    ("NK-05", 1, "Mengirim peserta pelatihan wali", date(2025, 12, 31), date(2025, 10, 6),
     "Surat tugas contoh"),
    ("PKS-07", 2, "Menyediakan tutor bersertifikat", None, None, None),
)  # fmt: skip


_HOME = {"PKS-01": "CTH001", "NK-05": "KNWA01", "PKS-07": "CTH004", "PKS-06": "KNWA01"}


def place(plan: Plan) -> Line:
    """The cells that name a plan in a file."""
    return {
        "unit_perjanjian": KEEPER_OF[plan.deal], "kode_perjanjian": plan.deal,
        "tahun_rencana": plan.year, "versi_rencana": plan.version,
    }  # fmt: skip


def plan_lines() -> Iterator[Line]:
    """The file of work plans: approved by a letter, returned with a reason, or still on its way."""
    for plan in PLANS:
        approved = plan.status is _APPROVED
        begun = plan.status is not PlanStatus.DRAF
        yield {
            **place(plan), "status_rencana": plan.status,
            "tanggal_diajukan": date(plan.year - 1, 12, 9) if begun else None,
            "tanggal_disetujui": date(plan.year, 1, 13) if approved else None,
            "surat_persetujuan": f"CONTOH-RK-{plan.deal}/{plan.year}" if approved else None,
            "alasan_dikembalikan": "Target sertifikat belum disertai jadwal uji (contoh)"
            if plan.status is PlanStatus.DIKEMBALIKAN else None,
        }  # fmt: skip


def planned_lines(people: int) -> Iterator[Line]:
    """The file of planned activities, with targets for a world of so many people."""
    for plan in PLANS:
        for number, promise in enumerate(plan.lines, 1):
            targets = promise.targets(people)
            yield {
                **place(plan), "nomor_rencana": number, "kegiatan": promise.title,
                "indikator": f"{promise.title} terlaksana sesuai target (contoh)",
                "pilar": promise.pillar, "satuan_target": promise.measure,
                **{f"target_tw{quarter}": target for quarter, target in enumerate(targets, 1)},
                "target_tahun": sum(targets),
                "bidang": None if promise.by_kind else promise.what,
                "jenis_kegiatan": promise.what if promise.by_kind else None,
                "nip": officers()[_HOME[plan.deal]][number - 1] if plan.deal in _HOME else None,
                "tanggal_mulai": date(plan.year, 1, 15), "tanggal_selesai": None,
                "anggaran_mitra": promise.budget * 1_000_000 or None,
            }  # fmt: skip


def duty_lines() -> Iterator[Line]:
    """The file of duties, numbered within their agreement."""
    numbers: dict[str, int] = {}
    for deal, position, text, due, done, evidence in DUTIES:
        numbers[deal] = numbers.get(deal, 0) + 1
        yield {
            "unit_perjanjian": KEEPER_OF[deal], "kode_perjanjian": deal,
            "nomor_kewajiban": numbers[deal], "urutan_pihak": position, "kewajiban": text,
            "jatuh_tempo": due, "tanggal_dipenuhi": done, "bukti": evidence,
        }  # fmt: skip
