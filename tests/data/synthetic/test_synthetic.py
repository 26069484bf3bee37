"""The sample world goes in whole, is the same every time, and holds what it says it holds."""

import csv
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

import models
from data.answers.recount import recounted
from data.importing.road import import_files
from data.importing.runs import Options
from data.reference import reference_codes, reference_folder
from data.synthetic import write_demo
from data.synthetic.places import RECORDS_PARTLY
from data.synthetic.programmes import HELPS, JOINS, NOTHING
from models.door import Door, Viewer

TODAY = date(2026, 6, 30)
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_demo(folder, people=150)
    return folder


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    folder = tmp_path_factory.mktemp("full")
    write_demo(folder)
    return {path.stem: _rows(path) for path in folder.glob("*.csv")}


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def test_every_row_of_a_small_world_goes_in(door: Door, viewer: Viewer, small: Path) -> None:
    outcomes = [
        outcome
        for folder in (reference_folder(), small)
        for outcome in import_files(door, viewer, [folder], Options(today=TODAY))
    ]
    assert [o.table for o in outcomes if o.counts.refused or o.counts.set_aside] == []
    taken = {o.file_name: o.counts.new + o.counts.collapsed for o in outcomes}
    assert {name: taken[name] for name in taken if (small / name).exists()} == {
        path.name: len(_rows(path)) for path in small.glob("*.csv")
    }
    assert _submitted_and_moved(door, viewer) == (10, [])


def _submitted_and_moved(door: Door, viewer: Viewer) -> tuple[int, list[object]]:
    """How many reports were submitted, and what of their frozen counts the program counts anew."""
    with door.reading(viewer) as session:
        reports = session.exec(select(models.ProgressReport.id)).all()
        found = [recounted(session, int(report or 0)) for report in reports]
    submitted = [one for one in found if one is not None]
    return len(submitted), [moved for one in submitted for moved in one.moved]


def test_the_same_seed_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, people=150)
    assert {p.name: p.read_bytes() for p in small.iterdir()} == {
        p.name: p.read_bytes() for p in tmp_path.iterdir()
    }


def test_another_seed_gives_other_people(small: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, seed=1, people=150)
    assert (small / "wbp.csv").read_bytes() != (tmp_path / "wbp.csv").read_bytes()


@pytest.mark.parametrize("people", [1, 12, 40])
def test_a_very_small_world_can_be_written(people: int, tmp_path: Path) -> None:
    write_demo(tmp_path, people=people)
    assert len({row["nomor_induk"] for row in _rows(tmp_path / "wbp.csv")}) >= people


def test_files_are_as_units_send_them(small: Path) -> None:
    raw = (small / "assessment_score.csv").read_bytes()
    first, second = raw.split(b"\r\n")[:2]
    assert first.count(b";") == second.count(b";")
    assert b"\r\n" in raw and b"," in second.rsplit(b";", 1)[1]


def test_proportions_hold(world: dict[str, Rows]) -> None:
    people = {row["nomor_induk"]: row for row in world["wbp"]}
    offences = {r["nomor_induk"]: r["kelompok_tindak_pidana"] for r in world["custody"]}
    children = {r["nomor_induk"] for r in world["custody"] if r["status_hukum"] == "ANAK"}
    assert len(people) == 3000
    assert sum(row["jenis_kelamin"] == "P" for row in people.values()) == 141
    assert len(children) == 30
    assert sum(offence == "NARKOTIKA" for offence in offences.values()) == 1560


def test_sizes_hold(world: dict[str, Rows]) -> None:
    sizes = {name: len(world[name]) for name in ("unit", "partner", "agreement", "programme")}
    assert sizes == {"unit": 13, "partner": 12, "agreement": 12, "programme": 25}
    assert len(world["cohort"]) == 91
    assert 180_000 < len(world["attendance"]) < 220_000
    assert len(world["assessment_score"]) <= 60_000


def test_every_field_has_a_programme(world: dict[str, Rows]) -> None:
    fields = {row["bidang"] for row in world["programme"]}
    assert fields == set(reference_codes()["bidang_program"])


