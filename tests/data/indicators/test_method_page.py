"""The page for evaluators says what the declarations say."""

import re
from pathlib import Path

from data.indicators.declarations import BY_CODE, INDICATORS
from data.indicators.method_page import FUNCTIONS, example_of, method_page

PAGE = Path(__file__).parents[3] / "docs" / "metode.md"


def test_the_page_is_what_the_declarations_say() -> None:
    again = "run: python -m data.indicators.method_page > docs/metode.md"
    assert PAGE.read_text(encoding="utf-8") == method_page(), again


def test_every_declared_figure_has_its_function_and_no_other_is_shown() -> None:
    assert set(FUNCTIONS) == set(BY_CODE)


def test_a_function_without_example_is_noticed() -> None:
    assert example_of(len) == ""


def test_a_source_stands_in_both_languages_unless_it_is_a_citation() -> None:
    same = [one.source.id for one in INDICATORS if one.source.id == one.source.en]
    assert [text for text in same if re.search(r"\b(of|the|and|not|form|level)\b", text)] == []
