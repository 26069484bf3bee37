"""What the screens cost, one line each, beside a stock Streamlit page in the same run.

    python -m tests.bench.reruns [PEOPLE] [--browser]

PEOPLE of the sample data (3000 by default). *Rerun* is the server's processor time for a run
after a change of the period when everything was asked before, as in the middle of a working day;
*ratio* is that beside the stock page; *first* is the first run of the screen. With --browser also
the seconds until a real browser has redrawn the screen: after a period that nobody has asked for,
after one that somebody has, and, in a process of its own, from its start to the first chart.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.redraws import measure_cold, measure_redraws
from tests.bench.screens import Shown, screens, somebody
from tests.bench.serving import Server, serving
from tests.bench.sockets import Viewer, viewing
from tests.sample import sample

PEOPLE, BATCHES, BATCH = 3000, 7, 10  # the clock of a process ticks 100 times a second
MOST_MILLISECONDS = 40
LABEL = "Periode"
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
    """The table."""
    given = [argument for argument in sys.argv[1:] if argument != "--browser"]
    with tempfile.TemporaryDirectory(prefix="sinergi-ukur-") as name:
        url = sample(Path(name), int(given[0]) if given else PEOPLE)
        measure_all(url)
        if "--browser" in sys.argv:
            measure_redraws(url)
            measure_cold(url)


def measure_all(url: str) -> None:
    """The stock page, then a line a screen."""
    print(f"{'':36}{'rerun':>12}{'ratio':>8}{'first':>10}{'sent':>10}")
    with serving(url, STOCK) as server:
        stock, _, _ = _cost(server, Shown("", ""))
    print(f"{'(a stock page)':36}{stock:9.1f} ms{1:8.2f}", flush=True)
    with serving(url) as server:
        with viewing(server.port) as viewer:
            pages = viewer.pages
        for shown in screens(pages, somebody(url)):
            again, first, sent = _cost(server, shown)
            mark = "" if again <= MOST_MILLISECONDS else f"  over {MOST_MILLISECONDS} ms"
            line = f"{again:9.1f} ms{again / stock:8.2f}{first:7.0f} ms{sent / 1000:7.0f} kB"
            print(f"{shown.name:36}{line}{mark}", flush=True)


def _cost(server: Server, shown: Shown) -> tuple[float, float, int]:
    before = server.cpu()
    with viewing(server.port, shown.address) as viewer:
        first = 1000 * (server.cpu() - before)
        shown.begin(viewer)
        _batch(server, viewer)
        if viewer.failed:
            raise OSError(shown.name)
        again = median(_batch(server, viewer) for _ in range(BATCHES))
        return again, first, viewer.bytes


def _batch(server: Server, viewer: Viewer) -> float:
    before = server.cpu()
    for turn in range(BATCH):
        viewer.choose(LABEL, CHOICES[turn % len(CHOICES)])
    return 1000 * (server.cpu() - before) / BATCH


if __name__ == "__main__":
    main()
