"""Verdicts that need more than one file, or a file that changes, or two people at once.

Deaths and full disks are in test_whole_or_nothing.py.
"""

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.importing.issues import FileRefused
from data.importing.road import import_files
from data.importing.runs import Options
from data.importing.sources import LARGEST_FILE
from models.door import Door, Viewer

from .conftest import TODAY, Take, Write
from .verdicts.case import as_xlsx
from .verdicts.files import GOOD, UNIT
from .verdicts.people import MARKS
from .verdicts.world import FILES

HEAD, ROW = ";".join(UNIT), ";".join(GOOD)


def test_61_a_file_over_the_limit_is_refused_before_it_is_read(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)  # sparse: takes no room
    with pytest.raises(FileRefused) as caught:
        take(path)
    assert caught.value.code == "berkas_terlalu_besar"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_66_a_file_that_changes_while_it_is_read_is_refused_whole(
    ready: Door, viewer: Viewer, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"unit.{kind}"
    path.write_bytes(as_xlsx([UNIT, GOOD]) if kind == "xlsx" else f"{HEAD}\n{ROW}\n".encode())
    other = as_xlsx([UNIT, GOOD, ["DDD", *GOOD[1:]]])

    def meddle(_: str, __: int) -> None:
        path.write_bytes(other if kind == "xlsx" else path.read_bytes() + b"\n")

    with pytest.raises(FileRefused) as caught:
        import_files(ready, viewer, [path], Options(TODAY, progress=meddle))
    assert caught.value.code == "berkas_berubah"
    unit = models.metadata.tables["unit"]
    with ready.reading(viewer) as session:
        assert "CCC" not in set(session.scalars(sa.select(unit.c.code)))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_67_the_same_file_again_says_when_and_by_whom(
    take: Take, viewer: Viewer, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"unit.{kind}"
    path.write_bytes(as_xlsx([UNIT, GOOD]) if kind == "xlsx" else f"{HEAD}\n{ROW}\n".encode())
    take(path)
    (again,) = take(path)
    assert again.already is not None
    assert again.already[1] == viewer.account
    assert again.counts.new == again.counts.changed == 0


def test_68_the_same_rows_in_another_name_order_and_kind_change_nothing(
    take: Take, write: Write, tmp_path: Path
) -> None:
    second = ["DDD", *GOOD[1:]]
    take(write("unit.csv", HEAD, ROW, ";".join(second)))
    (lines,) = take(write("lain.csv", HEAD, ";".join(second), ROW, end="\n"))
    path = tmp_path / "buku.xlsx"
    path.write_bytes(as_xlsx([UNIT[::-1], second[::-1], GOOD[::-1]]))
    (book,) = take(path)
    for outcome in (lines, book):
        counts = outcome.counts
        assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 2)


def test_69_two_imports_at_once_both_go_in(
    ready: Door, viewer: Viewer, write: Write, database_url: str
) -> None:
    paths = [
        write(f"{code}.csv", HEAD, *(f"{code}{n};Lapas;LAPAS;1;DITJENPAS" for n in range(50)))
        for code in ("X", "Y")
    ]
    done: list[int] = []

    def run(path: Path) -> None:
        door = Door(database_url)
        (outcome,) = import_files(door, viewer, [path], Options(TODAY))
        done.append(outcome.counts.new)
        door.close()

    threads = [threading.Thread(target=run, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert done == [50, 50]


def test_74_monthly_files_that_overlap_add_only_what_is_new(take: Take, write: Write) -> None:
    for name in ("unit", "partner", "agreement", "programme", "cohort", "programme_session", "wbp",
                 "custody", "enrolment"):  # fmt: skip
        take(write(f"{name}.csv", *FILES[name].splitlines()))
    head = ";".join(MARKS)
    take(write("juli.csv", head, "AAA;K1;1;I-1;HADIR;"))
    (august,) = take(write("agustus.csv", head, "AAA;K1;1;I-1;HADIR;", "AAA;K1;2;I-1;SAKIT;"))
    assert (august.counts.new, august.counts.unchanged, august.counts.changed) == (1, 1, 0)
