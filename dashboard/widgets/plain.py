"""Text from the data, kept from being read as markup."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")
_SIMPLE = re.compile(r"[^\W_]+([ _][^\W_]+)*")


def plain(text: object) -> str:
    r"""The text as it stands, whatever signs it holds.

    >>> plain("PT *Maju* $1")
    'PT \\*Maju\\* \\$1'
    """
    return _SPECIAL.sub(r"\\\1", str(text))


def named(text: str) -> str:
    r"""The text as the label of a widget: a simple name stays bare, for it is also read aloud.

    >>> named("jenis_mitra"), named("a*b*")
    ('jenis_mitra', 'a\\*b\\*')
    """
    return text if _SIMPLE.fullmatch(text) else plain(text)
