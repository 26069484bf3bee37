"""Tallies follow the data while screens are looked at."""

import time

import sqlalchemy as sa

from dashboard.widgets.renewing import keep_up
from data.queries.tables import stale_tally
from models.door import Door, Viewer
from tests import factories

SECONDS = 20


def stale(door: Door, viewer: Viewer) -> int:
    with door.reading(viewer) as session:
        return session.scalar(sa.select(sa.func.count()).select_from(stale_tally)) or 0


def add_a_meeting(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        factories.meeting(session)


def waited_for(door: Door, viewer: Viewer) -> bool:
    until = time.monotonic() + SECONDS
    while stale(door, viewer) and time.monotonic() < until:
        time.sleep(0.02)
    return not stale(door, viewer)


def test_each_state_of_the_data_is_counted_once(door: Door, viewer: Viewer) -> None:
    add_a_meeting(door, viewer)
    assert stale(door, viewer)
    keep_up(door, 1)
    assert waited_for(door, viewer)
    add_a_meeting(door, viewer)
    keep_up(door, 1)
    time.sleep(0.3)
    assert stale(door, viewer)
    keep_up(door, 2)
    assert waited_for(door, viewer)
