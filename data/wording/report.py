"""A comparison by lottery as the lines of a page, with what may and may not be said."""

from data.indicators.declarations import Text
from data.indicators.estimate import Estimate
from data.wording.comparison import hundred_people, inconclusive
from data.wording.numbers import fill, limits, number, percent
from data.wording.sentences import can_say, cannot_say, caveats, sentence

_EVIDENCE = {
    "R": Text("R (tempat diundi)", "R (places drawn by lot)"),
    "C": Text("C (ditolak)", "C (refused)"),
}
_CURVE = Text(
    "Kaplan-Meier: terundi {a}, tidak terundi {b} sudah mengulangi; log-rank p {p}.",
    "Kaplan-Meier: {a} of the drawn, {b} of the others had returned; log-rank p {p}.",
)


def comparison_head(difference: Estimate, language: str) -> list[str]:
    """The level of evidence, and the headline sentence; all there is where it was refused."""
    level = Text("Tingkat bukti: {level}.", "Evidence level: {level}.")
    words = _EVIDENCE.get(difference.evidence, Text("A", "A")).in_language(language)
    return [fill(level, language, level=words), sentence(difference, language)]


def comparison_figures(
    difference: Estimate, drawn: Estimate, not_drawn: Estimate, language: str
) -> list[str]:
    """Hundred people, the counts behind them, and the difference with its interval."""
    counts = Text(
        "Terundi: {a} dari {of_a} mengulangi. Tidak terundi: {b} dari {of_b}. Belum diikuti "
        "penuh: {missing}.",
        "Drawn: {a} of {of_a} returned. Not drawn: {b} of {of_b}. Not followed in full: {missing}.",
    )
    lines = [hundred_people(drawn, not_drawn, language)]
    lines.append(
        fill(
            counts, language, a=drawn.n, of_a=round(drawn.denominator or 0), b=not_drawn.n,
            of_b=round(not_drawn.denominator or 0), missing=difference.n_missing,
        )
    )  # fmt: skip
    if difference.value is not None and difference.low is not None and difference.high is not None:
        gap = Text("Selisih {value} poin ({limits}; {method}).", "Difference {value} points "
                   "({limits}; {method}).")  # fmt: skip
        shown = limits(100 * difference.low, 100 * difference.high, language)
        value = number(100 * difference.value, language)
        lines.append(fill(gap, language, value=value, limits=shown, method=difference.method))
    return [line for line in lines if line]


def comparison_curve(
    drawn: Estimate, not_drawn: Estimate, p_value: float | None, language: str
) -> list[str]:
    """The share returned by the day asked for, by curve; nothing where a curve cannot be told."""
    if drawn.value is None or not_drawn.value is None or p_value is None:
        return []
    one, other = (
        percent(arm.value or 0.0, language, of=arm.denominator) for arm in (drawn, not_drawn)
    )
    p_text = number(p_value, language, decimals=3)
    return [fill(_CURVE, language, a=one, b=other, p=p_text)]


def comparison_box(difference: Estimate, detectable: Estimate, language: str) -> list[str]:
    """What could have been seen (beside what was not), and what may and may not be said."""
    labels = {
        "can": Text("Yang boleh dikatakan", "Can say"),
        "cannot": Text("Yang tidak boleh dikatakan", "Cannot say"),
    }
    lines = [sentence(detectable, language)] if inconclusive(difference) else []
    lines.append(f"{labels['can'].in_language(language)}: {can_say(difference, language)}")
    lines.append(f"{labels['cannot'].in_language(language)}: {cannot_say(difference, language)}")
    return [*lines, *caveats(difference, language)]
