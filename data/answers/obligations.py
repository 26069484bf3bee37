"""The duties of the parties of an agreement, and which are done."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from data.queries import plans as found


@dataclass(frozen=True)
class Duty:
    """One duty; `party` is None where the document does not say whose it is."""

    id: int
    row_version: int
    number: int
    party: str | None
    text: str
    due: date | None
    done_on: date | None
    evidence: str | None

    def is_late(self, as_of: date) -> bool:
        """Whether it is not done and its day has passed."""
        return self.done_on is None and self.due is not None and self.due < as_of


def duties(session: Session, agreement_id: int) -> tuple[Duty, ...]:
    """All duties under the agreement, by number."""
    rows = found.obligations_of(session, agreement_id).astype("object")
    known = rows.where(rows.notna(), None).to_dict("records")
    return tuple(
        Duty(
            row["id"], row["row_version"], row["number"], row["party"], row["text"], row["due"],
            row["done_on"], row["evidence"],
        )
        for row in known
    )  # fmt: skip
