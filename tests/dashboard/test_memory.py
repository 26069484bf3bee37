"""A memory keeps what was asked for last, works it out once, and never keeps a failure."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from sqlmodel import Session

from dashboard.charts.palette import LIGHT
from dashboard.widgets.caching import Asker, drawn
from dashboard.widgets.memory import Memory
from data.opening import LOCAL_OFFICER
from models.door import Door


def test_a_value_is_worked_out_once_however_many_ask_at_once() -> None:
    memory, made = Memory(9), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as many:
        assert set(many.map(lambda _: memory.kept("key", make), range(64))) == {1}


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    memory = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.kept(key, lambda key=key: key + "1")  # type: ignore[misc]
    assert [memory.kept(key, lambda: "new") for key in ("a", "c", "b")] == ["a1", "c1", "new"]


def test_a_failure_is_tried_again() -> None:
    memory = Memory(2)
    with pytest.raises(ZeroDivisionError):
        memory.kept("key", lambda: 1 // 0)
    assert memory.kept("key", lambda: 1) == 1


def frame_of(session: Session) -> pd.DataFrame:
    return pd.DataFrame({"people": [1, 2]})


def test_who_writes_into_an_answer_writes_into_a_copy(empty_url: str) -> None:
    asker = Asker(Door(empty_url), LOCAL_OFFICER, 1)
    mine = asker.ask(frame_of)
    mine.loc[0, "people"] = 9
    assert list(asker.ask(frame_of)["people"]) == [1, 2]


class _Chart:
    def to_dict(self, *, validate: bool) -> dict[str, object]:
        return {"datasets": {"rows": [{"x": 1}]}, "validated": validate}


def test_a_chart_travels_as_bytes_and_is_drawn_once() -> None:
    seen: list[int] = []

    def draw(frame: pd.DataFrame, colours: object) -> _Chart:
        seen.append(len(frame))
        return _Chart()

    for rows in (1, 1, 2):
        spec = drawn(draw, pd.DataFrame({"x": range(rows)}), LIGHT)
        assert isinstance(spec["datasets"]["rows"], bytes)
    assert seen == [1, 2]
