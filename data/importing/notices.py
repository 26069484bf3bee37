"""What is worth saying about rows that go in: notes are counted, warnings listed up to a limit."""

from dataclasses import dataclass, field

from data.importing import content_issues
from data.importing.issues import Issue, Rule, Weight

LISTED = 20


@dataclass
class Notices:
    """Collects notes and warnings over all chunks of a file."""

    _first: dict[tuple[Rule, str], list[Issue]] = field(default_factory=dict)
    _counts: dict[tuple[Rule, str], int] = field(default_factory=dict)

    def add(self, rule: Rule, line: int, heading: str, *, value: str = "", count: int = 1) -> None:
        """Remember one thing (or `count` of them, the first at `line`). `value` is masked."""
        key = (rule, heading)
        self._counts[key] = self._counts.get(key, 0) + count
        kept = self._first.setdefault(key, [])
        if len(kept) < (1 if rule.weight is Weight.NOTE else LISTED):
            kept.append(Issue(rule, line, heading, value))

    def issues(self) -> list[Issue]:
        """One issue for each kind of note and heading; each warning, and how many more there are.

        A note stands at the first line it was seen on.
        """
        found: list[Issue] = []
        for key, kept in self._first.items():
            count = self._counts[key]
            if key[0].weight is Weight.NOTE:
                first = kept[0]
                found.append(Issue(first.rule, first.line, first.heading, first.value,
                                   {"count": str(count)}))  # fmt: skip
                continue
            found.extend(kept)
            if count > len(kept):
                details = {"count": str(count - len(kept))}
                found.append(Issue(content_issues.MORE, None, key[1], details=details))
        return found
