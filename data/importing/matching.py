"""How the headings of a foreign file are read, for a person to look at and to correct."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.errors import SinergiError
from data.importing import issues
from data.importing.issues import FileRefused, Issue
from data.importing.mapping import plan
from data.importing.profiles import Profile, Target, heading_expression
from data.importing.reading import open_source
from data.importing.sources import Source
from data.sheets import normal, sheet_of


@dataclass(frozen=True)
class Look:
    """What a file seems to be. `problem` says why it cannot be taken as it is.

    `read_as` gives for each heading of the file the heading it is read as, or None: left out.
    """

    headings: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    profile: str | None = None
    read_as: Mapping[str, str | None] = field(default_factory=dict)
    problem: FileRefused | None = None


def look_at(path: Path, profiles: Sequence[Profile], table: str | None = None) -> Look:
    """What the file seems to be, as the road would take it; nothing is read but its head."""
    try:
        source = open_source(path)
    except FileRefused as refused:
        return Look(problem=refused)
    try:
        mapped = plan(source, profiles, table)
    except FileRefused as refused:
        guess = table or refused.issue.details.get("table")
        headings = _likely_headings(source)
        tables = (guess,) if guess else ()
        return Look(headings, tables, None, match(headings, guess), refused)
    headings = tuple(heading for heading in mapped.headings if heading.strip())
    alone = mapped.tables[0] if mapped.profile is None else None
    named = mapped.profile.name if mapped.profile else None
    return Look(headings, mapped.tables, named, match(headings, alone))


def match(headings: Sequence[str], table: str | None) -> dict[str, str | None]:
    """Each heading with what it means in `table`, by its names in either language."""
    lookup = sheet_of(table).lookup() if table else {}
    return {heading: lookup.get(normal(heading)) for heading in headings}


def _likely_headings(source: Source) -> tuple[str, ...]:
    """The fullest of the first rows, the first of them."""
    rows = [row for layout in source.layouts for row in source.head(layout)]
    filled = [tuple(cell for cell in row if cell.strip()) for row in rows]
    return max(filled, key=len, default=())


def profile_of(table: str, headings: Sequence[str], read_as: Mapping[str, str | None]) -> Profile:
    """A profile that reads the file so. Raises `SinergiError` when a needed heading lacks."""
    sheet = sheet_of(table)
    given = [canonical for canonical in read_as.values() if canonical]
    twice = sorted({canonical for canonical in given if given.count(canonical) > 1})
    if twice:
        raise SinergiError(
            "judul_dua_kali", f"Dua kolom berkas dibaca sebagai {', '.join(twice)}. Pilih satu.",
            f"Two columns of the file are read as {', '.join(twice)}. Choose one.",
        )  # fmt: skip
    missing = sorted(sheet.required - set(given))
    if sheet.one_of and not any(heading.id in given for heading in sheet.one_of):
        missing.append(" / ".join(heading.id for heading in sheet.one_of))
    if missing:
        details = {"table": table, "allowed": ", ".join(missing), "other": ""}
        raise FileRefused(Issue(issues.MISSING_HEADING, details=details))
    cells = {
        canonical: heading_expression(position)
        for position, heading in enumerate(headings) if (canonical := read_as.get(heading))
    }  # fmt: skip
    uses = frozenset(normal(heading) for heading in headings if heading.strip())
    text = profile_text("layar", table, read_as)
    return Profile("layar", table, uses, (Target(table, cells),), text=text)


def profile_text(name: str, table: str, read_as: Mapping[str, str | None]) -> str:
    """The same as a TOML file, to be kept and shared; `read_profile` reads it."""
    kept = {heading: canonical for heading, canonical in read_as.items() if canonical}
    quoted = ", ".join(_quoted(heading) for heading in kept)
    lines = [f"name = {_quoted(name)}", f"title = {_quoted(name)}", f"headings = [{quoted}]", "",
             "[[target]]", f"table = {_quoted(table)}", "", "[target.cells]"]  # fmt: skip
    lines += [f"{_quoted(c)} = {{ from = {_quoted(heading)} }}" for heading, c in kept.items()]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
