"""That nobody can work out a hidden cell of a public table, however they go about it."""

import csv
import json
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from data.disclosure.tables import Count, Margined, margined
from data.errors import SinergiError
from data.exporting.datasets import datasets, datasets_at
from data.exporting.files import export
from data.exporting.requests import ExportRequest
from data.queries.filter import Filter
from models.codes import DisclosureLevel
from models.door import Door, Viewer
from tests import factories

PUBLIC = DisclosureLevel.PUBLIK
SLACK = 2  # a figure rounded to 5 may have been 2 more or less
Table = list[list[Count]]

counts = st.one_of(
    st.just(Count(0, structural=True)),
    st.integers(0, 12).map(Count),
    st.integers(8, 60).map(Count),
)
tables = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda size: st.lists(
        st.lists(counts, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)
Margin = tuple[tuple[int, ...], int | None]


def margins(shown: Margined) -> list[Margin]:
    """Each total with the places of its cells."""
    wide, high = len(shown.columns), len(shown.rows)
    found: list[Margin] = [
        (tuple(range(row * wide, (row + 1) * wide)), shown.rows[row]) for row in range(high)
    ]
    found += [
        (tuple(range(column, wide * high, wide)), shown.columns[column]) for column in range(wide)
    ]
    return [*found, (tuple(range(wide * high)), shown.total)]


def ranges(shown: Margined, *, of_all: bool = False) -> list[tuple[float, float]]:
    """The least and the most that each hidden cell may be, by linear programming.

    A total tells of the cells shown; `of_all`: as if it had been made of all, then rounded.
    """
    cells = [cell for row in shown.cells for cell in row]
    bounds = [
        (0, 7) if cell is None else (0, 0) if cell == 0 else (max(8, cell - SLACK), cell + SLACK)
        for cell in cells
    ]
    lines, limits = [], []
    for places, total in margins(shown):
        if total is None:
            continue
        members = [p for p in places if of_all or cells[p] is not None]
        slack = SLACK if of_all else SLACK * len(members)
        line = np.zeros(len(cells))
        line[members] = 1
        lines += [line, -line]
        limits += [total + slack, slack - total]
    found = []
    for place in (p for p, cell in enumerate(cells) if cell is None):
        aim = np.zeros(len(cells))
        aim[place] = 1
        ends = [
            linprog(sign * aim, A_ub=np.array(lines) if lines else None, b_ub=limits or None,
                    bounds=bounds, method="highs")
            for sign in (1, -1)
        ]  # fmt: skip
        assert all(end.success for end in ends)
        found.append((ends[0].fun, -ends[1].fun))
    return found


def every_hidden_cell_may_be_anything(table: Table) -> None:
    """The linear program finds 0 to 7 for each, and no other small number shows anywhere."""
    shown = margined(table, PUBLIC)
    for low, high in ranges(shown):
        assert low <= 1e-6 and high >= 7 - 1e-6
    for row, line in enumerate(table):
        for column, cell in enumerate(line):
            if shown.cells[row][column] is None:
                for other in range(8):
                    changed = [list(one) for one in table]
                    changed[row][column] = Count(other)
                    assert margined(changed, PUBLIC) == shown
            elif not cell.structural:
                assert abs((shown.cells[row][column] or 0) - cell.people) <= SLACK


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(table=tables)
def test_no_hidden_cell_can_be_worked_out(table: Table) -> None:
    every_hidden_cell_may_be_anything(table)


@pytest.mark.long
@settings(
    max_examples=1000, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
@given(table=tables)
def test_no_hidden_cell_of_a_thousand_tables_can_be_worked_out(table: Table) -> None:
    every_hidden_cell_may_be_anything(table)


def test_the_same_look_finds_a_cell_where_totals_are_made_of_all() -> None:
    """Else the test above could not fail: exact totals, rounded afterwards, tell too much."""
    table = [[Count(7), Count(20)], [Count(30), Count(40)]]
    shown = margined(table, PUBLIC)
    careless = Margined(shown.cells, (30, 70), (40, 60), 95)
    assert ranges(shown) == [(0, 7)]
    assert ranges(careless, of_all=True)[0][0] > 5


def test_a_total_of_nothing_but_hidden_cells_is_hidden() -> None:
    shown = margined([[Count(3), Count(0)], [Count(0, True), Count(0, True)]], PUBLIC)
    assert (shown.rows, shown.columns, shown.total) == ((None, 0), (None, None), None)


@pytest.fixture
def counted(door: Door, viewer: Viewer) -> Door:
    """In January 12 people took part at AAA and 5 at BBB; in February the same 12, CCC never."""
    with door.writing(viewer) as session:
        factories.marks(session)
        course = factories.programme(session, field="KEMANDIRIAN")
        for code, size, days in (("AAA", 12, (5, 40)), ("BBB", 5, (6,)), ("CCC", 0, ())):
            unit = factories.unit(session, code=code)
            cohort = factories.cohort(session, unit_id=unit, programme_id=course)
            enrolled = [factories.enrolment(session, cohort_id=cohort) for _ in range(size)]
            for number, day in enumerate(days, start=1):
                meeting = factories.meeting(
                    session, cohort_id=cohort, number=number, starts_at=time(9),
                    held_on=date.fromordinal(date(2026, 1, 1).toordinal() + day),
                )  # fmt: skip
                for one in enrolled:
                    factories.attendance(session, session_id=meeting, enrolment_id=one)
    return door


def lines_of(path: Path, *keys: str) -> dict[tuple[str, ...], tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows: Sequence[dict[str, str]] = list(csv.DictReader(stream))
    value = next(name for name in ("jumlah_peserta", "jumlah_orang") if name in rows[0])
    return {tuple(row[key] for key in keys): (row[value], row["disembunyikan"]) for row in rows}


def test_a_public_file_hides_few_and_adds_up_what_it_shows(
    counted: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(counted, viewer, ExportRequest("jumlah_peserta", level=PUBLIC), tmp_path)
    found = lines_of(made.data, "bulan", "kode_unit", "bidang")
    assert found == {
        ("2026-01", "AAA", "KEMANDIRIAN"): ("10", "Tidak"),
        ("2026-01", "AAA", "SEMUA"): ("10", "Tidak"),
        ("2026-01", "BBB", "KEMANDIRIAN"): ("", "Ya"),
        ("2026-01", "BBB", "SEMUA"): ("", "Ya"),
        ("2026-01", "SEMUA", "KEMANDIRIAN"): ("10", "Ya"),
        ("2026-01", "SEMUA", "SEMUA"): ("10", "Ya"),
        ("2026-02", "AAA", "KEMANDIRIAN"): ("10", "Tidak"),
        ("2026-02", "AAA", "SEMUA"): ("10", "Tidak"),
        ("2026-02", "BBB", "KEMANDIRIAN"): ("0", "Tidak"),
        ("2026-02", "BBB", "SEMUA"): ("0", "Tidak"),
        ("2026-02", "SEMUA", "KEMANDIRIAN"): ("10", "Tidak"),
        ("2026-02", "SEMUA", "SEMUA"): ("10", "Tidak"),
    }
    described = json.loads(made.dictionary.read_text(encoding="utf-8"))  # type: ignore[union-attr]
    assert described["sinergi:counts"]["hidden_up_to"] == 7


def test_the_own_unit_has_the_same_table_exactly(
    counted: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = export(counted, viewer, ExportRequest("jumlah_peserta"), tmp_path)
    found = lines_of(made.data, "bulan", "kode_unit", "bidang")
    assert found["2026-01", "BBB", "KEMANDIRIAN"] == ("5", "Tidak")
    assert found["2026-01", "SEMUA", "SEMUA"] == ("17", "Tidak")


def test_days_around_a_month_give_the_whole_month(
    counted: Door, viewer: Viewer, tmp_path: Path
) -> None:
    """Else two files about nearly the same days would tell of those between."""
    narrow = Filter(date(2026, 1, 20), date(2026, 1, 21))
    request = ExportRequest("jumlah_peserta", level=PUBLIC, filter=narrow)
    found = lines_of(export(counted, viewer, request, tmp_path).data, "bulan", "kode_unit")
    assert found["2026-01", "AAA"] == ("10", "Tidak")


def test_a_status_that_nobody_has_is_hidden_where_there_was_a_cohort(
    counted: Door, viewer: Viewer, tmp_path: Path
) -> None:
    request = ExportRequest("jumlah_kepesertaan", level=PUBLIC)
    made = export(counted, viewer, request, tmp_path)
    found = lines_of(made.data, "kode_unit", "status_kepesertaan")
    assert found["AAA", "AKTIF"] == ("10", "Tidak")
    assert found["AAA", "LULUS"] == found["CCC", "AKTIF"] == ("", "Ya")
    assert found["AAA", "SEMUA"] == ("10", "Ya")


def test_rows_are_never_public(counted: Door, viewer: Viewer, tmp_path: Path) -> None:
    given = datasets_at(ExportRequest("", level=PUBLIC))
    assert not any(dataset.is_personal for dataset in given.values())
    for name in datasets().keys() - given.keys():
        with pytest.raises(SinergiError, match="Yang dapat diberikan: jumlah_peserta"):
            export(counted, viewer, ExportRequest(name, level=PUBLIC), tmp_path)
    assert {"wbp", "peserta", "kehadiran", "activity", "indicator_value"} < (
        datasets().keys() - given.keys()
    )
