"""An attendance sheet from the command line, and back."""

import shutil
from pathlib import Path

import pytest

from tests.data.importing.verdicts.world import FILES

from .conftest import Home


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Home:
    home = Home(tmp_path_factory.mktemp("lembar") / "rumah")
    shutil.copytree(prepared, home.folder)
    folder = tmp_path_factory.mktemp("isi")
    for name, text in FILES.items():
        if name != "person_identifier":
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    done = home.run("import", str(folder))
    assert done.returncode == 0, done.stderr
    return home


def test_a_sheet_is_printed_and_comes_back_and_a_list_to_sign_is_a_pdf(
    filled: Home, tmp_path: Path
) -> None:
    done = filled.run("sheet", "attendance", "K1", "--month", "2026-07", "--folder", str(tmp_path))
    assert done.returncode == 0, done.stderr
    sheet = tmp_path / "presensi-K1-2026-07.xlsx"
    assert sheet.name in done.stdout
    back = filled.run("import", str(sheet))
    assert back.returncode == 0, back.stderr
    assert "0 ditolak" in back.stderr
    printed = filled.run("sheet", "attendance", "K1", "--month", "2026-07", "--pdf", "--folder",
                         str(tmp_path))  # fmt: skip
    assert printed.returncode == 0, printed.stderr
    assert (tmp_path / "presensi-K1-2026-07.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("cohort", "month", "status"),
    [("TIADA", "2026-07", 2), ("K1", "juli", 2), ("K1", "2020-01", 1)],
)
def test_what_cannot_be_printed_is_said(filled: Home, cohort: str, month: str, status: int) -> None:
    done = filled.run("sheet", "attendance", cohort, "--month", month)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
