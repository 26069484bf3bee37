"""What a printed page leaves out: whatever is there to be clicked. The style holds no data."""

import streamlit as st

_STYLE = """<style>
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
</style>"""


def make_printable() -> None:
    """Let the browser's own printing give a usable sheet of any screen."""
    st.html(_STYLE)
