"""Each screen of the frame, with what a working day has open in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from dashboard.texts.catalogue import t
from models.door import Door
from tests.bench.sockets import Viewer

AGREEMENT = "DITJENPAS~PKS-01"
OPEN = {  # what else a screen shows, by its name and by what its address says
    "program": {"satu program": "program=DITJENPAS/PRG02"},
    "perubahan": {"risiko": "bagian=risiko", "pengulangan": "bagian=pengulangan"},
    "perjanjian": {"satu terbuka": f"perjanjian={AGREEMENT}"},
    "rencana-kerja": {"satu terbuka": f"perjanjian={AGREEMENT}"},
    "kemajuan": {"satu terbuka": f"perjanjian={AGREEMENT}"},
    "tampilan-mitra": {"satu terbuka": "mitra=DITJENPAS~MTR02"},
    "laporan": {"satu terbuka": "unit=CTH004&bulan=2026-05"},
}


@dataclass(frozen=True)
class Shown:
    """A screen as it is measured: its address, and what to do there first."""

    name: str
    address: str
    begin: Callable[[Viewer], None] = lambda _viewer: None


def screens(pages: dict[str, str], number: str) -> Iterator[Shown]:
    """All screens of the menu, as they open and with one of their rows open.

    `number` is one of a person who has a full page.
    """
    for name, path in pages.items():
        yield Shown(name, path)
        for what, query in OPEN.get(path, {}).items():
            yield Shown(f"{name}: {what}", f"{path}?{query}")
        if path == "wbp":
            yield Shown(f"{name}: satu orang", path, lambda v: v.choose(t("catat.cari"), number))
        if path == "klien":
            yield Shown(f"{name}: satu klien", path, lambda v: v.open_row(t("klien.daftar"), 0))


def somebody(url: str) -> str:
    """A number of the person with the most places in programmes."""
    door = Door(url)
    with door.altering() as connection:
        number = str(connection.execute(sa.text(_MOST)).scalar_one())
    door.close()
    return number


_MOST = """
SELECT min(value) FROM person_identifier WHERE kind = 'INDUK' AND wbp_id = (
    SELECT wbp_id FROM enrolment WHERE wbp_id IS NOT NULL
    GROUP BY wbp_id ORDER BY count(*) DESC, wbp_id LIMIT 1)
"""
