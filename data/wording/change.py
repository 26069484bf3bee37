"""A change in words: never a cause."""

from data.indicators.declarations import Text
from data.indicators.estimate import Estimate
from data.wording.numbers import limits, number
from data.wording.phrases import CAVEATS


def found_change(estimate: Estimate, language: str, *, higher_is_better: bool = True) -> str:
    """The change with its interval, and always that there is no comparison group."""
    parts = [changed(estimate, language, higher_is_better=higher_is_better)]
    if spans(estimate):
        parts.append(UNDECIDED.in_language(language))
    return " ".join([*parts, CAVEATS["no_comparison_group"].in_language(language)])


UNDECIDED = Text(
    "Data belum dapat menunjukkan ada atau tidaknya perubahan.",
    "The data cannot show whether there was a change.",
)


_CHANGED = {
    True: (
        Text("Rata-rata skor {n} peserta {way} {by} poin", "Mean score of {n} participants {way} "
             "{by} points"),
        Text("naik", "rose"),
        Text("turun", "fell"),
    ),
    False: (
        Text("Rata-rata skor {n} peserta {way} {by} poin", "Mean score of {n} participants {way} "
             "by {by} points"),
        Text("membaik", "improved"),
        Text("memburuk", "worsened"),
    ),
}  # fmt: skip


def spans(estimate: Estimate, decimals: int = 1) -> bool:
    """Whether the limits, rounded as printed, hold 0."""
    if estimate.low is None or estimate.high is None:
        return False
    return round(estimate.low, decimals) <= 0 <= round(estimate.high, decimals)


def changed(estimate: Estimate, language: str, *, higher_is_better: bool = True) -> str:
    """By how much scores changed, with limits where there are any; nothing about its cause."""
    value = estimate.value or 0.0
    template, up, down = _CHANGED[higher_is_better]
    way = up if value >= 0 else down
    said = template.in_language(language).format(
        n=estimate.n, way=way.in_language(language), by=number(abs(value), language)
    )
    if estimate.low is None or estimate.high is None:
        return f"{said}."
    return f"{said} ({limits(estimate.low, estimate.high, language)})."
