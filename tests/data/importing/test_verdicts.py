"""Bad input: a clear verdict with line and heading, and nothing lost."""

import pytest
import sqlalchemy as sa

import models
from data.importing.issues import FileRefused
from data.importing.refused import refused_csv
from models.door import Door, Viewer
from tests.data.importing.conftest import Take, Write

UNIT = "kode_unit;nama_unit;jenis_unit;kapasitas;kode_unit_induk"
GOOD = "AAA;Lapas Contoh A;LAPAS;100;DITJENPAS"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (b"", "berkas_kosong"),
        (b"PK\x03\x04rest", "berkas_rusak"),
        (b"%PDF-1.7\n", "bukan_teks"),
        (b"a\x00b\x00", "byte_nul"),
        ("kode_unit;nama_unit\nA;é\n".encode() + b"B;\xe9\n", "pengodean_campur"),
        (b'kode_unit;nama_unit;jenis_unit\nA;"terbuka;LAPAS\n', "kutip_tidak_ditutup"),
        (b"satu;dua\n1;2\n", "judul_kolom_tidak_dikenal"),
        (b"kode_unit;nama_unit;nama unit;jenis_unit\nA;B;C;LAPAS\n", "judul_kolom_ganda"),
        (b"kode_unit;nama_unit;kapasitas\nA;B;1\n", "kolom_wajib_hilang"),
        (b"kode_unit;" + b";".join(b"k%d" % n for n in range(600)), "kolom_terlalu_banyak"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_its_reason(
    take: Take,
    tmp_path,
    body: bytes,
    rule: str,  # type: ignore[no-untyped-def]
) -> None:
    path = tmp_path / "berkas.csv"
    path.write_bytes(body)
    with pytest.raises(FileRefused) as caught:
        take(path)
    assert caught.value.code == rule
    assert caught.value.sentence_en != caught.value.sentence_id


@pytest.mark.parametrize(
    ("row", "line", "heading", "rule"),
    [
        ("BBB;Nama;LAPAS;seratus;DITJENPAS", 3, "kapasitas", "bukan_bilangan"),
        ("BBB;Nama;LAPAS;-1;DITJENPAS", 3, "kapasitas", "di_luar_rentang"),
        ("BBB;Nama;ISTANA;1;DITJENPAS", 3, "jenis_unit", "kode_tidak_dikenal"),
        ("BBB;;LAPAS;1;DITJENPAS", 3, "nama_unit", "wajib_diisi"),
        ("BBB;Nama;LAPAS;1", 3, None, "jumlah_sel"),
        ("BBB;Nama;LAPAS;1;DITJENPAS;lebih", 3, None, "jumlah_sel"),
        ("BBBBBBBBBBBBB;Nama;LAPAS;1;DITJENPAS", 3, "kode_unit", "terlalu_panjang"),
        ("BBB;Nama;LAPAS;1;TIADA", 3, "kode_unit_induk", "rujukan_tidak_ditemukan"),
    ],
)
def test_a_bad_row_is_refused_at_its_line_and_the_good_one_goes_in(
    take: Take, write: Write, row: str, line: int, heading: str | None, rule: str
) -> None:
    (outcome,) = take(write("unit.csv", UNIT, GOOD, row))
    assert (outcome.counts.new, outcome.counts.refused) == (1, 1)
    (issue,) = outcome.reasons[line]
    assert (issue.line, issue.heading, issue.rule.code) == (line, heading, rule)


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\n"), ("cp1252", "\r\n"), ("utf-8", "\r")],
)
def test_encodings_and_line_ends_of_offices_are_read(
    take: Take, write: Write, ready: Door, viewer: Viewer, encoding: str, end: str
) -> None:
    take(write("unit.csv", UNIT, "AAA;Lapas André;LAPAS;;DITJENPAS", encoding=encoding, end=end))
    with ready.reading(viewer) as session:
        unit = models.metadata.tables["unit"]
        names = session.scalars(sa.select(unit.c.name).where(unit.c.code == "AAA")).all()
    assert names == ["Lapas André"]


def test_title_lines_above_the_header_are_skipped_and_named(take: Take, write: Write) -> None:
    (outcome,) = take(write("unit.csv", "DAFTAR UNIT;;;;", ";;;;", UNIT, GOOD))
    assert outcome.counts.new == 1
    assert "baris_judul_dilewati" in {issue.rule.code for issue in outcome.issues}


def test_english_headings_and_other_spellings_are_known(take: Take, write: Write) -> None:
    (outcome,) = take(write("x.csv", "Unit Code,UNIT NAME,unit-kind", "AAA,Lapas Contoh,Lapas"))
    assert (outcome.table, outcome.counts.new) == ("unit", 1)


