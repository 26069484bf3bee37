"""Steps in processes of their own, each beside its floor, the median of several rounds."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Took:
    """Seconds on the wall and of the processor, peak memory, and what the step said."""

    wall: float
    cpu: float
    megabytes: float = 0.0
    said: Any = None


def child(*arguments: str | Path) -> Took:
    """One step of `tests.bench.child`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.child", *map(str, arguments)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def shell(database: Path, *commands: str) -> Took:
    """The sqlite3 shell on a database, from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(["sqlite3", str(database), *commands], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(time.perf_counter() - start, cpu)


def rounds(count: int, step: Callable[[], Took]) -> list[Took]:
    """The step, several times."""
    return [step() for _ in range(count)]


def line(name: str, ours: list[Took], floor: list[Took] | None = None, *, most: str = "") -> str:
    """One line of the report: median wall and processor time, ratios to the floor, peak memory."""
    wall, cpu = median(t.wall for t in ours), median(t.cpu for t in ours)
    text = f"{name:44} {wall:7.2f} s wall {cpu:7.2f} s cpu"
    if floor is not None:
        by_wall = wall / median(t.wall for t in floor)
        by_cpu = cpu / median(t.cpu for t in floor)
        text += f"  {by_wall:5.2f} x wall {by_cpu:5.2f} x cpu"
    memory = max(t.megabytes for t in ours)
    text += f"  {memory:5.0f} MB" if memory else ""
    return f"{text}  {most}".rstrip()
