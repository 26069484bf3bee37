"""A document for offices that edit: DOCX, with the same words and numbers as the PDF."""

import io
from datetime import date, datetime
from typing import Any

import docx as word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dashboard.documents import content
from dashboard.documents.cleaning import cleaned
from dashboard.documents.drawing import chart_png
from dashboard.documents.word_tables import grid, plain_grid, written
from dashboard.texts.catalogue import t

_FONT = "Arial"  # on every office machine; the shipped font cannot travel inside a DOCX
_INK, _QUIET = RGBColor(0x12, 0x43, 0x6D), RGBColor(0x52, 0x60, 0x6D)
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)
_CHART_PIXELS = {False: 640, True: 960}
_FACTS = (1.0, 2.4)


def docx(document: content.Document, made_on: date) -> bytes:
    """The bytes of the DOCX."""
    file = word.Document()
    _set_page(file, document)
    _set_styles(file, document.language)
    _about(file, document, made_on)
    _letterhead(file, document.head)
    written(file.add_heading(level=1), document.title)
    if document.subtitle:
        written(file.add_paragraph(), document.subtitle, colour=_QUIET)
    if document.facts:
        plain_grid(file, document.facts, _FACTS)
    for part in document.sections:
        written(file.add_heading(level=2), part.title)
        for block in part.blocks:
            _add(file, block, part.title, document)
    if document.signatures:
        _signatures(file, document.signatures)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _set_page(file: Any, document: content.Document) -> None:
    page = file.sections[0]
    width, height = reversed(_A4) if document.landscape else _A4
    page.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = width, height
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    foot = page.footer.paragraphs[0]
    written(foot, f"{document.source}   ", size=8, colour=_QUIET)
    for field, between in (("PAGE", f" {t('dokumen.dari')} "), ("NUMPAGES", "")):
        _field(foot, field)
        written(foot, between, size=8, colour=_QUIET)


def _field(paragraph: Any, code: str) -> None:
    """A number that Word works out itself; until then it shows 1."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(written(paragraph, "1", size=8, colour=_QUIET)._r)
    paragraph._p.append(field)


def _set_styles(file: Any, language: str) -> None:
    for name, size in (("Normal", 10), ("Heading 1", 16), ("Heading 2", 12), ("Heading 3", 10.5)):
        style = file.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), _FONT)
        if name != "Normal":
            style.font.color.rgb, style.font.bold = _INK, True
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "id-ID" if language == "id" else "en-GB")
    file.styles["Normal"].element.get_or_add_rPr().append(spoken)
    file.styles["Normal"].paragraph_format.space_after = Pt(6)


def _about(file: Any, document: content.Document, made_on: date) -> None:
    about = file.core_properties
    about.title, about.author = cleaned(document.title), cleaned(document.head.office)
    about.language, about.comments = document.language, cleaned(document.source)
    about.created = datetime(made_on.year, made_on.month, made_on.day)


def _letterhead(file: Any, head: content.Head) -> None:
    lines = [(line.upper(), 11, False) for line in head.lines]
    lines.append((head.office.upper(), 13, True))
    if head.address:
        lines.append((head.address, 9, False))
    for text, size, bold in lines:
        paragraph = file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        written(paragraph, text, size=size, bold=bold)
    _ruled(paragraph)


def _ruled(paragraph: Any) -> None:
    """The double line under the letterhead."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "4")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.space_after = Pt(12)


def _add(file: Any, block: content.Block, section: str, document: content.Document) -> None:
    match block:
        case content.Paragraph():
            written(file.add_paragraph(), block.text)
        case content.Points():
            for item in block.items:
                written(file.add_paragraph(style="List Bullet"), item)
        case content.Facts():
            plain_grid(file, block.pairs, _FACTS)
        case content.Figures():
            rows = [(one.label, one.shown.text, one.sentence) for one in block.items]
            plain_grid(file, rows, (1.2, 0.7, 3.0), bold=1)
        case content.Table():
            grid(file, block, section)
        case content.Chart():
            _chart(file, block, document)


def _chart(file: Any, chart: content.Chart, document: content.Document) -> None:
    written(file.add_paragraph(), chart.said, bold=True)
    page = file.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    picture = io.BytesIO(chart_png(chart, width=_CHART_PIXELS[document.landscape]))
    shape = file.add_picture(picture, width=room)
    shape._inline.docPr.set("descr", cleaned(chart.alt))
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")  # without them it stands aside


def _signatures(file: Any, items: tuple[content.Signature, ...]) -> None:
    """One who signs stands on the right; several stand beside each other."""
    written(file.add_paragraph(), "")
    columns = [("", "", "")] if len(items) == 1 else []
    columns += [(one.above, one.role, one.below) for one in items]
    above, role, below = zip(*columns, strict=True)
    plain_grid(file, (above, role, ("\n\n\n",) * len(columns), below), (1.0,) * len(columns),
               colour=None)  # fmt: skip
