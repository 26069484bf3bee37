"""Profiles: small TOML files that say how a foreign sheet becomes rows of our tables.

For each target table a profile gives an expression per heading: `from` (a cell), `title` (a value
above the headings), `constant`, `translate` (a cell through a small table), `abbreviation` (a code
made from a name), `day` (a date as yyyy-mm-dd), `join` (parts with hyphens). `formats` says how the
file writes days and numbers. With `matrix` the sheet is attendance with a column per day.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from data.errors import ExitStatus, SinergiError
from data.importing.matrix import MatrixForm
from data.importing.parsing import HOUSE, CellError, Conventions, cleaned, parse_date
from data.sheets import normal, sheet_of

LONGEST_CODE = 40
TITLE = "judul:"
_LISTS = ("marks", "footer", "not_expected")
_CONVENTIONS = {
    "dates": "date_order", "decimal": "decimal", "serial_dates": "serial_dates"
}  # fmt: skip
_IN_BRACKETS = re.compile(r"\(([^)]+)\)")

Cells = list[str]
Expression = Callable[[Mapping[str, str], Cells], str]
Condition = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True)
class Target:
    """Rows of one table out of a file: an expression per canonical heading."""

    table: str
    cells: Mapping[str, Expression]
    when: Condition | None = None


@dataclass(frozen=True)
class Profile:
    """A named way to read one kind of foreign sheet; `uses` are the headings it needs.

    `text` is its TOML, which is kept with what it read.
    """

    name: str
    title: str
    uses: frozenset[str]
    targets: tuple[Target, ...] = field(default=())
    conventions: Conventions | None = None
    matrix: MatrixForm | None = None
    text: str | None = None

    def fits(self, headings: Sequence[str]) -> bool:
        """Whether a header has what the profile needs: its headings, and days for a matrix."""
        if not self.uses <= {normal(heading) for heading in headings}:
            return False
        return self.matrix is None or any(self.matrix.is_day(heading) for heading in headings)


@dataclass(frozen=True)
class HeadingExpression:
    """A cell taken as it stands, by its position; whole columns can be passed on at once."""

    position: int

    def __call__(self, row: Mapping[str, str], cells: Cells) -> str:
        """The cell."""
        return cells[self.position]


def heading_expression(position: int) -> HeadingExpression:
    """The expression that takes the cell at `position`."""
    return HeadingExpression(position)


def abbreviation(name: str) -> str:
    """A code from a name: what stands in brackets, else its words; capitals, hyphens, A-Z 0-9."""
    bracketed = _IN_BRACKETS.search(name)
    text = bracketed[1] if bracketed else name
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[A-Z0-9]+", ascii_text.upper()))[:LONGEST_CODE].rstrip("-")


def _expression(spec: Mapping[str, Any], conventions: Conventions) -> Expression:
    if "constant" in spec:
        constant = str(spec["constant"])
        return lambda row, cells: constant
    if "from" in spec:
        heading = normal(spec["from"])
        return lambda row, cells: row[heading]
    if "title" in spec:
        title = TITLE + normal(spec["title"])
        return lambda row, cells: row.get(title, "")
    if "translate" in spec:
        heading, default = normal(spec["translate"]), spec.get("default")
        table = {cleaned(key).casefold(): value for key, value in spec["table"].items()}
        return lambda row, cells: str(
            table.get(row[heading].casefold(), row[heading] if default is None else default)
        )
    if "abbreviation" in spec:
        heading, without = normal(spec["abbreviation"]), set(spec.get("without", ()))
        return lambda row, cells: "" if row[heading] in without else abbreviation(row[heading])
    if "day" in spec:
        heading = normal(spec["day"])
        return lambda row, cells: _day(row[heading], conventions)
    parts = [_expression(part, conventions) for part in spec["join"]]
    return lambda row, cells: "-".join(filter(None, (part(row, cells) for part in parts)))


def _day(text: str, conventions: Conventions) -> str:
    try:
        return parse_date(text, conventions).isoformat()
    except CellError:
        return text


def _condition(spec: Mapping[str, Any]) -> Condition:
    heading = normal(spec["heading"])
    wanted, unwanted = spec.get("in"), set(spec.get("not_in", ()))
    return lambda row: row[heading] not in unwanted and (wanted is None or row[heading] in wanted)


def read_profile(path: Path) -> Profile:
    """The profile in a TOML file. Raises `SinergiError` for one that cannot be used."""
    try:
        return profile_in(path.read_text(encoding="utf-8"), path.name)
    except (ValueError, OSError) as error:
        raise _unusable(path.name, error) from error


def profile_in(text: str, name: str) -> Profile:
    """The profile in a TOML text that is called `name`. Raises `SinergiError` likewise."""
    try:
        return replace(_profile(tomllib.loads(text)), text=text)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unusable(name, error) from error


def _unusable(name: str, error: Exception) -> SinergiError:
    said = f"{type(error).__name__}: {error}"
    return SinergiError(
        "profil_tidak_terbaca",
        f"Profil {name} tidak dapat dipakai ({said}). Lihat docs/profil.md.",
        f"Profile {name} cannot be used ({said}). See docs/profil.md.",
        ExitStatus.USAGE,
    )


def _profile(spec: Mapping[str, Any]) -> Profile:
    said = spec.get("formats")
    conventions = Conventions(**{_CONVENTIONS[k]: v for k, v in said.items()}) if said else None
    targets = tuple(
        Target(
            sheet_of(target["table"]).name,
            {
                heading: _expression(cell, conventions or HOUSE)
                for heading, cell in target["cells"].items()
            },
            _condition(target["when"]) if "when" in target else None,
        )
        for target in spec.get("target", ())
    )
    matrix = _matrix(spec["matrix"]) if "matrix" in spec else None
    if not targets and matrix is None:
        raise ValueError("target")
    uses = frozenset(normal(heading) for heading in spec["headings"])
    return Profile(spec["name"], spec["title"], uses, targets, conventions, matrix)


def _matrix(spec: Mapping[str, Any]) -> MatrixForm:
    marks = {cleaned(key).casefold(): value for key, value in spec["marks"].items()}
    footer, unexpected = tuple(spec.get("footer", ())), frozenset(spec.get("not_expected", ()))
    rest = {key: value for key, value in spec.items() if key not in _LISTS}
    return MatrixForm(marks=marks, footer=footer, not_expected=unexpected, **rest)


def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the program."""
    folder = Path(__file__).with_name("shipped")
    return tuple(read_profile(path) for path in sorted(folder.glob("*.toml")))
