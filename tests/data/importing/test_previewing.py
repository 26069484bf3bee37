"""Before anything is stored: how headings are read, what would change, how long it takes."""

from pathlib import Path

import pytest

from data.errors import SinergiError
from data.importing.issues import FileRefused
from data.importing.matching import look_at, match, profile_of, profile_text
from data.importing.pace import Pace, count_lines
from data.importing.previewing import preview
from data.importing.profiles import read_profile, shipped_profiles
from data.importing.runs import Options
from models.door import Door, Viewer
from tests.data.importing.conftest import TODAY, Take, Write
from tests.data.importing.test_signing import SAMPLE
from tests.data.importing.test_undoing import HEAD, contents

FOREIGN = "Kode;Nama Lapas;Macam;Isi"
READ_AS = {"Kode": "kode_unit", "Nama Lapas": "nama_unit", "Macam": "jenis_unit", "Isi": None}


def test_what_would_change_is_shown_old_beside_new_and_nothing_stays(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("a.csv", HEAD, "AAA;Lapas A;LAPAS;10"))
    before = contents(ready, viewer)
    path = write("b.csv", HEAD, "AAA;Lapas A;LAPAS;11", "CCC;Lapas C;LAPAS;30")
    found = preview(ready, viewer, [path], Options(TODAY))
    assert (found.outcomes[0].counts.new, found.outcomes[0].counts.changed) == (1, 1)
    (one,) = found.differences
    assert (one.table, one.row, one.label("id"), one.old, one.new) == (
        "unit", "AAA", "Kapasitas", "10", "11",
    )  # fmt: skip
    assert contents(ready, viewer) == before


def test_a_changed_reference_is_shown_by_its_key(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    head = "kode_unit;nama_unit;jenis_unit;kode_unit_induk"
    take(write("a.csv", head, "AAA;A;LAPAS;DITJENPAS", "BBB;B;KANWIL;DITJENPAS"))
    found = preview(ready, viewer, [write("b.csv", head, "AAA;A;LAPAS;BBB")], Options(TODAY))
    assert [(one.old, one.new) for one in found.differences] == [("DITJENPAS", "BBB")]


def test_a_known_file_says_its_table_and_what_each_heading_means(write: Write) -> None:
    found = look_at(write("a.csv", HEAD + ";warna", "AAA;A;LAPAS;1;biru"), shipped_profiles())
    assert (found.tables, found.problem) == (("unit",), None)
    assert found.read_as["kode_unit"] == "kode_unit"
    assert found.read_as["warna"] is None


def test_a_file_with_a_profile_says_all_its_tables() -> None:
    found = look_at(SAMPLE, shipped_profiles())
    assert found.profile == "daftar-kerja-sama"
    assert "agreement" in found.tables


def test_a_foreign_file_goes_in_once_its_headings_are_named(
    take: Take, write: Write, tmp_path: Path
) -> None:
    path = write("asing.csv", FOREIGN, "AAA;Lapas A;LAPAS;10")
    found = look_at(path, shipped_profiles())
    assert found.problem is not None
    assert found.headings == ("Kode", "Nama Lapas", "Macam", "Isi")
    made = profile_of("unit", found.headings, READ_AS)
    (outcome,) = take(path, profiles=(made,), dry_run=True)
    assert outcome.counts.new == 1
    kept = tmp_path / "asing.toml"
    kept.write_text(profile_text("asing", "unit", READ_AS), encoding="utf-8")
    (outcome,) = take(path, profiles=(read_profile(kept),))
    assert outcome.counts.new == 1


def test_a_reading_that_lacks_a_heading_or_gives_one_twice_is_refused() -> None:
    headings = tuple(READ_AS)
    with pytest.raises(FileRefused, match="jenis_unit"):
        profile_of("unit", headings, {**READ_AS, "Macam": None})
    with pytest.raises(SinergiError, match="Dua kolom"):
        profile_of("unit", headings, {**READ_AS, "Isi": "nama_unit"})


def test_headings_mean_nothing_without_a_table() -> None:
    assert match(["kode_unit"], None) == {"kode_unit": None}


def test_an_empty_file_is_a_problem_and_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "kosong.csv"
    path.touch()
    found = look_at(path, ())
    assert found.problem is not None
    assert found.headings == ()


def test_pace_counts_all_tables_and_foresees_the_end() -> None:
    ticks = iter([0.0, 2.0, 3.0, 4.0])
    pace = Pace(1000, lambda: next(ticks))
    assert pace.step("a", 0).rows_a_second == 0
    half = pace.step("a", 500)
    assert (half.rows_a_second, half.share, half.seconds_left) == (250, 0.5, 2)
    assert pace.step("b", 100).rows == 600
    assert pace.step("b", 501).share is None


def test_lines_are_counted_unless_a_workbook_is_among_them(write: Write, tmp_path: Path) -> None:
    path = write("a.csv", "x", "1", "2")
    assert count_lines([path]) == 3
    (tmp_path / "b.xlsx").write_bytes(b"PK")
    assert count_lines([path, tmp_path / "b.xlsx"]) is None
