"""The mean score of everybody who started, month by month: no line of any person."""

import pandas as pd
from sqlmodel import Session

from data.answers.beyond_error import DAYS_A_MONTH
from data.answers.change import DEFAULT_INSTRUMENT, DEFAULT_SCALE
from data.indicators.path import PATH, mean_path
from data.queries import change as changes
from data.queries import trajectory
from data.queries.filter import Filter


def mean_scores(session: Session, filter: Filter, *, scale: str = DEFAULT_SCALE) -> pd.DataFrame:
    """One line a month since the start: columns PATH; of the version with most scores.

    Of those who started in the period; raw scores, empty while ten people have none.
    """
    versions = changes.change_scales(session, code=scale, of_instrument=DEFAULT_INSTRUMENT)
    keys = [int(key) for key in versions[changes.SCALE]]
    scores = trajectory.scores_over_time(session, filter, keys)
    if scores.empty:
        return pd.DataFrame(columns=list(PATH))
    used = scores[trajectory.SCALE].value_counts().index[0]
    here = scores[scores[trajectory.SCALE] == used]
    return mean_path(
        [int(person) for person in here[trajectory.PERSON]],
        [float(day) / DAYS_A_MONTH for day in here[trajectory.DAYS]],
        [float(score) for score in here[trajectory.SCORE]],
    )
