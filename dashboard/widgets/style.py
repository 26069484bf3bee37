"""What all pages have in common to the eye, on screen and on paper. The style holds no data."""

import streamlit as st

from dashboard.charts.palette import DARK, LIGHT
from dashboard.texts.catalogue import language
from dashboard.widgets.covering import covers

_SCREEN = f"""
[data-testid^=stBaseButton-primary]:enabled, [data-testid^=stBaseLinkButton-primary],
[data-testid=stMultiSelect] [data-tag] *
  {{ color: light-dark({LIGHT.ground}, {DARK.ground}); }}
[data-testid=stExpander] [data-testid=stForm] {{ border: none; padding: 0; }}
@media (min-width: 769px) {{
  [data-testid=stMainBlockContainer] {{ padding: 4rem 3rem 6rem; }}
  [data-testid=stColumn]:has(.st-key-bahasa) {{ min-width: 12.5rem; }}
  [data-testid=stSidebarHeader] {{ margin-bottom: 0; }}
  [data-testid=stSidebarNavItems] li, [data-testid=stSidebarNavLink] {{ margin-block: 0; }}
  [data-testid=stSidebarUserContent] {{ padding-top: 0.75rem; }}
}}
"""  # white on the light blue of the dark ground cannot be read; menu and filters fit one window
_PAPER = """
@media print {
  @page { margin: 14mm; }
  [data-testid=stSidebar], [data-testid=stHeader], [data-testid=stToolbar],
  [data-testid=stButton], [data-testid=stDownloadButton],
  [data-testid=stButtonGroup], [data-testid=stSelectbox], [data-testid=stExpander],
  [data-testid=stPageLink], [data-testid=stElementToolbar], [data-testid=stTooltipIcon]
    { display: none !important; }
  .stApp, [data-testid=stMain], [data-testid=stAppViewContainer],
  [data-testid=stMainBlockContainer]
    { position: static !important; overflow: visible !important; height: auto !important;
      max-width: none !important; padding: 0 !important; display: block !important; }
  [data-testid=stVegaLiteChart], [data-testid=stMetric], [data-testid=stDataFrame],
  [data-testid=stColumn] > div > div { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
"""


def dress() -> None:
    """Let every page be read on both grounds, and its printing give a usable sheet."""
    st.html(f"<style>{_SCREEN}{_PAPER}{covers(language())}</style>")
