"""At which step people who were referred stop: the same entry cohort at every bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.indicators.declarations import PROGRAMME_FUNNEL, RECORDED_SHARE
from data.indicators.estimate import Estimate
from data.indicators.proportion import proportion

STEPS = ("referred", "suitable", "enrolled", "started", "completed", "sustained")
BEFORE_START = STEPS[:3]  # known by dates that are often written down only afterwards


@dataclass(frozen=True)
class Stage:
    """One step: of the `due` who reached the step before, those who `reached` this one.

    `waiting` reached the step before, and this one is not due for them yet.
    """

    step: str
    due: int
    reached: int
    waiting: int = 0


@dataclass(frozen=True)
class FunnelBar:
    """A step with its share of the step before and of everybody due from the first on."""

    step: str
    of_previous: Estimate
    cumulative: float | None


def programme_funnel(stages: Sequence[Stage], *, dated: float | None) -> list[FunnelBar]:
    """A bar a stage, in order. `dated` is the share of referral dates that differ from the start.

    Below 80 % (or unknown) the steps before the start are left out: the dates were filled in
    afterwards and would show that nobody was ever refused. The cumulative share multiplies the
    steps, so that people not yet due at a step neither help nor harm it.

    >>> bars = programme_funnel([Stage("started", 50, 40), Stage("completed", 30, 15, 10)], dated=1)
    >>> [(bar.step, bar.of_previous.value, bar.cumulative) for bar in bars]
    [('started', 0.8, 0.8), ('completed', 0.5, 0.4)]
    """
    real = dated is not None and dated >= RECORDED_SHARE
    shown = [stage for stage in stages if real or stage.step not in BEFORE_START]
    bars: list[FunnelBar] = []
    so_far: float | None = 1.0
    for stage in shown:
        estimate = proportion(
            PROGRAMME_FUNNEL, stage.reached, stage.due, n_missing=stage.waiting,
            caveats=() if real else ("referral_dates_unreal",),
        )  # fmt: skip
        share = estimate.value
        so_far = None if so_far is None or share is None else so_far * share
        bars.append(FunnelBar(stage.step, estimate, so_far))
    return bars
