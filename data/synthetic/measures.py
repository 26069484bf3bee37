"""Assessments around enrolments, over time, and at intake; and the files that hold them."""

from collections.abc import Iterator
from datetime import date, timedelta

from data.synthetic.care import guardian
from data.synthetic.chance import Chance
from data.synthetic.cohorts import Run, Seat
from data.synthetic.custody import TODAY
from data.synthetic.population import Person, Stretch
from data.synthetic.programmes import JOINS
from data.synthetic.scores import SCALES, Conduct, Spell
from data.synthetic.writing import Cell, Line
from models.codes import AssessmentStatus, LegalStatus, RiskLevel

FOLLOWED_SHARE = 0.4  # of people in no cohort, rated every month
RISK_SHARE = 0.4
QUALITY_SCALES = ("FISIK", "PSIKOLOGIS", "SOSIAL", "LINGKUNGAN")
_SENTENCED = (LegalStatus.NARAPIDANA, LegalStatus.ANAK_BINAAN)
_STATUSES = {
    AssessmentStatus.DITERIMA: 0.95, AssessmentStatus.DISUBMIT: 0.03,
    AssessmentStatus.DRAF: 0.01, AssessmentStatus.DITOLAK: 0.01,
}  # fmt: skip
_LEVELS = (RiskLevel.RENDAH, RiskLevel.SEDANG, RiskLevel.TINGGI)


def rate(seed: int, conduct: Conduct, runs: list[Run]) -> None:
    """Make all SPPN ratings: before and after enrolments, and monthly for some others."""
    chance = Chance(seed, "rating days")
    seats = [(run, seat) for run in runs for seat in run.seats if seat.person and seat.started]
    for run, seat in seats:
        if seat.person and seat.started:
            own = seat.ended or run.end
            spell = Spell(seat.started, run.end, own, run.course.effect)
            conduct.spells.setdefault(seat.person.position, []).append(spell)
    for run, seat in seats:
        _around(chance, conduct, run, seat)
    for person in conduct.persons:
        unenrolled = person.position not in conduct.spells
        if unenrolled and not person.in_lottery and chance.happens(FOLLOWED_SHARE):
            _monthly(chance, conduct, person)


def _around(chance: Chance, conduct: Conduct, run: Run, seat: Seat) -> None:
    if seat.person is None or seat.started is None:
        return
    if run.course.code != JOINS and chance.happens(0.93):
        _rated(conduct, seat.person, seat.started - timedelta(days=chance.between(1, 25)))
    if seat.ended is not None and chance.happens(0.5 if seat.reason else 0.88):
        _rated(conduct, seat.person, seat.ended + timedelta(days=chance.between(1, 25)))


def _rated(conduct: Conduct, person: Person, day: date) -> None:
    """Rate the person where they serve their sentence on this day, if they do."""
    here = serving(person, day)
    if here is not None and day <= TODAY:
        conduct.measure(person, here.unit, day)


def serving(person: Person, day: date) -> Stretch | None:
    """The stretch of sentence in an institution on this day."""
    return next((s for s in person.history if s.status in _SENTENCED and s.covers(day)), None)


def _monthly(chance: Chance, conduct: Conduct, person: Person) -> None:
    day = date(2024, 7, 1) + timedelta(days=chance.between(0, 27))
    while day <= TODAY:
        _rated(conduct, person, day)
        day += timedelta(days=chance.between(28, 33))


def assessment_lines(seed: int, conduct: Conduct, runs: list[Run]) -> Iterator[Line]:
    """The file of assessments: SPPN, quality of life in rehabilitation, and risk levels."""
    chance = Chance(seed, "assessments")
    for rating in conduct.ratings.values():
        status = chance.weighted(_STATUSES)
        yield _line(rating.person, rating.unit, rating.day, "SPPN", "2021") | {
            "status_penilaian": status, "tingkat_risiko": None, "persetujuan": None,
            "penilai_pengajar": False,
        }  # fmt: skip
    for person, unit, day, _ in _quality_of_life(runs):
        yield _line(person, unit, day, "WHOQOL", "BREF") | {
            "status_penilaian": AssessmentStatus.DITERIMA, "tingkat_risiko": None,
            "persetujuan": True, "penilai_pengajar": True,
        }  # fmt: skip
    for person in conduct.persons:
        if chance.happens(RISK_SHARE):
            yield from _risk(chance, person)


def _line(person: Person, unit: str, day: date, instrument: str, version: str) -> dict[str, Cell]:
    stretch = person.stay(unit, day)
    return {
        "kode_unit": unit, "nomor_induk": person.number, "kode_instrumen": instrument,
        "versi_instrumen": version, "tanggal_penilaian": day,
        "nip": guardian(person, stretch) if stretch else None, "penilaian_ke": 1,
    }  # fmt: skip


def _quality_of_life(runs: list[Run]) -> Iterator[tuple[Person, str, date, int]]:
    """Person, unit, day and month (1, 3, 6) of each quality-of-life assessment."""
    seen: set[tuple[int, date]] = set()
    for run in runs:
        for seat in run.seats if run.course.field == "REHABILITASI" else []:
            for month in (1, 3, 6):
                day = run.start + timedelta(days=30 * month)
                person = seat.person
                if person is None or seat.started is None or day > (seat.ended or TODAY):
                    continue
                if person.stay(run.unit, day) and (person.position, day) not in seen:
                    seen.add((person.position, day))
                    yield person, run.unit, day, month


def _risk(chance: Chance, person: Person) -> Iterator[Line]:
    """A level soon after sentence and every half-year; it mostly stays or falls by one."""
    first = next((s for s in person.history if s.status in _SENTENCED), None)
    if first is None:
        return
    position = chance.weighted({0: 0.3, 1: 0.45, 2: 0.25})
    day = first.start + timedelta(days=chance.between(8, 40))
    while day <= TODAY:
        here = serving(person, day)
        if here is None:
            return
        yield _line(person, here.unit, day, "RRI", "02") | {
            "status_penilaian": AssessmentStatus.DITERIMA, "tingkat_risiko": _LEVELS[position],
            "persetujuan": True, "penilai_pengajar": False,
        }  # fmt: skip
        position = max(0, min(2, position + chance.weighted({0: 0.7, -1: 0.22, 1: 0.08})))
        day += timedelta(days=chance.between(175, 190))


def score_lines(seed: int, conduct: Conduct, runs: list[Run]) -> Iterator[Line]:
    """The file of scores: four scales an assessment; risk has a level only."""
    chance = Chance(seed, "quality of life")
    for rating in conduct.ratings.values():
        line = _line(rating.person, rating.unit, rating.day, "SPPN", "2021")
        for scale, score in zip(SCALES, rating.scores, strict=True):
            yield line | {"kode_skala": scale, "skor": score}
    for person, unit, day, month in _quality_of_life(runs):
        line = _line(person, unit, day, "WHOQOL", "BREF")
        for scale in QUALITY_SCALES:
            score = min(100.0, max(0.0, chance.normal(52 + month, 12)))
            yield line | {"kode_skala": scale, "skor": round(score, 1)}
