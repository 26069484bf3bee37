"""Where an SQLite file may stand: on this computer's own disk, never on a network share."""

from pathlib import Path

import psutil
import sqlalchemy as sa

NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afpfs", "afs", "cifs", "davfs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb", "smb2",
     "smb3", "smbfs", "webdav"}
)  # fmt: skip


class NetworkLocationError(ValueError):
    """The database file was asked for on a network share, where SQLite's locks do not hold."""


def check_location(url: sa.URL) -> None:
    """Raise `NetworkLocationError` when an SQLite file would stand on a network share."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return
    if is_network_path(str(url.database)):
        raise NetworkLocationError(str(url.database))


def is_network_path(path: str) -> bool:
    r"""Whether `path` lies on a network share: `\\server\share`, NFS, SMB and their like."""
    if path.startswith(("\\\\", "//")):
        return True
    return _file_system(Path(path)) in NETWORK_FILE_SYSTEMS


def _file_system(path: Path) -> str:
    """The type of the mounted file system that holds `path`, in small letters."""
    resolved = path.absolute()
    best, kind = -1, ""
    for partition in psutil.disk_partitions(all=True):
        mount = Path(partition.mountpoint)
        if resolved.is_relative_to(mount) and len(mount.parts) > best:
            remote = "remote" in partition.opts.split(",")
            best, kind = len(mount.parts), "smb" if remote else partition.fstype.lower()
    return kind
