"""The worked example of each figure, as its docstring shows it."""

import doctest
import importlib
import pkgutil

import pytest

import data.indicators
from data.indicators.declarations import BY_CODE
from data.indicators.method_page import FUNCTIONS, example_of

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(data.indicators.__path__, "data.indicators.")
    if not module.ispkg
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_show(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_figure_has_a_worked_example(code: str) -> None:
    assert ">>>" in example_of(FUNCTIONS[code])
