"""The layers of docs/decisions/0001 hold, and the contracts notice when they do not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

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


# A wrong import and the contract that must name it, each in a module of its own.
WRONG = {
    "data/queries/people.py": ("import dashboard", "Screens know answers"),
    "models/base.py": ("import data", "Screens know answers"),
    "data/queries/programmes.py": ("import data.answers", "Inside data"),
    "data/queries/partners.py": ("import data.indicators", "Inside data"),
    "dashboard/views/people.py": ("import dashboard.app", "Inside dashboard"),
    "models/people.py": ("import pandas", "Tables know no frames"),
    "data/answers/people.py": ("import altair", "Data knows no screens"),
    "dashboard/charts/trend.py": ("import streamlit", "A chart is a frame drawn"),
    "dashboard/views/partners.py": ("from sqlmodel import select", "A view asks"),
}


def broken_contracts(report: str) -> dict[str, str]:
    """Each broken contract's title with the imports that the report lists under it."""
    detailed = report.split("Broken contracts", 1)[1]
    parts = re.split(r"^(.+)\n-{3,}$", detailed, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_a_wrong_import_breaks_its_contract_alone(tmp_path: Path) -> None:
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
    for module, (source, _) in WRONG.items():
        (tmp_path / module).write_text(source)
    status, report = lint_imports(tmp_path)
    assert status == 1, report
    found = {
        module: [title for title, text in broken_contracts(report).items()
                 if re.search(rf"^-?\s*{dotted(module)} -> ", text, re.MULTILINE)]
        for module in WRONG
    }  # fmt: skip
    expected = {module: contract for module, (_, contract) in WRONG.items()}
    assert {m: [title.startswith(expected[m]) for title in t] for m, t in found.items()} == {
        module: [True] for module in WRONG
    }, report


def dotted(module: str) -> str:
    return re.escape(module.removesuffix(".py").replace("/", "."))
