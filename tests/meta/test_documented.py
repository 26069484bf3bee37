"""Every command and every heading is documented; each rule is shown to fail."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.cli import (  # noqa: F401  they register commands
    adjusting,
    app,
    comparing,
    giving_out,
    keeping,
    taking_in,
)
from data.exporting.flattening import fields_of
from data.exporting.reference import reference_page
from data.reference import reference_codes
from data.sheets import sheets

DOCS = Path(__file__).parents[2] / "docs"


def undocumented_commands(names: Iterable[str], guide: str) -> list[str]:
    """Commands that the guide does not name."""
    return [name for name in names if f"`sinergi {name}" not in guide]


def undocumented_headings(headings: Iterable[str], page: str) -> list[str]:
    """Headings that the reference page does not list."""
    return [heading for heading in headings if f"| `{heading}` |" not in page]


def _commands() -> list[str]:
    return [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]


def test_every_command_stands_in_the_guide() -> None:
    guide = (DOCS / "panduan.md").read_text(encoding="utf-8")
    assert len(_commands()) >= 9
    assert undocumented_commands(_commands(), guide) == []


def test_every_heading_stands_in_the_reference_page() -> None:
    page = (DOCS / "rujukan-berkas.md").read_text(encoding="utf-8")
    headings = {field.heading.id for sheet in sheets() for field in fields_of(sheet.name)}
    assert undocumented_headings(sorted(headings), page) == []


def test_the_reference_page_is_what_the_declarations_say() -> None:
    page = (DOCS / "rujukan-berkas.md").read_text(encoding="utf-8")
    assert page == reference_page(reference_codes()), "run: sinergi reference --write docs/..."


def test_a_command_nobody_described_is_found() -> None:
    assert undocumented_commands(["hapus"], "pakai `sinergi import`") == ["hapus"]


def test_a_heading_nobody_described_is_found() -> None:
    assert undocumented_headings(["agama"], "| `nama` |") == ["agama"]
