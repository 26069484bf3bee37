"""Both languages say everything, nothing is said twice over, and every key is used."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.texts.catalogue import LANGUAGES, t, texts, use

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"


def keys_used(source: str) -> Iterator[str]:
    """The first argument of each `t(...)`; only a literal can be checked."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "t":
            key = call.args[0]
            assert isinstance(key, ast.Constant), f"line {call.lineno}: the key is not a literal"
            yield str(key.value)


def values_used(source: str) -> Iterator[tuple[str, set[str]]]:
    """Each key with the names of the values given to it; not those given as a `**` mapping."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "t":
            names = [keyword.arg for keyword in call.keywords]
            if None not in names:
                yield call.args[0].value, {name for name in names if name}  # type: ignore[attr-defined]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def our_sources() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(DASHBOARD.rglob("*.py"))]


def test_both_languages_have_the_same_keys() -> None:
    assert set(texts("id")) == set(texts("en"))


def test_both_texts_of_a_key_take_the_same_values() -> None:
    indonesian, english = texts("id"), texts("en")
    different = [
        key for key in indonesian if placeholders(indonesian[key]) != placeholders(english[key])
    ]
    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in texts(language).items() if not text.strip()] == []


def test_every_used_key_exists_and_every_key_is_used() -> None:
    used = {key for source in our_sources() for key in keys_used(source)}
    assert used == set(texts("id"))


def test_every_key_gets_the_values_that_its_text_asks_for() -> None:
    given = [found for source in our_sources() for found in values_used(source)]
    wrong = [(key, names) for key, names in given if names != placeholders(texts("id")[key])]
    assert wrong == []


def test_a_key_that_is_no_literal_is_noticed() -> None:
    with pytest.raises(AssertionError, match="literal"):
        list(keys_used("t(key)"))


def test_the_language_of_the_run_decides() -> None:
    use("en")
    assert t("bingkai.rentang", dari="1", sampai="2") == "1 to 2"
    use("id")
    assert t("bingkai.rentang", dari="1", sampai="2") == "1 sampai 2"
