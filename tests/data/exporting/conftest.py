"""A filled database to give files out of."""

import pytest

from models.door import Door, Viewer
from tests.data.exporting.worlds import course


@pytest.fixture
def filled(door: Door, viewer: Viewer) -> Door:
    """The door to a database with the small course in it."""
    with door.writing(viewer) as session:
        course(session)
    return door
