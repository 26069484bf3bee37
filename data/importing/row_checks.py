"""Checks that look at several cells of a row, by table, and at free text in any table.

Each takes whole columns, so that what repeats is looked at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import sqlalchemy as sa

import models
from data.importing import content_issues, issues
from data.importing.cells import Cells, TextColumn
from data.importing.issues import Rule, masked
from data.importing.national_numbers import NIK, birth_of, tidied
from data.importing.parsing import CellError, parser_for
from data.importing.stays import Stays
from models.base import NOMOR_INDUK, NOMOR_REGISTER, UNIT
from models.codes import IdentifierKind, Sex
from models.columns import declaration_of

LOOKS_AT_LEAST = 12
ROUNDED_FROM = 3
IDS_AT_ONCE = 900
_SIXTEEN = re.compile(r"(?<!\d)\d{16}(?!\d)")
_WORDS = re.compile(
    r"\b(hiv|aids|tbc|tuberkulosis|sipilis|hepatitis|skizofrenia|depresi|psikotik|"
    r"pemerkosaan|pencabulan|pembunuhan|narkotika|pasal \d+)\b",
    re.I,
)
_FORMULA = re.compile(r"^=.|^[+\-@].*[|!(]")
_KIND, _VALUE = "jenis_nomor", "nilai_nomor"


@dataclass(frozen=True)
class RowContext:
    """What row checks may know besides the rows."""

    connection: sa.Connection
    today: date
    reads_nik: bool
    codes: Mapping[str, Mapping[str, str]]
    stays: Stays


@dataclass
class Findings:
    """What a check found, as row, rule, heading, value: wrong rows stay out, odd ones go in.

    `other` is the table that a wrong row refers to, and `allowed` what may be, where rules say so.
    """

    wrong: list[tuple[int, Rule, str, str]] = field(default_factory=list)
    odd: list[tuple[int, Rule, str, str]] = field(default_factory=list)
    other: str = ""
    allowed: str = ""


Columns = dict[str, Any]
RowCheck = Callable[[Cells, Columns, RowContext, Findings], None]


def notice_texts(column: TextColumn, heading: str, findings: Findings, *, hide: bool) -> None:
    """Texts that look like a formula, and texts that tell more than they should."""
    rules: list[Rule | None] = [_odd(text) for text in column.texts]
    if not any(rules):
        return
    noticed = np.array([rule is not None for rule in rules])[column.indices]
    for row in np.flatnonzero(noticed):
        index = int(column.indices[row])
        rule, text = rules[index], column.texts[index]
        if rule is not None:
            peculiar = hide or rule is content_issues.FREE_TEXT
            value = masked(text) if peculiar else text[:80]
            findings.odd.append((int(row), rule, heading, value))


def _odd(text: str) -> Rule | None:
    if text[:1] in "=+-@'" and _FORMULA.match(text.lstrip("'")):
        return issues.FORMULA_TEXT
    if len(text) >= LOOKS_AT_LEAST and (
        (" " in text and _SIXTEEN.search(text)) or _WORDS.search(text)
    ):
        return content_issues.FREE_TEXT
    return None


def check_unit(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """The unit of a person's numbers exists."""
    texts = cells.columns.get(UNIT.id)
    if texts is None:
        return
    known = set(context.connection.scalars(sa.select(_table("unit").c.code)))
    findings.other = "unit"
    strange = np.array([bool(text) and text not in known for text in texts.texts], dtype=bool)
    for row in np.flatnonzero(strange[texts.indices]):
        value = texts.text_at(row)
        findings.wrong.append((int(row), issues.KEY_NOT_FOUND, UNIT.id, value))


