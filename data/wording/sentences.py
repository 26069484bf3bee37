"""What a person may read about an estimate, whatever its status."""

from data.indicators.declarations import BY_CODE, CHANGE, LOTTERY_DIFFERENCE, Text
from data.indicators.estimate import Estimate
from data.wording.change import changed, found_change
from data.wording.comparison import comparison_can_say, comparison_cannot_say
from data.wording.findings import finding
from data.wording.numbers import fill, number, percent
from data.wording.phrases import CAVEATS, REASONS

SUPPRESSED = {
    "few": Text("≤7 (disamarkan)", "≤7 (suppressed)"),
    "below_partner_minimum": Text("<10 (disamarkan)", "<10 (suppressed)"),
}


def sentence(estimate: Estimate, language: str) -> str:
    """What a person may read about this estimate, in one or two sentences."""
    if estimate.status == "ok":
        return finding(estimate, language)
    if estimate.status == "suppressed":
        return SUPPRESSED[estimate.reason or "few"].in_language(language)
    if estimate.reason in ("too_few", "too_few_people"):
        return _too_few(estimate, language)
    if estimate.reason == "unrecorded":
        return _unrecorded(estimate, language)
    if estimate.reason == "no_events":
        return _no_events(estimate, language)
    said = REASONS.get(estimate.reason or "", Text(estimate.reason or "", estimate.reason or ""))
    if estimate.name == CHANGE.code and estimate.value is not None:
        return f"{changed(estimate, language)} {said.in_language(language)}"
    return said.in_language(language)


def change_sentence(estimate: Estimate, language: str, *, higher_is_better: bool = True) -> str:
    """The change with its interval, and always that there is no comparison group."""
    if estimate.status != "ok":
        return sentence(estimate, language)
    return found_change(estimate, language, higher_is_better=higher_is_better)


def caveats(estimate: Estimate, language: str) -> list[str]:
    """The reservations that travel with the estimate."""
    return [CAVEATS[code].in_language(language) for code in estimate.caveats if code in CAVEATS]


def can_say(estimate: Estimate, language: str) -> str:
    """What the figure allows to be said; nothing while it is not `ok`."""
    if estimate.status != "ok":
        return Text("Belum ada.", "Nothing yet.").in_language(language)
    if estimate.name == LOTTERY_DIFFERENCE.code:
        return comparison_can_say(estimate, language)
    return BY_CODE[estimate.name].can_say.in_language(language)


def cannot_say(estimate: Estimate, language: str) -> str:
    """What must not be read into the figure."""
    if estimate.name == LOTTERY_DIFFERENCE.code:
        return comparison_cannot_say(estimate, language)
    return BY_CODE[estimate.name].cannot_say.in_language(language)


def _too_few(estimate: Estimate, language: str) -> str:
    by_n = estimate.reason == "too_few_people" or BY_CODE[estimate.name].needs == "n"
    have = estimate.n if by_n else round(estimate.denominator or 0)
    template = Text(
        "Data belum cukup: {have} dari {needed} {counted}",
        "Not enough data: {have} of {needed} {counted} needed",
    )
    people = Text("orang", "people") if estimate.reason == "too_few_people" else None
    counted = (people or BY_CODE[estimate.name].counted).in_language(language)
    return template.in_language(language).format(have=have, needed=estimate.needed, counted=counted)


def _unrecorded(estimate: Estimate, language: str) -> str:
    """The value among what is recorded, and what it could be: never the one without the other."""
    low, high = estimate.bounds or (0.0, 1.0)
    template = Text(
        "Pencatatan belum cukup ({missing} belum tercatat): {value} dari yang tercatat, "
        "seluruhnya antara {low} dan {high}.",
        "Too little is recorded ({missing} not recorded): {value} of what is recorded, between "
        "{low} and {high} of all.",
    )
    of = estimate.denominator
    return template.in_language(language).format(
        missing=estimate.n_missing,
        value="-" if estimate.value is None else percent(estimate.value, language, of=of),
        low=percent(low, language, of=of),
        high=percent(high, language, of=of),
    )


def _no_events(estimate: Estimate, language: str) -> str:
    """With the exact upper limit of what could still have been."""
    said = REASONS["no_events"].in_language(language)
    if estimate.bounds is None:
        return f"{said}."
    template = Text(
        "{said} (batas atas 95%: {high} per 1.000 hari).",
        "{said} (95% upper limit: {high} per 1,000 days).",
    )
    return fill(template, language, said=said, high=number(estimate.bounds[1], language))
