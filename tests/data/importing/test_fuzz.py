"""Whatever a file holds, the road says something that people can read, and loads whole or not."""

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.importing.parsing import CellError, cleaned, parser_for
from data.importing.refused import refused_csv
from data.importing.road import import_files
from data.importing.runs import Options
from data.sheets import file_columns, sheets
from models.door import Door
from tests.conftest import OFFICER

from .conftest import TODAY
from .verdicts.case import as_csv, as_xlsx
from .verdicts.files import GOOD, UNIT
from .verdicts.people import MARKS, NUMBERS
from .verdicts.rows import AGREEMENT, PERSON
from .verdicts.world import build

MATRIX = [
    ["Angkatan : K1", "", "", "", "", ""], ["Bulan : Juli 2026", "", "", "", "", ""],
    ["No", "Nomor Induk", "Nama", "1", "20", "Keterangan"],
    ["1", "I-1", "Contoh Satu", "H", "S", ""],
    ["2", "I-2", "Contoh Dua", "H", "-", "bebas 3/7/2026"],
]  # fmt: skip
SHEETS = (
    [UNIT, GOOD], [PERSON, ["AAA", "I-60", "Contoh", "L", "01/01/1990"]],
    [MARKS, ["AAA", "K1", "1", "I-1", "HADIR", ""]], MATRIX,
    [NUMBERS, ["NIK", "AAA", "3275010101900001", "AAA", "I-1"]],
    [AGREEMENT, ["AAA", "P7", "PEMBAHASAN", "01/02/2024"]],
)  # fmt: skip
NASTY = (
    "", " ", "\u00a0", "\ufeff", "\u202e", "٣", "½", "²", "𝟗", "é", "=1+1", "'", "''", '"', '"";',
    ";", ",", "\t", "\n", "\r", "\0", "-", "+", "NaN", "inf", "1e999", "-0", "1.234,5", "1,2,3",
    "9" * 400, "99999999999999999999", "3,17501E+15", "31/02/2024", "00/00/0000", "0000-00-00",
    "9999-99-99", "99/99/9999", "1/1/1", "29/02/2023", "32 Juli 2022", "8 Foo 2022", "24:60",
    "25.99 WIB", "0001-01-01", "2022-07-08T25:61:61+99:99", "HADIR", "X" * 11_000, "Angkatan : ",
    ":", "%s%n", "{0}", "{value}", "<b>", "\ud7ff", "😀", "_x0000_", "_xD800_", "#REF!", "TRUE",
    "1900-01-00", "44750", "nan",
)  # fmt: skip


@pytest.fixture
def filled(door: Door, tmp_path: Path) -> Door:
    folder = tmp_path / "isi"
    folder.mkdir()
    build(door, OFFICER, folder)
    return door


def whole_files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """`count` files, each a good one made worse."""
    chance = random.Random(seed)
    for number in range(count):
        rows = [list(row) for row in chance.choice(SHEETS)]
        for _ in range(chance.randrange(4)):
            _spoil_rows(chance, rows)
        if chance.random() < 0.4:
            yield f"{number}.xlsx", _spoilt_workbook(chance, rows)
        else:
            yield f"{number}.csv", _spoilt_text(chance, rows)


def _spoil_rows(chance: random.Random, rows: list[list[str]]) -> None:
    row = chance.choice(rows)
    what = chance.randrange(6)
    if what <= 2 and row:
        row[chance.randrange(len(row))] = chance.choice(NASTY)
    elif what == 3:
        rows.append(list(row))
    elif what == 4:
        row.insert(chance.randrange(len(row) + 1), chance.choice(NASTY))
    elif row:
        del row[chance.randrange(len(row))]


def _spoilt_text(chance: random.Random, rows: list[list[str]]) -> bytes:
    odd = ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32")
    codec = chance.choice((*("utf-8",) * 5, *odd))
    text = as_csv(rows, chance.choice(";;;,\t|"), chance.choice(("\n", "\r\n", "\r"))).decode()
    body = bytearray(text.encode(codec, errors="replace"))
    for _ in range(chance.choice((0, 0, 0, 0, 1, 5))):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body[: chance.randrange(len(body) + 1)] if chance.random() < 0.15 else body)


