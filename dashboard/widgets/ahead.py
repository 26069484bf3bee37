"""What is likely to be asked next is worked out while people look at what they have.

Officers go from one offered period to another on the same screen. Once a screen stands, its
questions are asked of the other periods, into the same memory, under the same scope and data
version.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from dashboard.later import Task, later
from dashboard.widgets.caching import Asker
from dashboard.widgets.periods import Period, presets
from data.answers import choices
from data.queries.filter import Filter


def look_ahead(asker: Asker, filter: Filter | None) -> None:
    """Begin to ask of the other offered periods what this run has asked of the chosen one."""
    known = asker.ask(choices.period)
    if filter is not None and known is not None:
        later.want(questions(asker, filter, presets(Period(*known)).values()))


def questions(asker: Asker, filter: Filter, periods: Iterable[Period]) -> list[Task]:
    """What was asked of the period of `filter`, to be asked of each other period: what is new."""
    here = [one for one in asker.asked if any(_is_of(each, filter) for each in one[1])]
    return [
        partial(asker.ask, question, *args, **rest)
        for period in periods
        if (period.first, period.end) != (filter.start, filter.end)
        for question, given, rest in here
        for args in [tuple(_moved(one, filter, period) for one in given)]
        if not asker.knows(question, *args, **rest)
    ]


def _is_of(given: Any, filter: Filter) -> bool:
    return isinstance(given, Filter) and (given.start, given.end) == (filter.start, filter.end)


def _moved(given: Any, filter: Filter, period: Period) -> Any:
    """A filter for the period of `filter`, for `period`; anything else as it is."""
    return replace(given, start=period.first, end=period.end) if _is_of(given, filter) else given
