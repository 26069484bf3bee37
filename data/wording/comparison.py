"""The words of a comparison by lottery: chosen by the rounded limits, not by a method or a p."""

from data.indicators.declarations import LOTTERY_DIFFERENCE, Text
from data.indicators.estimate import Estimate
from data.wording.numbers import fill

_CAN_SAY_NOTHING = Text(
    "Bahwa selisihnya, bila ada, diperkirakan di antara kedua batas itu.",
    "That the difference, if there is one, is estimated to lie between the two limits.",
)
_CANNOT_SAY_NOTHING = Text(
    "Bahwa tawaran tempat mengubah pengulangan, atau bahwa ia tidak mengubahnya.",
    "That the offer of a place changed return, or that it did not.",
)


def per_100(estimate: Estimate) -> tuple[int, int]:
    """The limits in whole persons per 100."""
    return round(100 * (estimate.low or 0.0)), round(100 * (estimate.high or 0.0))


def inconclusive(estimate: Estimate) -> bool:
    """Whether a limit rounds to nobody, or they lie on both sides: no method may flip the words."""
    low, high = per_100(estimate)
    return low <= 0 <= high


def difference_sentence(estimate: Estimate, language: str) -> str:
    """How many more or fewer per 100; or that the data cannot show it."""
    low, high = per_100(estimate)
    if inconclusive(estimate):
        template = Text(
            "Data belum dapat menunjukkan ada atau tidaknya perbedaan (antara {fewer} lebih "
            "sedikit dan {more} lebih banyak per 100). Ini bukan bukti bahwa program tidak "
            "bekerja.",
            "The data cannot show whether there is a difference (between {fewer} fewer and "
            "{more} more per 100). This is not evidence of no effect.",
        )
        return fill(template, language, fewer=-low, more=high)
    way = Text("lebih sedikit", "fewer") if high < 0 else Text("lebih banyak", "more")
    template = Text(
        "Dari 100 orang yang terundi, {a} sampai {b} orang {way} yang mengulangi dibanding yang "
        "tidak terundi.",
        "Of 100 people drawn, {a} to {b} {way} returned than of those not drawn.",
    )
    first, last = sorted((abs(low), abs(high)))
    return fill(template, language, a=first, b=last, way=way.in_language(language))


def hundred_people(drawn: Estimate, not_drawn: Estimate, language: str) -> str:
    """Both arms as 100 people: what an evaluator can picture. Empty where an arm is empty."""
    if drawn.value is None or not_drawn.value is None:
        return ""
    template = Text(
        "Dari 100 orang khas yang terundi, {a} mengulangi; dari 100 orang yang tidak terundi, {b}.",
        "Of 100 typical people drawn, {a} returned; of 100 not drawn, {b}.",
    )
    return fill(template, language, a=round(100 * drawn.value), b=round(100 * not_drawn.value))


def comparison_can_say(estimate: Estimate, language: str) -> str:
    """What a difference by lottery allows to be said."""
    undecided = inconclusive(estimate)
    said = _CAN_SAY_NOTHING if undecided else LOTTERY_DIFFERENCE.can_say
    return said.in_language(language)


def comparison_cannot_say(estimate: Estimate, language: str) -> str:
    """What must not be read into it: where nothing was shown, neither an effect nor none."""
    undecided = estimate.status == "ok" and inconclusive(estimate)
    said = _CANNOT_SAY_NOTHING if undecided else LOTTERY_DIFFERENCE.cannot_say
    return said.in_language(language)
