"""What the road remembers between chunks takes little memory, and what it imports little time."""

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from data.importing import hashes, remembering
from data.importing.hashes import Hashes
from data.importing.remembering import Memory, Owners


@pytest.mark.parametrize("most", [10, 1_000], ids=["on disk", "in memory"])
def test_hashes_tell_of_one_repeated_key_among_many(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(hashes, "MOST_AT_ONCE", most)
    kept = Hashes()
    for start, end in pairwise(range(0, 101, 20)):
        kept.add((number, "x") for number in range(start, end))
    assert not kept.repeat()
    kept.add([(37, "x")])
    assert kept.repeat()


def test_no_hash_repeats_in_an_empty_file() -> None:
    assert not Hashes().repeat()


def test_owners_are_found_by_their_number_and_others_are_not_known() -> None:
    kept = Owners()
    assert kept.of(["é1", ""], -2).tolist() == [-2, -2]
    kept.add({"é1": 7, "b": 8})
    kept.add({"漢": 9})
    assert kept.of(["漢", "x", "é1", ""], -2).tolist() == [9, -2, 7, -2]
    kept.make_room()
    assert kept.of(["b"], -2).tolist() == [8]


def test_owners_begin_anew_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_KEPT", 1)
    kept = Owners()
    kept.add({"a": 1, "b": 2})
    kept.make_room()
    assert kept.of(["a", "b"], -2).tolist() == [-2, -2]


def test_new_keys_are_asked_in_parts_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "ASKED_AT_ONCE", 3)
    asked: list[int] = []

    def ask(keys: np.ndarray, rows: np.ndarray) -> list[np.ndarray]:
        asked.append(len(keys))
        return [keys * 10, rows.astype(float)]

    memory = Memory(np.int64, float)
    keys = np.array([5, 1, 5, 9, 2, 8])
    tens, _ = memory.of(keys, ask)
    assert tens.tolist() == (keys * 10).tolist()
    assert asked == [3, 2]
    assert memory.of(np.array([9]), ask)[0].tolist() == [90]
    assert asked == [3, 2]


def test_the_road_does_without_pandas() -> None:
    """It would add a second to every command."""
    code = (
        "import sys; from data.opening import LOCAL_OFFICER; from data.importing.road import "
        "import_files; from data.importing.remembering import Owners; Owners().of(['a'], 0); "
        "print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
