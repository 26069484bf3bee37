"""Rules over whole rows, found in staging before loading: the schema's own, not copies of them.

SQLite names only CHECKs in its errors, so each CHECK, unique key and composite reference of
the table is asked of the staged rows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

import models
from data.importing import content_issues, issues
from data.importing.issues import Rule
from data.importing.rules_in_words import IN_WORDS
from models.codes import IdentifierKind
from models.columns import declaration_of

_DECLARED = re.compile(r"_(range|length)$")


@dataclass(frozen=True)
class Breach:
    """Some staged lines break one rule."""

    rule: Rule
    lines: list[int]
    details: dict[str, str]
    heading: str | None = None


def breaches(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, keys: list[tuple[str, ...]]
) -> Iterator[Breach]:
    """Every rule of `target` that staged rows break, with their lines."""
    present = {column.name for column in staged.columns}
    yield from _checks(connection, staged, target, keys)
    yield from _uniques(connection, staged, target, present, keys)
    yield from _references(connection, staged, target, present)
    if target.name == "person_identifier" and {"wbp_id", "kind", "value"} <= present:
        yield from _shared_nik(connection, staged, target)


def oddities(connection: sa.Connection, staged: sa.Table, target: sa.Table) -> Iterator[Breach]:
    """What is odd about staged rows that go in all the same."""
    day = {"cohort": "starts_on", "programme_session": "held_on"}.get(target.name)
    if day is None or day not in staged.c:
        return
    agreement = models.metadata.tables["agreement"]
    cohort = models.metadata.tables["cohort"]
    query = sa.select(staged.c.line).order_by(staged.c.line)
    if target.name == "cohort" and "agreement_id" in staged.c:
        query = query.join_from(staged, agreement, agreement.c.id == staged.c.agreement_id)
    elif target.name == "programme_session":
        query = query.join_from(staged, cohort, cohort.c.id == staged.c.cohort_id).join(
            agreement, agreement.c.id == cohort.c.agreement_id
        )
    else:
        return
    if lines := _lines(connection, query.where(agreement.c.ends_on < staged.c[day])):
        yield Breach(content_issues.AGREEMENT_EXPIRED, lines, {})


def _shared_nik(connection: sa.Connection, staged: sa.Table, target: sa.Table) -> Iterator[Breach]:
    """NIK of two persons in the file, and NIK that another person has already, in any unit."""
    here, other = staged.alias("here"), staged.alias("other")
    nik = here.c.kind == IdentifierKind.NIK.value
    for rule, rival in (
        (content_issues.NIK_TWO_PERSONS, other), (content_issues.NIK_ELSEWHERE, target)
    ):  # fmt: skip
        same = (rival.c.kind == here.c.kind) & (rival.c.value == here.c.value)
        query = sa.select(here.c.line).where(
            nik, sa.exists().where(same, rival.c.wbp_id != here.c.wbp_id)
        )
        if lines := _lines(connection, query):
            yield Breach(rule, lines, {})


def _lines(connection: sa.Connection, query: Any) -> list[int]:
    return list(connection.scalars(query))


def _checks(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, keys: list[tuple[str, ...]]
) -> Iterator[Breach]:
    names = {column.name for column in target.columns}
    for check in sorted(target.constraints, key=lambda rule: str(rule.name)):
        if not isinstance(check, sa.CheckConstraint) or not _is_row_rule(check):
            continue
        text = str(check.sqltext)
        used = set(re.findall(r"[a-z_0-9]+", text)) & names
        query = _breaking(staged, target, text, used=used, keys=keys)
        if query is not None and (lines := _lines(connection, query)):
            rule = str(check.name).removeprefix(f"ck_{target.name}_")
            yield _in_words(target, rule, lines, text)


def _breaking(
    staged: sa.Table, target: sa.Table, text: str, *, used: set[str], keys: list[tuple[str, ...]]
) -> Any:
    """Lines that break the rule `text`; what a file does not give is as it stands stored."""
    present = {column.name for column in staged.columns}
    if used <= present:
        return sa.select(staged.c.line).where(sa.text(f"NOT ({text})"))
    key = next((one for one in keys if set(one) <= present), None)
    if key is None or not used & present:
        return None
    here, stored = staged.alias("here"), target.alias("stored")
    whole = re.sub(
        rf"\b({'|'.join(sorted(used))})\b",
        lambda found: f"{'here' if found[1] in present else 'stored'}.{found[1]}",
        text,
    )
    same = sa.and_(*(here.c[name] == stored.c[name] for name in key))
    return sa.select(here.c.line).outerjoin(stored, same).where(sa.text(f"NOT ({whole})"))


def _in_words(target: sa.Table, rule: str, lines: list[int], text: str) -> Breach:
    """The breach beside the column where a person would mend it, if the rule has words."""
    column, said = IN_WORDS.get(f"{target.name}.{rule}", ("", issues.BREAKS_RULE))
    heading = declaration_of(target.c[column]).heading if column else None
    named = heading.id if heading else None
    return Breach(said, lines, {"other": rule, "allowed": text}, named)


def _is_row_rule(check: sa.CheckConstraint) -> bool:
    name = str(check.name or "")
    return not (check._type_bound or _DECLARED.search(name))


def _uniques(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, present: set[str],
    keys: list[tuple[str, ...]],
) -> Iterator[Breach]:  # fmt: skip
    for names, condition in _unique_keys(target):
        if names in keys or not set(names) <= present or "id" in names:
            continue
        if lines := _clashes(connection, staged, target, names, condition, keys):
            yield Breach(issues.BREAKS_UNIQUE, lines, {"allowed": " + ".join(names)})


def _unique_keys(target: sa.Table) -> Iterator[tuple[tuple[str, ...], str | None]]:
    for constraint in sorted(target.constraints, key=lambda rule: str(rule.name)):
        if isinstance(constraint, sa.UniqueConstraint):
            yield tuple(column.name for column in constraint.columns), None
    for index in target.indexes:
        if index.unique:
            where = index.dialect_options["sqlite"]["where"]
            yield tuple(column.name for column in index.columns), str(where)


def _clashes(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, names: tuple[str, ...],
    condition: str | None, keys: list[tuple[str, ...]],
) -> list[int]:  # fmt: skip
    """Staged lines whose `names` another staged row or another stored row holds already.

    A stored row that this file itself changes counts as it will be.
    """
    here = staged.alias("here")
    filled: list[Any] = [here.c[name].is_not(None) for name in names]
    if condition:
        filled.append(sa.text(_qualified(condition, target, staged, "here")))
    other = staged.alias("other")
    same: list[Any] = [here.c[name] == other.c[name] for name in names]
    if condition:
        same.append(sa.text(_qualified(condition, target, staged, "other")))
    twice = sa.select(here.c.line).where(
        *filled, sa.exists().where(*same, other.c.line != here.c.line)
    )
    stored = target.alias("stored")
    same = [here.c[name] == stored.c[name] for name in names]
    if condition:
        same.append(sa.text(_qualified(condition, target, target, "stored")))
    mine = staged.alias("mine")
    replaced = sa.or_(
        *(sa.exists().where(*(mine.c[n] == stored.c[n] for n in key)) for key in keys)
    )
    taken = sa.select(here.c.line).where(*filled, sa.exists().where(*same, ~replaced))
    return sorted({*_lines(connection, twice), *_lines(connection, taken)})


def _qualified(condition: str, target: sa.Table, table: sa.Table, alias: str) -> str:
    """The condition of a partial index about `alias`; what a file does not give is empty."""
    names = "|".join(column.name for column in target.columns)

    def qualify(match: re.Match[str]) -> str:
        return f"{alias}.{match[1]}" if match[1] in table.c else "NULL"

    return re.sub(rf"\b({names})\b", qualify, condition)


def _references(
    connection: sa.Connection, staged: sa.Table, target: sa.Table, present: set[str]
) -> Iterator[Breach]:
    """Composite references whose parts were each found, but do not belong together.

    Those that begin with an id were held together when the id was found, by the checker.
    """
    for reference in sorted(target.foreign_key_constraints, key=lambda rule: str(rule.name)):
        names = [column.name for column in reference.columns]
        if len(names) < 2 or not set(names) <= present or reference.deferrable:
            continue
        if reference.elements[0].column.name == "id":
            continue
        parent = reference.referred_table
        pairs = [(staged.c[e.parent.name], parent.c[e.column.name]) for e in reference.elements]
        query = sa.select(staged.c.line).where(
            *(mine.is_not(None) for mine, _ in pairs),
            ~sa.exists().where(*(mine == theirs for mine, theirs in pairs)),
        )
        if lines := _lines(connection, query):
            details = {"allowed": " + ".join(names), "other": parent.name}
            yield Breach(issues.BREAKS_REFERENCE, lines, details)
