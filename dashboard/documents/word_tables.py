"""Tables of a Word document: widths set, the head repeated, numbers to the right."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

from dashboard.documents import content
from dashboard.documents.cleaning import cleaned

_INK, _QUIET, _RAISED = RGBColor(0x12, 0x43, 0x6D), RGBColor(0x52, 0x60, 0x6D), "F3F5F8"
_MANY_COLUMNS = 9


def written(
    paragraph: Any, text: str, *,
    size: float | None = None, bold: bool = False, colour: RGBColor | None = None,
) -> Any:  # fmt: skip
    """A run of `text` in the paragraph."""
    run = paragraph.add_run(cleaned(text))
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    return run


def grid(file: Any, table: content.Table, section: str) -> None:
    """A table with its title above, unless the section says it already, and its note below."""
    if table.title != section:
        written(file.add_heading(level=3), table.title)
    size = 7 if len(table.columns) > _MANY_COLUMNS else 9
    made = _empty(file, len(table.all_rows) + 1, [column.width for column in table.columns])
    _rule(made)
    heads = [content.Cell(column.label) for column in table.columns]
    for place, row in enumerate((heads, *table.all_rows)):
        bold = place == 0 or (table.total is not None and place == len(table.all_rows))
        for column, cell, entry in zip(table.columns, made.rows[place].cells, row, strict=True):
            _fill(cell, entry.text, size=size, bold=bold, right=column.number)
            if bold:
                _shade(cell)
    _repeat(made.rows[0])
    written(file.add_paragraph(), table.note, size=8.5, colour=_QUIET)


def plain_grid(
    file: Any, rows: Sequence[Sequence[str]], widths: Sequence[float], *,
    bold: int | None = None, colour: RGBColor | None = _QUIET,
) -> None:  # fmt: skip
    """Rows without lines; the first column in `colour`, the column number `bold` in bold."""
    made = _empty(file, len(rows), widths)
    for row, line in zip(made.rows, rows, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            written(paragraph, text, bold=place == bold, colour=None if place else colour)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _empty(file: Any, rows: int, shares: Sequence[float]) -> Any:
    """A table as wide as the text; without set widths Word makes columns of one letter."""
    page = file.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    made = file.add_table(rows, len(shares))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for share, column in zip(shares, made.columns, strict=True):
        width = Emu(int(room * share / sum(shares)))
        column.width = width
        for cell in column.cells:
            cell.width = width
    return made


def _fill(cell: Any, text: str, *, size: float, bold: bool, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    written(paragraph, text, size=size, bold=bold, colour=_INK if bold else None)


def _rule(made: Any) -> None:
    """Thin lines between the rows, stronger ones above and below; narrow margins inside."""
    borders = OxmlElement("w:tblBorders")
    for side, weight, colour in (("top", 8, "12436D"), ("bottom", 8, "12436D"),
                                 ("insideH", 4, "D5DCE4")):  # fmt: skip
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(weight)), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    made._tbl.tblPr.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "50")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.append(margins)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _RAISED)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """The head stands again on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
