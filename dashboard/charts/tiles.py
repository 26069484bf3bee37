"""The provinces as tiles of one size: no map from outside, and no large empty province."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.palette import Palette
from dashboard.charts.settings import finished
from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from data.answers import provinces

HEIGHT = 300
NARROW = 480  # pixels; on a phone only the letters fit, and the numbers stand in the table
STEPS = (0.10, 0.18, 0.26, 0.34, 0.42)  # how strong the colour is; text stays readable on all
LETTERS = {  # ISO 3166-2:ID, by the code of Kemendagri
    "11": "AC", "12": "SU", "13": "SB", "14": "RI", "15": "JA", "16": "SS", "17": "BE",
    "18": "LA", "19": "BB", "21": "KR", "31": "JK", "32": "JB", "33": "JT", "34": "YO",
    "35": "JI", "36": "BT", "51": "BA", "52": "NB", "53": "NT", "61": "KB", "62": "KT",
    "63": "KS", "64": "KI", "65": "KU", "71": "SA", "72": "ST", "73": "SN", "74": "SG",
    "75": "GO", "76": "SR", "81": "MA", "82": "MU", "91": "PA", "92": "PB", "93": "PS",
    "94": "PT", "95": "PE", "96": "PD",
}  # fmt: skip
_SHORT, _SHOWN, _TOLD, _STRENGTH = "short", "shown", "told", "strength"


def participation_by_tile(frame: pd.DataFrame, colours: Palette) -> Any:
    """Frame PROVINCES -> a tile a province; the stronger the colour, the larger the share.

    A province without people is an outline, one with too few to tell is hatched by its dash.
    """
    rows = _labelled(frame)
    place: dict[str, Any] = {
        "x": alt.X(f"{provinces.TILE_COLUMN}:O", axis=None, scale=alt.Scale(padding=0.06)),
        "y": alt.Y(f"{provinces.TILE_ROW}:O", axis=None, scale=alt.Scale(padding=0.06)),
    }
    base = alt.Chart().encode(**place)
    told = [alt.Tooltip(f"{provinces.NAME}:N", title=t("grafik.provinsi")),
            alt.Tooltip(f"{_TOLD}:N", title=t("grafik.partisipasi"))]  # fmt: skip
    few = alt.datum[provinces.ELIGIBLE] > 0
    tile = base.mark_rect(cornerRadius=4, color=colours.main, strokeWidth=1).encode(
        fillOpacity=alt.FillOpacity(f"{_STRENGTH}:Q", scale=None, legend=None),
        stroke=alt.StrokeValue(
            **alt.condition(few, alt.value(colours.main), alt.value(colours.faint))
        ),
        tooltip=told,
    )  # fmt: skip
    up = f"width > {NARROW} && datum.{_SHOWN} != '' ? -6 : 0"
    letters = base.mark_text(fontSize=11, dy=alt.expr(up)).encode(
        text=f"{_SHORT}:N",
        color=alt.ColorValue(
            **alt.condition(few, alt.value(colours.text), alt.value(colours.quiet))
        ),
    )
    share = base.mark_text(fontSize=10, dy=7, color=colours.text).encode(
        text=alt.TextValue(**alt.condition(f"width > {NARROW}", f"{_SHOWN}:N", alt.value("")))
    )
    return finished(alt.layer(tile, letters, share, data=rows), colours, HEIGHT)


def describe_tiles(frame: pd.DataFrame) -> str:
    """One sentence for those who cannot see the chart; no province is called best or worst."""
    known = frame[frame[provinces.RATE].notna()]
    peopled = int((frame[provinces.ELIGIBLE] > 0).sum())
    if known.empty:
        return t("grafik.petak_kosong", n=formats.number(peopled, language()))
    return t(
        "grafik.petak_alt",
        n=formats.number(len(known), language()),
        dari=formats.number(peopled, language()),
        bawah=formats.percent(known[provinces.RATE].min(), language()),
        atas=formats.percent(known[provinces.RATE].max(), language()),
    )


def _labelled(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.astype({provinces.PEOPLE: "float64", provinces.ELIGIBLE: "float64"})
    rates = frame[provinces.RATE]
    rows[_SHORT] = [LETTERS.get(code, code) for code in frame[provinces.CODE]]
    rows[_SHOWN] = ["" if pd.isna(rate) else formats.percent(rate, language()) for rate in rates]
    rows[_TOLD] = [_told(row) for _, row in frame.iterrows()]
    rows[_STRENGTH] = _strengths(rates)
    return rows


def _strengths(rates: pd.Series) -> list[float]:
    """Five steps between the smallest and the largest known share."""
    low, high = rates.min(), rates.max()
    span = high - low
    last = len(STEPS) - 1
    return [
        0.0 if pd.isna(rate) else STEPS[round(last * (rate - low) / span) if span else last]
        for rate in rates
    ]


def _told(row: Any) -> str:
    eligible = row[provinces.ELIGIBLE]
    if not eligible:
        return t("grafik.petak_tanpa")
    if pd.isna(row[provinces.RATE]):
        return t("grafik.petak_belum", dari=formats.number(eligible, language()))
    low, high = (
        formats.percent(row[name], language(), of=eligible)
        for name in (provinces.LOW, provinces.HIGH)
    )
    return t(
        "grafik.tren_titik",
        nilai=formats.percent(row[provinces.RATE], language(), of=eligible),
        bawah=low, atas=high,
        orang=formats.number(row[provinces.PEOPLE], language()),
        dari=formats.number(eligible, language()),
    )  # fmt: skip
