"""What a person decided about the one row of a run, so that the road lets it through."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.importing import issues
from data.importing.checking import Checked
from data.importing.issues import Issue, Weight

NEED_AN_ANSWER = frozenset({issues.UNKNOWN_OPEN_CODE, issues.PERSON_AMBIGUOUS, issues.NOT_ENROLLED})


@dataclass(frozen=True)
class Waiver:
    """A decision on a row that was set aside: into which table, past which rules, for whom.

    Only rules that set aside can be waived; a row that breaks another one stays out.
    """

    table: str
    rules: frozenset[str] = frozenset()
    person: int | None = None

    def covers(self, issue: Issue) -> bool:
        """Whether the person has decided about just this; a value that lacks cannot be waived."""
        asks = issue.rule.weight is Weight.SET_ASIDE and issue.rule not in NEED_AN_ANSWER
        return asks and issue.rule.code in self.rules


def apply_waiver(waiver: Waiver | None, checked: Checked) -> None:
    """Let rows in whose every issue is covered."""
    if waiver is None:
        return
    standing = [issue for issue in checked.issues if not waiver.covers(issue)]
    lines = _lines(checked.issues) - _lines(standing)
    checked.issues = standing
    for row, line in enumerate(checked.lines):
        if int(line) in lines:
            checked.refused[row] = False


def _lines(found: Iterable[Issue]) -> set[int]:
    return {issue.line for issue in found if issue.line is not None}
