"""Who takes part, how it ends for them, and the mark of each meeting."""

from collections.abc import Iterator
from datetime import date, timedelta

from data.synthetic.chance import Chance
from data.synthetic.cohorts import Meeting, Run, Seat
from data.synthetic.custody import TODAY
from data.synthetic.places import RECORDS_PARTLY, officers
from data.synthetic.population import Person, Stretch
from data.synthetic.programmes import HELPS, JOINS, NOTHING
from data.synthetic.scores import Conduct
from data.synthetic.writing import Line
from models.codes import CohortStatus, EnrolmentStatus, SessionStatus

RECORDED_SHARE = 0.7
STAYING_SHARE = 0.85
MEASURED = (HELPS, JOINS, NOTHING)
LATENESS = (5, 10, 15, 20, 30)
_OPEN = (CohortStatus.USULAN, CohortStatus.DISETUJUI)
_WAITING = (EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI, EnrolmentStatus.SETUJU)


def fill(seed: int, found: list[Run], persons: list[Person], conduct: Conduct) -> None:
    """Give every cohort its people. Those of the measured programmes are in no other."""
    chance = Chance(seed, "enrolments")
    taken: set[int] = {person.position for person in persons if person.in_lottery}
    measured = [run for run in found if run.course.code in MEASURED]
    for run in measured:
        chosen = _entrants(chance, run, persons, taken, conduct)
        taken |= {person.position for person in chosen}
        run.seats = _seats(chance, run, chosen)
    for run in found:
        if run.drawn:
            run.seats = _draw(chance, run, [p for p in persons if p.in_lottery])
        elif run.unit.startswith("KNWA") or run.course.field == "KAPASITAS_PETUGAS":
            run.seats = _officer_seats(chance, run)
        elif run not in measured:
            run.seats = _seats(chance, run, _entrants(chance, run, persons, taken, conduct))


def _entrants(
    chance: Chance, run: Run, persons: list[Person], taken: set[int], conduct: Conduct
) -> list[Person]:
    """People at the unit on the first day, first those who stay for much of the programme.

    In the measured programmes they were there a month before; JOINS takes the lowest scores.
    """
    day = min(run.start, TODAY)
    here = [p for p in persons if p.position not in taken and p.stay(run.unit, day)]
    later = min(run.start + (run.end - run.start) * 0.7, TODAY)
    staying = [p for p in here if p.stay(run.unit, later)]
    if run.course.code not in MEASURED:
        passing = [p for p in here if not p.stay(run.unit, later)]
        long = chance.some(staying, round(run.size * STAYING_SHARE))
        return long + chance.some(passing, run.size - len(long))
    staying = [p for p in staying if p.stay(run.unit, run.start - timedelta(days=31))]
    if run.course.code != JOINS:
        return chance.some(staying, run.size)
    screened = chance.some(staying, 3 * run.size)
    before = run.start - timedelta(days=chance.between(3, 12))
    observed = {p.position: conduct.measure(p, run.unit, before) for p in screened}
    screened.sort(key=lambda person: observed[person.position])
    return screened[: run.size]


def _seats(chance: Chance, run: Run, chosen: list[Person]) -> list[Seat]:
    seats = []
    for number, person in enumerate(chosen, 1):
        stay = person.stay(run.unit, min(run.start, TODAY))
        enrolled = min(run.start, TODAY) - timedelta(days=chance.between(2, 14))
        if run.status in _OPEN:
            seats.append(Seat(number, person, None, EnrolmentStatus.SETUJU, enrolled))
        elif stay is not None:
            seat = Seat(number, person, None, EnrolmentStatus.AKTIF, enrolled, run.start)
            seats.append(_course_of(chance, run, seat, stay))
    if run.status is CohortStatus.BERJALAN and len(seats) > 5:
        for seat in seats[-2:]:
            seat.status, seat.started, seat.ended = EnrolmentStatus.DAFTAR_TUNGGU, None, None
            seat.reason = None
    return seats


def _course_of(chance: Chance, run: Run, seat: Seat, stay: Stretch | None) -> Seat:
    """How it ends: by moving or release, by giving up, by removal, or at the end."""
    last = min(run.end, TODAY)
    leaves = None
    if stay is not None and stay.end is not None and stay.end <= last and stay.end > run.start:
        leaves = stay.end - timedelta(days=1)
    if chance.happens(0.13) and last - run.start > timedelta(days=10):
        day = chance.day(run.start + timedelta(days=4), last - timedelta(days=2))
        if leaves is None or day < leaves:
            _leave(chance, seat, day)
            return seat
    if leaves is not None and stay is not None:
        moved = stay.reason == "PINDAH"
        seat.ended = max(leaves, run.start)
        seat.status = EnrolmentStatus.PINDAH if moved else EnrolmentStatus.BEBAS
        seat.reason = "PINDAH" if moved else "BEBAS"
        if stay.reason in ("MENINGGAL", "MELARIKAN_DIRI"):
            seat.status, seat.reason = EnrolmentStatus.DIKELUARKAN, "LAINNYA"
    elif run.status is CohortStatus.SELESAI:
        seat.ended = run.end
        seat.status = chance.weighted({
            EnrolmentStatus.LULUS: 0.7, EnrolmentStatus.SELESAI: 0.22,
            EnrolmentStatus.TIDAK_LULUS: 0.08,
        })  # fmt: skip
    elif run.status is CohortStatus.DIBATALKAN:
        seat.ended, seat.status = run.end, EnrolmentStatus.MENGUNDURKAN_DIRI
        seat.reason = "MITRA_BERHENTI"
    return seat


