"""Lines with which a work plan may begin, by programme field; the officer sets the targets.

They are suggestions of this program, not of a regulation.
"""

from dataclasses import dataclass
from typing import Any

from models.codes import Pillar, PlannedMeasure


@dataclass(frozen=True)
class StartingLine:
    """One suggestion; the title is data, so it has one language."""

    title: str
    indicator: str
    pillar: Pillar
    measure: PlannedMeasure
    field: str | None = None
    activity_kind: str | None = None

    def values(self) -> dict[str, Any]:
        """As columns of a planned activity."""
        return {
            "title": self.title, "indicator": self.indicator, "pillar": self.pillar,
            "measure": self.measure, "field": self.field, "activity_kind": self.activity_kind,
        }  # fmt: skip


_COURSES = {
    "KEPRIBADIAN": "pembinaan kepribadian",
    "KEMANDIRIAN": "pelatihan kemandirian",
    "PENDIDIKAN": "pendidikan",
    "REHABILITASI": "rehabilitasi",
    "PEMBIMBINGAN": "pembimbingan kemasyarakatan",
    "PERUBAHAN_PERILAKU": "perubahan perilaku",
}
_CERTIFIED = ("KEMANDIRIAN", "PENDIDIKAN")


def starting_lines(field: str) -> tuple[StartingLine, ...]:
    """Suggestions for a programme field; for one that is not known here, those for any field.

    >>> [line.measure.value for line in starting_lines("KEMANDIRIAN")]
    ['SESI', 'ORANG', 'SELESAI', 'SERTIFIKAT', 'ORANG']
    """
    if field == "KAPASITAS_PETUGAS":
        return (_line(field, Pillar.PETUGAS, "ORANG", "Petugas dilatih", "Petugas yang hadir"),
                _line(field, Pillar.PETUGAS, "JAM", "Jam pelatihan petugas", "Jam hadir petugas"),
                _meeting())  # fmt: skip
    course = _COURSES.get(field, "program")
    wbp = Pillar.WBP
    found = [
        _line(field, wbp, "SESI", f"Sesi {course}", "Sesi yang terlaksana"),
        _line(field, wbp, "ORANG", f"WBP mengikuti {course}", "WBP yang hadir sekurangnya sekali"),
        _line(field, wbp, "SELESAI", f"WBP menyelesaikan {course}", "WBP yang selesai"),
    ]
    if field in _CERTIFIED:
        found.append(_line(field, wbp, "SERTIFIKAT", f"Sertifikat {course}", "Sertifikat terbit"))
    return (*found, _meeting())


def _line(field: str, pillar: Pillar, measure: str, title: str, indicator: str) -> StartingLine:
    return StartingLine(title, indicator, pillar, PlannedMeasure.of(measure), field)


def _meeting() -> StartingLine:
    return StartingLine(
        "Masyarakat terlibat dalam pertemuan", "Orang yang hadir", Pillar.MASYARAKAT,
        PlannedMeasure.ORANG, activity_kind="PERTEMUAN",
    )  # fmt: skip
