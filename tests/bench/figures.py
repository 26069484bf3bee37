"""How long each figure takes with a whole country: 300,000 people, 3 million assessments.

    python -m tests.bench.figures

Frames are given; the clock runs for the indicator alone. Ends with status 1 when a figure takes
longer than its limit, or when our curves are slower than lifelines or differ from them.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import numpy as np
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test

from data.indicators import retention
from data.indicators.beside import funnel_plot, shrunken_rate
from data.indicators.change import ScaleRange, pre_post_change
from data.indicators.dosage import dosage
from data.indicators.dose import dose_response, dose_slope
from data.indicators.effect import effect_size
from data.indicators.incidents import incident_rate_ratio
from data.indicators.raters import rater_reliability
from data.indicators.reliable import Reliability, reliable_change
from data.indicators.returning import reoffending_frequency, time_to_reoffence
from data.indicators.statistics import kaplan_meier, logrank
from data.indicators.trajectory import score_trajectory
from data.indicators.waiting import waiting_time

PEOPLE, ASSESSMENTS, FEW = 300_000, 3_000_000, 5_000
LIMIT = 1.0  # seconds
# the bootstrap of agreement draws a thousand times 2,000 people
EXCEPTIONS = {"rater_reliability": 5.0}
HELP_TIMES = 15  # `sinergi --help` against `python -c pass`
UP = ScaleRange(0, 100, higher_is_better=True)

Call = Callable[[], Any]


def seconds(call: Call) -> float:
    """The quicker of two runs, so that a busy machine counts less."""
    times = []
    for _ in range(2):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


def figures(n: int) -> Iterator[tuple[str, Call]]:
    """Each figure with `n` people."""
    random = np.random.default_rng(1)
    before = random.normal(50, 10, n).tolist()
    after = (np.array(before) + random.normal(1, 8, n)).tolist()
    days, ends = random.integers(1, 800, n).tolist(), random.integers(0, 5, n).tolist()
    came = [int(end == 1) for end in ends]
    shares, whole = random.random(n).tolist(), [1.0] * n
    yield "pre_post_change", lambda: pre_post_change(before, after, scale=UP, started=n)
    yield "effect_size", lambda: effect_size(before, after, scale=UP, started=n)
    record = Reliability(0.8, 7.5)
    yield (
        "reliable_change",
        lambda: reliable_change(before, after, record=record, scale=UP, started=n),
    )
    yield "dosage", lambda: dosage(shares, whole)
    yield "waiting_time", lambda: waiting_time(days, came)
    yield "retention_curve", lambda: retention.retention_curve(days, ends)
    yield "dropout", lambda: retention.dropout(days, ends, by_day=100)
    yield "time_to_reoffence", lambda: time_to_reoffence(days, came)
    yield "reoffending_frequency", lambda: reoffending_frequency([0, 1, 2], [n - 200, 150, 50])
    yield "incident_rate_ratio", lambda: incident_rate_ratio(came, days, came[::-1], days)
    yield "dose_response", lambda: dose_response(days, came)
    yield "dose_slope", lambda: dose_slope(days, before, after)
    pairs = list(zip(before, after, strict=True))
    yield "rater_reliability", lambda: rater_reliability(pairs)


def country() -> Iterator[tuple[str, Call]]:
    """What counts assessments or units rather than people."""
    random = np.random.default_rng(2)
    times = ASSESSMENTS // PEOPLE
    who: Any = np.repeat(np.arange(PEOPLE), times)
    when: Any = np.tile(np.arange(float(times)), PEOPLE)
    score: Any = random.normal(50, 8, ASSESSMENTS)
    yield "score_trajectory", lambda: score_trajectory(who, when, score, scale=UP)
    units, sizes = [f"U{k}" for k in range(650)], random.integers(50, 3000, 650)
    events, people = random.binomial(sizes, 0.3).tolist(), sizes.tolist()
    yield "funnel_plot", lambda: funnel_plot(units, events, people)
    yield "shrunken_rate", lambda: shrunken_rate(units, events, people)


def timed() -> list[str]:
    """A line a figure; returns those that took too long."""
    late = []
    sized = [(f"{name} {n:,}", call) for n in (FEW, PEOPLE) for name, call in figures(n)]
    for name, call in [*sized, *country()]:
        took, limit = seconds(call), EXCEPTIONS.get(name.split()[0], LIMIT)
        print(f"{name:36} {took:6.2f} s of {limit:.0f}")
        late += [name] if took > limit else []
    return late


def against_lifelines() -> list[str]:
    """Kaplan-Meier and log-rank: faster, and the same to a millionth."""
    random = np.random.default_rng(3)
    time, event = random.integers(1, 800, PEOPLE), random.integers(0, 2, PEOPLE)
    half = PEOPLE // 2
    ours, theirs = kaplan_meier(time, event), KaplanMeierFitter().fit(time, event)
    table = theirs.survival_function_.loc[ours.time].to_numpy()[:, 0]
    arms = (time[:half], event[:half], time[half:], event[half:])
    other = logrank_test(time[:half], time[half:], event[:half], event[half:])
    wrong = [] if np.abs(ours.survival - table).max() < 1e-6 else ["kaplan_meier differs"]
    if abs(logrank(*arms).p_value - other.p_value) >= 1e-6:
        wrong.append("logrank differs")
    races = {
        "kaplan_meier": (lambda: kaplan_meier(time, event),
                         lambda: KaplanMeierFitter().fit(time, event)),
        "logrank": (lambda: logrank(*arms),
                    lambda: logrank_test(time[:half], time[half:], event[:half], event[half:])),
    }  # fmt: skip
    for name, (our, their) in races.items():
        quick, slow = seconds(our), seconds(their)
        print(f"{name:36} {quick:6.2f} s, lifelines {slow:.2f} s")
        wrong += [f"{name} slower than lifelines"] if quick > slow else []
    return wrong


def help_is_quick() -> list[str]:
    """`sinergi --help` against an empty Python."""

    def run(*arguments: str) -> Call:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    empty, shown = seconds(run("-c", "pass")), seconds(run("-m", "dashboard", "--help"))
    print(f"{'sinergi --help':36} {shown:6.2f} s, python -c pass {empty:.2f} s")
    return [] if shown <= HELP_TIMES * empty else [f"sinergi --help: {shown / empty:.0f} times"]


def main() -> None:
    """Time everything; status 1 and a list when something is too slow."""
    slow = [*timed(), *against_lifelines(), *help_is_quick()]
    print("; ".join(slow) if slow else "all within their limits")
    raise SystemExit(int(bool(slow)))


if __name__ == "__main__":
    main()
