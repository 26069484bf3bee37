"""What can be given out: rows under declared headings, from a query or shaped from its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

import models
from data.exporting.flattening import Field
from data.exporting.requests import ExportRequest
from data.queries.filter import Filter
from models.columns import Declaration, Given, Heading, Privacy, declaration_of

Query = Callable[[Filter | None], "sa.Select[Any]"]
Rows = Sequence[Sequence[Any]]
_PEOPLE_OF_OFFICE = frozenset({"partner", "officer", "agreement_party"})


@dataclass(frozen=True)
class Shaped:
    """Rows made from those of a query, and what the file says about how they were made."""

    rows: Rows
    told: Mapping[str, Any] = field(default_factory=dict)


Shape = Callable[[Session, ExportRequest, Rows], Shaped]


@dataclass(frozen=True)
class Dataset:
    """Rows under declared headings.

    `query` gives them in the order of `fields`; where there is a `shape`, it makes them from
    what the query gives. `of_persons`: each row is about a single person, whatever its columns.
    """

    name: str
    called: tuple[str, str]
    fields: tuple[Field, ...]
    query: Query
    optional: frozenset[str] = frozenset()  # required where declared, but may be missing here
    shape: Shape | None = None
    of_persons: bool = False

    def label(self, language: str) -> str:
        """What people call it, in `language` ("id" or "en")."""
        return self.called[1 if language == "en" else 0]

    @property
    def is_personal(self) -> bool:
        """Whether its rows tell about single persons in care."""
        return self.of_persons or any(
            field.declaration.privacy in (Privacy.IDENTIFIER, Privacy.SENSITIVE)
            and field.declaration.target in (None, "wbp", "enrolment", "assessment")
            and getattr(field.column.table, "name", "") not in _PEOPLE_OF_OFFICE
            for field in self.fields
        )


def stored(table: str, name: str, heading: Heading | None = None) -> Field:
    """The field of a column that holds a value, under its own heading or another."""
    column = models.metadata.tables[table].c[name]
    declaration = declaration_of(column)
    known = heading or declaration.heading
    assert known is not None  # noqa: S101  only value columns and named keys are asked for
    return Field(known, column, declaration)


def made(
    heading: tuple[str, str], label: tuple[str, str], privacy: Privacy = Privacy.OPEN, *,
    kind: Any = sa.Integer, unit: str | None = None,
) -> Field:  # fmt: skip
    """A field that no column holds: a count, or a value told with less detail."""
    known = Heading(*heading)
    declaration = Declaration(*label, privacy, Given.DERIVED, heading=known, unit=unit)
    return Field(known, sa.Column(known.id, kind()), declaration)
