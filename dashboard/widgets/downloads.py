"""Files that wait to be fetched: each under an address that nobody can guess, for a short while.

Large files go through this route, read from the disk in pieces; the socket of the screens would
hold them in memory whole.
"""

import secrets
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

PATH = "/unduh"
KEPT_SECONDS = 15 * 60
_GRACE = 0.1
_GONE = "Berkas sudah dihapus; siapkan lagi di layar Ekspor. / The file is gone; prepare it again."


@dataclass(frozen=True)
class _Waiting:
    path: Path
    until: float


_waiting: dict[str, _Waiting] = {}
_lock = threading.Lock()


def new_folder() -> Path:
    """A private folder for the files of one export; it goes when they do."""
    _forget_old()
    return Path(tempfile.mkdtemp(prefix="sinergi-ekspor-"))


def hand_out(path: Path) -> str:
    """The address under which `path` can be fetched for a quarter of an hour; then it is deleted.

    It goes by itself: a file about persons may not lie there until somebody asks for another.
    """
    token = secrets.token_urlsafe(32)
    with _lock:
        _waiting[token] = _Waiting(path, time.monotonic() + KEPT_SECONDS)
    end = threading.Timer(KEPT_SECONDS + _GRACE, _forget_old)
    end.daemon = True
    end.start()
    return f"{PATH}/{token}"


async def fetch(request: Request) -> Response:
    """The file behind an address, or 404 when there is none (any more)."""
    _forget_old()
    with _lock:
        found = _waiting.get(request.path_params["token"])
    if found is None or not found.path.exists():
        return PlainTextResponse(_GONE, status_code=404)
    return FileResponse(found.path, filename=found.path.name, headers={"Cache-Control": "no-store"})


def _forget_old() -> None:
    now = time.monotonic()
    with _lock:
        old = [token for token, one in _waiting.items() if one.until < now]
        folders = {_waiting.pop(token).path.parent for token in old}
        kept = {one.path.parent for one in _waiting.values()}
    for folder in folders - kept:
        shutil.rmtree(folder, ignore_errors=True)


def forget_all() -> None:
    """Delete every file that still waits; done when the server stops."""
    with _lock:
        folders = {one.path.parent for one in _waiting.values()}
        _waiting.clear()
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
