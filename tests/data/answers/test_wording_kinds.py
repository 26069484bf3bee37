"""What each kind of figure says, as a person reads it."""

import pytest

from data import wording
from data.indicators.cost import CostCounts, cost_per_participant
from data.indicators.detectable import detectable_change, minimum_detectable_effect
from data.indicators.dosage import dosage
from data.indicators.estimate import Estimate
from data.indicators.incidents import PhaseCounts, exact_rate_ratio, incident_rate
from data.indicators.reliable import Reliability, reliable_change
from data.indicators.returning import reoffending_frequency, time_to_reoffence
from data.indicators.waiting import waiting_time
from tests.data.indicators.test_change import UP

SAID: list[tuple[Estimate, str, str]] = [
    (
        incident_rate(PhaseCounts(0, 1000, 12)),
        "Tidak ada pelanggaran terbukti dalam 1.000 hari (batas atas 95%: 3,7 per 1.000 hari).",
        "No proven incident in 1,000 days (95% upper limit: 3.7 per 1,000 days).",
    ),
    (
        exact_rate_ratio(PhaseCounts(11, 800, 40), PhaseCounts(21, 3011, 40)),
        "Rasio 1,97 (95% IK 0,86-4,28), dari 32 kejadian. Data belum dapat menunjukkan ada atau "
        "tidaknya perubahan. Jumlah pengawasan dan pencatatan dapat berbeda.",
        "Ratio 1.97 (95% CI 0.86-4.28), 32 events. The data cannot show whether there was a "
        "change. Supervision and recording may differ.",
    ),
    (
        exact_rate_ratio(PhaseCounts(0, 500, 9), PhaseCounts(0, 500, 9)),
        "Tidak dapat dihitung: tidak ada kejadian pada kedua periode (batas atas 95%: 3,7 per "
        "1.000 hari).",
        "Cannot be computed: no events in either period (95% upper limit: 3.7 per 1,000 days).",
    ),
    (
        reliable_change([50.0], [60.0], record=Reliability(None, 8), scale=UP, started=1).improved,
        "Reliabilitas instrumen belum ditetapkan.",
        "Instrument reliability not established.",
    ),
    (
        dosage([8, 10, 20, 5] * 3, [20] * 12).at_least_most,
        "25% dari 12 kepesertaan dengan dosis diketahui (95% IK 9-53).",
        "25% of 12 enrolments of known dosage (95% CI 9-53).",
    ),
    (
        waiting_time([4.0] * 8 + [9.0] * 4, [1] * 12).ninetieth,
        "Sembilan dari sepuluh dari 12 orang yang dirujuk hadir pertama kali dalam 9 hari (95% IK "
        "9-9).",
        "Nine in ten of 12 people referred had their first session within 9 days (95% CI 9-9).",
    ),
    (
        cost_per_participant(CostCounts(150_000_000, 60, 40)),
        "Rp2.500.000, dari 60 kepesertaan yang dimulai.",
        "Rp2,500,000, from 60 started enrolments.",
    ),
    (
        minimum_detectable_effect(60, 60, rate=0.31),
        "Dengan n ini hanya selisih sedikitnya 21 poin yang dapat terdeteksi.",
        "With this n only a difference of at least 21 points could have been detected.",
    ),
    (
        minimum_detectable_effect(30, 30, rate=0.2),
        "Dengan n ini tidak ada penurunan yang dapat terdeteksi, bahkan sampai 0%.",
        "With this n no reduction could have been detected, not even to 0%.",
    ),
    (
        detectable_change(30, spread=10.0),
        "Dengan n ini hanya selisih sedikitnya 5,3 poin yang dapat terdeteksi.",
        "With this n only a difference of at least 5.3 points could have been detected.",
    ),
    (
        time_to_reoffence([30.0] * 10 + [400.0] * 30, [1] * 10 + [0] * 30).by_day[365],
        "25% dari 40 orang bebas yang diikuti (95% IK 14-41).",
        "25% of 40 people released and followed (95% CI 14-41).",
    ),
    (
        reoffending_frequency([0], [40]).per_released,
        "Semua sama; interval tidak dapat dihitung.",
        "All are the same; an interval cannot be computed.",
    ),
]


@pytest.mark.parametrize(("found", "said_id", "said_en"), SAID, ids=range(len(SAID)))
def test_each_kind_of_figure_has_its_sentence(found: Estimate, said_id: str, said_en: str) -> None:
    assert wording.sentence(found, "id") == said_id
    assert wording.sentence(found, "en") == said_en


def test_classes_of_change_have_neutral_names() -> None:
    """The words of evidence.md; nobody is "cured"."""
    assert [wording.change_class(name, "id") for name in wording.CHANGE_CLASSES] == [
        "membaik andal & masuk rentang acuan", "membaik andal", "tidak berubah", "memburuk andal",
    ]  # fmt: skip
    for name in wording.CHANGE_CLASSES:
        assert "sembuh" not in wording.change_class(name, "id")
        assert "cured" not in wording.change_class(name, "en")


def test_the_classes_are_told_together() -> None:
    before, after = [50.0] * 60, [65.0] * 24 + [51.0] * 33 + [35.0] * 3
    found = reliable_change(before, after, record=Reliability(0.8, 7.5), scale=UP, started=60)
    assert wording.classes_sentence(found.shares(), "id") == (
        "24 dari 60 (40%) membaik melebihi galat ukur; 33 tidak berubah secara bermakna; 3 "
        "memburuk."
    )
    assert wording.classes_sentence(found.shares(), "en") == (
        "24 of 60 (40%) improved beyond measurement error; 33 unchanged; 3 worse."
    )
    untold = reliable_change(before, after, record=Reliability(None, None), scale=UP, started=60)
    assert wording.classes_sentence(untold.shares(), "en") == (
        "Instrument reliability not established."
    )
