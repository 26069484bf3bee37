"""Errors meant for people: a code, a sentence in each language, an exit status."""

from dataclasses import dataclass
from enum import IntEnum


class ExitStatus(IntEnum):
    """What the command line returns."""

    DONE = 0
    NOTHING_DONE = 1
    USAGE = 2
    DONE_WITH_REFUSED_ROWS = 3
    NOT_READY = 4


@dataclass
class SinergiError(Exception):
    """Something a person can mend. `code` is stable; the sentences say what to do next."""

    code: str
    sentence_id: str
    sentence_en: str
    exit_status: ExitStatus = ExitStatus.NOTHING_DONE

    def __str__(self) -> str:
        """Both sentences, Indonesian first."""
        return f"{self.sentence_id}\n{self.sentence_en}"

    def sentence(self, language: str) -> str:
        """The sentence in `language` ("id" or "en")."""
        return self.sentence_en if language == "en" else self.sentence_id
