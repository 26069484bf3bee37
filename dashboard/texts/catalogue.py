"""The catalogue: `t("key", **values)` in the language of this run."""

import tomllib
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

OWN_NAMES = {"id": "Indonesia", "en": "English"}  # as each language calls itself
LANGUAGES = tuple(OWN_NAMES)
_language: ContextVar[str] = ContextVar("language", default="id")


def use(language: str) -> None:
    """Speak `language` ("id" or "en") from here on, in this thread alone."""
    _language.set(language)


def language() -> str:
    """The language that is spoken now."""
    return _language.get()


def t(key: str, **values: object) -> str:
    """The text of a key such as "ringkasan.judul". Raises `KeyError` when there is none."""
    text = texts(language())[key]
    return text.format(**values) if values else text


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
