"""The one table of transitions: where an agreement, a plan, an enrolment... may go from here.

>>> [status.value for status in after(PlanStatus.DIAJUKAN)]
['DISETUJUI', 'DIKEMBALIKAN']
"""

from collections.abc import Mapping
from typing import Any

from data.errors import SinergiError
from models.codes import (
    AgreementStage,
    AssessmentStatus,
    CohortStatus,
    EnrolmentStatus,
    Labelled,
    PlanStatus,
    ReportStatus,
)

_LEFT = (
    EnrolmentStatus.MENGUNDURKAN_DIRI, EnrolmentStatus.DIKELUARKAN, EnrolmentStatus.PINDAH,
    EnrolmentStatus.BEBAS,
)  # fmt: skip
# Codes of two lists may be spelled alike (DRAF of a plan and of a report): each list has its own.
_TABLE: Mapping[type[Labelled], Mapping[Any, tuple[Any, ...]]] = {
    AgreementStage: {
        AgreementStage.PENJAJAKAN: (
            AgreementStage.PEMBAHASAN, AgreementStage.DITANDATANGANI, AgreementStage.DIAKHIRI,
        ),
        AgreementStage.PEMBAHASAN: (AgreementStage.DITANDATANGANI, AgreementStage.DIAKHIRI),
        AgreementStage.DITANDATANGANI: (AgreementStage.DIAKHIRI,),
        AgreementStage.DIAKHIRI: (),
    },
    EnrolmentStatus: {
        EnrolmentStatus.DAFTAR_TUNGGU: (
            EnrolmentStatus.SETUJU, EnrolmentStatus.AKTIF, EnrolmentStatus.TIDAK_TERUNDI, *_LEFT,
        ),
        EnrolmentStatus.TIDAK_TERUNDI: (),
        EnrolmentStatus.SETUJU: (EnrolmentStatus.AKTIF, EnrolmentStatus.DAFTAR_TUNGGU, *_LEFT),
        EnrolmentStatus.AKTIF: (
            EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS, *_LEFT,
        ),
        EnrolmentStatus.SELESAI: (EnrolmentStatus.LULUS, EnrolmentStatus.TIDAK_LULUS),
        EnrolmentStatus.LULUS: (),
        EnrolmentStatus.TIDAK_LULUS: (),
        **dict.fromkeys(_LEFT, ()),
    },
    CohortStatus: {
        CohortStatus.USULAN: (
            CohortStatus.DISETUJUI, CohortStatus.BERJALAN, CohortStatus.DIBATALKAN,
        ),
        CohortStatus.DISETUJUI: (CohortStatus.BERJALAN, CohortStatus.DIBATALKAN),
        CohortStatus.BERJALAN: (CohortStatus.SELESAI, CohortStatus.DIBATALKAN),
        CohortStatus.SELESAI: (),
        CohortStatus.DIBATALKAN: (),
    },
    AssessmentStatus: {
        AssessmentStatus.DRAF: (AssessmentStatus.DISUBMIT,),
        AssessmentStatus.DISUBMIT: (AssessmentStatus.DITERIMA, AssessmentStatus.DITOLAK),
        AssessmentStatus.DITOLAK: (AssessmentStatus.DISUBMIT,),
        AssessmentStatus.DITERIMA: (),
    },
    PlanStatus: {
        PlanStatus.DRAF: (PlanStatus.DIAJUKAN,),
        PlanStatus.DIAJUKAN: (PlanStatus.DISETUJUI, PlanStatus.DIKEMBALIKAN),
        PlanStatus.DIKEMBALIKAN: (PlanStatus.DIAJUKAN,),
        PlanStatus.DISETUJUI: (),
    },
    ReportStatus: {
        ReportStatus.DRAF: (ReportStatus.DIAJUKAN,),
        ReportStatus.DIAJUKAN: (ReportStatus.DIVERIFIKASI_UPT, ReportStatus.DIKEMBALIKAN),
        ReportStatus.DIVERIFIKASI_UPT: (
            ReportStatus.DIVERIFIKASI_KANWIL, ReportStatus.DIKEMBALIKAN,
        ),
        ReportStatus.DIVERIFIKASI_KANWIL: (
            ReportStatus.DIVERIFIKASI_DITJEN, ReportStatus.DIKEMBALIKAN,
        ),
        ReportStatus.DIVERIFIKASI_DITJEN: (),
        ReportStatus.DIKEMBALIKAN: (ReportStatus.DIAJUKAN,),
    },
}  # fmt: skip
_EDITABLE = (PlanStatus.DRAF, PlanStatus.DIKEMBALIKAN, ReportStatus.DRAF, ReportStatus.DIKEMBALIKAN)


def after(status: Labelled) -> tuple[Any, ...]:
    """Where one may go from here; nothing where the way has ended."""
    return _TABLE[type(status)][status]


def ahead(status: Labelled) -> frozenset[Any]:
    """Where the way may lead from here in any number of steps; where it stands only by a loop.

    >>> sorted(status.value for status in ahead(ReportStatus.DIVERIFIKASI_KANWIL))[:2]
    ['DIAJUKAN', 'DIKEMBALIKAN']
    """
    found: set[Any] = set()
    waiting = [*after(status)]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += after(one)
    return frozenset(found)


def check_step(status: Labelled, wanted: Labelled) -> None:
    """Raise `SinergiError` unless the step from `status` to `wanted` is in the table."""
    allowed = after(status)
    if wanted not in allowed:
        raise SinergiError(
            "langkah_tidak_boleh",
            f"Dari [{status.label_id}] tidak dapat ke [{wanted.label_id}]. "
            f"Yang dapat: {_listed(allowed, 'id') or 'tidak ada lagi'}.",
            f"There is no step from [{status.label_en}] to [{wanted.label_en}]. "
            f"Possible: {_listed(allowed, 'en') or 'none any more'}.",
        )


def may_be_edited(status: Labelled) -> bool:
    """Whether a plan or a report in this status is still (or again) its writer's."""
    return status in _EDITABLE


def check_editable(status: Labelled) -> None:
    """Raise `SinergiError` when what is written may not change any more."""
    if not may_be_edited(status):
        raise SinergiError(
            "sudah_diajukan",
            f"Statusnya [{status.label_id}]: isinya tidak dapat diubah lagi. Hanya draf dan yang "
            "dikembalikan dapat diubah.",
            f"Its status is [{status.label_en}]: it cannot be changed any more. Only drafts and "
            "returned ones can.",
        )


def _listed(statuses: tuple[Labelled, ...], language: str) -> str:
    return ", ".join(status.label(language) for status in statuses)
