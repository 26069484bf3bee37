"""Cells to values, at the edges of what the database can hold."""

import pytest

import models
from data.importing import issues
from data.importing.parsing import CellError, parser_for
from models.columns import declaration_of

PEOPLE = models.metadata.tables["activity"].c.reached_wbp  # declares no largest value


@pytest.mark.parametrize("text", ["2147483646", "2.147.483.647"])
def test_a_whole_number_goes_as_far_as_the_database_holds(text: str) -> None:
    assert parser_for(PEOPLE, declaration_of(PEOPLE), {})(text) == int(text.replace(".", ""))


def test_a_larger_one_is_out_of_range() -> None:
    with pytest.raises(CellError) as refused:
        parser_for(PEOPLE, declaration_of(PEOPLE), {})("2147483648")
    assert refused.value.rule is issues.OUT_OF_RANGE
    assert refused.value.details == {"allowed": "0 – 2147483647"}
