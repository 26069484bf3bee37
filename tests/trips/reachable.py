"""What keeps somebody from a screen who does not see it, or sees it badly, or uses keys alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
STREAMLITS_OWN = {  # by axe's rule, the elements that Streamlit writes, and we cannot
    "list": "[data-testid=stSidebarNavItems]",  # the menu is a list; each section a div in it,
    "listitem": "[data-testid=stSidebarNavItems] li",  # so that its entries are not in the list
    "scrollable-region-focusable": "[data-testid=stTable] div",  # browsers give it the keys
}


def barriers(page: Page, *, excused: Mapping[str, str] = STREAMLITS_OWN) -> list[str]:
    """Grave violations of axe-core's rules by what is ours: rule, element and what is wrong."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(_RUN, {"grave": GRAVE, "own": dict(excused)})
    return [f"{one['rule']}: {one['html']} ({one['message']})" for one in found]


_RUN = """async ({grave, own}) => {
    const {violations} = await axe.run({resultTypes: ['violations']});
    const found = [];
    for (const {id, impact, nodes} of violations.filter(one => grave.includes(one.impact)))
        for (const node of nodes) {
            const element = node.target.length === 1 && document.querySelector(node.target[0]);
            if (element && id in own && element.matches(own[id])) continue;
            const [why] = [...node.any, ...node.all, ...node.none];
            found.push({rule: id, html: node.html.slice(0, 200), message: why.message});
        }
    return found;
}"""
