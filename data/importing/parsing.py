"""One cell to one value: a parser is made once for a column and remembers what it has seen."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa

from data.importing import issues
from data.importing.issues import Rule
from models.columns import Declaration

LONGEST_CELL = 10_000
LARGEST_WHOLE = 2_147_483_647  # of a column of whole numbers in PostgreSQL
MONTHS = {
    "januari": 1, "jan": 1, "february": 2, "februari": 2, "feb": 2, "peb": 2, "maret": 3,
    "mar": 3, "march": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "jun": 6,
    "june": 6, "juli": 7, "jul": 7, "july": 7, "agustus": 8, "agt": 8, "agst": 8, "ags": 8,
    "agu": 8, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10,
    "okt": 10, "october": 10, "oct": 10, "november": 11, "nov": 11, "nop": 11, "desember": 12,
    "des": 12, "december": 12, "dec": 12, "january": 1,
}  # fmt: skip
_YES = frozenset({"ya", "y", "1", "true", "benar", "yes", "✓", "v", "x"})
_NO = frozenset({"tidak", "t", "0", "false", "salah", "no", "n", "-"})
_NUMBERS = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WORDS = re.compile(r"^(\d{1,2})[ \-]([A-Za-z]+)\.?[ \-](\d{4}|\d{2})$")
_MOMENT = re.compile(
    r"^(\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4})[ T]\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:WIB|WITA|WIT|\+0[789](?::?00)?)?$",
    re.I,
)
_TIME = re.compile(r"^(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?:\s*(?:WIB|WITA|WIT))?$", re.I)
_SERIAL = re.compile(r"^[2-5]\d{4}(?:\.0+)?$")
_DECIMAL = re.compile(r"^[+-]?\d{1,15}(?:,\d+)?$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_POINT = re.compile(r"^[+-]?\d{1,15}\.\d+$")
_SWAPPED = str.maketrans(",.", ".,")
_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.I)

Value = Any
Parser = Callable[[str], Value]


@dataclass(frozen=True)
class Conventions:
    """How a unit or a profile writes days and numbers.

    `date_order`: HBT (day first) or BHT (month first); yyyy-mm-dd is always read.
    `decimal`: the decimal sign. `serial_dates`: whether 44750 is a day as Excel counts.
    """

    date_order: str = "HBT"
    decimal: str = ","
    serial_dates: bool = False


HOUSE = Conventions()


@dataclass
class CellError(Exception):
    """A cell that is not what its column needs. `details` fill the rule's sentence."""

    rule: Rule
    details: Mapping[str, str]


def cleaned(text: str) -> str:
    """The text without odd spaces; digits of other scripts become 0 to 9."""
    if text.isascii():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\ufeff", "")
    digits = "".join(str(unicodedata.digit(c)) if _foreign_digit(c) else c for c in plain)
    return " ".join(digits.split())


def _foreign_digit(character: str) -> bool:
    return not character.isascii() and character.isdecimal()


def parse_date(text: str, conventions: Conventions = HOUSE) -> date:
    """A day in the unit's order, yyyy-mm-dd or words (8 Juli 2022). Raises `CellError`.

    Of a moment the local day is kept; a moment in UTC has none, so it is no day.
    """
    moment = _MOMENT.match(text)
    found = moment[1] if moment else text
    if match := _ISO.match(found):
        year, month, day = (int(part) for part in match.groups())
    elif match := _NUMBERS.match(found):
        day, month, year = (int(part) for part in match.groups())
        if conventions.date_order == "BHT":
            day, month = month, day
    elif match := _WORDS.match(found):
        month = MONTHS.get(match[2].lower(), 0)
        day, year = int(match[1]), int(match[3])
        year += 2000 if year < 100 else 0
    elif _SERIAL.match(found):
        return _serial_day(found, conventions)
    else:
        raise CellError(_no_date(conventions), {})
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CellError(_no_date(conventions), {}) from error


def holds_a_time(text: str) -> bool:
    """Whether the cell is a day with a time of day."""
    return _MOMENT.match(text) is not None


def _serial_day(text: str, conventions: Conventions) -> date:
    if not conventions.serial_dates:
        raise CellError(issues.EXCEL_SERIAL, {})
    return date(1899, 12, 30) + timedelta(days=int(float(text)))


def _no_date(conventions: Conventions) -> Rule:
    return issues.NOT_A_DATE if conventions.date_order == "HBT" else issues.NOT_A_DATE_MONTH_FIRST


def contradicts(text: str, conventions: Conventions = HOUSE) -> bool:
    """Whether the cell can only be in the other order: evidence against the unit's format."""
    match = _NUMBERS.match(text)
    if match is None:
        return False
    first, second = int(match[1]), int(match[2])
    if conventions.date_order == "BHT":
        first, second = second, first
    return first <= 12 < second <= 31


