"""The scripts that a chart needs, told to the browser together with the page.

Streamlit's page asks for them when the first chart arrives, one after another, and while the
server is busy with that very chart.
"""

import re
from functools import cache
from pathlib import Path

import streamlit

_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
_CHART = ("ArrowVegaLiteChart", "embed", "vega-interpreter")  # the first asks for the others late
_NEEDED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@cache
def links() -> str:
    """The `Link` header of the page; empty where this Streamlit names its scripts otherwise."""
    found: dict[str, None] = {}
    waiting = [path.name for part in _CHART for path in _SCRIPTS.glob(f"{part}.*.js")]
    first = _SCRIPTS.parents[1].joinpath("index.html").read_text("utf-8")
    while waiting:
        name = waiting.pop()
        if name not in found and name not in first:
            found[name] = None
            waiting += _NEEDED.findall(_SCRIPTS.joinpath(name).read_text("utf-8"))
    return ", ".join(f"</static/js/{name}>; rel=modulepreload; fetchpriority=low" for name in found)
