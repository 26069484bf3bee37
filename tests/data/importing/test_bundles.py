"""Bundles: out of one database, into another, with nothing lost and nothing doubled."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.exporting.bundles import Bundled, importable_fields, write_bundle
from data.exporting.flattening import file_query
from data.importing.issues import FileRefused
from data.importing.road import import_files
from data.importing.runs import Options, Outcome
from data.importing.undoing import together, undo
from data.reference import reference_folder
from data.sheets import sheets
from data.synthetic import write_demo
from models.codes import DatabaseMode, IdentifierKind
from models.door import Door, Viewer
from tests import factories
from tests.conftest import OFFICER
from tests.data.exporting.worlds import course
from tests.data.importing.conftest import TODAY

MATRIX = """Angkatan : 2026-01;;;;
Bulan : Januari 2026;;;;
No;Nomor Induk;Nama;5;Keterangan
1;001;Contoh;H;
"""
Rows = dict[str, list[tuple[object, ...]]]
_TABLES = models.metadata.tables


def as_files(door: Door, viewer: Viewer) -> Rows:
    """Each table as its file gives it: natural keys for ids, without what no file holds."""
    with door.reading(viewer) as session:
        found = {}
        for sheet in sheets():
            names = [field.heading.id for field in importable_fields(sheet.name)]
            rows = session.execute(file_query(sheet.name)).mappings()
            lines = [tuple(row[name] for name in names) for row in rows]
            found[sheet.name] = sorted(lines, key=repr)
        return found


@pytest.fixture
def other(tmp_path: Path) -> Door:
    """An empty SQLite database to send to."""
    return empty_sqlite(tmp_path / "tujuan.db")


def empty_sqlite(path: Path) -> Door:
    door = Door(f"sqlite:///{path}")
    with door.altering() as connection:
        models.metadata.create_all(connection)
        connection.execute(
            sa.insert(models.DatabaseState.__table__).values(id=1, mode=DatabaseMode.DEMO)
        )
    return door


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a bundle."""
    folder = tmp_path_factory.mktemp("kiriman")
    door = empty_sqlite(folder / "asal.db")
    with door.writing(OFFICER) as session:
        course(session)
    return bundle(door, OFFICER, folder).path.read_bytes()


@pytest.fixture
def filled(door: Door, viewer: Viewer) -> Door:
    with door.writing(viewer) as session:
        course(session)
    return door


def bundle(door: Door, viewer: Viewer, folder: Path, **asked: object) -> Bundled:
    return write_bundle(door, viewer, "AAA", folder, **asked)  # type: ignore[arg-type]


def taken(door: Door, viewer: Viewer, path: Path) -> list[Outcome]:
    return import_files(door, viewer, [path], Options(TODAY))


