"""A profile reads a foreign sheet: other headings, words, days and numbers, values in titles."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.errors import ExitStatus, SinergiError
from data.importing.profiles import read_profile, shipped_profiles
from models.door import Door, Viewer

from .conftest import Take, Write
from .verdicts.case import as_xlsx

PROFILE = """
name = "naskah-kanwil"
title = "Naskah kanwil"
headings = ["Kode Naskah", "Tahapan", "Mulai"]

[formats]
dates = "BHT"
serial_dates = true

[[target]]
table = "agreement"
when = { heading = "Tahapan", not_in = ["Batal"] }
[target.cells]
unit_perjanjian = { title = "Pemilik" }
kode_perjanjian = { join = [{ from = "Kode Naskah" }, { day = "Mulai" }] }
jenis_naskah = { constant = "PKS" }
tahap = { translate = "Tahapan", table = { "Bahas" = "PEMBAHASAN", "Jajak" = "PENJAJAKAN" } }
tanggal_mulai = { from = "Mulai" }
"""
SHEET = (
    ["Pemilik : DITJENPAS", "", "", ""],
    ["Kode Naskah", "Tahapan", "Mulai", "Paraf"],
    ["N1", "bahas", "03/27/2024", "x"],
    ["N2", "Jajak", "45378", ""],
    ["N3", "Batal", "03/28/2024", ""],
)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "profil.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_profile_of_ones_own_renames_translates_and_reads_titles(
    take: Take, write: Write, profile: Path, tmp_path: Path, ready: Door, viewer: Viewer, kind: str
) -> None:
    if kind == "csv":
        path = write("naskah.csv", *(";".join(row) for row in SHEET))
    else:
        path = tmp_path / "naskah.xlsx"
        path.write_bytes(as_xlsx(SHEET))
    (outcome,) = take(path, profiles=(read_profile(profile), *shipped_profiles()))
    assert (outcome.counts.new, outcome.counts.refused) == (2, 0)
    assert "Paraf" in "".join(issue.sentence("id") for issue in outcome.issues)
    table = models.metadata.tables["agreement"]
    with ready.reading(viewer) as session:
        query = sa.select(table.c.code, table.c.stage, table.c.starts_on).order_by(table.c.code)
        found = [tuple(row) for row in session.execute(query)]
    assert found == [
        ("N1-2024-03-27", "PEMBAHASAN", date(2024, 3, 27)),
        ("N2-2024-03-27", "PENJAJAKAN", date(2024, 3, 27))
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "name = ", 'name = "x"\ntitle = "x"\nheadings = ["A"]', PROFILE.replace("from", "dari"),
     PROFILE.replace('"agreement"', '"account"'), PROFILE.replace('"BHT"', "1\nlain = 2")],
)  # fmt: skip
def test_a_profile_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rusak.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SinergiError) as caught:
        read_profile(path)
    assert (caught.value.code, caught.value.exit_status) == (
        "profil_tidak_terbaca", ExitStatus.USAGE)  # fmt: skip
    assert "rusak.toml" in caught.value.sentence_id


def test_every_shipped_profile_names_headings_of_our_tables() -> None:
    from data.sheets import sheet_of

    for profile in shipped_profiles():
        for target in profile.targets:
            known = {heading.id for heading in sheet_of(target.table).headings}
            assert set(target.cells) <= known, profile.name
