"""The examples in the docstrings of the wording of numbers, days and plain text hold."""

import doctest
import string
from types import ModuleType

import pytest

from dashboard.texts import formats
from dashboard.texts.catalogue import t, texts, use
from dashboard.widgets import plain


@pytest.mark.parametrize("module", [formats, plain])
def test_the_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("value", [None, float("nan")])
def test_what_is_missing_is_a_dash_and_not_zero(value: float | None) -> None:
    assert formats.number(value, "id") == formats.UNKNOWN
    assert formats.percent(value, "id") == formats.UNKNOWN


@pytest.mark.parametrize(
    ("value", "said"), [(-0.04, "0,0"), (0.04, "0,0"), (-0.06, "-0,1"), (1234.5, "+1.234,5")]
)
def test_a_sign_is_ascii_and_zero_has_none(value: float, said: str) -> None:
    assert formats.signed(value, "id") == said


@pytest.mark.parametrize(("of", "said"), [(99, "33%"), (100, "33,3%"), (101, "33,3%")])
def test_a_decimal_needs_a_hundred(of: int, said: str) -> None:
    assert formats.percent(1 / 3, "id", of=of) == said


@pytest.mark.parametrize(
    ("n", "said"), [(1, "(1 document)"), (0, "(0 documents)"), ("1,000", "(1,000 documents)")]
)
def test_a_word_agrees_with_its_number(n: object, said: str) -> None:
    use("en")
    assert t("tandatangan.pilihan", hari="27 June 2022", n=n) == f"27 June 2022 {said}"
    use("id")


def test_every_pair_of_forms_stands_behind_its_number() -> None:
    use("en")
    paired = {key: text for key, text in texts("en").items() if "|" in text}
    said = {
        key: [t(key, **dict.fromkeys(_places(text), n)) for n in (1, 2)]
        for key, text in paired.items()
    }
    use("id")
    assert paired
    assert [key for key, both in said.items() if both[0] == both[1] or "|" in "".join(both)] == []


def _places(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]
