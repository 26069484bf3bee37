"""Where things stand on this computer; only the command line and app.py read the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Settings:
    """Folders and the database's address."""

    home: Path
    database: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """SINERGI_HOME (a folder) and SINERGI_DATABASE (a URL), else the user's data folder."""
        home = environment.get("SINERGI_HOME") or platformdirs.user_data_path("sinergi", False)
        return cls(Path(home), environment.get("SINERGI_DATABASE") or None)

    @property
    def demo_url(self) -> str:
        """The database of fictional data; it never mixes with the real one."""
        return f"sqlite:///{self.home / 'contoh' / 'sinergi.db'}"

    @property
    def url(self) -> str:
        """The database that commands work on."""
        return self.database or f"sqlite:///{self.home / 'sinergi.db'}"

    @property
    def backups(self) -> Path:
        """Where backups are kept."""
        return self.home / "cadangan"

    @property
    def demo_files(self) -> Path:
        """Where the files of the demo are written before they are imported."""
        return self.home / "contoh" / "berkas"
