"""Text from the data, kept from being read as markup."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")


def plain(text: object) -> str:
    r"""The text as it stands, whatever signs it holds.

    >>> plain("PT *Maju* $1")
    'PT \\*Maju\\* \\$1'
    """
    return _SPECIAL.sub(r"\\\1", str(text))
