"""What a snapshot lacks of its unit and month has been withdrawn there, and goes here as well."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

import models
from data.errors import SinergiError
from data.importing import bundle_issues
from data.importing.issues import Issue, Rule
from data.importing.loading import plain, row_key
from data.importing.runs import Run
from data.manifest import Manifest
from data.queries.belonging import SHARED, belongs
from models.codes import RowAction

AT_ONCE = 5_000
_CHANGE, _BATCH = models.metadata.tables["change"], models.metadata.tables["import_batch"]


def withdraw(runs: Sequence[Run], manifest: Manifest) -> None:
    """Delete, children first, what the files of these runs do not hold; each with its image.

    Rows entered on a screen stay, and are named. Raises `SinergiError` when rows that stay refer
    to one that would go.
    """
    for run in reversed(runs):
        if run.sheet.name in SHARED:
            continue
        target, loader = run.sheet.table, run.loader
        present = [
            sa.exists().where(*(target.c[name] == loader.staged.c[name] for name in key))
            for key in loader.keys
        ]
        gone = sa.and_(belongs(target, manifest.filter), ~sa.or_(*present))
        here = sa.and_(gone, target.c.batch_id.is_(None))
        kept = run.connection.execute(sa.select(sa.func.count()).select_from(target).where(here))
        _note(run, bundle_issues.KEPT_HERE, int(kept.scalar_one()))
        count = _delete(run, sa.and_(gone, target.c.batch_id.is_not(None)))
        _note(run, bundle_issues.WITHDRAWN, count)
        _count(run, count)


def _note(run: Run, rule: Rule, count: int) -> None:
    if count:
        run.outcome.issues.append(Issue(rule, details={"allowed": str(count)}))


def _count(run: Run, count: int) -> None:
    """A withdrawn row is a changed one."""
    run.outcome.counts.changed += count
    changed = _BATCH.c.changed + count
    run.connection.execute(
        sa.update(_BATCH).where(_BATCH.c.id == run.outcome.batch_id).values(changed=changed)
    )


def _delete(run: Run, where: "sa.ColumnElement[bool]") -> int:
    target, now, count = run.sheet.table, run.loader.now, 0
    for rows in run.connection.execute(sa.select(target).where(where)).partitions(AT_ONCE):
        count += len(rows)
        images = [
            {
                "batch_id": run.outcome.batch_id, "table_name": target.name, "at": now,
                "row_key": row_key(target, row._mapping), "action": RowAction.HAPUS,
                "before": plain(row._mapping), "created_at": now, "updated_at": now,
                "row_version": 1,
            }
            for row in rows
        ]  # fmt: skip
        run.connection.execute(sa.insert(_CHANGE), images)
    if count:
        try:
            with run.connection.begin_nested():
                run.connection.execute(sa.delete(target).where(where))
        except IntegrityError as error:
            raise _still_needed(target.name) from error
    return count


def _still_needed(table: str) -> SinergiError:
    return SinergiError(
        "masih_dirujuk",
        f"Potret ini menarik baris {table} yang masih dirujuk baris lain di sini "
        "(misalnya bulan lain). Tidak ada yang disimpan; minta unit mengirim seluruh waktu.",
        f"This snapshot withdraws rows of {table} to which other rows here still refer "
        "(another month, perhaps). Nothing was stored; ask the unit for the whole time.",
    )
