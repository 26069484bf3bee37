"""Rows for research: nobody stands out, and no two recipients can join theirs by a pseudonym."""

import json
import random
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlmodel import select

import models
from data.disclosure import may_show
from data.disclosure.anonymity import ANY, K
from data.exporting.datasets import datasets_at
from data.exporting.files import Exported, export
from data.exporting.requests import ExportRequest, Format
from data.exporting.research import KEY
from models import codes
from models.codes import DisclosureLevel, PurposeKind
from models.door import Door, Viewer
from tests import factories

TODAY = date(2026, 7, 1)
LEVEL = DisclosureLevel.PSEUDONIM
QUASI = {
    "peserta": ["jenis_kelamin", "kode_unit", "bidang", "kode_program", "kelompok_umur", "periode"],
    "penilaian": ["jenis_kelamin", "kode_unit", "kelompok_umur", "periode"],
}


@pytest.fixture
def many(door: Door, viewer: Viewer) -> Door:
    """120 people of all ages at three units, in one to three cohorts each; one of them is 81."""
    chance = random.Random(3)
    with door.writing(viewer) as session:
        factories.marks(session)
        _, kanwil, _ = factories.unit_tree(session)
        units = [
            factories.unit(session, code=f"U{n}", parent_id=kanwil if n else None) for n in range(3)
        ]
        courses = [
            factories.programme(session, code=f"P{n}", field=field)
            for n, field in enumerate(("KEMANDIRIAN", "KEPRIBADIAN", "KEMANDIRIAN"))
        ]
        runs = [
            [factories.cohort(session, unit_id=unit, programme_id=course) for course in courses]
            for unit in units
        ]
        measure = factories.instrument(session, code="SPPN", version="2021")
        scale = factories.scale(session, instrument_id=measure, code="SIKAP")
        for number in range(120):
            place = number % 3
            year = 1945 if number == 0 else chance.randint(1968, 2006)
            person = factories.person(
                session, unit_id=units[place], name=f"Nama Rahasia {number}",
                number=f"INDUK-{number}", sex=chance.choice(list(codes.Sex)),
                birth_date=date(year, chance.randint(1, 12), 15) if number % 17 else None,
            )  # fmt: skip
            for cohort in chance.sample(runs[place], chance.randint(1, 3)):
                factories.enrolment(
                    session, cohort_id=cohort, wbp_id=person,
                    started_on=date(2026, chance.randint(1, 6), 10), score=chance.random() * 100,
                    certificate_number=f"SERT-{number}-{cohort}", basis="Catatan rahasia",
                )  # fmt: skip
            found = factories.assessment(
                session, unit_id=units[place], wbp_id=person, instrument_id=measure,
                assessed_on=date(2026, chance.randint(1, 6), 11),
            )  # fmt: skip
            factories.score(session, scale_id=scale, assessment_id=found)
    return door


def given(
    door: Door, viewer: Viewer, folder: Path, dataset: str = "peserta", *,
    recipient: str = "Universitas Contoh", epoch: str = "2026", kind: Format = Format.CSV,
) -> Exported:  # fmt: skip
    request = ExportRequest(
        dataset, kind, PurposeKind.EVALUASI, level=LEVEL, today=TODAY, recipient=recipient,
        epoch=epoch,
    )  # fmt: skip
    return export(door, viewer, request, folder)


def rows_of(made: Exported) -> pd.DataFrame:
    return pd.read_csv(made.data, dtype=str, keep_default_na=False)


