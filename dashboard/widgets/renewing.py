"""Tallies are counted again while people look: once for each state of the data, beside them."""

import logging
from threading import Lock, Thread

from sqlalchemy.exc import DBAPIError

from data.tallying import renew
from models.door import Door

log = logging.getLogger("sinergi.rekap")
_lock, _one_at_a_time = Lock(), Lock()
_seen: dict[str, int] = {}


def keep_up(door: Door, data_version: int) -> None:
    """Begin to count again what a change made stale; nobody waits for it, figures are right."""
    place = door.url.render_as_string()
    with _lock:
        if _seen.get(place) == data_version:
            return
        _seen[place] = data_version
    Thread(target=_renew, args=(door,), name="rekap", daemon=True).start()


def _renew(door: Door) -> None:
    with _one_at_a_time:
        try:
            renew(door)
        except DBAPIError as error:  # another process counts the same, or the database is busy
            log.info("left for the next change: %s", type(error.orig).__name__)
