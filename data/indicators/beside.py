"""Units or partners beside each other: a funnel plot and shrunken rates, never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import special

from data.indicators.declarations import FUNNEL_PLOT, SHRUNKEN_RATE
from data.indicators.estimate import Status
from data.indicators.statistics import funnel_limits, overdispersion, shrink

UNIT = "unit"
EVENTS = "events"
PEOPLE = "people"
RATE = "rate"
SHRUNKEN = "shrunken"
POSITION = "position"
ADJUSTED = "position_adjusted"
LIMITS = ("low_998", "low_95", "high_95", "high_998")
PLOTTED = (UNIT, EVENTS, PEOPLE, RATE, *LIMITS, POSITION, ADJUSTED)
WIDE = ("wide_low", "wide_high")
LINES = (PEOPLE, *LIMITS, *WIDE)
PROBABILITIES = (0.001, 0.025, 0.975, 0.999)
FEWEST_PEOPLE = 10
_DRAWN_SIZES = 40
INSIDE, OUTSIDE_95, OUTSIDE_998 = "inside", "outside_95", "outside_998"


@dataclass(frozen=True)
class FunnelPlot:
    """A row a unit of 10 people or more (columns PLOTTED); `small` are the names of the others.

    Limits may lie below 0 or above 1 for small units: clip them for drawing only. `position` is
    by the exact limits, `position_adjusted` by limits widened for what all units differ by.
    """

    frame: pd.DataFrame
    target: float | None
    phi: float | None
    tau2: float | None
    small: tuple[str, ...]
    status: Status
    reason: str | None
    needed: int | None


@dataclass(frozen=True)
class ShrunkenRates:
    """A row a unit: raw and shrunken rate side by side, in the order given, never sorted."""

    frame: pd.DataFrame
    status: Status
    reason: str | None
    needed: int | None


def funnel_plot(units: Sequence[str], events: Sequence[int], people: Sequence[int]) -> FunnelPlot:
    """One entry a unit: people (never sessions), and how many of them had the outcome.

    >>> found = funnel_plot([f"U{k}" for k in range(10)], [15] * 9 + [40], [100] * 10)
    >>> round(found.target, 3), found.frame.position.tolist()[-1], found.frame.position[0]
    (0.175, 'outside_998', 'inside')
    """
    given = pd.DataFrame({UNIT: list(units), EVENTS: list(events), PEOPLE: list(people)})
    large = given[given[PEOPLE] >= FEWEST_PEOPLE].reset_index(drop=True)
    small = tuple(given[UNIT][given[PEOPLE] < FEWEST_PEOPLE])
    target = float(large[EVENTS].sum() / large[PEOPLE].sum()) if len(large) else None
    empty = pd.DataFrame(columns=list(PLOTTED))
    if len(large) < FUNNEL_PLOT.minimum or target is None:
        few: tuple[Status, str, int] = ("insufficient", "too_few_units", FUNNEL_PLOT.minimum)
        return FunnelPlot(empty, target, None, None, small, *few)
    if target in (0.0, 1.0):
        return FunnelPlot(empty, target, None, None, small, "not_estimable", "all_alike", None)
    spread = overdispersion(large[EVENTS], large[PEOPLE], kind="proportion")
    sizes = {size: funnel_limits(size, target, PROBABILITIES) for size in set(large[PEOPLE])}
    limits = np.array([sizes[size] for size in large[PEOPLE]])
    frame = large.assign(**{RATE: large[EVENTS] / large[PEOPLE]})
    for place, name in enumerate(LIMITS):
        frame[name] = limits[:, place]
    frame[POSITION] = _positions(frame[RATE].to_numpy(), limits)
    frame[ADJUSTED] = frame[POSITION]
    if spread.tau2 > 0:
        wide = _widened(frame[PEOPLE].to_numpy(), target, spread.tau2)
        frame[ADJUSTED] = _positions(frame[RATE].to_numpy(), wide)
    plotted = frame[list(PLOTTED)]
    return FunnelPlot(plotted, target, spread.phi, spread.tau2, small, "ok", None, None)


def funnel_lines(target: float, most: int, *, tau2: float = 0.0) -> pd.DataFrame:
    """The limits to draw around `target`, from 10 people to `most`: columns LINES, in 0 to 1.

    WIDE are the 99.8 % limits widened by `tau2`, for what all units differ by.

    >>> lines = funnel_lines(0.3, 400)
    >>> lines[PEOPLE].tolist()[0], lines[PEOPLE].tolist()[-1]
    (10, 400)
    >>> bool((lines.low_95 >= lines.low_998).all())
    True
    """
    most = max(most, FEWEST_PEOPLE + 1)
    sizes = np.unique(np.geomspace(FEWEST_PEOPLE, most, _DRAWN_SIZES).round().astype(int))
    rows = [funnel_limits(int(size), target, PROBABILITIES) for size in sizes]
    lines = pd.DataFrame(np.clip(rows, 0, 1), columns=list(LIMITS))
    lines.insert(0, PEOPLE, sizes)
    wide = _widened(sizes, target, tau2)
    return lines.assign(**{WIDE[0]: wide[:, 0], WIDE[1]: wide[:, -1]})


def shrunken_rate(
    units: Sequence[str], events: Sequence[int], people: Sequence[int]
) -> ShrunkenRates:
    """The raw rate of each unit, and what is left of it once chance is allowed for.

    Units without people are left out. Needs eight units.

    >>> found = shrunken_rate([f"U{k}" for k in range(8)], [1, 20, 3, 4, 5, 6, 7, 8], [40] * 8)
    >>> row = found.frame.iloc[1]
    >>> float(row.rate), 0.3 < float(row.shrunken) < 0.5
    (0.5, True)
    """
    given = pd.DataFrame({UNIT: list(units), EVENTS: list(events), PEOPLE: list(people)})
    given = given[given[PEOPLE] > 0].reset_index(drop=True)
    frame = given.assign(**{RATE: given[EVENTS] / given[PEOPLE]})
    frame[SHRUNKEN] = np.nan
    if len(frame) < SHRUNKEN_RATE.minimum:
        return ShrunkenRates(frame, "insufficient", "too_few_units", SHRUNKEN_RATE.minimum)
    frame[SHRUNKEN] = shrink(frame[EVENTS], frame[PEOPLE])
    return ShrunkenRates(frame, "ok", None, None)


def _positions(rate: np.ndarray, limits: np.ndarray) -> list[str]:
    far = (rate < limits[:, 0]) | (rate > limits[:, 3])
    out = (rate < limits[:, 1]) | (rate > limits[:, 2])
    return [
        OUTSIDE_998 if very else OUTSIDE_95 if some else INSIDE
        for very, some in zip(far, out, strict=True)
    ]


def _widened(people: np.ndarray, target: float, tau2: float) -> np.ndarray:
    """Limits on the arcsine scale, where tau2 is, turned back into proportions."""
    z = special.ndtri(np.array(PROBABILITIES))
    spread = np.sqrt(1 / (4 * people) + tau2)
    angle = np.arcsin(np.sqrt(target)) + np.outer(spread, z)
    found: np.ndarray = np.sin(np.clip(angle, 0, np.pi / 2)) ** 2
    return found
