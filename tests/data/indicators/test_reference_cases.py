"""Published cases with known answers: each first-wave case of tests/cases/reference_cases.json."""

from typing import Any

import pytest

from tests.data.indicators.reference_table import ANSWERS, FIRST, lines_of, main


@pytest.mark.parametrize("case", FIRST, ids=[case["id"] for case in FIRST])
def test_a_published_case_comes_out_as_published(case: dict[str, Any]) -> None:
    assert [line for line in lines_of(case) if not line.holds] == []


def test_every_case_of_the_first_wave_has_an_answer() -> None:
    assert {case["id"] for case in FIRST} == set(ANSWERS)
    assert len(FIRST) == 22


def test_the_table_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main()
    shown = capsys.readouterr().out
    assert all(case["id"] in shown for case in FIRST)
    assert "22 cases, 69 numbers, 0 off" in shown
