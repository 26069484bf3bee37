"""The catalogue: `t("key", **values)` in the language of this run."""

import re
import tomllib
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

OWN_NAMES = {"id": "Indonesia", "en": "English"}  # as each language calls itself
LANGUAGES = tuple(OWN_NAMES)
_FORMS = re.compile(r"\{(\w+)\}([^{}\[\]]*)\[([^|\[\]]*)\|([^|\[\]]*)\]")
_language: ContextVar[str] = ContextVar("language", default="id")


def use(language: str) -> None:
    """Speak `language` ("id" or "en") from here on, in this thread alone."""
    _language.set(language)


def language() -> str:
    """The language that is spoken now."""
    return _language.get()


def t(key: str, **values: object) -> str:
    """The text of a key such as "ringkasan.judul". Raises `KeyError` when there is none.

    Of "{n} [row|rows]" the first form stands behind one, the second behind every other number.
    """
    text = texts(language())[key]
    return _agreeing(text, values).format(**values) if values else text


def _agreeing(text: str, values: dict[str, object]) -> str:
    if "|" not in text:
        return text
    return _FORMS.sub(
        lambda found: f"{{{found[1]}}}{found[2]}{found[3 if str(values[found[1]]) == '1' else 4]}",
        text,
    )


@cache
def texts(language: str) -> dict[str, str]:
    """All texts of a language by dotted key, from one file a screen or subject."""
    found: dict[str, str] = {}
    for path in sorted(Path(__file__).with_name(language).glob("*.toml")):
        found |= _flat(tomllib.loads(path.read_text(encoding="utf-8")))
    return found


def _flat(section: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in section.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found
