"""The unit's habits decide how days and numbers are read, and whether NIK may be."""

from datetime import date

import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.importing.house_rules import change_setting, house_settings
from data.importing.issues import FileRefused
from models.door import Door, Viewer

from .conftest import Take, Write

HEAD = "unit_perjanjian;kode_perjanjian;tahap;tanggal_mulai"


def _set(door: Door, viewer: Viewer, key: str, value: str) -> None:
    with door.writing(viewer) as session:
        change_setting(session, viewer, key, value)


def test_a_unit_that_writes_the_month_first_is_read_so(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    _set(ready, viewer, "urutan_tanggal", "bht")
    take(write("p.csv", HEAD, "DITJENPAS;P1;PEMBAHASAN;03/04/2024"))
    table = models.metadata.tables["agreement"]
    with ready.reading(viewer) as session:
        assert session.scalars(sa.select(table.c.starts_on)).one() == date(2024, 3, 4)
    with pytest.raises(FileRefused) as caught:
        take(write("q.csv", HEAD, "DITJENPAS;P2;PEMBAHASAN;27/03/2024"))
    assert "BB/HH/TTTT" in caught.value.sentence_id
    assert "MM/DD/YYYY" in caught.value.sentence_en


def test_a_unit_with_a_decimal_point_is_read_so(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    _set(ready, viewer, "tanda_desimal", ".")
    take(write("i.csv", "kode_instrumen;versi_instrumen;nama_instrumen", "INS;1;Instrumen"))
    take(write("s.csv", "kode_instrumen;versi_instrumen;kode_skala;nama_skala_id;nama_skala_en;"
               "nilai_terendah;nilai_tertinggi;arah;simpangan_baku",
               "INS;1;S;Skala;Scale;0;1,000;NAIK;1.234"))  # fmt: skip
    table = models.metadata.tables["instrument_scale"]
    with ready.reading(viewer) as session:
        found = session.execute(sa.select(table.c.maximum, table.c.standard_deviation)).one()
    assert tuple(found) == (1000.0, 1.234)


def test_nik_are_not_read_unless_that_was_allowed(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("unit.csv", "kode_unit;nama_unit;jenis_unit;kode_unit_induk",
               "AAA;Lapas Contoh;LAPAS;DITJENPAS"))  # fmt: skip
    take(write("wbp.csv", "kode_unit;nomor_induk;nama;jenis_kelamin", "AAA;I-1;Contoh;L"))
    lines = ("jenis_nomor;kode_unit_penerbit;nilai_nomor;kode_unit;nomor_induk",
             "NIK;AAA;3275010101900001;AAA;I-1")  # fmt: skip
    (refused,) = take(write("n.csv", *lines))
    assert [issue.rule.code for issue in refused.reasons[2]] == ["nik_tidak_dibaca"]
    _set(ready, viewer, "baca_nik", "ya")
    (taken,) = take(write("n.csv", *lines))
    assert taken.counts.new == 1


def test_a_change_of_a_setting_is_written_down_and_another_word_refused(
    ready: Door, viewer: Viewer
) -> None:
    for value in ("ya", "tidak"):
        _set(ready, viewer, "baca_nik", value)
    with pytest.raises(SinergiError, match="baca_nik"):
        _set(ready, viewer, "baca_nik", "mungkin")
    change = models.metadata.tables["change"]
    with ready.reading(viewer) as session:
        assert house_settings(session)["baca_nik"] == "tidak"
        query = sa.select(change.c.before).where(change.c.table_name == "setting")
        assert list(session.scalars(query)) == [{"value": "tidak"}, {"value": "ya"}]
