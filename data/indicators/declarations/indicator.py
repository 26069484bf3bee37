"""What a declaration of a figure holds, and how few people a figure may rest on."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

MINIMUM_RATE = 10  # people behind a rate
MINIMUM_PEOPLE = 10  # people behind any figure that counts something else than people
MINIMUM_PERSON_SESSIONS = 20
MINIMUM_PAIRS = 10
MINIMUM_PAIRS_FOR_TEST = 20
MINIMUM_RELEASED = 30
MINIMUM_ARM = 20
RECORDED_SHARE = 0.8  # below it too much is unrecorded to print a rate as a finding


class Text(NamedTuple):
    """A sentence or a name in both languages."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` ("id" or "en")."""
        return self.en if language == "en" else self.id


def cited(work: str) -> Text:
    """A work as readers of any language look it up."""
    return Text(work, work)


@dataclass(frozen=True)
class Indicator:
    """One figure: what it asks, counts, leaves out, and needs.

    `minimum` is asked of the estimate's `denominator`, or of its `n` where `needs` says so.
    """

    code: str
    name: Text
    question: Text
    numerator: Text
    denominator: Text
    left_out: Text
    period: Text
    minimum: int
    method: Text
    source: Text
    counted: Text  # what `minimum` counts
    can_say: Text
    cannot_say: Text
    needs: Literal["n", "denominator"] = "denominator"


IN_PERIOD = Text("Dalam periode yang dipilih", "Within the chosen period")
WILSON = Text("Interval Wilson 95%", "Wilson 95% interval")
