"""Reference data that come with the program: code lists, provinces, marks, instruments."""

import csv
from pathlib import Path


def reference_folder() -> Path:
    """The folder of CSV files that `sinergi init` imports by the road."""
    return Path(__file__).parent


def reference_codes() -> dict[str, list[str]]:
    """The open lists as shipped: list -> codes in order; and the attendance marks."""
    lists: dict[str, list[str]] = {}
    for row in _rows("code"):
        lists.setdefault(row["daftar"], []).append(row["kode"])
    lists["tanda_presensi"] = [row["kode_tanda"] for row in _rows("attendance_mark")]
    return lists


def _rows(name: str) -> list[dict[str, str]]:
    with (reference_folder() / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
