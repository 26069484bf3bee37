"""Every kind of bad input gets its verdict, on text files and on workbooks, on both databases."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.importing.issues import FileRefused, Issue, Weight
from data.importing.road import import_files
from data.importing.runs import Options, Outcome
from models.codes import DatabaseMode
from models.door import Door, Viewer
from tests.conftest import ENGINES, OFFICER, _drop_database, _fresh_database

from .conftest import TODAY
from .verdicts.case import Case
from .verdicts.files import FILES
from .verdicts.people import PEOPLE
from .verdicts.rows import ROWS
from .verdicts.world import build

CASES = [*FILES, *ROWS, *PEOPLE]
RUNS = [(case, kind) for case in CASES for kind in case.kinds]
ELSEWHERE = {61, 66, 67, 68, 69, 70, 71, 72, 74}  # these need more than one file or one process


@pytest.fixture(scope="module", params=ENGINES)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a filled database, to be copied for each case."""
    folder = tmp_path_factory.mktemp("dunia")
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'dunia.db'}"
    else:
        url = _fresh_database(request.getfixturevalue("postgresql_url"))
    door = Door(url)
    with door.altering() as connection:
        models.metadata.create_all(connection)
        connection.execute(
            sa.insert(models.DatabaseState.__table__).values(id=1, mode=DatabaseMode.DEMO)
        )
    (folder / "isi").mkdir()
    build(door, OFFICER, folder / "isi")
    door.close()
    return url


@pytest.fixture
def copy(request: pytest.FixtureRequest, world: str, tmp_path: Path) -> Iterator[Door]:
    """A door to a copy of the world."""
    if world.startswith("sqlite"):
        path = tmp_path / "salinan.db"
        shutil.copy(world.removeprefix("sqlite:///"), path)
        opened = Door(f"sqlite:///{path}")
        yield opened
        opened.close()
        return
    server = request.getfixturevalue("postgresql_url")
    url = _fresh_database(server, str(sa.make_url(world).database))
    opened = Door(url)
    yield opened
    opened.close()
    _drop_database(server, url)


@pytest.mark.parametrize(("case", "kind"), RUNS, ids=lambda part: getattr(part, "name", part))
def test_it_gets_its_verdict(copy: Door, tmp_path: Path, case: Case, kind: str) -> None:
    if case.real:
        _hold_only(copy, "AAA")
    path = case.write(tmp_path, kind)
    if case.verdict == "F":
        with pytest.raises(FileRefused) as caught:
            import_files(copy, OFFICER, [path], Options(TODAY))
        _says(case, caught.value.issue, "")
        return
    (outcome,) = import_files(copy, OFFICER, [path], Options(TODAY))
    assert outcome.counts.new == case.new, outcome.reasons
    assert bool(outcome.refused_rows) == (case.verdict in "RQ")
    if case.rule is not None:
        _says(case, _issue(outcome, case.rule), str(case.line or ""))
    if case.stored is not None:
        _stands(copy, OFFICER, case, outcome.batch_id)


def _issue(outcome: Outcome, rule: str) -> Issue:
    found = [i for issues in outcome.reasons.values() for i in issues] + outcome.issues
    assert rule in {issue.rule.code for issue in found}, found
    return next(issue for issue in found if issue.rule.code == rule)


def _says(case: Case, issue: Issue, line: str) -> None:
    """The rule, its weight, the place, and whole sentences in both languages."""
    assert (issue.rule.code, issue.rule.weight) == (case.rule, Weight(case.verdict))
    indonesian, english = issue.sentence("id"), issue.sentence("en")
    assert indonesian != english
    for sentence in (indonesian, english):
        assert "<" not in re.sub(r"\[.*?\]", "", sentence)
        assert line in sentence
        assert case.heading is None or f"`{case.heading}`" in sentence
    assert case.value is None or case.value in indonesian


def _stands(door: Door, viewer: Viewer, case: Case, batch: int | None) -> None:
    assert case.stored is not None
    table, column, values = case.stored
    rows = models.metadata.tables[table]
    mine = rows.c.id if table == "import_batch" else rows.c.batch_id
    with door.reading(viewer) as session:
        found = list(session.scalars(sa.select(rows.c[column]).where(mine == batch).order_by("id")))
    if table == "import_batch":
        found = [Path(name).stem for name in found]
    assert found == values


def _hold_only(door: Door, code: str) -> None:
    state, unit = models.metadata.tables["database_state"], models.metadata.tables["unit"]
    with door.writing(OFFICER) as session:
        own = session.scalars(sa.select(unit.c.id).where(unit.c.code == code)).one()
        session.execute(sa.update(state).values(mode=DatabaseMode.NYATA, unit_id=own))


def test_every_row_of_the_table_of_verdicts_has_a_case() -> None:
    numbers = Counter(case.number for case in CASES)
    print(f"{len(CASES)} cases of {len(numbers)} kinds, {len(RUNS)} files, on 2 databases")
    assert set(numbers) | ELSEWHERE == set(range(1, 79))
