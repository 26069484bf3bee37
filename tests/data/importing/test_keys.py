"""Codes belong to the unit that made them; persons are found by their numbers."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from models.door import Door, Viewer
from tests.data.importing.conftest import Take, Write

UNITS = (
    "kode_unit;nama_unit;jenis_unit;kode_unit_induk",
    "AAA;Lapas Contoh A;LAPAS;DITJENPAS",
    "BBB;Lapas Contoh B;LAPAS;DITJENPAS",
)
PERSON = "kode_unit;nomor_induk;nomor_register;nama;jenis_kelamin"


@pytest.fixture
def two_units(take: Take, write: Write) -> Take:
    take(write("unit.csv", *UNITS))
    return take


def _count(session: Session, table: str) -> int:
    query = sa.select(sa.func.count()).select_from(models.metadata.tables[table])
    return session.execute(query).scalar_one()


def test_two_units_with_the_same_codes_keep_two_of_each(
    two_units: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    for unit in ("AAA", "BBB"):
        two_units(
            write(f"{unit}/partner.csv", "unit_mitra;kode_mitra;nama_mitra",
                  f"{unit};M1;Mitra Contoh {unit}"),
            write(f"{unit}/agreement.csv", "unit_perjanjian;kode_perjanjian;tahap",
                  f"{unit};2026-01;PEMBAHASAN"),
            write(f"{unit}/programme.csv",
                  "unit_program;kode_program;nama_program;bidang;jenis_program",
                  f"{unit};P1;Barista (contoh);KEMANDIRIAN;PELATIHAN"),
            write(f"{unit}/cohort.csv",
                  "kode_unit;kode_angkatan;unit_program;kode_program;status_angkatan",
                  f"{unit};2026-01;{unit};P1;BERJALAN"),
        )  # fmt: skip
    with ready.reading(viewer) as session:
        assert [_count(session, t) for t in ("partner", "agreement", "cohort")] == [2, 2, 2]


def test_a_person_who_moves_with_a_new_register_number_stays_one_person(
    two_units: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    two_units(write("a.csv", PERSON, "AAA;I-1;R-1;Contoh Satu;L"))
    (moved,) = two_units(write("b.csv", PERSON, "BBB;I-1;R-9;Contoh Satu;L"))
    assert (moved.counts.new, moved.counts.changed) == (0, 1)
    with ready.reading(viewer) as session:
        numbers = models.metadata.tables["person_identifier"]
        found = session.execute(sa.select(numbers.c.kind, numbers.c.value)).all()
        assert _count(session, "wbp") == 1
    assert set(found) == {("INDUK", "I-1"), ("REGISTER", "R-1"), ("REGISTER", "R-9")}


def test_numbers_that_point_at_two_persons_are_set_aside(two_units: Take, write: Write) -> None:
    two_units(write("a.csv", PERSON, "AAA;I-1;R-1;Contoh Satu;L", "AAA;I-2;R-2;Contoh Dua;L"))
    (outcome,) = two_units(write("b.csv", PERSON, "AAA;I-1;R-2;Contoh Siapa;L"))
    assert (outcome.counts.set_aside, outcome.counts.new) == (1, 0)
    assert outcome.reasons[2][0].rule.code == "orang_tidak_pasti"


def test_a_missing_parent_is_named_with_line_and_heading(two_units: Take, write: Write) -> None:
    (outcome,) = two_units(
        write("c.csv", "kode_unit;kode_angkatan;unit_program;kode_program;status_angkatan",
              "AAA;2026-01;AAA;TIADA;BERJALAN")
    )  # fmt: skip
    (issue,) = outcome.reasons[2]
    assert (issue.line, issue.heading, issue.rule.code) == (
        2, "kode_program", "rujukan_tidak_ditemukan",
    )  # fmt: skip
    assert "AAA/TIADA" in issue.sentence("id")
    assert "programme" in issue.sentence("en")


def test_the_identifier_in_a_message_is_masked(two_units: Take, write: Write) -> None:
    (outcome,) = two_units(
        write("k.csv", "kode_unit;nomor_induk;status_hukum;tanggal_mulai",
              "AAA;RAHASIA-123;NARAPIDANA;01/02/2024")
    )  # fmt: skip
    sentence = outcome.reasons[2][0].sentence("id")
    assert "RAHASIA-123" not in sentence
    assert "RA" in sentence