def _spoilt_workbook(chance: random.Random, rows: list[list[str]]) -> bytes:
    rows = [[_for_xml(cell) for cell in row] for row in rows]
    body = as_xlsx(rows)
    what = chance.randrange(4)
    if what == 0:
        return body
    if what == 1:
        cut = bytearray(body)
        cut[chance.randrange(len(cut))] = chance.randrange(256)
        return bytes(cut[: chance.randrange(1, len(cut))] if chance.random() < 0.3 else cut)
    return _with_a_spoilt_part(chance, body)


def _for_xml(cell: str) -> str:
    return "".join(c for c in cell if c >= " " and c not in "\ufffe\uffff")[:30_000]


def _with_a_spoilt_part(chance: random.Random, body: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name == victim and part:
                for _ in range(chance.choice((1, 3, 30))):
                    part[chance.randrange(len(part))] = chance.choice(b'<>"/=&01aAr\0\xff ')
                if chance.random() < 0.2:
                    continue
            new.writestr(name, bytes(part))
    return buffer.getvalue()


def _rows(door: Door) -> dict[str, int]:
    with door.reading(OFFICER) as session:
        return {
            name: session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for name, table in models.metadata.tables.items()
        }


def _try_files(door: Door, folder: Path, seed: int, count: int) -> tuple[int, int]:
    taken = refused = 0
    for name, body in whole_files(seed, count):
        path = folder / name
        path.write_bytes(body)
        before = _rows(door)
        try:
            outcomes = import_files(door, OFFICER, [path], Options(TODAY))
        except SinergiError as error:
            assert error.sentence_id
            assert error.sentence_en
            assert _rows(door) == before, name
            refused += 1
            continue
        taken += 1
        after = _rows(door)
        for outcome in outcomes:
            more = after[outcome.table] - before[outcome.table]
            assert more == outcome.counts.new, (name, outcome)
            assert all(reasons for reasons in outcome.reasons.values())
            for issue in [*outcome.issues, *(i for r in outcome.reasons.values() for i in r)]:
                assert issue.sentence("id")
                assert issue.sentence("en")
            refused_csv(outcome)
        path.unlink()
    return taken, refused


def _try_cells(seed: int, count: int) -> None:
    chance = random.Random(seed)
    columns = [pair for sheet in sheets() for pair in file_columns(sheet.table) if pair[1].heading]
    alphabet = "0123456789/-.:,;'+eE ABCjulJULWIB٣½é\u00a0\u202e😀=@"
    for _ in range(count):
        column, declaration = chance.choice(columns)
        text = chance.choice(NASTY) if chance.random() < 0.3 else "".join(
            chance.choice(alphabet) for _ in range(chance.randrange(14)))  # fmt: skip
        try:
            parser_for(column, declaration, {})(cleaned(text))
        except CellError as error:
            assert error.rule.sentence_id != error.rule.sentence_en


def test_a_fixed_sample_of_spoilt_files_is_taken_or_refused_in_words(
    filled: Door, tmp_path: Path
) -> None:
    taken, refused = _try_files(filled, tmp_path, seed=1, count=60)
    assert taken > 10
    assert refused > 10


def test_a_fixed_sample_of_odd_cells_is_read_or_refused_in_words() -> None:
    _try_cells(seed=1, count=2_000)


@pytest.mark.long
def test_two_thousand_spoilt_files_are_taken_or_refused_in_words(
    filled: Door, tmp_path: Path
) -> None:
    taken, refused = _try_files(filled, tmp_path, seed=2, count=2_000)
    print(f"{taken} files taken, {refused} refused")


@pytest.mark.long
def test_twenty_thousand_odd_cells_are_read_or_refused_in_words() -> None:
    _try_cells(seed=2, count=20_000)
