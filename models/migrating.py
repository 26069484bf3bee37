"""Bring a database to the schema of this program, forward only.

Alembic is imported where it works: looking whether a database is ready must not cost a start a
quarter of a second.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from models.door import Door, Viewer

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).with_name("migrations")
_READER = Viewer("migrasi")
_VERSION = sa.table("alembic_version", sa.column("version_num"))


def configuration() -> "Config":
    """Alembic's configuration, without a file and without a database of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


@cache
def known_revisions() -> frozenset[str]:
    """All revisions that this program can begin from: the names of their scripts say them."""
    return frozenset(path.name.partition("_")[0] for path in _SCRIPTS.glob("versions/[0-9]*.py"))


def newest_revision() -> str:
    """The revision that this program needs."""
    return max(known_revisions())


def current_revision(door: Door) -> str | None:
    """The revision of the database; `None` when it was never made."""
    with door.reading(_READER) as session:
        if not sa.inspect(session.connection()).has_table(_VERSION.name):
            return None
        revision: str | None = session.connection().scalar(sa.select(_VERSION))
        return revision


def upgrade(door: Door, revision: str = "head") -> None:
    """Run the missing migrations in one transaction: all of them, or none."""
    from alembic import command

    with door.altering() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
