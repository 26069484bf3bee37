"""Numbers, percentages and limits in the signs of each language."""

from data.indicators.declarations import Text


def number(value: float, language: str, *, decimals: int = 1) -> str:
    """A number in the language's signs: 2704.04 -> "2.704,0" (id), "2,704.0" (en)."""
    plain = f"{value + 0.0:,.{decimals}f}"
    plain = plain.lstrip("-") if float(plain.replace(",", "")) == 0 else plain
    return plain.translate(str.maketrans(",.", ".,")) if language == "id" else plain


def percent(share: float, language: str, *, of: float | None) -> str:
    """A share as a percentage: no decimal when it is of fewer than 100, else one."""
    decimals = 0 if of is None or of < 100 else 1
    return f"{number(100 * share, language, decimals=decimals)}%"


def limits(low: float, high: float, language: str, *, decimals: int = 1) -> str:
    """The 95 % limits: "95% IK 2,0-8,0"; a word between them where a minus sign would confuse."""
    between = "-" if low >= 0 else Text(" sampai ", " to ").in_language(language)
    first, last = (number(limit, language, decimals=decimals) for limit in (low, high))
    return f"{Text('95% IK', '95% CI').in_language(language)} {first}{between}{last}"


def fill(template: Text, language: str, **values: object) -> str:
    """The template in `language` with its values."""
    return template.in_language(language).format(**values)
