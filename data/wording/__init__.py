"""From an estimate to honest sentences, in Indonesian and English. The one place for them.

A sentence never says more than the status and the evidence level allow: only a lottery (R) speaks
of an effect, nothing descriptive (A) sounds causal, and what was not recorded is said.
"""

from data.wording.classes import CHANGE_CLASSES, change_class, classes_sentence
from data.wording.comparison import hundred_people, inconclusive
from data.wording.numbers import number, percent
from data.wording.phrases import CAVEATS, REASONS
from data.wording.sentences import can_say, cannot_say, caveats, change_sentence, sentence

__all__ = [
    "CAVEATS",
    "CHANGE_CLASSES",
    "REASONS",
    "can_say",
    "cannot_say",
    "caveats",
    "change_class",
    "change_sentence",
    "classes_sentence",
    "hundred_people",
    "inconclusive",
    "number",
    "percent",
    "sentence",
]