def test_a_bundle_into_an_empty_database_gives_equal_tables(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = bundle(filled, viewer, tmp_path)
    taken(other, viewer, made.path)
    assert as_files(other, viewer) == as_files(filled, viewer)


def test_the_demo_world_goes_over_whole(
    door: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    import_files(door, viewer, [reference_folder()], Options(TODAY))
    write_demo(tmp_path / "demo", people=60)
    import_files(door, viewer, [tmp_path / "demo"], Options(TODAY))
    made = write_bundle(door, viewer, "DITJENPAS", tmp_path)
    outcomes = taken(other, viewer, made.path)
    assert sum(outcome.counts.new for outcome in outcomes) > 1_000
    assert as_files(other, viewer) == as_files(door, viewer)


def test_the_same_bundle_again_changes_nothing(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    first, second = (bundle(filled, viewer, tmp_path) for _ in range(2))
    assert (first.manifest.sequence, second.manifest.sequence) == (1, 2)
    taken(other, viewer, first.path)
    assert [outcome.already is not None for outcome in taken(other, viewer, first.path)] == [True]
    outcomes = taken(other, viewer, second.path)
    assert {(one.counts.new, one.counts.changed) for one in outcomes} == {(0, 0)}


def lose(door: Door, viewer: Viewer, table: str) -> None:
    """One row of a table is gone at the sender's."""
    with door.writing(viewer) as session:
        identity = _TABLES[table].primary_key.columns
        key = session.execute(sa.select(*identity)).first()
        assert key is not None
        same = (column == value for column, value in zip(identity, key, strict=True))
        session.execute(sa.delete(_TABLES[table]).where(*same))


def test_what_a_snapshot_lacks_is_withdrawn_and_comes_back_when_that_is_undone(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    taken(other, viewer, bundle(filled, viewer, tmp_path, snapshot=True).path)
    before = as_files(other, viewer)
    lost = {"attendance", "assessment_score", "incident", "custody"}
    for table in sorted(lost):
        lose(filled, viewer, table)
    outcomes = taken(other, viewer, bundle(filled, viewer, tmp_path, snapshot=True).path)
    changed = [one for one in outcomes if one.counts.changed]
    assert {one.table: one.counts.changed for one in changed} == dict.fromkeys(lost, 1)
    for one in changed:
        assert any("ditarik" in issue.sentence("id") for issue in one.issues)
    assert as_files(other, viewer) == as_files(filled, viewer)
    with other.writing(viewer) as session:
        undo(session, viewer, together(session, changed[0].batch_id or 0))
    assert as_files(other, viewer) == before


def test_a_bundle_that_is_no_snapshot_withdraws_nothing(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    before = as_files(other, viewer)
    lose(filled, viewer, "attendance")
    taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    assert as_files(other, viewer) == before


def test_a_snapshot_of_a_month_leaves_other_months_alone(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    with filled.writing(viewer) as session:
        session.execute(sa.delete(_TABLES["attendance"]))
    made = bundle(filled, viewer, tmp_path, month="2026-02", snapshot=True)
    outcomes = taken(other, viewer, made.path)
    (changed,) = (one for one in outcomes if one.counts.changed)
    assert (changed.table, changed.counts.changed) == ("attendance", 3)
    assert len(as_files(other, viewer)["attendance"]) == 3


def test_rows_of_another_unit_are_neither_sent_nor_withdrawn(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    with other.writing(viewer) as session:
        there = session.scalar(
            sa.select(_TABLES["unit"].c.id).where(_TABLES["unit"].c.code == "BBB")
        )
        batch = factories.batch(session)
        someone = factories.person(session, unit_id=there)
        factories.incident(session, unit_id=there, wbp_id=someone, batch_id=batch)
    taken(other, viewer, bundle(filled, viewer, tmp_path, snapshot=True).path)
    assert len(as_files(other, viewer)["incident"]) == 2


def test_rows_entered_on_a_screen_are_not_withdrawn(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    with other.writing(viewer) as session:
        session.execute(sa.update(_TABLES["incident"]).values(batch_id=None))
    lose(filled, viewer, "incident")
    outcomes = taken(other, viewer, bundle(filled, viewer, tmp_path, snapshot=True).path)
    said = [issue.sentence("id") for one in outcomes for issue in one.issues]
    assert any("dicatat di layar" in sentence for sentence in said)
    assert len(as_files(other, viewer)["incident"]) == 1


def test_an_older_snapshot_is_refused(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    first, second = (bundle(filled, viewer, tmp_path, snapshot=True) for _ in range(2))
    taken(other, viewer, second.path)
    with pytest.raises(FileRefused) as caught:
        taken(other, viewer, first.path)
    assert caught.value.code == "kiriman_lama"


Change = Callable[[dict[str, bytes]], None]


def tampered(path: Path, change: Change) -> None:
    """Give the bundle other content."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def _drop_manifest(files: dict[str, bytes]) -> None:
    files.pop("datapackage.json")


def _break_manifest(files: dict[str, bytes]) -> None:
    files["datapackage.json"] = b"[" * 10


def _nest(files: dict[str, bytes]) -> None:
    files["lagi.zip"] = b"PK\x05\x06" + b"\0" * 18


def _add_member(files: dict[str, bytes]) -> None:
    files["../unit.csv"] = b"kode_unit"


def _lose_member(files: dict[str, bytes]) -> None:
    files.pop("attendance.csv")


def _change_member(files: dict[str, bytes]) -> None:
    files["attendance.csv"] += b"\r\n"


def _name_secret_table(files: dict[str, bytes]) -> None:
    said = json.loads(files["datapackage.json"])
    said["resources"][0]["sinergi:table"] = "setting"
    files["datapackage.json"] = json.dumps(said).encode()


def _bomb(files: dict[str, bytes]) -> None:
    files["attendance.csv"] = b"0" * 20_000_000


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_drop_manifest, "bukan_kiriman"), (_break_manifest, "bukan_kiriman"),
        (_nest, "isi_kiriman_lain"), (_add_member, "isi_kiriman_lain"),
        (_lose_member, "isi_kiriman_lain"), (_change_member, "kiriman_berubah"),
        (_name_secret_table, "isi_kiriman_lain"), (_bomb, "arsip_terlalu_besar"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_bundle_is_refused_whole(
    sent: bytes, other: Door, viewer: Viewer, tmp_path: Path, change: Change, code: str
) -> None:
    path = tmp_path / "kiriman.zip"
    path.write_bytes(sent)
    tampered(path, change)
    with pytest.raises(FileRefused) as caught:
        taken(other, viewer, path)
    assert caught.value.code == code
    assert not any(as_files(other, viewer).values())


def _put_a_sheet_in(files: dict[str, bytes]) -> None:
    body = MATRIX.encode()
    said = json.loads(files["datapackage.json"])
    for one in said["resources"]:
        if one["path"] == "attendance.csv":
            one["hash"] = f"sha256:{sha256(body).hexdigest()}"
    files["attendance.csv"] = body
    files["datapackage.json"] = json.dumps(said).encode()


def test_an_attendance_sheet_in_a_bundle_is_refused_by_its_name(
    sent: bytes, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    path = tmp_path / "kiriman.zip"
    path.write_bytes(sent)
    tampered(path, _put_a_sheet_in)
    with pytest.raises(FileRefused, match=r"attendance\.csv .* lembar daftar hadir") as caught:
        taken(other, viewer, path)
    assert caught.value.code == "lembar_dalam_kiriman"
    assert not any(as_files(other, viewer).values())


def test_one_bad_row_refuses_the_whole_bundle(
    filled: Door, other: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = bundle(filled, viewer, tmp_path)
    taken(other, viewer, made.path)
    with other.writing(viewer) as session:
        session.execute(sa.update(_TABLES["unit"]).values(batch_id=None, capacity=7))
    before = as_files(other, viewer)
    with pytest.raises(SinergiError) as caught:
        taken(other, viewer, bundle(filled, viewer, tmp_path).path)
    assert caught.value.code == "semua_atau_tidak"
    assert as_files(other, viewer) == before


def test_an_unknown_unit_or_month_gives_no_bundle(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    for unit, month, code in (("ZZZ", None, "unit_tidak_ada"), ("AAA", "2026-13", "bulan_salah")):
        with pytest.raises(SinergiError) as caught:
            write_bundle(filled, viewer, unit, tmp_path, month=month)
        assert caught.value.code == code
    assert list(tmp_path.glob("*.zip")) == []


def test_who_is_known_only_by_the_number_of_another_unit_is_said_before_anything_is_sent(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    with filled.writing(viewer) as session:
        here, there = (
            session.execute(sa.select(_TABLES["unit"].c.id).filter_by(code=code)).scalar_one()
            for code in ("AAA", "BBB")
        )
        person = factories.wbp(session)
        factories.identifier(
            session, wbp_id=person, unit_id=there, kind=IdentifierKind.REGISTER, value="B.I/7"
        )
        factories.custody(session, wbp_id=person, unit_id=here)
    with pytest.raises(SinergiError, match=r"\[custody\] memuat orang tanpa nomor induk"):
        bundle(filled, viewer, tmp_path)
    assert list(tmp_path.glob("*.zip*")) == []
    with filled.writing(viewer) as session:
        factories.identifier(
            session, wbp_id=person, unit_id=here, kind=IdentifierKind.REGISTER, value="A.I/1"
        )
    assert bundle(filled, viewer, tmp_path).rows > 0
