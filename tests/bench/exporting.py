"""All joined attendance out of the same database, beside the sqlite3 shell's own CSV."""

from pathlib import Path

from sqlalchemy.dialects import sqlite

from data.exporting.datasets import datasets
from tests.bench.measuring import child, line, rounds, shell


def measure_exports(folder: Path, database: Path, count: int) -> None:
    """Print the report."""
    query = datasets()["kehadiran"].query(None)
    text = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    out = folder / "keluar"
    out.mkdir(exist_ok=True)
    url = f"sqlite:///{database}"
    floor = rounds(count, lambda: shell(
        database, ".mode csv", ".headers on", f".output {out / 'dasar.csv'}", " ".join(text.split())
    ))  # fmt: skip
    plain = rounds(count, lambda: child("export", url, "csv", out))
    parquet = rounds(count, lambda: child("export", url, "parquet", out))
    print(line("sqlite3 shell, the same query as CSV", floor))
    print(line("export as CSV", plain, floor, most="goal 2.0 x, 250 MB"))
    print(line("export as Parquet", parquet, plain, most="of CSV; goal 1.5 x, 250 MB"))
