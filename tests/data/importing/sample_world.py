"""What must stand before the attendance list of the samples can go in."""

NUMBERS = [n for n in range(1001, 1011) if n != 1009]


def sample_world(unit: str) -> dict[str, tuple[str, ...]]:
    """Name of a file -> its lines: unit, programme, cohort and people of the list."""
    return {
        "unit.csv": (
            "kode_unit;nama_unit;jenis_unit;kode_unit_induk",
            f"{unit};Lapas Contoh A;LAPAS;DITJENPAS",
        ),
        "programme.csv": (
            "unit_program;kode_program;nama_program;bidang;jenis_program",
            f"{unit};BRS;Pelatihan Barista (contoh);KEMANDIRIAN;PELATIHAN",
        ),
        "cohort.csv": (
            "kode_unit;kode_angkatan;unit_program;kode_program;status_angkatan;tanggal_mulai",
            f"{unit};BRS-2026-01;{unit};BRS;BERJALAN;2026-07-01",
        ),
        "wbp.csv": (
            "kode_unit;nomor_induk;nama;jenis_kelamin",
            *(f"{unit};CONTOH-{n};Contoh {n};L" for n in NUMBERS),
        ),
    }
