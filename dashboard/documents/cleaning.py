"""Text from the data, without what no paper can carry."""

import unicodedata
from typing import Any

_NO_SIGNS = ("Cc", "Cs", "Co", "Cn")


def cleaned(value: Any) -> Any:
    """The same, however deep, without controls, halves of pairs, private and unassigned signs.

    Line ends stay.

    >>> cleaned({"name": "A\\x07n\\ue000i", "marks": ("H", 1)})
    {'name': 'Ani', 'marks': ['H', 1]}
    """
    match value:
        case str():
            return "".join(sign for sign in value if sign == "\n" or _is_sign(sign))
        case dict():
            return {key: cleaned(one) for key, one in value.items()}
        case list() | tuple():
            return [cleaned(one) for one in value]
        case _:
            return value


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign) not in _NO_SIGNS
