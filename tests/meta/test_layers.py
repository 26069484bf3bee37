"""The layers of docs/decisions/0001 hold, and the contracts notice when they do not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(tree: Path) -> tuple[int, str]:
    """Exit status and report of import-linter on the packages in `tree`."""
    finished = subprocess.run(
        [sys.executable, "-c", "import importlinter.cli as c; c.lint_imports_command()",
         "--no-cache", "--no-logo"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    return finished.returncode, finished.stdout + finished.stderr


def test_our_sources_keep_the_layers() -> None:
    status, report = lint_imports(ROOT)
    assert status == 0, report


@pytest.mark.parametrize(
    ("module", "source", "contract"),
    [
        ("data/queries/people.py", "import dashboard", "Screens know answers"),
        ("models/base.py", "import data", "Screens know answers"),
        ("data/queries/people.py", "import data.answers", "Inside data"),
        ("data/queries/people.py", "import data.indicators", "Inside data"),
        ("dashboard/views/people.py", "import dashboard.app", "Inside dashboard"),
        ("models/base.py", "import pandas", "Tables know no frames"),
        ("data/answers/people.py", "import altair", "Data knows no screens"),
        ("dashboard/charts/trend.py", "import streamlit", "A chart is a frame drawn"),
        ("dashboard/views/people.py", "from sqlmodel import select", "A view asks"),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    tmp_path: Path, module: str, source: str, contract: str
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in [
        "models", "data/answers", "data/queries", "data/indicators", "dashboard/app",
        "dashboard/charts", "dashboard/views",
    ]:  # fmt: skip
        (tmp_path / folder).mkdir(parents=True)
        for package in [tmp_path / folder, (tmp_path / folder).parent]:
            if package != tmp_path:
                (package / "__init__.py").touch()
    assert lint_imports(tmp_path)[0] == 0
    (tmp_path / module).write_text(source)
    status, report = lint_imports(tmp_path)
    broken = [line for line in report.splitlines() if line.rstrip().endswith("BROKEN")]
    assert status == 1, report
    assert [line.startswith(contract) for line in broken] == [True], report
