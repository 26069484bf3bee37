"""The NIK: 16 digits, of which 7 to 12 are the birth day (plus 40 for women), month and year."""

import re

NIK = re.compile(r"^\d{16}$")
WOMEN_ADD = 40
_SIGNS = re.compile(r"^'|[\s.\-]")


def tidied(text: str) -> str:
    """The number without a leading apostrophe, spaces, dots and dashes.

    >>> tidied("'3175.0101.0190-0001")
    '3175010101900001'
    """
    return _SIGNS.sub("", text)


def birth_of(number: str) -> tuple[int, int, int, bool]:
    """Day, month, two-digit year, and whether it is a woman's.

    >>> birth_of("3175014101900001")
    (1, 1, 90, True)
    """
    day, month, year = int(number[6:8]), int(number[8:10]), int(number[10:12])
    female = day > WOMEN_ADD
    return (day - WOMEN_ADD if female else day), month, year, female
