"""A column is declared once: `column`, `key`, `derived` and `internal`.

From the one line in its table come the schema, the file template, the import check, the
export dictionary, the form field and the table heading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from models.codes import Labelled


class Privacy(StrEnum):
    """How much a column tells about a person; decides which disclosure levels may show it."""

    IDENTIFIER = "identifier"
    SENSITIVE = "sensitive"
    QUASI = "quasi"
    OPEN = "open"


class Given(StrEnum):
    """How a file gives a column."""

    VALUE = "value"
    KEY = "key"
    DERIVED = "derived"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Heading:
    """One heading of a file: Indonesian (canonical) and English, both accepted."""

    id: str
    en: str


@dataclass(frozen=True)
class Declaration:
    """What one line of a table says about a column."""

    label_id: str
    label_en: str
    privacy: Privacy
    given: Given
    heading: Heading | None = None
    unit: str | None = None
    codes: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    target: str | None = None
    path: tuple[Heading, ...] = field(default=())
    source: tuple[str, str] | None = None
    late: bool = False
    past: bool = False

    def label(self, language: str) -> str:
        """The label in `language` ("id" or "en")."""
        return self.label_en if language == "en" else self.label_id


def _declared(declaration: Declaration, **settings: Any) -> Any:
    return Field(sa_column_kwargs={"info": {"declaration": declaration}}, **settings)


def column(
    label_id: str,
    label_en: str,
    privacy: Privacy = Privacy.OPEN,
    *,
    heading: str,
    english: str,
    unit: str | None = None,
    codes: str | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    max_length: int | None = None,
    past: bool = False,
    **settings: Any,
) -> Any:
    """A column that a file gives as a value, under `heading` or its `english` twin.

    A `past` day cannot lie in the future.

    `codes` names the open list its values come from; `minimum`, `maximum` and `max_length`
    (characters) are checked on import and stand in the database as CHECKs.
    """
    declaration = Declaration(
        label_id, label_en, privacy, Given.VALUE, Heading(heading, english), unit, codes,
        minimum, maximum, max_length, past=past,
    )  # fmt: skip
    return _declared(declaration, **settings)


def key(
    label_id: str,
    label_en: str,
    privacy: Privacy = Privacy.OPEN,
    *,
    target: str,
    path: tuple[Heading, ...],
    late: bool = False,
    **settings: Any,
) -> Any:
    """A reference that a file gives by the natural key of table `target`.

    `path` has one heading for each leaf of that key, in its order; a heading shared by two
    keys of one table is one cell. `late` references (to the same table) are set after all
    rows of the file stand.
    """
    declaration = Declaration(
        label_id, label_en, privacy, Given.KEY, target=target, path=path, late=late
    )
    return _declared(declaration, **settings)


def derived(
    label_id: str,
    label_en: str,
    privacy: Privacy = Privacy.OPEN,
    *,
    source: tuple[str, str] | None = None,
    **settings: Any,
) -> Any:
    """A column that follows from others: `source` = (key column here, column of its target)."""
    declaration = Declaration(label_id, label_en, privacy, Given.DERIVED, source=source)
    return _declared(declaration, **settings)


def internal(label_id: str, label_en: str, privacy: Privacy = Privacy.OPEN, **settings: Any) -> Any:
    """A column the program keeps for itself; no file gives it."""
    return _declared(Declaration(label_id, label_en, privacy, Given.INTERNAL), **settings)


def closed(codes: type[Labelled], name: str) -> "sa.Enum":
    """The type of a closed list: text, stored by value, with a CHECK named after `name`."""
    return sa.Enum(
        codes,
        name=name,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=24,
    )


def declaration_of(item: "sa.Column[Any]") -> Declaration:
    """The declaration of a column. Raises `KeyError` when it was never declared."""
    found: Declaration = item.info["declaration"]
    return found


def declared_columns(table: sa.Table) -> Iterator[tuple["sa.Column[Any]", Declaration]]:
    """Each column of `table` with its declaration, in declared order."""
    for item in table.columns:
        if "declaration" in item.info:
            yield item, declaration_of(item)
