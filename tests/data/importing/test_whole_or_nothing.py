"""A process that dies at any point leaves nothing, and the rerun succeeds; both databases.

The deaths are arranged from outside: the child replaces a step of the road by one that ends the
process, so that no switch for it stands in the product.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from models.door import Door, Viewer
from tests.data.importing.conftest import Take, Write

CHILD = """
import os, sys
from datetime import date
from pathlib import Path
from data.importing import loading, road, runs
from data.importing.runs import Options
from models.door import Door, Viewer

def die(*_, **__):
    os._exit(9)

point, url, path = sys.argv[1:]
if point == "first chunk":
    loading.Loader.stage = die
elif point == "before the upsert":
    loading.Loader.load = die
else:
    road._check_signed_agreements = die
road.import_files(Door(url), Viewer("anak"), [Path(path)], Options(date(2026, 11, 24)))
"""
POINTS = ("first chunk", "before the upsert", "before the commit")


@pytest.mark.parametrize("point", POINTS)
def test_a_death_leaves_nothing_and_the_rerun_succeeds(
    take: Take, write: Write, ready: Door, viewer: Viewer, database_url: str, point: str
) -> None:
    rows = [f"U{n:03};Lapas Contoh {n};LAPAS;DITJENPAS" for n in range(50)]
    path = write("unit.csv", "kode_unit;nama_unit;jenis_unit;kode_unit_induk", *rows)
    before = _counts(ready, viewer)
    root = Path(models.__file__).parent.parent
    child = subprocess.run(
        [sys.executable, "-c", CHILD, point, database_url, str(path)], cwd=root, check=False
    )
    assert child.returncode == 9
    assert _counts(ready, viewer) == before
    (outcome,) = take(path)
    assert outcome.counts.new == 50


def _counts(door: Door, viewer: Viewer) -> list[int]:
    with door.reading(viewer) as session:
        return [
            session.execute(
                sa.select(sa.func.count()).select_from(models.metadata.tables[name])
            ).scalar_one()
            for name in ("unit", "import_batch", "rejected_row", "change")
        ]


def test_one_refused_row_refuses_all_when_that_is_asked(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    from data.errors import SinergiError

    before = _counts(ready, viewer)
    path = write("unit.csv", "kode_unit;nama_unit;jenis_unit", "AAA;A;LAPAS", "BBB;B;ISTANA")
    with pytest.raises(SinergiError) as caught:
        take(path, all_or_nothing=True)
    assert caught.value.code == "semua_atau_tidak"
    assert _counts(ready, viewer) == before
