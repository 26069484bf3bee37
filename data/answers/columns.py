"""Names of the columns that answers return, shared with charts, tables and tests.

In every frame a rate lies between 0 and 1 and an unknown number is missing (NaN), never 0.
`low` and `high` are the 95 % interval, `bound_low` and `bound_high` what the rate would be if
all unrecorded person-sessions had been missed or attended; `status` is that of the estimate.
"""

MONTH = "month"
FIELD = "field"
SESSIONS = "sessions"
PEOPLE = "people"
ELIGIBLE = "eligible"
RATE = "rate"
LOW = "low"
HIGH = "high"
STATUS = "status"

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
KIND = "kind"
PARENT_CODE = "parent_code"
DEPTH = "depth"

ATTENDED = "attended"
EXPECTED = "expected"
UNRECORDED = "unrecorded"
BOUND_LOW = "bound_low"
BOUND_HIGH = "bound_high"

GROUP = "group"
RELEASED = "released"
RETURNED = "returned"
EXCLUDED = "excluded"

AGREEMENT_OWNER = "agreement_owner"
AGREEMENT_CODE = "agreement_code"
NUMBER = "number"
LEVEL = "level"
TITLE = "title"
STAGE = "stage"
SIGNED_ON = "signed_on"
STARTS_ON = "starts_on"
ENDS_ON = "ends_on"
EXPIRED = "expired"
PARTIES = "parties"
PARTNERS = "partners"
COHORTS = "cohorts"
LAST_ACTIVITY = "last_activity"

FLAGGED = "flagged"
CHECKED = "checked"
NOT_TOLD = "not_told"

INDICATOR_CODE = "indicator_code"
NAME_ID = "name_id"
NAME_EN = "name_en"
MEANS_A = "means_a"
MEANS_B = "means_b"
A = "a"  # in a year the average of its months
B = "b"
TARGET = "target"  # percent, as the achievement
ACHIEVEMENT = "achievement"
DIRECTION = "direction"
MONTHS = "months"
HOW = "how"
REPORTING = "reporting"
REASON = "reason"
COUNTED_BY = "counted_by"
SOURCE = "source"
VERIFIED = "verified"

CODE = "code"
NAME = "called"
OWN = "own"
ABOVE = "above"
END_UNKNOWN = "end_unknown"

PARTICIPATION_BY_MONTH = (MONTH, PEOPLE, ELIGIBLE, RATE, LOW, HIGH)
PARTICIPATION_BY_FIELD = (FIELD, PEOPLE, SESSIONS)
PARTICIPATION_BY_UNIT = (UNIT_CODE, UNIT_NAME, PEOPLE, ELIGIBLE, RATE, LOW, HIGH, STATUS)
ATTENDANCE_BY_UNIT = (
    UNIT_CODE, UNIT_NAME, ATTENDED, EXPECTED, UNRECORDED, PEOPLE, RATE, LOW, HIGH,
    BOUND_LOW, BOUND_HIGH, STATUS,
)  # fmt: skip
RETURNS = (GROUP, RELEASED, RETURNED, EXCLUDED)
COHORT_RETURNS = (GROUP, RELEASED, RETURNED)
AGREEMENTS = (
    AGREEMENT_OWNER, AGREEMENT_CODE, NUMBER, KIND, LEVEL, TITLE, STAGE, SIGNED_ON, STARTS_ON,
    ENDS_ON, EXPIRED, PARTIES, PARTNERS, COHORTS, PEOPLE, LAST_ACTIVITY,
)  # fmt: skip
UNITS = (UNIT_CODE, UNIT_NAME, KIND, PARENT_CODE, DEPTH)
QUALITY_BY_UNIT_AND_MONTH = (
    UNIT_CODE, UNIT_NAME, MONTH, FLAGGED, CHECKED, NOT_TOLD, RATE, STATUS,
)  # fmt: skip
OFFICIAL_YEAR = (
    INDICATOR_CODE, NAME_ID, NAME_EN, MEANS_A, MEANS_B, DIRECTION, COUNTED_BY, SOURCE, VERIFIED,
    A, B, RATE, TARGET, ACHIEVEMENT, MONTHS, STATUS, REASON, HOW, REPORTING,
)  # fmt: skip
OFFICIAL_NUMBERS = (A, B, RATE, TARGET, ACHIEVEMENT)
OFFICIAL_MONTHS = (INDICATOR_CODE, NAME_ID, NAME_EN, MONTH, A, B, RATE, HOW)
AGREEMENT_COVERAGE = (GROUP, CODE, NAME, OWN, COHORTS, ABOVE, END_UNKNOWN)