def test_at_least_five_people_share_all_that_could_tell_them(
    many: Door, viewer: Viewer, tmp_path: Path
) -> None:
    """Reckoned again from the files' bytes: over a person's rows together, and row by row."""
    for dataset, quasi in QUASI.items():
        made = given(many, viewer, tmp_path, dataset)
        rows = rows_of(made)
        assert len(rows) > 40
        looks = rows[quasi].apply(tuple, axis=1)
        traces = looks.groupby(rows["nama_samaran"]).agg(frozenset)
        assert traces.value_counts().min() >= K
        assert rows.groupby(quasi)["nama_samaran"].nunique().min() >= K
        described = json.loads(made.dictionary.read_text(encoding="utf-8"))
        told = described["sinergi:anonymity"]
        assert told["persons"] == len(traces)
        assert told["persons"] + told["withheld_persons"] == 120
        assert made.told["sinergi:anonymity"] == told
        steps = rows.drop_duplicates("nama_samaran")["langkah_umum"].value_counts().to_dict()
        assert told["persons_by_steps"] == steps


def test_detail_is_given_up_step_by_step_and_only_where_it_must(
    many: Door, viewer: Viewer, tmp_path: Path
) -> None:
    rows = rows_of(given(many, viewer, tmp_path, "penilaian"))
    assert (rows["langkah_umum"].astype(int) > 0).any()
    full = rows[rows["langkah_umum"] == "0"]
    assert len(full) and full["periode"].str.fullmatch(r"2026-T[12]").all()
    early = rows[rows["langkah_umum"] == "1"]
    assert (early["periode"] == "2026").all() and (early["kode_unit"] != ANY).all()
    last = rows[rows["langkah_umum"] == "8"]
    assert (last[["kode_unit", "kelompok_umur", "periode"]] == ANY).all(axis=None)


def test_a_pseudonym_holds_for_one_recipient_and_one_epoch(
    many: Door, viewer: Viewer, tmp_path: Path
) -> None:
    (tmp_path / "lagi").mkdir()
    first = given(many, viewer, tmp_path)
    again = given(many, viewer, tmp_path / "lagi", recipient=" universitas  CONTOH ")
    assert first.data.read_bytes() == again.data.read_bytes()
    names = set(rows_of(first)["nama_samaran"])
    scores = set(rows_of(given(many, viewer, tmp_path, "penilaian"))["nama_samaran"])
    assert names & scores
    content = ["sesi_diharapkan", *QUASI["peserta"]]
    for other in ({"recipient": "Lembaga Lain"}, {"epoch": "2027"}):
        elsewhere = rows_of(given(many, viewer, tmp_path, **other))
        assert names & set(elsewhere["nama_samaran"]) == set()
        order = elsewhere[content].to_numpy().tolist()
        assert order != rows_of(first)[content].to_numpy().tolist()
        assert sorted(order) == sorted(rows_of(first)[content].to_numpy().tolist())


def test_no_number_name_day_or_key_is_in_the_file(
    many: Door, viewer: Viewer, tmp_path: Path
) -> None:
    files = [given(many, viewer, tmp_path, dataset) for dataset in QUASI]
    with many.reading(viewer) as session:
        key = session.exec(select(models.Setting.value).where(models.Setting.key == KEY)).one()
        ids = session.exec(select(models.Wbp.public_id)).all()
    for file in [path for made in files for path in (made.data, made.dictionary)]:
        said = file.read_text(encoding="utf-8")
        for secret in ("Rahasia", "rahasia", "INDUK-", "SERT-", "1945", "-15", "-10,", key, *ids):
            assert secret not in said


def test_every_stored_column_may_be_shown_at_this_level() -> None:
    """What is not made for research is a number or a code: no identifier, no day, no free text."""
    for dataset in datasets_at(ExportRequest("", level=LEVEL)).values():
        for field in dataset.fields:
            if getattr(field.column.table, "name", None):
                assert may_show(field.column, field.declaration, LEVEL), field.heading.id


def test_the_record_says_for_whom_it_was_and_the_key_never_leaves(
    many: Door, viewer: Viewer, tmp_path: Path
) -> None:
    made = given(many, viewer, tmp_path, kind=Format.XLSX)
    with many.reading(viewer) as session:
        kept = session.get_one(models.ExportRecord, made.record)
        assert kept.level == LEVEL
        assert kept.filter == {"for_recipient": "Universitas Contoh", "for_epoch": "2026"}
    assert "setting" not in datasets_at(ExportRequest(""))
