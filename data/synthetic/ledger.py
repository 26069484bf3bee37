"""What the sample files say was delivered, noted while they are written, and counted by hand.

It counts what the program counts, apart from it and without a database: that the two agree is
tested on the sample world.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.synthetic.cohorts import Run
from data.synthetic.partners import DEALS
from data.synthetic.writing import Line
from models.codes import ActivityGrade, EnrolmentStatus, Pillar, SessionStatus

_CAME = ("HADIR", "TERLAMBAT")
_DONE = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI)
_PARENT = {deal.code: deal.parent for deal in DEALS if deal.parent}


@dataclass
class Delivered:
    """What was counted of one field (or kind of activity) under one agreement in one period."""

    sessions: int = 0
    marked: set[tuple[str, str]] = field(default_factory=set)
    community: int = 0
    people: dict[Pillar, set[str]] = field(default_factory=lambda: defaultdict(set))
    minutes: dict[Pillar, int] = field(default_factory=lambda: defaultdict(int))
    completions: dict[Pillar, int] = field(default_factory=lambda: defaultdict(int))
    certificates: dict[Pillar, int] = field(default_factory=lambda: defaultdict(int))
    activities: dict[ActivityGrade, list[Line]] = field(default_factory=lambda: defaultdict(list))


class Ledger:
    """Notes the lines of files as they pass by."""

    def __init__(self, runs: list[Run]) -> None:
        """Know which cohorts run under which agreement, and in which field."""
        self._place = {(r.unit, r.code): (r.deal, r.course.field) for r in runs if r.deal}
        self._ends = {(r.unit, r.code): r.end for r in runs}
        self._held: dict[tuple[str, str, int], date] = {}
        self._known: dict[tuple[str, str, int, int], Delivered] = defaultdict(Delivered)

    def of(self, deal: str, what: str, year: int, quarter: int) -> Delivered:
        """What was delivered under the agreement in the field, or of the kind of activity."""
        return self._known[deal, what, year, quarter]

    def sessions(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Pass the file of sessions on."""
        for line in lines:
            place = self._place.get(_cohort(line))
            if place and line["status_sesi"] is SessionStatus.TERLAKSANA:
                day: Any = line["tanggal_sesi"]
                self._held[(*_cohort(line), _whole(line["nomor_sesi"]))] = day
                into = self._at(place, day)
                into.sessions += 1
                into.community += _whole(line["masyarakat_hadir"])
            yield line

    def enrolments(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Pass the file of enrolments on."""
        for line in lines:
            place = self._place.get(_cohort(line))
            day: Any = line["tanggal_selesai"] or self._ends.get(_cohort(line))
            if place and day:
                into, pillar = self._at(place, day), _pillar(line)
                into.completions[pillar] += line["status_kepesertaan"] in _DONE
                into.certificates[pillar] += line["nomor_sertifikat"] is not None
            yield line

    def attendance(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Pass the file of attendance on."""
        for line in lines:
            place = self._place.get(_cohort(line))
            day = self._held.get((*_cohort(line), _whole(line["nomor_sesi"])))
            if place and day:
                into, pillar = self._at(place, day), _pillar(line)
                into.marked.add((_cohort(line)[1], str(line["nomor_sesi"])))
                if line["tanda"] in _CAME:
                    into.people[pillar].add(str(line["nomor_induk"] or line["nip"]))
                    into.minutes[pillar] += _whole(line["menit_hadir"])
            yield line

    def activities(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Pass the file of activities on; those of an addendum are its agreement's."""
        for line in lines:
            code, grade = str(line["kode_perjanjian"]), line["derajat_bukti"]
            place = (_PARENT.get(code, code), str(line["jenis_kegiatan"]))
            day: Any = line["tanggal_kegiatan"]
            self._at(place, day).activities[ActivityGrade.of(str(grade))].append(line)
            yield line

    def _at(self, place: Any, day: date) -> Delivered:
        return self._known[(*place, day.year, (day.month + 2) // 3)]


def _cohort(line: Line) -> tuple[str, str]:
    return str(line["kode_unit"]), str(line["kode_angkatan"])


def _pillar(line: Line) -> Pillar:
    return Pillar.PETUGAS if line["nip"] else Pillar.WBP


def _whole(cell: Any) -> int:
    return int(cell or 0)
