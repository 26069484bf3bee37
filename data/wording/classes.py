"""Classes of change in neutral words: a score cures nobody."""

from collections.abc import Mapping

from data.indicators.declarations import Text
from data.indicators.estimate import Estimate
from data.wording.numbers import fill, percent
from data.wording.sentences import sentence

CHANGE_CLASSES = {
    "recovered": Text(
        "membaik andal & masuk rentang acuan", "reliably improved & in the reference range"
    ),
    "improved": Text("membaik andal", "reliably improved"),
    "unchanged": Text("tidak berubah", "unchanged"),
    "deteriorated": Text("memburuk andal", "reliably worse"),
}


def change_class(name: str, language: str) -> str:
    """The label of a class."""
    return CHANGE_CLASSES[name].in_language(language)


def classes_sentence(shares: Mapping[str, Estimate], language: str) -> str:
    """All classes of `shares` (by the names above) in one sentence, or why they cannot be told.

    Those in the reference range have improved as well.
    """
    improved = shares["improved"]
    if improved.status != "ok":
        return sentence(improved, language)
    whole = improved.denominator or 0.0
    better = improved.n + shares["recovered"].n
    template = Text(
        "{better} dari {of} ({share}) membaik melebihi galat ukur; {same} tidak berubah secara "
        "bermakna; {worse} memburuk.",
        "{better} of {of} ({share}) improved beyond measurement error; {same} unchanged; {worse} "
        "worse.",
    )
    return fill(
        template, language, better=better, of=round(whole),
        share=percent(better / whole, language, of=whole),
        same=shares["unchanged"].n, worse=shares["deteriorated"].n,
    )  # fmt: skip
