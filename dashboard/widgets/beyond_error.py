"""Change against the instrument's own error, and the mean score month by month."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import classes, lines
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.drawing import show_chart
from dashboard.widgets.limits import show_limits
from dashboard.widgets.methods import show_mean_method, show_rate_method
from dashboard.widgets.notices import show_no_rows
from dashboard.widgets.plain import plain
from dashboard.widgets.screen import Screen
from dashboard.widgets.tables import (
    Heading,
    count,
    decimal,
    share,
    show_table,
    two_decimals,
)
from data import wording
from data.answers.beyond_error import (
    BeyondError,
    Trajectory,
    change_beyond_error,
    scores_by_month,
)
from data.answers.risk import rater_agreement
from data.answers.score_path import mean_scores
from data.indicators import path
from data.indicators.declarations import RELIABLE_CHANGE, SCORE_TRAJECTORY
from data.queries.filter import Filter

PAIRS = "pairs"


def show_classes(screen: Screen, filter: Filter, scale: str) -> None:
    """Who improved, stayed or got worse by more than the error of the instrument."""
    st.subheader(t("galat.kelas"), anchor=False)
    found = screen.asker.ask(change_beyond_error, filter, scale=scale)
    if not found:
        show_no_rows()
        return
    known = [entry for entry in found if entry.classes.improved.status == "ok"]
    if known:
        frame = class_frame(known)
        said = t("galat.alt", n=formats.number(len(frame), language()))
        show_chart(classes.change_classes, frame, screen.colours, said=said)
        st.caption(t("galat.cara_baca"))
        show_table(frame, _class_headings(), name="kelas-perubahan")
    else:
        st.info(wording.sentence(found[0].classes.improved, language()))
        st.markdown(t("galat.perlu"))
    show_limits((known or found)[0].classes.improved)
    _show_raters(screen, filter)
    _show_sizes(found)
    show_rate_method(RELIABLE_CHANGE.code)


def class_frame(found: Sequence[BeyondError]) -> pd.DataFrame:
    """One row a programme: classes.COLUMNS and its pairs."""
    return pd.DataFrame([_row(entry) for entry in found])


def _row(entry: BeyondError) -> dict[str, Any]:
    shares = entry.classes.shares()
    counts = {
        name: formats.number(shares[name].n, language())
        for name in ("improved", "unchanged", "deteriorated")
    }
    return {
        classes.KEY: f"{entry.programme_code} {entry.instrument_version}",
        classes.NAME: entry.programme_name,
        classes.SIDE: t("galat.sisi", baik=counts["improved"], tetap=counts["unchanged"],
                        buruk=counts["deteriorated"]),
        classes.TOLD: wording.classes_sentence(shares, language()),
        **{name: shares[name].value for name in classes.PARTS},
        PAIRS: entry.effect.n,
    }  # fmt: skip


def _show_raters(screen: Screen, filter: Filter) -> None:
    """How far two assessors agree: what reliability at this unit would come from."""
    agreement = screen.asker.ask(rater_agreement, filter)
    st.markdown(f"**{t('galat.penilai')}**")
    if not agreement:
        st.caption(t("galat.tanpa_penilai"))
    for scale, estimate in agreement.items():
        st.markdown(f"{plain(scale)}: {wording.sentence(estimate, language())}")


def _show_sizes(found: Sequence[BeyondError]) -> None:
    """The change in spreads of scores, of the programmes where it can be told."""
    told = [entry for entry in found if entry.effect.status == "ok"]
    if not told:
        return
    st.markdown(f"**{t('galat.ukuran')}**")
    rows = [
        (one.programme_name, one.effect.n, one.effect.value, one.effect.low, one.effect.high)
        for one in told
    ]
    frame = pd.DataFrame(rows, columns=[classes.NAME, PAIRS, "size", path.LOW, path.HIGH])
    st.caption(wording.cannot_say(told[0].effect, language()))
    show_table(frame, _size_headings(), name="besar-perubahan")


def show_months(screen: Screen, filter: Filter, scale: str) -> None:
    """The line of means since the start, and the slope of each programme."""
    st.subheader(t("galat.bulan"), anchor=False)
    frame = screen.asker.ask(mean_scores, filter, scale=scale)
    slopes = screen.asker.ask(scores_by_month, filter, scale=scale)
    if frame.empty:
        st.info(t("galat.bulan_kosong"))
    else:
        shown = told_months(frame)
        said = describe_months(frame)
        show_chart(lines.mean_by_month, shown, screen.colours, said=said)
        st.caption(t("galat.cara_baca_bulan"))
        show_table(frame, _month_headings(), name="skor-per-bulan")
    if slopes:
        show_limits(next((one.estimate for one in slopes if one.estimate.status == "ok"),
                         slopes[0].estimate))  # fmt: skip
        _show_slopes(slopes)
    show_mean_method(SCORE_TRAJECTORY.code)


def told_months(frame: pd.DataFrame) -> pd.DataFrame:
    """The means with what hovering says; the last one carries its value."""
    told = [
        t("galat.titik", bulan=formats.number(row[path.MONTH], language()),
          nilai=_score(row[path.MEAN]), bawah=_score(row[path.LOW]), atas=_score(row[path.HIGH]),
          n=formats.number(row[path.PEOPLE], language()))
        for row in frame.to_dict("records")
    ]  # fmt: skip
    last = [*[""] * (len(frame) - 1), _score(frame[path.MEAN].iloc[-1])]
    return frame.assign(**{lines.TOLD: told, lines.LAST: last})


def describe_months(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart."""
    first, last = frame.iloc[0], frame.iloc[-1]
    return t(
        "galat.bulan_alt",
        awal=_score(first[path.MEAN]), n_awal=formats.number(first[path.PEOPLE], language()),
        bulan=formats.number(last[path.MONTH], language()), akhir=_score(last[path.MEAN]),
        n_akhir=formats.number(last[path.PEOPLE], language()),
    )  # fmt: skip


def _score(value: float) -> str:
    return formats.number(value, language(), decimals=1)


def _show_slopes(slopes: Sequence[Trajectory]) -> None:
    told = [one for one in slopes if one.estimate.status == "ok"]
    st.markdown(f"**{t('galat.lereng')}**")
    if not told:
        st.caption(wording.sentence(slopes[0].estimate, language()))
    for one in told:
        said = wording.sentence(one.estimate, language())
        st.markdown(f"- {plain(one.programme_name)}: {said}")


def _class_headings() -> dict[str, Heading]:
    return {
        classes.NAME: Heading(t("kolom.program")),
        PAIRS: Heading(t("kolom.pasangan"), count),
        "improved": Heading(t("galat.membaik"), share),
        "unchanged": Heading(t("galat.tetap"), share),
        "deteriorated": Heading(t("galat.memburuk"), share),
    }


def _month_headings() -> dict[str, Heading]:
    return {
        path.MONTH: Heading(t("grafik.bulan_sejak_mulai"), count),
        path.MEAN: Heading(t("galat.rata"), decimal),
        path.LOW: Heading(t("kolom.bawah"), decimal),
        path.HIGH: Heading(t("kolom.atas"), decimal),
        path.PEOPLE: Heading(t("galat.dinilai"), count),
    }


def _size_headings() -> dict[str, Heading]:
    return {
        classes.NAME: Heading(t("kolom.program")),
        PAIRS: Heading(t("kolom.pasangan"), count),
        "size": Heading(t("galat.kali_sebaran"), two_decimals),
        path.LOW: Heading(t("kolom.bawah"), two_decimals),
        path.HIGH: Heading(t("kolom.atas"), two_decimals),
    }
