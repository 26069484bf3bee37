"""The lines above every document and who signs it, as the office wants them; remembered."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session, select

import models
from data.errors import SinergiError
from data.importing import issues
from data.importing.issues import Issue, Rule, Weight
from data.recording.history import image_of, remember
from data.reports.letterhead import LINES, PREFIX, Letterhead, letterhead
from models.base import utc_now
from models.columns import declaration_of
from models.door import Viewer

# What a line may hold is what the column may hold that it is like.
_LIKE = {
    "ministry": ("unit", "name"), "directorate": ("unit", "name"), "office": ("unit", "name"),
    "address": ("partner", "contact"), "city": ("agreement", "place"),
    "position": ("officer", "position"), "signer": ("officer", "name"), "nip": ("officer", "nip"),
}  # fmt: skip
_DIGITS = Rule(
    "bukan_nip", Weight.REFUSED,
    "NIP hanya berisi angka, tanpa spasi. Perbaiki, atau kosongkan untuk ditulis tangan.",
    "an officer number has digits only, no blanks. Correct it, or leave it to be written by hand.",
)  # fmt: skip
_NO_NAME = Rule(
    "nip_tanpa_nama", Weight.REFUSED,
    "NIP ada tetapi nama penanda tangan kosong. Isi keduanya, atau kosongkan keduanya.",
    "there is a number but no name of who signs. Fill in both, or none.",
)  # fmt: skip


class LetterheadRefused(SinergiError):
    """Some lines cannot be; `issues` says why, by line."""

    def __init__(self, found: Mapping[str, Issue]) -> None:
        """Make the error for these lines."""
        self.issues = dict(found)
        said = [
            "\n".join(f"{name}: {issue.sentence(language)}" for name, issue in found.items())
            for language in ("id", "en")
        ]
        super().__init__("kop_ditolak", said[0], said[1])


def most_signs(line: str) -> int:
    """How long a line may be."""
    table, column = _LIKE[line]
    most = declaration_of(models.metadata.tables[table].columns[column]).max_length
    assert most is not None  # noqa: S101  all of them are texts with a length
    return most


def set_letterhead(
    session: Session, viewer: Viewer, lines: Mapping[str, str], *, seen: Letterhead | None = None
) -> None:
    """Write these lines (names of `Letterhead`); an empty text clears one.

    `seen` is what the officer saw; None: whatever stands. Raises `LetterheadRefused`,
    `SinergiError` when somebody else has written meanwhile, `KeyError` for another name.
    """
    given = {name: " ".join(text.split()) for name, text in lines.items()}
    if unknown := set(given) - set(LINES):
        raise KeyError(sorted(unknown)[0])
    session.exec(select(models.DatabaseState).with_for_update()).first()  # one writes at a time
    now = letterhead(session)
    if seen is not None and seen != now:
        raise SinergiError(
            "sudah_berubah",
            "Kop surat sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu ulangi.",
            "Somebody else has changed the letterhead since you opened it. Reload and try again.",
        )
    whole = {name: given.get(name, getattr(now, name) or "") for name in LINES}
    if found := dict(_wrong(whole)):
        raise LetterheadRefused(found)
    for name, text in given.items():
        if text != (getattr(now, name) or ""):
            _write(session, viewer, PREFIX + name, text)


def _wrong(lines: Mapping[str, str]) -> Iterator[tuple[str, Issue]]:
    for name, text in lines.items():
        if len(text) > most_signs(name):
            yield name, Issue(issues.TOO_LONG, details={"allowed": str(most_signs(name))})
    if lines["nip"] and not lines["nip"].isdigit():
        yield "nip", Issue(_DIGITS)
    elif lines["nip"] and not lines["signer"]:
        yield "signer", Issue(_NO_NAME)


def _write(session: Session, viewer: Viewer, key: str, text: str) -> None:
    kept = session.exec(select(models.Setting).where(models.Setting.key == key)).first()
    before = None if kept is None else image_of(kept)
    if kept is None:
        kept = models.Setting(key=key, value=text)
    else:
        kept.value, kept.updated_at, kept.row_version = text, utc_now(), kept.row_version + 1
    session.add(kept)
    session.flush()
    remember(session, viewer, kept, before=before)
