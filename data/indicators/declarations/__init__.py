"""What each figure means, declared once: screens, exports and reports print it from here."""

from data.indicators.declarations.change import CHANGE
from data.indicators.declarations.delivery import ATTENDANCE
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
from data.indicators.declarations.participation import PARTICIPATION, PEOPLE
from data.indicators.declarations.returns import LOTTERY_DIFFERENCE, RETURNS
from data.indicators.declarations.staying import COMPLETION

INDICATORS = (PEOPLE, PARTICIPATION, ATTENDANCE, COMPLETION, CHANGE, RETURNS, LOTTERY_DIFFERENCE)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}

__all__ = [
    "ATTENDANCE", "BY_CODE", "CHANGE", "COMPLETION", "INDICATORS", "LOTTERY_DIFFERENCE",
    "MINIMUM_ARM", "MINIMUM_PAIRS", "MINIMUM_PAIRS_FOR_TEST", "MINIMUM_PEOPLE",
    "MINIMUM_PERSON_SESSIONS", "MINIMUM_RATE", "MINIMUM_RELEASED", "PARTICIPATION", "PEOPLE",
    "RECORDED_SHARE", "RETURNS", "Indicator", "Text",
]  # fmt: skip
