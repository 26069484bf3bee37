"""All screens as the frame lists them, one in a given state, and what it says there."""

import ast
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


def listed() -> list[str]:
    """The module of each screen in the frame's own list, so that a new one is never forgotten."""
    calls = [one for one in ast.walk(ast.parse(FRAME.read_text("utf-8"))) if _is_page(one)]
    return [ast.literal_eval(one.args[0]) for one in calls]


def _is_page(node: ast.AST) -> Any:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "page"


def screen(url: str, view: str, language: str, unit: str | None) -> None:
    import importlib
    from datetime import date

    from dashboard.texts.catalogue import use
    from dashboard.widgets.caching import Asker
    from dashboard.widgets.filters import Chosen
    from dashboard.widgets.screen import Screen
    from data.answers import choices
    from data.opening import LOCAL_OFFICER
    from data.queries.filter import Filter
    from models.door import Door

    use(language)
    door = Door(url)
    with door.reading(LOCAL_OFFICER) as session:
        state, known = choices.state(session), choices.period(session)
    filter = Filter(date(2025, 7, 1), date(2026, 7, 1), unit) if known else None
    asker = Asker(door, LOCAL_OFFICER, state.data_version)
    module = importlib.import_module(f"dashboard.views.{view}")
    module.show(Screen(asker, Chosen(filter), state, date(2026, 7, 1)))


def shown(url: str, view: str, language: str = "id", *, unit: str | None = None) -> AppTest:
    """The screen at rest."""
    app = AppTest.from_function(screen, args=(url, view, language, unit), default_timeout=60)
    return app.run()


class _Pressed(ButtonGroup[Any]):
    """A choice pressed by the words on it, as a person does."""

    wanted: str

    @property
    def formatted_values(self) -> list[str]:
        return [self.wanted]


def parts(app: AppTest) -> list[tuple[int, str]]:
    """Each choice among the parts of a screen that is not the one shown: place and words."""
    return [
        (place, words)
        for place, group in enumerate(app.button_group)
        for words in group.options
        if words not in group.formatted_values
    ]


def press(app: AppTest, place: int, words: str) -> AppTest:
    """The screen after this choice."""
    group = app.button_group[place]
    group.__class__ = _Pressed
    group.wanted = words  # type: ignore[attr-defined]
    return app.run()


def kind_words(app: AppTest) -> list[str]:
    """What the screen says in its boxes about what is missing, forbidden, or in order."""
    boxes: tuple[Any, ...] = (app.info, app.warning, app.success)
    return [str(one.value) for kind in boxes for one in kind]


def everything(app: AppTest) -> list[str]:
    """Every text and figure of the screen, tables left out."""
    kinds: tuple[Any, ...] = (
        app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning,
        app.success, app.error, app.metric,
    )  # fmt: skip
    return [str(one.value) for kind in kinds for one in kind]
