"""What somebody asks to be given out, and for whom."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

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

    `columns` are canonical headings; none means all. `filter` None means all rows. Level MITRA
    names the `partner` by owner and code, PSEUDONIM the `recipient` and the `epoch` for which
    pseudonyms hold; for both `today` is the day that terms and ages are reckoned at.
    """

    dataset: str
    format: Format = Format.CSV
    purpose: PurposeKind | None = None
    language: str = "id"
    columns: tuple[str, ...] = ()
    filter: Filter | None = None
    level: DisclosureLevel = DisclosureLevel.UNIT
    today: date | None = None
    partner: tuple[str, str] | None = None
    recipient: str = ""
    epoch: str = ""

    @property
    def day(self) -> date:
        """The day it is asked on. Raises `ValueError` when a level that needs it was not told."""
        if self.today is None:
            raise ValueError(f"a request at level {self.level} needs its day")
        return self.today

    def described(self) -> dict[str, Any]:
        """What was asked, as its record keeps it: only what was chosen."""
        chosen: dict[str, Any] = {}
        if self.filter is not None:
            plain = asdict(self.filter)
            plain |= {name: plain[name].isoformat() for name in ("start", "end")}
            chosen = {k: v for k, v in plain.items() if v is not None or k in ("unit", "field")}
        named = {"partner": self.partner, "recipient": self.recipient, "epoch": self.epoch}
        return chosen | {f"for_{name}": value for name, value in named.items() if value}
