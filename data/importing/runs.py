"""One file on its way into one table: read, check, stage, hold against the rules, load."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.importing import issues
from data.importing.cells import Cells, cells_of
from data.importing.checking import Checked, Checker
from data.importing.house_rules import code_lists, policy
from data.importing.issues import Issue, Weight
from data.importing.keys import Found, Leaves, natural_key
from data.importing.loading import Counts, Loader
from data.importing.mapping import Plan
from data.importing.persons import Persons
from data.importing.profiles import Profile, Target, shipped_profiles
from data.importing.rules import Breach, breaches, oddities
from data.importing.sources import Source
from data.importing.waiving import Waiver, apply_waiver
from data.importing.ways import off_the_way
from data.manifest import Manifest
from data.sheets import headings_of, sheet_of
from models.codes import Verdict
from models.columns import declaration_of
from models.door import Viewer

Progress = Callable[[str, int], None]


@dataclass(frozen=True)
class Options:
    """How to import: which table, which profiles, whether to write, whether parts will do.

    `manifest` is the head of the bundle to which the file belongs, `inside` its name and a slash.
    """

    today: date
    table: str | None = None
    profiles: tuple[Profile, ...] = field(default_factory=shipped_profiles)
    all_or_nothing: bool = False
    dry_run: bool = False
    progress: Progress | None = None
    waiver: Waiver | None = None
    manifest: Manifest | None = None
    inside: str = ""


@dataclass
class Outcome:
    """What one file did to one table."""

    file_name: str
    table: str
    headings: tuple[str, ...]
    counts: Counts = field(default_factory=Counts)
    issues: list[Issue] = field(default_factory=list)
    refused_rows: dict[int, list[str]] = field(default_factory=dict)
    reasons: dict[int, list[Issue]] = field(default_factory=dict)
    batch_id: int | None = None
    already: tuple[str, str] | None = None
    above: tuple[tuple[str, ...], ...] = ()


class Run:
    """One file on its way into one table."""

    def __init__(
        self, session: Session, viewer: Viewer, source: Source, mapped: Plan, target: Target,
        options: Options,
    ) -> None:  # fmt: skip
        self.connection = session.connection()
        self.viewer, self.source, self.plan, self.target = viewer, source, mapped, target
        self.options = options
        self.sheet = sheet_of(target.table)
        name = f"{options.inside}{source.path.name}"
        self.outcome = Outcome(name, target.table, mapped.headings)
        self.outcome.issues.extend(mapped.notes)
        self.checker = Checker(
            self.connection, self.sheet, frozenset(target.cells), codes=code_lists(session),
            policy=policy(session, options.today, mapped.conventions),
        )  # fmt: skip
        if options.waiver is not None:
            self.checker.keys.person = options.waiver.person
        late = {c.name for c, d in self.checker.references if d.late}
        self.loader = Loader(self.connection, self.sheet.table, self.checker.columns,
                             frozenset(late))  # fmt: skip
        self.persons = Persons(self.connection) if self.sheet.name == "wbp" else None
        self._late: dict[str, dict[int, Leaves]] = {name: {} for name in late}
        self._own: dict[int, Leaves] = {}
        self._rows = 0

    def go(self) -> Outcome:
        """Read, check, stage, then load."""
        width = len(self.plan.headings)
        for chunk in self.source.chunks(self.plan.layout, self.plan.header_row, width):
            self._misfits(chunk.misfits, width)
            cells = cells_of(chunk, self.target, self.plan)
            self._rows += len(chunk.lines) + len(chunk.misfits)
            self._stage(cells, chunk.columns, chunk.lines)
            if self.options.progress is not None:
                self.options.progress(self.sheet.name, self._rows)
        if self._rows == 0:
            self.outcome.issues.append(Issue(issues.NO_ROWS))
        self._row_rules()
        for odd in oddities(self.connection, self.loader.staged, self.sheet.table):
            for line in odd.lines:
                self.checker.notices.add(odd.rule, line, "")
        self.outcome.issues.extend(self.checker.notices.issues())
        self._load()
        return self.outcome

    def _misfits(self, misfits: list[tuple[int, list[str]]], width: int) -> None:
        for line, cells in misfits:
            details = {"other": str(len(cells)), "allowed": str(width)}
            self._refuse(Issue(issues.ROW_WIDTH, line, details=details), cells)

    def _stage(self, cells: Cells, raw: list[Any], raw_lines: Any) -> None:
        checked = self.checker.check(cells)
        if not len(checked.lines):
            return
        apply_waiver(self.options.waiver, checked)
        if self.persons is not None:
            self.persons.name(cells, checked)
        self._keep_late(cells, checked)
        rows = np.searchsorted(raw_lines, [issue.line or 0 for issue in checked.issues])
        for issue, row in zip(checked.issues, rows.tolist(), strict=True):
            self._refuse(issue, [column[row].as_py() for column in raw])
        good = np.flatnonzero(~checked.refused)
        order = self._order(checked, good)
        columns = [checked.columns[c.name][order].tolist() for c in self.checker.columns]
        self.loader.stage(checked.lines[order].tolist(), columns)

    def _order(self, checked: Checked, rows: Any) -> Any:
        """Rows in the order of the table's own key, so that its pages are met one after another."""
        names = [column.name for column in self.sheet.table.primary_key]
        if names == ["id"] or not set(names) <= set(checked.columns):
            return rows
        keys = [checked.columns[name][rows].astype(np.int64) for name in reversed(names)]
        return rows[np.lexsort(keys)]

    def _keep_late(self, cells: Cells, checked: Checked) -> None:
        """Remember own key and parent key of each row of a table that refers to itself."""
        for name, leaves in checked.late.items():
            self._late[name].update(zip(checked.lines.tolist(), leaves, strict=True))
        if checked.late:
            headings = [h.id for n in natural_key(self.sheet.name)
                        for h in headings_of(declaration_of(self.sheet.table.c[n]))]  # fmt: skip
            inverse, tuples = cells.combined(headings)
            keys = (tuples[i] for i in inverse)
            self._own.update(zip(checked.lines.tolist(), keys, strict=True))

    def _refuse(self, issue: Issue, cells: list[str]) -> None:
        line = issue.line or 0
        self.outcome.reasons.setdefault(line, []).append(issue)
        self.outcome.refused_rows.setdefault(line, cells)

    def _refuse_staged(self, lines: Sequence[int], make: Callable[[int], Issue]) -> None:
        """Take lines out of staging again; their cells are read from the file once more."""
        if self.options.waiver is not None:
            lines = [line for line in lines if not self.options.waiver.covers(make(line))]
        if not lines:
            return
        self.loader.take_out(lines)
        rows = dict(self._raw_rows(set(lines)))
        for line in lines:
            self._refuse(make(line), rows[line])

    def _raw_rows(self, wanted: set[int]) -> Iterator[tuple[int, list[str]]]:
        width = len(self.plan.headings)
        for chunk in self.source.chunks(self.plan.layout, self.plan.header_row, width):
            for row in np.flatnonzero(np.isin(chunk.lines, list(wanted))):
                cells = [column[int(row)].as_py() for column in chunk.columns]
                yield int(chunk.lines[row]), cells

    def _row_rules(self) -> None:
        collapsed, conflicting = self.loader.repeated()
        self.outcome.counts.collapsed = len(collapsed)
        self.loader.take_out(collapsed)
        if collapsed:
            details = {"allowed": str(len(collapsed))}
            self.outcome.issues.append(Issue(issues.COLLAPSED, details=details))
        self._refuse_staged(conflicting, lambda line: Issue(issues.CONFLICTING_ROWS, line))
        for breach in self._breaches():
            fresh = [line for line in breach.lines if line not in self.outcome.reasons]
            self._refuse_staged(
                fresh,
                lambda line, b=breach: Issue(b.rule, line, b.heading, details=b.details),  # type: ignore[misc]
            )
        for name in self._late:
            self._refuse_orphans(name)
        self._refuse_staged(self.loader.edited_here(), lambda line: Issue(issues.EDITED_HERE, line))

    def _breaches(self) -> Iterator[Breach]:
        rows = (self.connection, self.loader.staged, self.sheet.table, self.loader.keys)
        yield from breaches(*rows)
        yield from off_the_way(*rows, sent_by_owner=self.options.manifest is not None)

    def _refuse_orphans(self, name: str) -> None:
        """Refuse rows whose parent stands neither in the database nor in this file."""
        declaration = declaration_of(self.sheet.table.c[name])
        blank = (True,) * len(declaration.path)
        while True:
            own = {key for line, key in self._own.items() if line not in self.outcome.reasons}
            asked = {line: leaves for line, leaves in self._late[name].items()
                     if tuple(not leaf for leaf in leaves) != blank and leaves not in own
                     and line not in self.outcome.reasons}  # fmt: skip
            answers = self.checker.keys.find(self.sheet.name, list(asked.values()))
            orphans = [line for line, answer in zip(asked, answers, strict=True)
                       if not isinstance(answer, Found | None)]  # fmt: skip
            if not orphans:
                return
            self._refuse_staged(
                orphans,
                lambda line, asked=asked: Issue(  # type: ignore[misc]
                    issues.KEY_NOT_FOUND, line, declaration.path[-1].id,
                    "/".join(asked[line]), {"other": self.sheet.name},
                ),
            )  # fmt: skip

    def _load(self) -> None:
        counts = self.outcome.counts
        weights = Counter(self._weight(line) for line in self.outcome.reasons)
        batch = self._batch()
        loaded = self.loader.load(batch)
        touched = self._set_late(batch) if self._late else set()
        extra = self.persons.store_numbers(batch, self.loader.now) if self.persons else set()
        counts.new, counts.changed = loaded.new, loaded.changed
        counts.changed += self._changed_besides(batch, touched, extra)
        counts.unchanged = loaded.new + loaded.changed + loaded.unchanged
        counts.unchanged -= counts.new + counts.changed
        counts.refused = weights[Weight.REFUSED]
        counts.set_aside = weights[Weight.SET_ASIDE]
        self._record(batch)

    def _weight(self, line: int) -> Weight:
        weights = {issue.rule.weight for issue in self.outcome.reasons[line]}
        return Weight.REFUSED if Weight.REFUSED in weights else Weight.SET_ASIDE

    def _set_late(self, batch: int) -> set[int]:
        """Point rows at their parents, which all stand by now."""
        written = self.loader.lines_of_batch(batch)
        touched: set[int] = set()
        for name, leaves in self._late.items():
            lines = [line for line in leaves if line not in self.outcome.reasons]
            answers = self.checker.keys.find(self.sheet.name, [leaves[line] for line in lines])
            ids = {line: answer.id if isinstance(answer, Found) else None
                   for line, answer in zip(lines, answers, strict=True)}  # fmt: skip
            if ids:
                touched |= self.loader.set_late(name, ids, batch)
        return touched - written

    def _changed_besides(self, batch: int, late: set[int], persons: set[str]) -> int:
        """Rows that changed only by their parent, or only by a new number of the person."""
        if not persons:
            return len(late)
        wbp = self.sheet.table
        query = sa.select(sa.func.count()).where(
            wbp.c.public_id.in_(persons), wbp.c.batch_id.is_distinct_from(batch)
        )
        if len(persons) > 500:
            older = sa.select(wbp.c.public_id).where(wbp.c.batch_id.is_distinct_from(batch))
            return len(late) + len(persons & set(self.connection.scalars(older)))
        return len(late) + self.connection.execute(query).scalar_one()

    def _batch(self) -> int:
        batch = models.metadata.tables["import_batch"]
        sender, profile = self.options.manifest, self.plan.profile
        result = self.connection.execute(
            sa.insert(batch).values(
                table_name=self.sheet.name, file_name=self.outcome.file_name[:255],
                sha256=self.source.sha256, profile=profile.name if profile else None,
                profile_text=profile.text if profile else None,
                encoding=self.source.encoding, account=self.viewer.account,
                unit_code=sender.unit if sender else None,
                month=sender.month if sender else None,
                sequence=sender.sequence if sender else None,
            )
        )  # fmt: skip
        key = result.inserted_primary_key
        return int(key[0]) if key is not None else 0

    def _record(self, batch_id: int) -> None:
        batch = models.metadata.tables["import_batch"]
        counts = self.outcome.counts
        self.outcome.batch_id = batch_id
        self.connection.execute(
            sa.update(batch).where(batch.c.id == batch_id).values(
                new=counts.new, changed=counts.changed, unchanged=counts.unchanged,
                refused=counts.refused, set_aside=counts.set_aside,
            )
        )  # fmt: skip
        rejected = models.metadata.tables["rejected_row"]
        rows = list(self._rejected(batch_id))
        if rows:
            self.connection.execute(sa.insert(rejected), rows)

    def _rejected(self, batch_id: int) -> Iterator[dict[str, Any]]:
        for line, found in self.outcome.reasons.items():
            cells = self.outcome.refused_rows[line]
            received = dict(zip(self.plan.headings, cells, strict=False))
            seen: set[tuple[str, str]] = set()
            for issue in found:
                place = (issue.heading or "", issue.rule.code)
                if place in seen:
                    continue
                seen.add(place)
                weight = issue.rule.weight
                yield {
                    "batch_id": batch_id, "line": line, "heading": place[0][:80],
                    "rule": place[1],
                    "verdict": Verdict.Q if weight is Weight.SET_ASIDE else Verdict.R,
                    "received": received,
                }  # fmt: skip
