"""Makes Sinergi's own Python environment, once, and runs a command in it.

    python3 start.py demo [--no-serve]   sample data, then the dashboard
    python3 start.py serve               the dashboard on your own database
    python3 start.py test [pytest args]  the tests
    python3 start.py install [--dev]     only the installation

Standard library only, because it runs before anything is installed. It must also *parse* on
older Pythons, so that their users read a sentence and not a syntax error.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WHEELS = ROOT / "wheels"
STAMP = VENV / "sinergi-stamp.json"
OLDEST_PYTHON = (3, 11)
REQUIREMENTS = {"plain": "-e .[laporan,sandi]", "dev": "-e .[dev]"}


def main(arguments: list[str]) -> int:
    """Runs one verb and returns its exit status; 2 means the verb is not known."""
    force_utf8()
    if sys.version_info < OLDEST_PYTHON:
        return too_old()
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb in ("demo", "serve"):
        return install("plain") or run(["-m", "dashboard", verb, *rest])
    if verb == "test":
        # One file stays on one worker, so that its server, database or browser starts once.
        tests = ["-m", "pytest", "-n", "2", "--dist", "loadfile", "-q"]
        return install("dev") or run([*tests, *rest])
    if verb == "install" and rest in ([], ["--dev"]):
        return install("dev" if rest else "plain")
    print(__doc__)
    return 0 if verb in ("-h", "--help") else 2


def force_utf8() -> None:
    """Lets a Windows console print every letter; the commands started from here inherit it."""
    os.environ["PYTHONUTF8"] = "1"
    os.environ["PYTHONIOENCODING"] = "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)


def say(indonesian: str, english: str) -> None:
    """Talks to the person, on standard error."""
    print(f"{indonesian}\n{english}", file=sys.stderr)


def too_old() -> int:
    """Says which Python is needed."""
    found = ".".join(str(part) for part in sys.version_info[:3])
    say(
        f"Sinergi memerlukan Python 3.11 atau lebih baru; ini Python {found} ({sys.executable}). "
        "Pasang Python yang lebih baru, lalu jalankan lagi, misalnya: python3.12 start.py demo",
        f"Sinergi needs Python 3.11 or newer; this is Python {found}. "
        "Install a newer Python and run again, for example: python3.12 start.py demo",
    )
    return 1


def install(kind: str) -> int:
    """Brings the environment up to date; immediate when the stamp says that it is."""
    if is_installed(kind):
        return 0
    if environment_works() and "dev" in stamped():
        kind = "dev"  # an update must not leave a developer's environment half old
    say(
        "Menyiapkan lingkungan Sinergi; hanya sekali, beberapa menit ...",
        "Preparing Sinergi's environment; only once, a few minutes ...",
    )
    if not environment_works() and make_environment() != 0:
        return cannot_make_environment()
    STAMP.unlink(missing_ok=True)
    if install_packages(REQUIREMENTS[kind]) != 0:
        return cannot_install()
    STAMP.write_text(json.dumps({kind: fingerprint()}), encoding="utf-8")
    say("Lingkungan siap.", "The environment is ready.")
    return 0


def is_installed(kind: str) -> bool:
    """True when this or the larger `dev` installation was made from the present files."""
    stamps = stamped()
    return fingerprint() in (stamps.get(kind), stamps.get("dev")) and environment_works()


def stamped() -> dict[str, str]:
    """What the last successful installation recorded; empty when there was none."""
    try:
        stamps = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def fingerprint() -> str:
    """Changes with the requirements, and when the folder moves: an editable install is a path."""
    digest = hashlib.sha256(str(ROOT).encode("utf-8"))
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def venv_python() -> Path:
    """The environment's interpreter, where this system puts it."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def environment_works() -> bool:
    """False when there is none, or when the Python that it was made from is gone or too old."""
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    try:
        return quietly([str(venv_python()), "-c", question]) == 0
    except OSError:
        return False


def make_environment() -> int:
    return wait([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_packages(requirement: str) -> int:
    """From `wheels/` alone if that suffices, else with the package index beside it."""
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check"]
    command = [*pip, "-c", "constraints.txt", *requirement.split()]
    if not WHEELS.is_dir():
        return wait(command)
    local = [*command, "--find-links", str(WHEELS)]
    if quietly([*local, "--no-index"]) == 0:
        return 0
    say(
        "Folder wheels/ belum lengkap; sisanya diambil lewat jaringan.",
        "The folder wheels/ is not complete; the rest comes over the network.",
    )
    return wait(local)


def cannot_make_environment() -> int:
    """Says what to do when `venv` fails."""
    say(
        f"Lingkungan Python di {VENV} tidak dapat dibuat. Pada Debian atau Ubuntu: "
        "sudo apt install python3-venv. Periksa juga ruang cakram dan izin menulis, lalu ulangi.",
        f"The Python environment in {VENV} could not be made. On Debian or Ubuntu: "
        "sudo apt install python3-venv. Check disk space and write permission too; then try again.",
    )
    return 1


def cannot_install() -> int:
    """Says what to do when pip fails."""
    wanted = 'hatchling editables ".[laporan,sandi]"'
    fetch = f'"{sys.executable}" -m pip download -c constraints.txt -d wheels {wanted}'
    say(
        "Pemasangan paket gagal; sebabnya tertulis di atas. Periksa jaringan (HTTPS_PROXY bila "
        "memakai proksi) dan ruang cakram, lalu jalankan perintah yang sama lagi. Tanpa jaringan: "
        f"pada komputer sejenis yang terhubung jalankan {fetch} lalu salin folder wheels ke sini. "
        "Bila tetap gagal, hapus folder .venv dan ulangi.",
        "Installing the packages failed; the reason stands above. Check the network (HTTPS_PROXY "
        "behind a proxy) and disk space, then run the same command again. Without a network: run "
        "the command above on a connected computer of the same kind and copy the folder wheels "
        "here. If it still fails, delete the folder .venv and try again.",
    )
    return 1


def run(arguments: list[str]) -> int:
    """Runs the environment's Python on these arguments, from the project's folder."""
    return wait([str(venv_python()), *arguments])


def quietly(command: list[str]) -> int:
    """The exit status alone."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def wait(command: list[str]) -> int:
    """Runs a command to its end; Ctrl+C reaches it directly and it closes by itself."""
    process = subprocess.Popen(command, cwd=ROOT)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        try:
            status = process.wait()
        except KeyboardInterrupt:
            continue
        return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
