"""The command `sinergi` as an officer types it, on a data folder of its own."""

import io
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.texts.catalogue import use


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote where."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Home:
    """A data folder, and the command run in it, whole but without a process of its own."""

    folder: Path

    def run(self, *arguments: str, answer: str = "") -> Done:
        """Run `sinergi` with these arguments. A fault of ours is raised here."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setenv("SINERGI_HOME", str(self.folder))
            patch.setenv("CI", "true")
            patch.delenv("SINERGI_DATABASE", raising=False)
            patch.setattr(sys, "argv", ["sinergi", *arguments])
            patch.setattr(sys, "stdin", io.StringIO(answer))
            status = _status()
        use("id")  # a command may have spoken the other language
        return Done(status, _written(out), _written(err))


def _status() -> int:
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n")  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `sinergi init --contoh` was run, to be copied."""
    home = Home(tmp_path_factory.mktemp("contoh") / "rumah")
    done = home.run("init", "--contoh")
    assert done.returncode == 0, done.stderr
    return home.folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A folder in which nothing was run yet."""
    return Home(tmp_path / "rumah")


@pytest.fixture
def sample(home: Home, prepared: Path) -> Home:
    """A folder with an empty database for fictional data."""
    shutil.copytree(prepared, home.folder)
    return home
