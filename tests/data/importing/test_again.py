"""The same rows again, shuffled, with other line ends and names: nothing new, nothing changed."""

import random
from pathlib import Path

import pytest

from data.importing.road import import_files
from data.importing.runs import Options
from data.reference import reference_folder
from data.synthetic import write_demo
from models.door import Door, Viewer
from tests.data.importing.conftest import TODAY


def _shuffled(source: Path, target: Path) -> None:
    """Copy a folder: rows in another order, LF for CRLF, comma for semicolon, other names."""
    target.mkdir()
    chance = random.Random(7)
    for number, path in enumerate(sorted(source.glob("*.csv"))):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        chance.shuffle(rows)
        text = "\n".join([header, *rows]) + "\n"
        (target / f"kiriman-{number:02}.csv").write_text(text, encoding="utf-8", newline="")


@pytest.mark.parametrize("people", [200])
def test_the_demo_folder_again_in_another_order_changes_nothing(
    door: Door, viewer: Viewer, tmp_path: Path, people: int
) -> None:
    import_files(door, viewer, [reference_folder()], Options(TODAY))
    folder, again = tmp_path / "satu", tmp_path / "dua"
    write_demo(folder, people=people)
    first = import_files(door, viewer, [folder], Options(TODAY))
    _shuffled(folder, again)
    second = import_files(door, viewer, [again], Options(TODAY))
    assert sum(outcome.counts.new for outcome in first) > 5_000
    assert not any(outcome.refused_rows for outcome in (*first, *second))
    done = {o.table: (o.counts.new, o.counts.changed) for o in second}
    assert set(done.values()) == {(0, 0)}, done
