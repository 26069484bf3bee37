"""Locks for files that leave the house: an AES zip with a passphrase, or an age key.

Both libraries come with the extra `sandi`; without them there is no lock, never a weaker one.
"""

import zipfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.errors import ExitStatus, SinergiError

SHORTEST = 12  # characters of a passphrase


class Lock(ABC):
    """Seals files into one that only its receiver can open."""

    suffix: str

    @abstractmethod
    def seal(self, files: Sequence[Path], target: Path) -> None:
        """Write the files' contents, locked, to `target`."""


class Passphrase(Lock):
    """AES-256 in a zip, which 7-Zip and WinRAR open; the names of its files stay readable."""

    suffix = ".zip"

    def __init__(self, phrase: str) -> None:
        """Raises `SinergiError` for a short passphrase, or without the library."""
        if len(phrase) < SHORTEST:
            raise SinergiError(
                "sandi_pendek",
                f"Kata sandi berkas sedikitnya {SHORTEST} karakter; beberapa kata lebih mudah "
                "diingat.",
                f"The passphrase needs at least {SHORTEST} characters; a few words are easier to "
                "remember.", ExitStatus.USAGE,
            )  # fmt: skip
        self._library = _library("pyzipper")
        self._phrase = phrase.encode()

    def seal(self, files: Sequence[Path], target: Path) -> None:
        """Write the zip."""
        aes = self._library
        with aes.AESZipFile(
            target, "w", compression=aes.ZIP_DEFLATED, encryption=aes.WZ_AES
        ) as archive:
            archive.setpassword(self._phrase)
            for file in files:
                archive.write(file, file.name)


class AgeKey(Lock):
    """A plain zip encrypted to the receiver's age key (`age1...`): nothing of it is readable."""

    suffix = ".zip.age"

    def __init__(self, recipient: str) -> None:
        """Raises `SinergiError` for a key that is none, or without the library."""
        age = self._library = _library("pyrage")
        try:
            self._recipient = age.x25519.Recipient.from_str(recipient.strip())
        except age.RecipientError as error:
            raise SinergiError(
                "kunci_age_salah",
                f"[{recipient}] bukan kunci penerima age; bentuknya age1....",
                f"[{recipient}] is no age recipient; it looks like age1....", ExitStatus.USAGE,
            ) from error  # fmt: skip

    def seal(self, files: Sequence[Path], target: Path) -> None:
        """Write the encrypted zip."""
        with TemporaryDirectory(prefix="sinergi-kunci-") as folder:
            plain = Path(folder) / "isi.zip"
            with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in files:
                    archive.write(file, file.name)
            self._library.encrypt_file(str(plain), str(target), [self._recipient])


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise SinergiError(
            "tanpa_pustaka_sandi",
            f"Penguncian berkas memerlukan {name}: pasang dengan pip install '.[sandi]'.",
            f"Locking files needs {name}: install it with pip install '.[sandi]'.",
            ExitStatus.NOT_READY,
        ) from error
