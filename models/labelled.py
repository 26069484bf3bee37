"""What a closed code is: a text that is stored, with a label in each language."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with an Indonesian and an English label: `CODE = "CODE", "label id", "label en"`."""

    label_id: str
    label_en: str

    def __new__(cls, value: str, label_id: str, label_en: str) -> Self:
        """Make the member whose stored value is `value`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_id = label_id
        member.label_en = label_en
        return member

    @classmethod
    def of(cls, text: str) -> Self:
        """The member whose code is `text`. Raises `ValueError` for another text."""
        for member in cls:
            if member.value == text.strip().upper():
                return member
        raise ValueError(text)

    def label(self, language: str) -> str:
        """The label in `language` ("id" or "en")."""
        return self.label_en if language == "en" else self.label_id
