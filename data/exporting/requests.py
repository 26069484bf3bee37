"""What somebody asks to be given out, and whether it may be."""

from dataclasses import dataclass
from enum import StrEnum

from data.errors import ExitStatus, SinergiError
from data.exporting.datasets import Dataset, datasets
from data.exporting.flattening import Field
from data.queries.filter import Filter
from models.codes import DisclosureLevel, PurposeKind


class Format(StrEnum):
    """What a file may be; the value is what a person types."""

    CSV = "csv"
    EXCEL = "csv-excel"
    PARQUET = "parquet"
    XLSX = "xlsx"

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return {"csv-excel": "-excel.csv"}.get(self.value, f".{self.value}")

    @property
    def mediatype(self) -> str:
        """Its media type."""
        return {
            "parquet": "application/vnd.apache.parquet",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }.get(self.value, "text/csv")


@dataclass(frozen=True)
class ExportRequest:
    """What somebody asks for. `purpose` is needed where persons can be told apart.

    `columns` are canonical headings; none means all. `filter` None means all rows.
    """

    dataset: str
    format: Format = Format.CSV
    purpose: PurposeKind | None = None
    language: str = "id"
    columns: tuple[str, ...] = ()
    filter: Filter | None = None
    level: DisclosureLevel = DisclosureLevel.UNIT


def checked(request: ExportRequest) -> tuple[Dataset, tuple[Field, ...]]:
    """The dataset and the fields of a request. Raises `SinergiError` when it may not be."""
    known = datasets()
    dataset = known.get(request.dataset)
    if dataset is None:
        raise _unknown("tabel_tidak_dikenal", "Tabel", "table", request.dataset, list(known))
    headings = {field.heading.id: field for field in dataset.fields}
    for name in request.columns:
        if name not in headings:
            raise _unknown("kolom_tidak_dikenal", "Kolom", "column", name, list(headings))
    if dataset.is_personal and request.purpose is None:
        allowed = ", ".join(purpose.value for purpose in PurposeKind)
        raise SinergiError(
            "tujuan_wajib",
            f"Data per orang memerlukan tujuan (--purpose): {allowed}.",
            f"Data about persons need a purpose (--purpose): {allowed}.", ExitStatus.USAGE,
        )  # fmt: skip
    if request.level is not DisclosureLevel.UNIT:
        raise SinergiError(
            "tingkat_belum_ada",
            f"Tingkat [{request.level}] belum dapat diberikan sebagai baris.",
            f"Level [{request.level}] cannot be given out as rows yet.", ExitStatus.USAGE,
        )  # fmt: skip
    return dataset, tuple(headings[name] for name in request.columns) or dataset.fields


def _unknown(code: str, noun_id: str, noun_en: str, value: str, known: list[str]) -> SinergiError:
    names = ", ".join(known)
    return SinergiError(
        code, f"{noun_id} [{value}] tidak ada. Pilihan: {names}.",
        f"There is no {noun_en} [{value}]. Choose: {names}.", ExitStatus.USAGE,
    )  # fmt: skip
