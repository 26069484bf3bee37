"""What each figure means, declared once: screens, exports and reports print it from here."""

from data.indicators.declarations.change import (
    CHANGE,
    CLINICAL_CHANGE,
    EFFECT_SIZE,
    RATER_RELIABILITY,
    RELIABLE_CHANGE,
    SCORE_TRAJECTORY,
)
from data.indicators.declarations.conduct import (
    DOSE_RESPONSE,
    INCIDENT_RATE,
    INCIDENT_RATE_RATIO,
    RISK_TRANSITION,
    TRANSITION_STATIONARITY,
)
from data.indicators.declarations.delivery import (
    ATTENDANCE,
    COST_PER_COMPLETION,
    COST_PER_PARTICIPANT,
    DOSAGE,
    PROGRAMME_FUNNEL,
    WAITING_TIME,
)
from data.indicators.declarations.indicator import (
    MINIMUM_ARM,
    MINIMUM_PAIRS,
    MINIMUM_PAIRS_FOR_TEST,
    MINIMUM_PEOPLE,
    MINIMUM_PERSON_SESSIONS,
    MINIMUM_RATE,
    MINIMUM_RELEASED,
    RECORDED_SHARE,
    Indicator,
    Text,
)
from data.indicators.declarations.official import OFFICIAL
from data.indicators.declarations.participation import (
    HOURS,
    PARTICIPATION,
    PEOPLE,
    REACH,
)
from data.indicators.declarations.quality import QUALITY
from data.indicators.declarations.returns import (
    FREQUENCY,
    LOTTERY_DIFFERENCE,
    RETURNS,
    TIME_TO_RETURN,
)
from data.indicators.declarations.staying import (
    COMPLETION,
    DROPOUT,
    RETENTION_CURVE,
)
from data.indicators.declarations.units import (
    ADJUSTED_P,
    DETECTABLE,
    FUNNEL_PLOT,
    SHRUNKEN_RATE,
)

INDICATORS = (
    PEOPLE, PARTICIPATION, HOURS, REACH, ATTENDANCE, DOSAGE, WAITING_TIME, PROGRAMME_FUNNEL,
    COST_PER_PARTICIPANT, COST_PER_COMPLETION, COMPLETION, DROPOUT, RETENTION_CURVE, CHANGE,
    EFFECT_SIZE, RELIABLE_CHANGE, CLINICAL_CHANGE, SCORE_TRAJECTORY, RATER_RELIABILITY,
    RISK_TRANSITION, TRANSITION_STATIONARITY, INCIDENT_RATE, INCIDENT_RATE_RATIO, DOSE_RESPONSE,
    RETURNS, LOTTERY_DIFFERENCE, FREQUENCY, TIME_TO_RETURN, FUNNEL_PLOT, SHRUNKEN_RATE,
    ADJUSTED_P, DETECTABLE, *QUALITY, OFFICIAL,
)  # fmt: skip
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}

__all__ = [
    "ADJUSTED_P",
    "ATTENDANCE",
    "BY_CODE",
    "CHANGE",
    "CLINICAL_CHANGE",
    "COMPLETION",
    "COST_PER_COMPLETION",
    "COST_PER_PARTICIPANT",
    "DETECTABLE",
    "DOSAGE",
    "DOSE_RESPONSE",
    "DROPOUT",
    "EFFECT_SIZE",
    "FREQUENCY",
    "FUNNEL_PLOT",
    "HOURS",
    "INCIDENT_RATE",
    "INCIDENT_RATE_RATIO",
    "INDICATORS",
    "LOTTERY_DIFFERENCE",
    "MINIMUM_ARM",
    "MINIMUM_PAIRS",
    "MINIMUM_PAIRS_FOR_TEST",
    "MINIMUM_PEOPLE",
    "MINIMUM_PERSON_SESSIONS",
    "MINIMUM_RATE",
    "MINIMUM_RELEASED",
    "OFFICIAL",
    "PARTICIPATION",
    "PEOPLE",
    "PROGRAMME_FUNNEL",
    "QUALITY",
    "RATER_RELIABILITY",
    "REACH",
    "RECORDED_SHARE",
    "RELIABLE_CHANGE",
    "RETENTION_CURVE",
    "RETURNS",
    "RISK_TRANSITION",
    "SCORE_TRAJECTORY",
    "SHRUNKEN_RATE",
    "TIME_TO_RETURN",
    "TRANSITION_STATIONARITY",
    "WAITING_TIME",
    "Indicator",
    "Text",
]  # fmt: skip