def test_a_refusal_has_a_note_and_a_cancelled_meeting_has_no_marks(
    world: dict[str, Rows],
) -> None:
    held = {
        (r["kode_unit"], r["kode_angkatan"], r["nomor_sesi"])
        for r in world["programme_session"]
        if r["status_sesi"] == "TERLAKSANA"
    }
    for row in world["attendance"]:
        assert (row["kode_unit"], row["kode_angkatan"], row["nomor_sesi"]) in held
        assert bool(row["catatan"]) == (row["tanda"] == "MENOLAK")


def test_one_unit_writes_down_seventy_in_a_hundred(world: dict[str, Rows]) -> None:
    days = defaultdict(list)
    for row in world["programme_session"]:
        if row["status_sesi"] == "TERLAKSANA":
            days[row["kode_unit"], row["kode_angkatan"]].append(_day(row["tanggal_sesi"]))
    due: Counter[str] = Counter()
    for row in world["enrolment"]:
        if row["tanggal_mulai"]:
            last = _day(row["tanggal_selesai"]) if row["tanggal_selesai"] else TODAY
            first, unit = _day(row["tanggal_mulai"]), row["kode_unit"]
            due[unit] += sum(first <= d <= last for d in days[unit, row["kode_angkatan"]])
    marks = Counter(row["kode_unit"] for row in world["attendance"])
    assert marks[RECORDS_PARTLY] / due[RECORDS_PARTLY] == pytest.approx(0.7, abs=0.02)
    assert all(marks[unit] == due[unit] for unit in due if unit != RECORDS_PARTLY)


def test_scores_show_what_the_truth_says(world: dict[str, Rows]) -> None:
    changes = _changes(world)
    assert 4.7 < changes[HELPS] < 8.7
    assert 4.3 < changes[JOINS] < 7.5
    assert -2.1 < changes[NOTHING] < 1.7


def _changes(world: dict[str, Rows]) -> dict[str, float]:
    """Mean change of Sikap by programme: the last accepted score before, the first after."""
    accepted = {
        (r["nomor_induk"], r["tanggal_penilaian"])
        for r in world["assessment"]
        if r["kode_instrumen"] == "SPPN" and r["status_penilaian"] == "DITERIMA"
    }
    scores: dict[str, dict[date, float]] = defaultdict(dict)
    for row in world["assessment_score"]:
        if row["kode_skala"] == "SIKAP" and (
            (row["nomor_induk"], row["tanggal_penilaian"]) in accepted
        ):
            day = _day(row["tanggal_penilaian"])
            scores[row["nomor_induk"]][day] = float(row["skor"].replace(",", "."))
    found: dict[str, list[float]] = defaultdict(list)
    for row in world["enrolment"]:
        if not row["tanggal_mulai"] or not row["tanggal_selesai"]:
            continue
        first, last = _day(row["tanggal_mulai"]), _day(row["tanggal_selesai"])
        rated = scores[row["nomor_induk"]]
        before = [d for d in rated if 0 <= (first - d).days <= 30]
        after = [d for d in rated if 0 <= (d - last).days <= 30]
        if before and after:
            found[row["kode_angkatan"][:5]].append(rated[min(after)] - rated[max(before)])
    return {programme: sum(all_) / len(all_) for programme, all_ in found.items()}


def test_the_lottery_holds_its_true_difference(world: dict[str, Rows]) -> None:
    cohort = next(r for r in world["cohort"] if r["cara_penempatan"] == "UNDIAN")
    arms: dict[bool, set[str]] = {True: set(), False: set()}
    for row in world["enrolment"]:
        if row["kode_angkatan"] == cohort["kode_angkatan"]:
            arms[row["status_kepesertaan"] != "TIDAK_TERUNDI"].add(row["nomor_induk"])
    returned = {row["nomor_induk"] for row in world["return"]}
    counts = {drawn: (len(people), len(people & returned)) for drawn, people in arms.items()}
    assert cohort["benih_undian"]
    assert counts == {True: (120, 18), False: (120, 36)}
