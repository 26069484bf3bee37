"""A document as a PDF: tagged (PDF/UA-1), made to be kept (PDF/A-2a), its charts as vectors."""

import json
import re
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import typst

from dashboard.documents import content
from dashboard.documents.cleaning import cleaned
from dashboard.documents.drawing import FONT, FONTS, chart_svg
from dashboard.texts.catalogue import t

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_BOX = "\N{WHITE SQUARE}"
_MOST_STRANGE_SIGNS = 200
_TEMPLATE = Path(__file__).with_name("document.typ")
_WIDTHS = {False: 640, True: 960}  # of a chart, in pixels, upright and across


def pdf(document: content.Document, made_on: date) -> bytes:
    """The bytes of the PDF."""
    return compiled(_TEMPLATE, _inputs(document, made_on))


def compiled(template: Path, content: Any) -> bytes:
    """The template filled with `content`; a sign that no font has becomes a box.

    A PDF to be kept may hold no sign that cannot be shown; typst names them one by one.
    """
    text = json.dumps(cleaned(content), ensure_ascii=False)
    for _ in range(_MOST_STRANGE_SIGNS):
        try:
            made: bytes = typst.compile(
                str(template), sys_inputs={"data": text}, font_paths=[str(FONTS)],
                ignore_system_fonts=True, pdf_standards=[*STANDARDS],
            )  # fmt: skip
            return made
        except typst.TypstError as error:
            strange = _NOT_SHOWN.search(str(error))
            if strange is None or strange[1] not in text:
                raise
            text = text.replace(strange[1], _BOX)
    raise ValueError("too many signs that no font has")


def _inputs(document: content.Document, made_on: date) -> dict[str, Any]:
    plain = asdict(replace(document, sections=()))
    plain["sections"] = [
        {"title": part.title, "blocks": [_block(one, document.landscape) for one in part.blocks]}
        for part in document.sections
    ]
    return {
        **plain,
        "font": [FONT, "Libertinus Serif", "New Computer Modern"],
        "made": [made_on.year, made_on.month, made_on.day],
        "author": document.head.office,
        "of": t("dokumen.dari"),
    }


def _block(block: content.Block, landscape: bool) -> dict[str, Any]:
    match block:
        case content.Table():
            rows = [[cell.text for cell in row] for row in block.all_rows]
            return {
                "is": "table", "title": block.title, "note": block.note, "rows": rows,
                "columns": [asdict(column) for column in block.columns],
                "total": block.total is not None,
            }  # fmt: skip
        case content.Figures():
            items = [
                {"label": one.label, "shown": one.shown.text, "sentence": one.sentence}
                for one in block.items
            ]
            return {"is": "figures", "items": items}
        case content.Chart():
            svg = chart_svg(block, width=_WIDTHS[landscape])
            return {"is": "chart", "said": block.said, "alt": block.alt, "svg": svg}
        case _:
            return {"is": type(block).__name__.lower(), **asdict(block)}
