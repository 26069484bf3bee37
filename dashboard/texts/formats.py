"""Numbers and days as each language writes them, on screens and inside charts alike."""

from datetime import date, datetime

UNKNOWN = "–"

MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def number(value: float | None, language: str, *, decimals: int = 0) -> str:
    """
    >>> number(1234.5, "id", decimals=1), number(1234.5, "en", decimals=1)
    ('1.234,5', '1,234.5')
    """
    if value is None or value != value:
        return UNKNOWN
    text = f"{value:,.{decimals}f}"
    text = text.lstrip("-") if not text.strip("-0.,") else text
    return text.translate(_INDONESIAN) if language == "id" else text


def percent(share: float | None, language: str, *, of: float | None = None) -> str:
    """A share of 1; without a decimal when it is of fewer than 100, as in the sentences.

    >>> percent(0.7842, "id", of=400), percent(0.7842, "en", of=40)
    ('78,4%', '78%')
    """
    if share is None or share != share:
        return UNKNOWN
    return f"{number(100 * share, language, decimals=percent_decimals(of))}%"


def percent_decimals(of: float | None) -> int:
    """How many decimals a percentage of so many can carry."""
    return 0 if of is None or of < 100 else 1


def signed(value: float, language: str, *, decimals: int = 1) -> str:
    """With its sign, in ASCII: st.metric takes the direction of its arrow from it.

    >>> signed(-2.04, "id"), signed(0.0, "id"), signed(3, "en")
    ('-2,0', '0,0', '+3.0')
    """
    text = number(value, language, decimals=decimals)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def day(value: date | None, language: str) -> str:
    """
    >>> day(date(2022, 6, 27), "id"), day(date(2022, 6, 27), "en")
    ('27 Juni 2022', '27 June 2022')
    """
    if value is None or value != value:
        return UNKNOWN
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def short_day(value: date | None, language: str) -> str:
    """
    >>> short_day(date(2026, 8, 1), "id")
    '1 Agu 2026'
    """
    if value is None or value != value:
        return UNKNOWN
    return f"{value.day} {month(value, language)}"


def month(value: date, language: str) -> str:
    """
    >>> month(date(2026, 8, 1), "id")
    'Agu 2026'
    """
    return f"{SHORT_MONTHS[language][value.month - 1]} {value.year}"


def moment(value: datetime, language: str) -> str:
    """
    >>> moment(datetime(2026, 8, 1, 9, 5), "id"), moment(datetime(2026, 8, 1, 9, 5), "en")
    ('1 Agu 2026 09.05', '1 Aug 2026 09:05')
    """
    clock = value.strftime("%H.%M" if language == "id" else "%H:%M")
    return f"{short_day(value, language)} {clock}"


_INDONESIAN = str.maketrans(",.", ".,")
