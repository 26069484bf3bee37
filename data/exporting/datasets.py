"""What can be given out at each level: tables, joined views, counts, rows for research."""

from functools import cache
from typing import Any

import models
from data.disclosure import may_show
from data.exporting.counted import enrolments_counted, participants_counted
from data.exporting.flattening import exportable_tables, fields_of, file_query
from data.exporting.joined import assessments, attendance_by_session, participants
from data.exporting.partner import partner_datasets
from data.exporting.requests import ExportRequest
from data.exporting.research import research_datasets
from data.exporting.shapes import Dataset
from data.queries.filter import Filter
from models.codes import DisclosureLevel

# Without them the codes in public tables cannot be read; nothing in them is about persons.
_CATALOGUES = (
    "code", "province", "unit", "attendance_mark", "programme", "instrument", "instrument_scale",
    "official_indicator",
)  # fmt: skip


@cache
def datasets() -> dict[str, Dataset]:
    """All that the own unit can have, by name: joined ones and counts first, then the tables."""
    joined = (
        participants(), attendance_by_session(), assessments(), participants_counted(),
        enrolments_counted(),
    )  # fmt: skip
    return {one.name: one for one in (*joined, *map(_table, exportable_tables()))}


def datasets_at(request: ExportRequest) -> dict[str, Dataset]:
    """What can be had at the level of `request`, by name."""
    if request.level == DisclosureLevel.MITRA:
        found = partner_datasets(request.partner or ("", ""), request.day)
    elif request.level == DisclosureLevel.PSEUDONIM:
        found = research_datasets()
    elif request.level == DisclosureLevel.PUBLIK:
        open_ones = (_shown(_table(name), request.level) for name in _CATALOGUES)
        found = (participants_counted(), enrolments_counted(), *open_ones)
    else:
        return datasets()
    return {one.name: one for one in found}


def _table(name: str) -> Dataset:
    def query(filter: Filter | None) -> Any:
        return file_query(name, filter)

    return Dataset(name, models.classes[name].called, tuple(fields_of(name)), query)


def _shown(dataset: Dataset, level: DisclosureLevel) -> Dataset:
    fields = tuple(
        field for field in dataset.fields if may_show(field.column, field.declaration, level)
    )
    return Dataset(dataset.name, dataset.called, fields, dataset.query, dataset.optional)