def _leave(chance: Chance, seat: Seat, day: date) -> None:
    seat.ended = day
    if chance.happens(0.25):
        seat.status, seat.reason = EnrolmentStatus.DIKELUARKAN, "PELANGGARAN"
        return
    seat.status = EnrolmentStatus.MENGUNDURKAN_DIRI
    seat.reason = chance.weighted({"MENOLAK": 4, "JADWAL": 3, "SAKIT": 3, "LAINNYA": 1})


def _draw(chance: Chance, run: Run, eligible: list[Person]) -> list[Seat]:
    """Half of those in the draw get a place; the others are the comparison group."""
    order = chance.some(eligible, len(eligible))
    run.size = len(order) // 2
    seats = _seats(chance, run, order[: run.size])
    day = run.start - timedelta(days=14)
    for number, person in enumerate(order[run.size :], run.size + 1):
        seats.append(Seat(number, person, None, EnrolmentStatus.TIDAK_TERUNDI, day))
    return seats


def _officer_seats(chance: Chance, run: Run) -> list[Seat]:
    numbers = chance.some(officers()[run.unit], max(run.size, 6))
    seats = [Seat(i, None, nip, EnrolmentStatus.AKTIF, run.start, run.start)
             for i, nip in enumerate(numbers, 1)]  # fmt: skip
    return [_course_of(chance, run, seat, None) for seat in seats]


def enrolment_lines(seed: int, found: list[Run]) -> Iterator[Line]:
    """The file of enrolments: by nomor induk, or by NIP for officers."""
    chance = Chance(seed, "grades")
    for run in found:
        for seat in run.seats:
            passed = seat.status is EnrolmentStatus.LULUS
            graded = passed or seat.status is EnrolmentStatus.TIDAK_LULUS
            score = chance.between(65, 98) if passed else chance.between(30, 59)
            certified = passed and run.course.certificate
            yield {
                "kode_unit": run.unit, "kode_angkatan": run.code,
                "nomor_induk": seat.person.number if seat.person else None, "nip": seat.nip,
                "nomor_peserta": seat.number, "dasar_kepesertaan": _basis(run),
                "tanggal_rujukan": seat.enrolled - timedelta(days=7),
                "tanggal_cocok": seat.enrolled - timedelta(days=3),
                "tanggal_daftar": seat.enrolled, "tanggal_mulai": seat.started,
                "tanggal_selesai": seat.ended, "status_kepesertaan": seat.status,
                "alasan_berhenti": seat.reason, "nilai_akhir": score if graded else None,
                "predikat": ("Baik" if score > 75 else "Cukup") if passed else None,
                "nomor_sertifikat": f"SRT-CONTOH-{run.code}-{seat.number}" if certified else None,
                "penerbit_sertifikat": "Lembaga Sertifikasi Contoh" if certified else None,
            }  # fmt: skip


def _basis(run: Run) -> str:
    return "Undian tercatat" if run.drawn else "Hasil sidang TPP"


def attendance_lines(seed: int, found: list[Run]) -> Iterator[Line]:
    """The file of marks: held meetings only, from each person's start to their end."""
    chance = Chance(seed, "attendance")
    for run in found:
        held = [m for m in run.meetings if m.status is SessionStatus.TERLAKSANA]
        for seat in run.seats:
            if seat.status not in _WAITING:
                yield from _marks(chance, run, seat, held)


def _marks(chance: Chance, run: Run, seat: Seat, held: list[Meeting]) -> Iterator[Line]:
    diligence = min(0.97, max(0.35, chance.normal(0.82, 0.12)))
    number = seat.person.number if seat.person else None
    partly = run.unit == RECORDS_PARTLY
    for meeting in held:
        if seat.started is None or meeting.day < seat.started:
            continue
        if seat.ended is not None and meeting.day > seat.ended:
            return
        if partly and not chance.happens(RECORDED_SHARE):
            continue
        mark, minutes = _mark(chance, diligence, run.course.minutes)
        yield {
            "kode_unit": run.unit, "kode_angkatan": run.code, "nomor_sesi": meeting.number,
            "nomor_induk": number, "nip": seat.nip, "tanda": mark, "menit_hadir": minutes,
            "catatan": "Menolak ikut, alasan tidak disebut" if mark == "MENOLAK" else None,
        }  # fmt: skip


def _mark(chance: Chance, diligence: float, minutes: int) -> tuple[str, int | None]:
    draw = chance.random.random()
    if draw < diligence * 0.93:
        return "HADIR", minutes
    if draw < diligence:
        return "TERLAMBAT", minutes - chance.one_of(LATENESS)
    part = (draw - diligence) / (1 - diligence)
    for mark, until in (("TANPA_KETERANGAN", 0.42), ("SAKIT", 0.66), ("IZIN", 0.84),
                        ("SIDANG", 0.9), ("MENOLAK", 0.96)):  # fmt: skip
        if part < until:
            return mark, None
    return "DIPINDAH", None
