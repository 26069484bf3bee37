"""Names that stand for persons in research files: keyed, for one recipient and one epoch.

Without the key nobody can find a person by trying all numbers, which an unkeyed hash allows.
"""

import hmac
import secrets
from collections.abc import Callable
from functools import partial

KEY_BYTES = 32
_LENGTH = 24  # hexadecimal digits: 96 bits


def new_key() -> str:
    """A key for `pseudonymiser`, as it is kept among the settings."""
    return secrets.token_hex(KEY_BYTES)


def pseudonymiser(key: str, *, recipient: str, epoch: str) -> Callable[[str], str]:
    """Gives a person's pseudonym from their public id.

    The same for one recipient and epoch (case and outer spaces do not matter), unlike for any
    other, so that two recipients cannot join their files by it.
    """
    said = "\x1f".join(" ".join(part.casefold().split()) for part in (recipient, epoch))
    own = hmac.digest(bytes.fromhex(key), said.encode(), "sha256")
    return partial(_pseudonym, own)


def _pseudonym(own: bytes, public_id: str) -> str:
    return hmac.digest(own, public_id.encode(), "sha256").hex()[:_LENGTH]
