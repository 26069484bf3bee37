"""Every pair of statuses: the allowed step passes, every other one is refused."""

import itertools

import pytest

from data.errors import SinergiError
from data.transitions import check_editable, check_step, may_be_edited
from models.codes import AgreementStage, Labelled, PlanStatus, ReportStatus

ALLOWED = {
    AgreementStage: {
        "PENJAJAKAN>PEMBAHASAN", "PENJAJAKAN>DITANDATANGANI", "PENJAJAKAN>DIAKHIRI",
        "PEMBAHASAN>DITANDATANGANI", "PEMBAHASAN>DIAKHIRI", "DITANDATANGANI>DIAKHIRI",
    },
    PlanStatus: {
        "DRAF>DIAJUKAN", "DIAJUKAN>DISETUJUI", "DIAJUKAN>DIKEMBALIKAN", "DIKEMBALIKAN>DIAJUKAN",
    },
    ReportStatus: {
        "DRAF>DIAJUKAN", "DIAJUKAN>DIVERIFIKASI_UPT", "DIVERIFIKASI_UPT>DIVERIFIKASI_KANWIL",
        "DIVERIFIKASI_KANWIL>DIVERIFIKASI_DITJEN", "DIAJUKAN>DIKEMBALIKAN",
        "DIVERIFIKASI_UPT>DIKEMBALIKAN", "DIVERIFIKASI_KANWIL>DIKEMBALIKAN",
        "DIKEMBALIKAN>DIAJUKAN",
    },
}  # fmt: skip
PAIRS = [pair for one in ALLOWED for pair in itertools.product(one, repeat=2)]


@pytest.mark.parametrize(("status", "wanted"), PAIRS, ids=lambda one: one.value)
def test_a_step_is_taken_or_refused(status: Labelled, wanted: Labelled) -> None:
    if f"{status.value}>{wanted.value}" in ALLOWED[type(status)]:
        check_step(status, wanted)
        return
    with pytest.raises(SinergiError) as caught:
        check_step(status, wanted)
    assert caught.value.code == "langkah_tidak_boleh"
    assert status.label_id in caught.value.sentence_id
    assert wanted.label_en in caught.value.sentence_en


@pytest.mark.parametrize("status", [*PlanStatus, *ReportStatus], ids=lambda one: repr(one))
def test_only_drafts_and_returned_ones_may_be_edited(status: Labelled) -> None:
    assert may_be_edited(status) == (status.value in ("DRAF", "DIKEMBALIKAN"))
    if not may_be_edited(status):
        with pytest.raises(SinergiError, match=r"tidak dapat diubah"):
            check_editable(status)
