"""Tables about agreements: no two columns of one table may be called alike in any language."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from dashboard.texts.catalogue import LANGUAGES, use
from dashboard.widgets import across_tables, agreement_list, agreement_page
from dashboard.widgets.progress_tables import _due_headings, _plan_headings
from dashboard.widgets.report_page import _headings
from dashboard.widgets.tables import Heading

TABLES: tuple[Callable[[], Mapping[str, Heading]], ...] = (
    across_tables.result_headings, across_tables.pillar_headings, agreement_page.pillar_headings,
    agreement_list.agreement_headings, _due_headings, _plan_headings, _headings,
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_are_called_alike(language: str) -> None:
    use(language)
    for headings in TABLES:
        counted = Counter(heading.label for heading in headings().values())
        assert [label for label, times in counted.items() if times > 1] == []
    use("id")
