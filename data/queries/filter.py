"""What a person chose to look at: a period, and perhaps a unit, a field, an agreement..."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Filter:
    """A period `[start, end)`, the unit (it and all below it) and the programme field.

    `unit` is a unit's code, `field` a code of the open list `bidang_program`; `agreement`,
    `partner` and `programme` name one whose cohorts are meant, by owner's code and own code.
    With `terms_on`, a partner's cohorts are those under agreements whose data terms are valid on
    that day. None = all.
    """

    start: date
    end: date
    unit: str | None = None
    field: str | None = None
    agreement: tuple[str, str] | None = None
    partner: tuple[str, str] | None = None
    programme: tuple[str, str] | None = None
    terms_on: date | None = None

    def __post_init__(self) -> None:
        """Raises `ValueError` for a period without a day."""
        if self.end <= self.start:
            raise ValueError(f"end {self.end} is not after start {self.start}")

    def before(self) -> "Filter":
        """The same choice for the period of equal length (in days) that ends at `start`."""
        return replace(self, start=self.start - (self.end - self.start), end=self.start)
