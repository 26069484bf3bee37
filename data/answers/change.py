"""How assessed behaviour changed between the start and the end of a programme."""

from dataclasses import dataclass

from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.queries.filter import Filter


@dataclass(frozen=True)
class ProgrammeChange:
    """The mean change of one scale among the participants of one programme.

    The estimate is post minus pre, turned so that + is better. `started` are all who started,
    `without_post` those of them without a usable pair; `ceiling_share` is the share of pairs
    that already stood at the best possible score before.
    """

    programme_code: str
    programme_name: str
    scale_code: str
    scale_name_id: str
    scale_name_en: str
    estimate: Estimate
    pre_mean: float | None
    post_mean: float | None
    started: int
    without_post: int
    ceiling_share: float | None


def behaviour_change(
    session: Session, filter: Filter, *, scale: str | None = None
) -> list[ProgrammeChange]:
    """One entry for each programme and scale with participants who ended in the period."""
    raise NotImplementedError
