"""One measured step in a process of its own: prints seconds, megabytes and what it did."""

import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from data.exporting.files import export
from data.exporting.requests import ExportRequest, Format
from data.importing.road import import_files
from data.importing.runs import Options
from data.opening import LOCAL_OFFICER
from models.codes import PurposeKind
from models.door import Door

TODAY = date(2026, 9, 1)


def taken_in(url: str, path: str) -> Any:
    """Our road, from open to commit."""
    outcome = import_files(Door(url), LOCAL_OFFICER, [Path(path)], Options(TODAY))[0]
    found = {(issue.line, issue.heading) for issues in outcome.reasons.values() for issue in issues}
    counts = outcome.counts
    return {"new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged,
            "wrong": sorted(found)}  # fmt: skip


def by_pandas(url: str, path: str) -> Any:
    """What most people would write: no checks, no keys, no second time."""
    import pandas as pd

    frame = pd.read_csv(path, sep=";", dtype=str)
    with sa.create_engine(url).begin() as connection:
        frame.to_sql("bench_pandas", connection, if_exists="replace", index=False,
                     chunksize=20_000)  # fmt: skip
    return len(frame)


def given_out(url: str, kind: str, folder: str) -> Any:
    """All joined attendance as one file."""
    request = ExportRequest("kehadiran", Format(kind), PurposeKind.EVALUASI)
    return export(Door(url), LOCAL_OFFICER, request, Path(folder)).rows


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

    step = STEPS[sys.argv[1]]
    wall, cpu = time.perf_counter(), time.process_time()
    said = step(*sys.argv[2:])
    print(json.dumps({
        "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
        "megabytes": most_memory(), "said": said,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
