"""From referral to completion: the same people at each step, as bars and their table."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.charts import bars
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.methods import show_rate_method
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import Heading, count, share, show_table
from data import wording
from data.answers import staying
from data.indicators.declarations import PROGRAMME_FUNNEL
from data.indicators.funnel import FunnelBar
from data.queries.filter import Filter

REACHED, DUE, WAITING, OF_PREVIOUS, LOW, HIGH = (
    "reached", "due", "waiting", "of_previous", "low", "high",
)  # fmt: skip


def show_steps(screen: Screen, filter: Filter) -> None:
    """The programme funnel, or the sentence why there is none."""
    st.subheader(t("langkah.judul"), anchor=False)
    found = screen.asker.ask(staying.funnel_of_referred, filter, as_of=screen.today)
    if not found or not found[0].of_previous.denominator:
        st.info(t("langkah.kosong"))
        return
    frame = step_frame(found)
    show_chart(bars.share_bars, frame, screen.colours, said=describe_steps(found))
    st.caption(t("langkah.cara_baca"))
    for reservation in wording.caveats(found[0].of_previous, language()):
        st.caption(reservation)
    show_table(frame, _headings(), name="corong-program")
    show_rate_method(PROGRAMME_FUNNEL.code)


def step_frame(found: Sequence[FunnelBar]) -> pd.DataFrame:
    """One row a step: bars.COLUMNS and what its table shows."""
    return pd.DataFrame([_row(bar) for bar in found])


def describe_steps(found: Sequence[FunnelBar]) -> str:
    """One sentence for those who cannot see the chart."""
    first, names = found[0], step_names()
    last = next((bar for bar in reversed(found) if bar.of_previous.status == "ok"), first)
    begun = {
        "awal": names[first.step].lower(), "n": formats.number(first.of_previous.n, language()),
    }  # fmt: skip
    if last is first:
        return t("langkah.satu_alt", **begun)
    return t(
        "langkah.alt",
        **begun,
        akhir=names[last.step].lower(),
        bagian=formats.percent(last.cumulative, language(), of=last.of_previous.denominator),
    )


def step_names() -> dict[str, str]:
    """What each step is called."""
    return {
        "referred": t("langkah.dirujuk"), "suitable": t("langkah.layak"),
        "enrolled": t("langkah.terdaftar"), "started": t("langkah.mulai"),
        "completed": t("langkah.selesai"), "sustained": t("langkah.bertahan"),
    }  # fmt: skip


def _row(bar: FunnelBar) -> dict[str, object]:
    estimate, spoken = bar.of_previous, language()
    sure = estimate.status == "ok"
    due = formats.number(estimate.denominator, spoken)
    parts = {"n": formats.number(estimate.n, spoken), "dari": due}
    value = formats.percent(estimate.value, spoken, of=estimate.denominator)
    return {
        bars.NAME: step_names()[bar.step],
        bars.VALUE: bar.cumulative if sure else None,
        bars.SIDE: t("langkah.sisi", nilai=value, **parts)
        if sure
        else t("langkah.sedikit", **parts),
        bars.TOLD: wording.sentence(estimate, spoken),
        REACHED: estimate.n,
        DUE: estimate.denominator,
        WAITING: estimate.n_missing,
        OF_PREVIOUS: estimate.value if sure else None,
        LOW: estimate.low if sure else None,
        HIGH: estimate.high if sure else None,
    }


def _headings() -> dict[str, Heading]:
    return {
        bars.NAME: Heading(t("langkah.langkah")),
        DUE: Heading(t("langkah.jatuh_tempo"), count),
        REACHED: Heading(t("langkah.sampai"), count),
        WAITING: Heading(t("langkah.belum_waktunya"), count),
        OF_PREVIOUS: Heading(t("langkah.dari_sebelumnya"), share),
        LOW: Heading(t("kolom.bawah"), share),
        HIGH: Heading(t("kolom.atas"), share),
        bars.VALUE: Heading(t("langkah.dari_awal"), share),
    }
