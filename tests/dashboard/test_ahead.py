"""The other periods are worked out beforehand, and only those."""

from dataclasses import replace
from datetime import date
from threading import Event

from dashboard.later import Later
from dashboard.widgets.ahead import questions
from dashboard.widgets.caching import Asker
from dashboard.widgets.periods import Period
from data.queries.filter import Filter
from models.door import Door, Viewer

THEN, NOW = Filter(date(2026, 1, 1), date(2026, 4, 1)), Filter(date(2026, 4, 1), date(2026, 7, 1))
PERIODS = [Period(date(2026, 4, 1), date(2026, 6, 30)), Period(date(2026, 1, 1), date(2026, 3, 31))]
WAIT = 20


def test_each_question_is_asked_once_of_each_other_period(door: Door, viewer: Viewer) -> None:
    asked: list[tuple[Filter, str]] = []

    def days(_session: object, filter: Filter, *, what: str = "days") -> int:
        asked.append((filter, what))
        return (filter.end - filter.start).days

    asker = Asker(door, viewer, 1)
    assert asker.ask(days, NOW) == asker.ask(days, NOW, what="more") == 91
    asker.ask(days, THEN, what="of another period")
    for ask in questions(asker, NOW, PERIODS):
        ask()
    assert asked[3:] == [(THEN, "days"), (THEN, "more")]
    assert asker.ask(days, THEN) == 90
    assert len(asked) == 5


def test_what_else_was_given_stays_as_it_was(door: Door, viewer: Viewer) -> None:
    def told(_session: object, filter: Filter, code: str) -> tuple[date, str | None, str]:
        return filter.start, filter.unit, code

    asker = Asker(door, viewer, 1)
    asker.ask(told, replace(NOW, unit="U1"), "K1")
    (ask,) = questions(asker, NOW, PERIODS)
    assert ask() == (THEN.start, "U1", "K1")


def test_what_is_wanted_anew_comes_first_and_a_failure_ends_nothing() -> None:
    begun, go, done = Event(), Event(), Event()
    seen: list[str] = []

    def slow() -> None:
        begun.set()
        go.wait(WAIT)

    work = Later()
    work.want([lambda: seen.append("before anybody began")])
    work.begin()
    work.want([slow, lambda: seen.append("no longer wanted")])
    assert begun.wait(WAIT)
    work.want([lambda: 1 / 0, lambda: seen.append("wanted"), done.set])
    go.set()
    assert done.wait(WAIT)
    assert seen == ["wanted"]
