"""One measured step in a process of its own: prints seconds, megabytes and what it did."""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from data.opening import LOCAL_OFFICER
from models.door import Door

TODAY = date(2026, 9, 1)
Step = Callable[[], Any]

# Each step imports what it needs, as the command does, before the clock runs.


def taken_in(url: str, path: str) -> Step:
    """Our road, from open to commit."""
    from data.importing.road import import_files
    from data.importing.runs import Options

    def step() -> Any:
        outcome = import_files(Door(url), LOCAL_OFFICER, [Path(path)], Options(TODAY))[0]
        found = {(one.line, one.heading) for some in outcome.reasons.values() for one in some}
        counts = outcome.counts
        return {"new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged,
                "wrong": sorted(found)}  # fmt: skip

    return step


def by_pandas(url: str, path: str) -> Step:
    """What most people would write: no checks, no keys, no second time."""
    import pandas as pd

    def step() -> int:
        frame = pd.read_csv(path, sep=";", dtype=str)
        with sa.create_engine(url).begin() as connection:
            frame.to_sql("bench_pandas", connection, if_exists="replace", index=False)
        return len(frame)

    return step


def given_out(url: str, kind: str, folder: str) -> Step:
    """All joined attendance as one file."""
    from data.exporting.files import export
    from data.exporting.requests import ExportRequest, Format
    from models.codes import PurposeKind

    request = ExportRequest("kehadiran", Format(kind), PurposeKind.EVALUASI)
    return lambda: export(Door(url), LOCAL_OFFICER, request, Path(folder)).rows


def most_memory() -> float:
    """Megabytes at the highest; `ru_maxrss` would begin with those of whoever started us."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


STEPS = {"import": taken_in, "pandas": by_pandas, "export": given_out}


def main() -> None:
    """`child.py STEP ARGUMENT...`: one line of JSON."""
    import json

    step = STEPS[sys.argv[1]](*sys.argv[2:])
    wall, cpu = time.perf_counter(), time.process_time()
    said = step()
    print(json.dumps({
        "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
        "megabytes": most_memory(), "said": said,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
