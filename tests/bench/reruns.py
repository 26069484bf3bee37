"""What a run of each screen costs the server, beside a stock Streamlit page in the same run.

    python -m tests.bench.reruns [PEOPLE]

PEOPLE of the sample data (3000 by default). A run follows a change of the period; everything
was asked before, as in the middle of a working day. First: processor time from the start of the
process to the end of the first page, and of the first run with a filter nobody has asked for.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from data.importing.road import import_files
from data.importing.runs import Options
from data.opening import LOCAL_OFFICER, prepare
from data.synthetic import write_demo
from models.codes import DatabaseMode
from models.door import Door
from tests.bench.serving import Server, serving
from tests.bench.sockets import Viewer, viewing

TODAY = date(2026, 7, 1)
PEOPLE, BATCHES, BATCH = 3000, 9, 10  # the clock of a process ticks 100 times a second
MOST_MILLISECONDS = 40
SCREENS = {
    "Ringkasan": "", "Hari ini": "hari-ini", "Program": "program",
    "Perubahan perilaku": "perubahan", "Mitra dan perjanjian": "perjanjian",
    "Indikator resmi": "indikator-resmi", "Mutu data": "mutu-data", "Metode": "metode",
}  # fmt: skip
LABEL, NEW = "Periode", "Triwulan lalu"
CHOICES = ("Triwulan ini", "12 bulan terakhir")
STOCK = """
import pathlib, sys, tempfile
page = pathlib.Path(tempfile.mkdtemp()) / "page.py"
page.write_text('''
import pandas as pd
import streamlit as st

@st.cache_data
def rows(months):
    return pd.DataFrame({{"month": range(months), "people": range(months)}})

months = {{"Triwulan ini": 3, "Triwulan lalu": 4, "12 bulan terakhir": 12}}
chosen = st.selectbox("Periode", list(months))
st.metric("People", months[chosen])
st.bar_chart(rows(months[chosen]), x="month", y="people")
''')
sys.argv = ["streamlit", "run", str(page), "--server.port={port}", "--server.headless=true",
            "--browser.gatherUsageStats=false", "--server.address=127.0.0.1",
            "--logger.level=error"]
from streamlit.web.cli import main
main()
"""


def main() -> None:
    """One line a screen, then the stock page."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    print(f"{'':22}{'rerun':>12}{'first page':>12}{'new filter':>12}")
    with tempfile.TemporaryDirectory(prefix="sinergi-ukur-") as name:
        url = sample(Path(name), people)
        for screen, path in SCREENS.items():
            with serving(url) as server:
                measure(screen, server, path)
        with serving(url, STOCK) as server:
            measure("(a stock page)", server, "")


def sample(folder: Path, people: int) -> str:
    """The address of a database with the sample data."""
    url = f"sqlite:///{folder / 'sinergi.db'}"
    door = Door(url)
    prepare(door, backups=folder / "cadangan", today=TODAY, mode=DatabaseMode.DEMO)
    write_demo(folder / "berkas", people=people)
    import_files(door, LOCAL_OFFICER, [folder / "berkas"], Options(today=TODAY))
    door.close()
    return url


def measure(name: str, server: Server, path: str) -> None:
    """Print the line of one screen."""
    with viewing(server.port, path) as viewer:
        first = server.cpu()
        fresh = _cost(server, viewer, NEW)
        for choice in CHOICES:
            viewer.choose(LABEL, choice)
        again = median(_batch(server, viewer) for _ in range(BATCHES))
    mark = "" if again <= MOST_MILLISECONDS else f"  over {MOST_MILLISECONDS} ms"
    print(f"{name:22}{again:9.1f} ms{first:10.2f} s{fresh / 1000:10.2f} s{mark}", flush=True)


def _batch(server: Server, viewer: Viewer) -> float:
    before = server.cpu()
    for turn in range(BATCH):
        viewer.choose(LABEL, CHOICES[turn % len(CHOICES)])
    return 1000 * (server.cpu() - before) / BATCH


def _cost(server: Server, viewer: Viewer, choice: str) -> float:
    before = server.cpu()
    viewer.choose(LABEL, choice)
    return 1000 * (server.cpu() - before)


if __name__ == "__main__":
    main()