def parse_time(text: str) -> time:
    """A time of day, HH:MM or HH.MM. Raises `CellError`."""
    match = _TIME.match(text)
    if match is None:
        raise CellError(issues.NOT_A_TIME, {})
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError as error:
        raise CellError(issues.NOT_A_TIME, {}) from error


def parse_boolean(text: str) -> bool:
    """Ya or Tidak; a lone T is Tidak. Raises `CellError`."""
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(issues.NOT_A_BOOLEAN, {})


def parse_decimal(text: str, conventions: Conventions = HOUSE) -> float:
    """A number in the unit's signs; the other sign is a decimal where it cannot group.

    Raises `CellError`.
    """
    written = text if conventions.decimal == "," else text.translate(_SWAPPED)
    if _DECIMAL.match(written):
        return float(written.replace(",", "."))
    if _GROUPED.match(written):
        return float(written.replace(".", "").replace(",", "."))
    if _POINT.match(written):
        return float(written)
    raise CellError(issues.NOT_A_DECIMAL, {})


def parse_integer(text: str, conventions: Conventions = HOUSE) -> int:
    """A whole number, thousands grouped or not. Raises `CellError`."""
    text = text if conventions.decimal == "," else text.translate(_SWAPPED)
    digits = text.replace(".", "") if _GROUPED.match(text) else text
    if re.fullmatch(r"[+-]?\d{1,15}", digits):
        return int(digits)
    raise CellError(issues.NOT_A_NUMBER, {})


def limits(column: "sa.Column[Any]", declaration: Declaration) -> tuple[Any, Any]:
    """The least and the largest value: as declared, else the largest that the database holds."""
    whole = isinstance(column.type, sa.Integer) and not isinstance(column.type, sa.BigInteger)
    high = declaration.maximum
    return declaration.minimum, LARGEST_WHOLE if high is None and whole else high


def _within(parse: Parser, low: Any, high: Any) -> Parser:
    allowed = f"{'' if low is None else f'{low:g}'} – {'' if high is None else f'{high:.0f}'}"

    def check(text: str) -> Value:
        value = parse(text)
        if (low is not None and value < low) or (high is not None and value > high):
            raise CellError(issues.OUT_OF_RANGE, {"allowed": allowed})
        return value

    return check if low is not None or high is not None else parse


def _text(declaration: Declaration) -> Parser:
    longest = declaration.max_length or LONGEST_CELL

    def check(text: str) -> str:
        if len(text) > longest:
            raise CellError(issues.TOO_LONG, {"allowed": str(longest)})
        if _SCIENTIFIC.match(text):
            raise CellError(issues.DAMAGED_BY_EXCEL, {})
        return text

    return check


def _one_of(choices: Mapping[str, str], rule: Rule, list_name: str = "") -> Parser:
    """A code by its value or its label, whatever the case. `choices`: lower case -> code."""
    allowed = ", ".join(dict.fromkeys(choices.values()))

    def check(text: str) -> str:
        found = choices.get(text.casefold())
        if found is None:
            raise CellError(rule, {"allowed": allowed, "other": list_name})
        return found

    return check


def is_free_text(column: "sa.Column[Any]", declaration: Declaration) -> bool:
    """Whether a person may write anything there."""
    other = (sa.Enum, sa.Boolean, sa.Integer, sa.Float, sa.Date, sa.Time)
    return declaration.codes is None and not isinstance(column.type, other)


def parser_for(
    column: "sa.Column[Any]", declaration: Declaration, codes: Mapping[str, Mapping[str, str]],
    *, conventions: Conventions = HOUSE,
) -> Parser:  # fmt: skip
    """The parser of a column; `codes` are the open lists: list -> (lower-case text -> code)."""
    kind, reach = column.type, limits(column, declaration)
    if declaration.codes is not None:
        known = codes.get(declaration.codes, {})
        return _one_of(known, issues.UNKNOWN_OPEN_CODE, declaration.codes)
    if isinstance(kind, sa.Enum):
        choices: dict[str, str] = {}
        members: Any = kind.enum_class or ()
        for member in members:
            for text in (member.value, member.label_id, member.label_en):
                choices.setdefault(text.casefold(), member.value)
        return _one_of(choices, issues.UNKNOWN_CLOSED_CODE)
    if isinstance(kind, sa.Boolean):
        return parse_boolean
    if isinstance(kind, sa.Integer):
        return _within(partial(parse_integer, conventions=conventions), *reach)
    if isinstance(kind, sa.Float):
        return _within(partial(parse_decimal, conventions=conventions), *reach)
    if isinstance(kind, sa.Date):
        return partial(parse_date, conventions=conventions)
    if isinstance(kind, sa.Time):
        return parse_time
    return _text(declaration)
