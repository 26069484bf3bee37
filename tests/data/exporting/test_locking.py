"""Files under a lock: they open with the right key only, and nothing plain stays."""

import hashlib
import json
import zipfile
from pathlib import Path

import pyrage
import pytest
import pyzipper

import models
from data.errors import SinergiError
from data.exporting.bundles import write_bundle
from data.exporting.files import export
from data.exporting.locking import AgeKey, Lock, Passphrase
from data.exporting.requests import ExportRequest, Format
from models.codes import PurposeKind
from models.door import Door, Viewer

AES = 99  # how a zip says that it is locked by AES, not by the old cipher of zips
PHRASE = "kuda baterai tepat staples"
REQUEST = ExportRequest("wbp", Format.CSV, PurposeKind.EVALUASI)


def opened(path: Path, phrase: str) -> dict[str, bytes]:
    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(phrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "keluar"
    folder.mkdir()
    return folder


def test_a_passphrase_opens_the_file_and_its_dictionary_and_another_does_not(
    filled: Door, viewer: Viewer, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = out.parent / "sementara"
    between.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(between))
    made = export(filled, viewer, REQUEST, out, name="wbp.csv", lock=Passphrase(PHRASE))
    assert (made.data.name, made.dictionary) == ("wbp.csv.zip", None)
    assert list(out.iterdir()) == [made.data]
    assert list(between.iterdir()) == []
    inside = opened(made.data, PHRASE)
    described = json.loads(inside["wbp.csv.datapackage.json"])
    plain = hashlib.sha256(inside["wbp.csv"]).hexdigest()
    assert described["resources"][0]["hash"] == f"sha256:{plain}"
    assert b"Orang Dua" in inside["wbp.csv"] and b"Orang Dua" not in made.data.read_bytes()
    with pytest.raises(RuntimeError, match="password"):
        opened(made.data, "kuda baterai tepat paku")
    with zipfile.ZipFile(made.data) as archive:
        assert {one.compress_type for one in archive.infolist()} == {AES}
    with filled.reading(viewer) as session:
        kept = session.get_one(models.ExportRecord, made.record)
        assert kept.sha256 == hashlib.sha256(made.data.read_bytes()).hexdigest()


def test_an_age_key_opens_the_file_and_another_does_not(
    filled: Door, viewer: Viewer, out: Path
) -> None:
    own, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    made = export(filled, viewer, REQUEST, out, lock=AgeKey(str(own.to_public())))
    assert list(out.iterdir()) == [made.data]
    plain = out.parent / "terbuka.zip"
    plain.write_bytes(pyrage.decrypt(made.data.read_bytes(), [own]))
    with zipfile.ZipFile(plain) as archive:
        assert len(archive.namelist()) == 2
        assert b"Orang Dua" in archive.read(archive.namelist()[0])
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(made.data.read_bytes(), [other])


def test_a_bundle_is_locked_whole(filled: Door, viewer: Viewer, out: Path) -> None:
    made = write_bundle(filled, viewer, "AAA", out, lock=Passphrase(PHRASE))
    assert [path.name for path in out.iterdir()] == ["kiriman-AAA-semua-001-terkunci.zip"]
    inside = opened(made.path, PHRASE)
    assert list(inside) == ["kiriman-AAA-semua-001.zip"]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Passphrase("pendek"), "12 karakter"),
        (lambda: Passphrase("x" * 11), "12 karakter"),
        (lambda: AgeKey("age1bukan"), "kunci penerima age"),
    ],
)
def test_a_weak_lock_is_refused(make: type[Lock], words: str) -> None:
    with pytest.raises(SinergiError, match=words):
        make()


def test_a_lock_that_fails_leaves_no_file_and_a_record_without_a_hash(
    filled: Door, viewer: Viewer, out: Path
) -> None:
    lock = Passphrase(PHRASE)
    out.chmod(0o700)
    with pytest.raises(FileNotFoundError):
        export(filled, viewer, REQUEST, out / "tidak-ada", lock=lock)
    assert list(out.iterdir()) == []
    with filled.reading(viewer) as session:
        assert session.get_one(models.ExportRecord, 1).sha256 is None
