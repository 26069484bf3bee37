"""The fictional units and their officers; Ditjenpas itself comes with the reference data."""

from dataclasses import dataclass
from functools import cache

from data.synthetic.writing import Line
from models.codes import SecurityLevel, UnitKind

TOP = "DITJENPAS"
OFFICERS_EACH = 12


@dataclass(frozen=True)
class Place:
    """One unit. `share`: its part of the adult population of its sex (institutions only)."""

    code: str
    name: str
    kind: UnitKind
    parent: str
    province: str
    level: SecurityLevel | None = None
    grade: str | None = None
    capacity: int | None = None
    share: float = 0.0


KANWIL = (
    Place("KNWA01", "Kanwil Ditjenpas Contoh Barat", UnitKind.KANWIL, TOP, "32"),
    Place("KNWA02", "Kanwil Ditjenpas Contoh Tengah", UnitKind.KANWIL, TOP, "33"),
    Place("KNWA03", "Kanwil Ditjenpas Contoh Timur", UnitKind.KANWIL, TOP, "73"),
)
_HIGH, _MIDDLE, _LOW = SecurityLevel.MAXIMUM, SecurityLevel.MEDIUM, SecurityLevel.MINIMUM
LAPAS_ONE = Place("CTH001", "Lapas Kelas IIA Contoh Satu", UnitKind.LAPAS, "KNWA01", "32",
                  _MIDDLE, "IIA", 260, 0.26)  # fmt: skip
LAPAS_TWO = Place("CTH002", "Lapas Kelas I Contoh Dua", UnitKind.LAPAS, "KNWA02", "33",
                  _HIGH, "I", 240, 0.22)  # fmt: skip
LAPAS_THREE = Place("CTH003", "Lapas Kelas IIB Contoh Tiga", UnitKind.LAPAS, "KNWA03", "73",
                    _LOW, "IIB", 110, 0.15)  # fmt: skip
NARCOTICS = Place("CTH004", "Lapas Narkotika Kelas IIA Contoh Empat", UnitKind.LAPAS_NARKOTIKA,
                  "KNWA01", "32", _MIDDLE, "IIA", 240, 0.25)  # fmt: skip
WOMEN = Place("CTH005", "Lapas Perempuan Kelas IIA Contoh Lima", UnitKind.LPP, "KNWA02", "33",
              _MIDDLE, "IIA", 90)  # fmt: skip
CHILDREN = Place("CTH006", "LPKA Kelas II Contoh Enam", UnitKind.LPKA, "KNWA03", "73",
                 None, "II", 40)  # fmt: skip
REMAND = Place("CTH007", "Rutan Kelas I Contoh Tujuh", UnitKind.RUTAN, "KNWA01", "32",
               None, "I", 180)  # fmt: skip
YOUNG = Place("CTH008", "Lapas Pemuda Kelas IIA Contoh Delapan", UnitKind.LAPAS_PEMUDA, "KNWA02",
              "33", _MIDDLE, "IIA", 120, 0.12)  # fmt: skip
INSTITUTIONS = (LAPAS_ONE, LAPAS_TWO, LAPAS_THREE, NARCOTICS, WOMEN, CHILDREN, REMAND, YOUNG)
BAPAS = (
    Place("CTH009", "Bapas Kelas I Contoh Sembilan", UnitKind.BAPAS, "KNWA01", "32", grade="I"),
    Place("CTH010", "Bapas Kelas II Contoh Sepuluh", UnitKind.BAPAS, "KNWA02", "33", grade="II"),
)
PLACES = (*KANWIL, *INSTITUTIONS, *BAPAS)
RECORDS_PARTLY = LAPAS_THREE.code  # writes down about 70 % of its person-sessions


def unit_lines() -> list[Line]:
    """The file of units."""
    return [
        {
            "kode_unit": place.code, "nama_unit": place.name, "jenis_unit": place.kind,
            "kelas": place.grade, "tingkat_keamanan": place.level, "kapasitas": place.capacity,
            "kode_unit_induk": place.parent, "kode_provinsi": place.province, "aktif": True,
        }
        for place in PLACES
    ]  # fmt: skip


@cache
def officers() -> dict[str, list[str]]:
    """Unit -> the numbers of its officers."""
    return {
        place.code: [
            f"CONTOH{position * OFFICERS_EACH + number + 1:04}" for number in range(OFFICERS_EACH)
        ]
        for position, place in enumerate(PLACES)
    }


def officer_lines() -> list[Line]:
    """The file of officers."""
    kinds = {place.code: place.kind for place in PLACES}
    return [
        {
            "nip": nip, "nama_petugas": f"Contoh Petugas {nip[-4:]}",
            "jabatan": _position(kinds[unit]), "kode_unit": unit,
        }
        for unit, numbers in officers().items()
        for nip in numbers
    ]  # fmt: skip


def _position(kind: UnitKind) -> str:
    if kind is UnitKind.BAPAS:
        return "Pembimbing Kemasyarakatan"
    return "Analis Pembinaan" if kind is UnitKind.KANWIL else "Wali Pemasyarakatan"
