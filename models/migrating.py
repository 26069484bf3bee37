"""Bring a database to the schema of this program, forward only."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from models.door import Door, Viewer

_SCRIPTS = Path(__file__).with_name("migrations")
_READER = Viewer("migrasi")


def configuration() -> Config:
    """Alembic's configuration, without a file and without a database of its own."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


@cache
def newest_revision() -> str | None:
    """The revision that this program needs; its scripts are read once."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


@cache
def known_revisions() -> frozenset[str]:
    """All revisions that this program can begin from."""
    scripts = ScriptDirectory.from_config(configuration())
    return frozenset(one.revision for one in scripts.walk_revisions())


def current_revision(door: Door) -> str | None:
    """The revision of the database; `None` when it was never made."""
    with door.reading(_READER) as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def upgrade(door: Door, revision: str = "head") -> None:
    """Run the missing migrations in one transaction: all of them, or none."""
    with door.altering() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
