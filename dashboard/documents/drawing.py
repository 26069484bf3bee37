"""Charts for paper: the same specifications as on the screens, drawn without a browser."""

from functools import cache
from pathlib import Path
from typing import Any

from dashboard.charts.palette import LIGHT
from dashboard.documents.content import Chart

FONTS = Path(__file__).parent.with_name("assets") / "fonts"
FONT = "Source Sans 3"
_SHARPNESS = 2.5


def chart_svg(chart: Chart, *, width: int) -> str:
    """The chart as vectors, `width` pixels wide."""
    drawn: str = _converter().vegalite_to_svg(_fixed(chart, width))
    return drawn


def chart_png(chart: Chart, *, width: int) -> bytes:
    """The chart as a picture, for Word."""
    drawn: bytes = _converter().vegalite_to_png(_fixed(chart, width), scale=_SHARPNESS)
    return drawn


@cache
def _converter() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _fixed(chart: Chart, width: int) -> dict[str, Any]:
    """The specification on a light ground, at a width of its own, in the font that is shipped."""
    spec: dict[str, Any] = chart.draw(chart.frame, LIGHT).to_dict()
    font = f"'{FONT}'"  # bare, the 3 ends the name
    return {**spec, "width": width, "config": {**spec.get("config", {}), "font": font}}
