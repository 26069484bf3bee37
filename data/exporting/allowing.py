"""Whether what somebody asks for may be given out, at its level and for its purpose."""

from data.errors import ExitStatus, SinergiError
from data.exporting.datasets import datasets, datasets_at
from data.exporting.flattening import Field
from data.exporting.requests import ExportRequest
from data.exporting.shapes import Dataset
from models.codes import DisclosureLevel, PurposeKind


def checked(request: ExportRequest) -> tuple[Dataset, tuple[Field, ...]]:
    """The dataset and the fields of a request. Raises `SinergiError` when it may not be."""
    dataset, fields = looked_at(request)
    if dataset.is_personal and request.purpose is None:
        allowed = ", ".join(purpose.value for purpose in PurposeKind)
        raise SinergiError(
            "tujuan_wajib",
            f"Data per orang memerlukan tujuan (--purpose): {allowed}.",
            f"Data about persons need a purpose (--purpose): {allowed}.", ExitStatus.USAGE,
        )  # fmt: skip
    return dataset, fields


def looked_at(request: ExportRequest) -> tuple[Dataset, tuple[Field, ...]]:
    """The same without a purpose: for a look before a file is made."""
    _check_recipient(request)
    dataset = _dataset(request)
    headings = {field.heading.id: field for field in dataset.fields}
    for name in request.columns:
        if name not in headings:
            raise _unknown("kolom_tidak_dikenal", "Kolom", "column", name, list(headings))
    return dataset, tuple(headings[name] for name in request.columns) or dataset.fields


def _check_recipient(request: ExportRequest) -> None:
    if request.level == DisclosureLevel.MITRA and request.partner is None:
        raise SinergiError(
            "mitra_wajib",
            "Tingkat [MITRA] memerlukan mitra: --partner UNIT/KODE.",
            "Level [MITRA] needs a partner: --partner UNIT/CODE.", ExitStatus.USAGE,
        )  # fmt: skip
    if request.level == DisclosureLevel.PSEUDONIM and not (
        request.recipient.strip() and request.epoch.strip()
    ):
        raise SinergiError(
            "penerima_wajib",
            "Tingkat [PSEUDONIM] memerlukan penerima dan masa berlaku nama samaran: "
            "--recipient NAMA --epoch 2026.",
            "Level [PSEUDONIM] needs a recipient and the epoch its pseudonyms hold for: "
            "--recipient NAME --epoch 2026.", ExitStatus.USAGE,
        )  # fmt: skip


def _dataset(request: ExportRequest) -> Dataset:
    given = datasets_at(request)
    if request.dataset in given:
        return given[request.dataset]
    known = datasets()
    if request.dataset not in known:
        raise _unknown("tabel_tidak_dikenal", "Tabel", "table", request.dataset, list(known))
    instead = ", ".join(given)
    raise SinergiError(
        "tidak_pada_tingkat_ini",
        f"[{request.dataset}] tidak diberikan pada tingkat [{request.level}]. "
        f"Yang dapat diberikan: {instead}.",
        f"[{request.dataset}] is not given out at level [{request.level}]. "
        f"These are: {instead}.", ExitStatus.USAGE,
    )  # fmt: skip


def _unknown(code: str, noun_id: str, noun_en: str, value: str, known: list[str]) -> SinergiError:
    names = ", ".join(known)
    return SinergiError(
        code, f"{noun_id} [{value}] tidak ada. Pilihan: {names}.",
        f"There is no {noun_en} [{value}]. Choose: {names}.", ExitStatus.USAGE,
    )  # fmt: skip
