"""Some ninety runs of the programmes: where, when, with how many, and each meeting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from data.synthetic.chance import Chance
from data.synthetic.custody import TODAY
from data.synthetic.partners import DEALS, KEEPER_OF, OWNER_OF
from data.synthetic.population import Person
from data.synthetic.programmes import COURSE, HELPS, JOINS, LOTTERY, NOTHING, Course
from data.synthetic.writing import Line
from models.codes import (
    CohortAssignment,
    CohortStatus,
    CostSource,
    EnrolmentStatus,
    FacilitatorKind,
    SessionStatus,
)

FULL = 3000  # the number of people for which the sizes below are meant
LOTTERY_SEED = 27062022
BROKEN_OFF = "PRG17-2510-1"  # stopped after fourteen meetings
# programme, units, first start, days between starts, people each
SCHEDULE = (
    (LOTTERY, "CTH002", date(2024, 7, 8), 0, 0),
    (HELPS, "CTH001 CTH002 CTH008 CTH004 CTH001 CTH002", date(2024, 8, 5), 95, 32),
    (JOINS, "CTH004 CTH001 CTH002 CTH008 CTH004 CTH001", date(2024, 8, 12), 95, 32),
    (NOTHING, "CTH002 CTH004 CTH001 CTH002 CTH008 CTH004", date(2024, 8, 19), 95, 32),
    ("PRG05", "CTH001 CTH002 CTH003 CTH004 CTH005", date(2024, 7, 1), 130, 130),
    ("PRG06", "CTH001 CTH008 CTH006", date(2024, 9, 2), 290, 30),
    ("PRG07", "CTH007 CTH007", date(2024, 9, 9), 400, 40),
    ("PRG08", "CTH002 CTH004 CTH008 CTH001 CTH003", date(2024, 7, 1), 100, 150),
    ("PRG09", "CTH005 CTH004", date(2024, 10, 7), 460, 30),
    ("PRG10", "CTH006 CTH008", date(2024, 8, 5), 300, 30),
    ("PRG11", "CTH001 CTH002 CTH008", date(2024, 9, 2), 300, 30),
    ("PRG12", "CTH005 CTH001 CTH005", date(2024, 10, 7), 290, 30),
    ("PRG13", "CTH001 CTH002 CTH003 CTH004", date(2024, 7, 1), 120, 130),
    ("PRG14", "CTH003 CTH003", date(2024, 11, 4), 380, 40),
    ("PRG15", "CTH001 CTH004 CTH006", date(2024, 7, 15), 260, 70),
    ("PRG16", "CTH002 CTH008 CTH001", date(2024, 7, 15), 260, 70),
    ("PRG17", "CTH003 CTH004", date(2025, 1, 6), 380, 30),
    ("PRG18", "CTH004 CTH004 CTH001 CTH004", date(2024, 8, 1), 200, 60),
    ("PRG19", "CTH009 CTH010", date(2025, 2, 3), 340, 30),
    ("PRG20", "CTH009 CTH010", date(2024, 8, 5), 400, 50),
    ("PRG21", "CTH010 CTH009", date(2024, 11, 4), 380, 40),
    ("PRG22", "CTH009 CTH010", date(2025, 3, 3), 300, 40),
    ("PRG23", "CTH006 CTH006", date(2024, 9, 2), 430, 12),
    ("PRG24", "KNWA01 KNWA02 KNWA03", date(2024, 10, 7), 280, 10),
    ("PRG25", "CTH009 CTH010", date(2025, 4, 7), 300, 10),
    ("PRG12", "CTH001", date(2026, 8, 3), 0, 30),
    ("PRG09", "CTH002", date(2026, 9, 7), 0, 30),
    ("PRG17", "CTH001", date(2025, 10, 6), 0, 30),
    # The year goes on as it began; last in the list, as all before keep their draws.
    ("PRG06", "CTH002 CTH004 CTH005", date(2026, 2, 2), 28, 90),
    ("PRG07", "CTH001 CTH003 CTH006", date(2026, 4, 6), 14, 110),
    ("PRG10", "CTH002 CTH001 CTH003", date(2026, 3, 23), 18, 100),
    ("PRG20", "CTH009 CTH010", date(2026, 3, 2), 35, 50),
)  # fmt: skip


FIRST_MINUTE = 7 * 60 + 30
EVENING = 18 * 60 + 30  # clients come to their Bapas after work
BAPAS = ("CTH009", "CTH010")


@dataclass
class Meeting:
    """One session."""

    number: int
    day: date
    status: SessionStatus
    reason: str | None


@dataclass
class Seat:
    """One person (or officer) in a cohort."""

    number: int | None
    person: Person | None
    nip: str | None
    status: EnrolmentStatus
    enrolled: date
    started: date | None = None
    ended: date | None = None
    reason: str | None = None


@dataclass
class Run:
    """One cohort with its meetings and its people."""

    unit: str
    code: str
    course: Course
    size: int
    status: CohortStatus
    meetings: list[Meeting]
    seats: list[Seat] = field(default_factory=list)

    @property
    def start(self) -> date:
        """The day of the first meeting."""
        return self.meetings[0].day

    @property
    def end(self) -> date:
        """The day of the last meeting."""
        return self.meetings[-1].day

    @property
    def drawn(self) -> bool:
        """Whether places were given by lottery."""
        return self.course.code == LOTTERY

    @property
    def deal(self) -> str | None:
        """The agreement under which it runs, if one was in force when it began."""
        for deal in DEALS:
            if deal.code == self.course.deal and deal.signed and deal.signed <= self.start:
                return deal.code if deal.ends is None or deal.ends > self.start else None
        return None


def runs(seed: int, people: int) -> list[Run]:
    """All cohorts without their people; the first of them is the lottery."""
    chance = Chance(seed, "cohorts")
    found: list[Run] = []
    for code, units, first, gap, size in SCHEDULE:
        for position, unit in enumerate(units.split()):
            start = first + timedelta(days=gap * position)
            name = f"{code}-{start:%y%m}-{position + 1}"
            wanted = max(4, round(size * people / FULL))
            found.append(_run(chance, unit, name, COURSE[code], start, wanted))
    return found


def _run(chance: Chance, unit: str, name: str, course: Course, start: date, size: int) -> Run:
    broken_off = name == BROKEN_OFF
    meetings = list(_meetings(chance, course, start))
    if broken_off:
        meetings = meetings[:14]
    status = CohortStatus.BERJALAN
    if start > TODAY:
        status = CohortStatus.DISETUJUI if course.code == "PRG12" else CohortStatus.USULAN
    elif meetings[-1].day <= TODAY:
        status = CohortStatus.DIBATALKAN if broken_off else CohortStatus.SELESAI
    return Run(unit, name, course, size, status, meetings)


def _meetings(chance: Chance, course: Course, start: date) -> Iterator[Meeting]:
    day = start
    for number in range(1, course.sessions + 1):
        day += timedelta(days=day.weekday() == 6)
        status, reason = SessionStatus.TERLAKSANA, None
        if day > TODAY:
            status = SessionStatus.RENCANA
        elif chance.happens(0.06):
            status = SessionStatus.BATAL
            reason = chance.weighted({"PENGAJAR": 5, "KEAMANAN": 2, "SARANA": 2, "LIBUR": 3})
        yield Meeting(number, day, status, reason)
        day += timedelta(days=course.every_days)


def cohort_lines(found: list[Run]) -> Iterator[Line]:
    """The file of cohorts."""
    for run in found:
        deal = run.deal
        partner = run.course.partner if deal else None
        yield {
            "kode_unit": run.unit, "kode_angkatan": run.code,
            "unit_program": run.course.owner, "kode_program": run.course.code,
            "unit_mitra": OWNER_OF[partner] if partner else None, "kode_mitra": partner,
            "unit_perjanjian": KEEPER_OF[deal] if deal else None, "kode_perjanjian": deal,
            "kapasitas_angkatan": run.size, "tanggal_mulai": run.start,
            "tanggal_selesai": run.end, "status_angkatan": run.status,
            "cara_penempatan": CohortAssignment.UNDIAN if run.drawn else CohortAssignment.BIASA,
            "benih_undian": LOTTERY_SEED if run.drawn else None,
            "rencana_sesi": run.course.sessions, "rencana_menit": run.course.minutes,
        }  # fmt: skip


def session_lines(seed: int, found: list[Run]) -> Iterator[Line]:
    """The file of meetings, one after the other at a unit; cancelled ones keep their reason."""
    chance = Chance(seed, "sessions")
    taken: dict[tuple[str, date], int] = {}  # minutes after midnight until which a unit is busy
    for run in found:
        partner = run.deal is not None
        kind = FacilitatorKind.MITRA if partner else FacilitatorKind.PETUGAS
        for meeting in run.meetings:
            held = meeting.status is SessionStatus.TERLAKSANA
            first = EVENING if run.unit in BAPAS else FIRST_MINUTE
            begins = taken.get((run.unit, meeting.day), first)
            taken[run.unit, meeting.day] = begins + run.course.minutes
            yield {
                "kode_unit": run.unit, "kode_angkatan": run.code, "nomor_sesi": meeting.number,
                "tanggal_sesi": meeting.day, "jam_mulai": time(*divmod(begins, 60)),
                "menit_sesi": run.course.minutes, "materi": f"Materi contoh {meeting.number}",
                "pengajar": f"Contoh Pengajar {run.code}", "jenis_pengajar": kind,
                "masyarakat_hadir": chance.between(0, 6) if held and partner else None,
                "status_sesi": meeting.status, "alasan_batal": meeting.reason,
            }  # fmt: skip


def cost_lines(seed: int, found: list[Run]) -> Iterator[Line]:
    """The file of costs: one a month and source while meetings were held."""
    chance = Chance(seed, "costs")
    for run in found:
        months = sorted({m.day.replace(day=1) for m in run.meetings if m.day <= TODAY})
        sources = [CostSource.DIPA] + [CostSource.MITRA] * (run.deal is not None)
        for month in months:
            for source in sources:
                yield {
                    "kode_unit": run.unit, "kode_angkatan": run.code, "bulan_biaya": month,
                    "sumber_biaya": source, "jumlah_rupiah": chance.between(4, 90) * 100_000,
                    "natura": source is CostSource.MITRA and chance.happens(0.4),
                }  # fmt: skip