def test_an_unknown_column_is_named_and_left_out(take: Take, write: Write) -> None:
    (outcome,) = take(write("unit.csv", f"{UNIT};agama", f"{GOOD};rahasia"))
    (warning,) = [i for i in outcome.issues if i.rule.code == "kolom_diabaikan"]
    assert "agama" in warning.sentence("id")
    assert outcome.counts.new == 1


def test_a_new_code_of_an_open_list_is_set_aside(take: Take, write: Write) -> None:
    (outcome,) = take(write("u.csv", "kode_unit;nama_unit;jenis_unit;kelas", "AAA;A;LAPAS;IV"))
    assert (outcome.counts.set_aside, outcome.counts.new) == (1, 0)


def test_rows_that_repeat_are_collapsed_and_rows_that_conflict_are_set_aside(
    take: Take, write: Write
) -> None:
    other = "BBB;Lapas Contoh B;LAPAS;{};DITJENPAS"
    (outcome,) = take(write("u.csv", UNIT, GOOD, GOOD, other.format(1), other.format(2)))
    counts = outcome.counts
    assert (counts.new, counts.collapsed, counts.set_aside) == (1, 1, 2)
    assert set(outcome.reasons) == {4, 5}


def test_a_month_first_date_refuses_the_file(take: Take, write: Write) -> None:
    path = write("p.csv", "unit_perjanjian;kode_perjanjian;tahap;tanggal_mulai",
                 "DITJENPAS;P1;PEMBAHASAN;03/27/2024")  # fmt: skip
    with pytest.raises(FileRefused) as caught:
        take(path)
    assert caught.value.code == "urutan_tanggal"


def test_an_end_before_its_start_is_refused_by_the_tables_own_rule(
    take: Take, write: Write
) -> None:
    (outcome,) = take(
        write("p.csv", "unit_perjanjian;kode_perjanjian;tahap;tanggal_mulai;tanggal_berakhir",
              "DITJENPAS;P1;PEMBAHASAN;2024-05-01;2024-04-30")
    )  # fmt: skip
    (issue,) = outcome.reasons[2]
    assert (issue.rule.code, issue.heading) == ("akhir_sebelum_awal", "tanggal_berakhir")
    assert "tanggal akhir lebih awal" in issue.sentence("id")


def test_refused_rows_come_back_as_a_file_that_goes_in_once_corrected(
    take: Take,
    write: Write,
    tmp_path,  # type: ignore[no-untyped-def]
) -> None:
    (outcome,) = take(write("unit.csv", UNIT, GOOD, "BBB;Nama;LAPAS;seratus;DITJENPAS"))
    corrected = tmp_path / "diperbaiki.csv"
    corrected.write_bytes(refused_csv(outcome).replace(b"seratus", b"100"))
    (again,) = take(corrected)
    assert (again.counts.new, again.counts.refused) == (1, 0)


def test_a_dry_run_reports_and_writes_nothing(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    (outcome,) = take(write("unit.csv", UNIT, GOOD), dry_run=True)
    assert outcome.counts.new == 1
    with ready.reading(viewer) as session:
        unit = models.metadata.tables["unit"]
        assert "AAA" not in set(session.scalars(sa.select(unit.c.code)))


def test_a_row_edited_on_a_screen_since_is_not_overwritten(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("unit.csv", UNIT, GOOD))
    unit = models.metadata.tables["unit"]
    with ready.writing(viewer) as session:
        session.execute(
            sa.update(unit).where(unit.c.code == "AAA").values(capacity=7, batch_id=None)
        )
    (outcome,) = take(write("unit2.csv", UNIT, GOOD.replace("100", "101")))
    assert outcome.counts.set_aside == 1
    with ready.reading(viewer) as session:
        kept = session.scalars(sa.select(unit.c.capacity).where(unit.c.code == "AAA")).one()
    assert kept == 7


def test_a_changed_row_keeps_its_before_image(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("unit.csv", UNIT, GOOD))
    (outcome,) = take(write("unit2.csv", UNIT, GOOD.replace("100", "120")))
    assert outcome.counts.changed == 1
    change = models.metadata.tables["change"]
    with ready.reading(viewer) as session:
        before = session.scalars(sa.select(change.c.before)).one()
    assert before["capacity"] == 100


def test_formula_like_text_survives_the_way_out_and_in(
    take: Take, write: Write, ready: Door, viewer: Viewer
) -> None:
    take(write("unit.csv", UNIT, "AAA;'=1+1;LAPAS;;DITJENPAS"))
    unit = models.metadata.tables["unit"]
    with ready.reading(viewer) as session:
        assert session.scalars(sa.select(unit.c.name).where(unit.c.code == "AAA")).one() == "=1+1"