def check_numbers(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """The numbers that a file of persons brings along are such as their own table takes."""
    value = _table("person_identifier").c.value
    parse = parser_for(value, declaration_of(value), {})
    for heading in (NOMOR_INDUK.id, NOMOR_REGISTER.id):
        column = cells.columns.get(heading)
        if column is None:
            continue
        for index, text in enumerate(column.texts):
            try:
                parse(text)
            except CellError as error:
                findings.allowed = error.details.get("allowed", "")
                findings.wrong += [(int(row), error.rule, heading, masked(text))
                                   for row in np.flatnonzero(column.indices == index)]  # fmt: skip


def check_notes(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """A mark that needs a note has one; which marks do stands in their table."""
    needing = context.codes.get("tanda_perlu_catatan", {})
    marks, notes = cells.columns.get("tanda"), cells.columns.get("catatan")
    if marks is None:
        return
    needs = np.array([text.casefold() in needing for text in marks.texts])[marks.indices]
    if notes is not None:
        needs &= np.array([not text for text in notes.texts])[notes.indices]
    for row in np.flatnonzero(needs):
        findings.wrong.append((int(row), issues.NOTE_NEEDED, "catatan", marks.text_at(row)))


def check_days(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """Attendance within the stay of participant and cohort, and not before it happened.

    What is not known compares as false.
    """
    held, ids = columns.get("session_id.held_on"), columns.get("enrolment_id.id")
    if held is None or ids is None:
        return
    rows = np.flatnonzero(~np.isnan(ids) & ~np.isnan(held))
    held = held[rows]
    first, last, released = context.stays.of(ids[rows].astype(np.int64))
    future, after = held > context.today.toordinal(), held > last
    for rule, wrong in (
        (content_issues.NOT_YET_HELD, future),
        (content_issues.BEFORE_START, (held < first) & ~future),
        (content_issues.AFTER_END, after & ~future),
        (content_issues.AFTER_RELEASE, (held > released) & ~after & ~future),
    ):
        findings.wrong += [(int(rows[place]), rule, "nomor_sesi", _day(held[place]))
                           for place in np.flatnonzero(wrong)]  # fmt: skip


def check_overlaps(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """One person at two sessions at the same time, among the rows read together."""
    held = columns.get("session_id.held_on")
    if held is None or "enrolment_id.wbp_id" not in columns:
        return
    persons, sessions = columns["enrolment_id.wbp_id"], columns["session_id"]
    begins, lengths = columns["session_id.starts_at"], columns["session_id.minutes"]
    codes = persons * 4_000_000 + held
    known = np.flatnonzero(~np.isnan(codes) & ~np.isnan(begins))
    _, inverse, counts = np.unique(codes[known], return_inverse=True, return_counts=True)
    stays: dict[float, list[tuple[int, float, float, int]]] = {}
    for row in known[counts[inverse] > 1].tolist():
        end = begins[row] + (1 if np.isnan(lengths[row]) else lengths[row])
        stays.setdefault(codes[row], []).append((sessions[row], begins[row], end, row))
    for together in stays.values():
        for session, start, end, row in together:
            if any(o != session and start < e and s < end for o, s, e, _ in together):
                rule = content_issues.OVERLAPPING
                findings.wrong.append((row, rule, "nomor_sesi", _day(held[row])))


def _day(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).strftime("%d/%m/%Y")


def _rows_by_id(
    connection: sa.Connection, columns: tuple["sa.Column[Any]", ...], ids: set[Any]
) -> Iterator[Any]:
    """Rows whose first column is one of `ids`."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), IDS_AT_ONCE):
        part = ordered[start : start + IDS_AT_ONCE]
        yield from connection.execute(sa.select(*columns).where(columns[0].in_(part)))


def check_nik(cells: Cells, columns: Columns, context: RowContext, findings: Findings) -> None:
    """NIK: only when they may be read; 16 digits; their birth part and province looked at."""
    kinds, values = columns.get("kind"), cells.columns.get(_VALUE)
    if kinds is None or values is None:
        return
    rows = [int(row) for row in np.flatnonzero(kinds == IdentifierKind.NIK.value)]
    if rows and not context.reads_nik:
        findings.wrong += [(row, content_issues.NIK_NOT_READ, _KIND, "NIK") for row in rows]
        return
    numbers = {row: tidied(values.text_at(row)) for row in rows}
    damaged = {row for row, error in _errors(columns, rows)}
    good = {row: number for row, number in numbers.items() if row not in damaged}
    for row, number in list(good.items()):
        if not NIK.match(number):
            findings.wrong.append((row, content_issues.NIK_LENGTH, _VALUE, masked(number)))
            del good[row]
        elif number != values.text_at(row):
            columns["value"][row] = number
            findings.odd.append((row, content_issues.NIK_TIDIED, _VALUE, ""))
    _notice_rounding(good, findings)
    _notice_births(good, columns, context, findings)


def _errors(columns: Columns, rows: list[int]) -> list[tuple[int, Any]]:
    return [(row, columns["value"][row]) for row in rows
            if isinstance(columns["value"][row], Exception)]  # fmt: skip


def _notice_rounding(good: dict[int, str], findings: Findings) -> None:
    rounded = [row for row, number in good.items() if number.endswith("0")]
    if len(rounded) >= ROUNDED_FROM and 2 * len(rounded) > len(good):
        for row in rounded:
            rule = content_issues.NIK_ROUNDED
            findings.wrong.append((row, rule, _VALUE, masked(good[row])))


def _notice_births(
    good: dict[int, str], columns: Columns, context: RowContext, findings: Findings
) -> None:
    persons = _persons(context.connection, {columns["wbp_id"][row] for row in good})
    provinces = _provinces(context.connection)
    for row, number in good.items():
        sex, born = persons.get(columns["wbp_id"][row], (None, None))
        if provinces and number[:2] not in provinces:
            findings.odd.append((row, content_issues.NIK_PROVINCE, _VALUE, masked(number)))
        day, month, year, female = birth_of(number)
        fits = 1 <= day <= 31 and 1 <= month <= 12
        if born is not None:
            fits = fits and (day, month, year) == (born.day, born.month, born.year % 100)
        if sex is not None:
            fits = fits and female == (sex == Sex.PEREMPUAN)
        if not fits:
            findings.odd.append((row, content_issues.NIK_BIRTH, _VALUE, masked(number)))


def _persons(connection: sa.Connection, ids: set[Any]) -> dict[int, tuple[Any, Any]]:
    wbp = _table("wbp")
    columns = (wbp.c.id, wbp.c.sex, wbp.c.birth_date)
    known = {identity for identity in ids if identity is not None}
    return {row[0]: (row[1], row[2]) for row in _rows_by_id(connection, columns, known)}


def _provinces(connection: sa.Connection) -> set[str]:
    return set(connection.scalars(sa.select(_table("province").c.code)))


def _table(name: str) -> sa.Table:
    return models.metadata.tables[name]


BESIDE = {
    ("attendance", "session_id"): ("held_on", "starts_at", "minutes"),
    ("attendance", "enrolment_id"): ("id", "wbp_id"),
}
ROW_CHECKS: Mapping[str, tuple[RowCheck, ...]] = {
    "attendance": (check_notes, check_days, check_overlaps),
    "person_identifier": (check_nik,),
    "wbp": (check_unit, check_numbers),
}
