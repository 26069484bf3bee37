"""Charts for paper: the same specifications as on the screens, drawn without a browser."""

import copy
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent.with_name("assets") / "fonts"
FONT = "Source Sans 3"
_SHARPNESS = 2.5


def chart_svg(spec: dict[str, Any], *, width: int) -> str:
    """The chart as vectors, `width` pixels wide."""
    drawn: str = _converter().vegalite_to_svg(_fixed(spec, width))
    return drawn


def chart_png(spec: dict[str, Any], *, width: int) -> bytes:
    """The chart as a picture, for Word."""
    drawn: bytes = _converter().vegalite_to_png(_fixed(spec, width), scale=_SHARPNESS)
    return drawn


@cache
def _converter() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _fixed(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """The specification at a width of its own, in the font that is shipped."""
    fixed = copy.deepcopy(spec)
    fixed["width"] = width
    fixed.setdefault("config", {})["font"] = f"'{FONT}'"  # bare, the 3 ends the name
    return fixed
