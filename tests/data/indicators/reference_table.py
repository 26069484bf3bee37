"""The published cases of the first wave, computed through our functions and beside what is known.

    python -m tests.data.indicators.reference_table

prints every number with its expected value, how far it is off, and how far it may be.
"""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from lifelines.datasets import load_rossi

from data.indicators import statistics as core
from data.indicators.attendance import (
    MarkFlags,
    PersonSession,
    attendance_rate,
    count_marks,
    hours_received,
)
from data.indicators.cost import CostCounts, cost_per_completion, cost_per_participant
from data.reference import reference_folder

Values = dict[str, Any]
CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "reference_cases.json").read_text(encoding="utf-8")
)["cases"]
FIRST = [case for case in CASES if case["wave"] == "first"]


def _limits(interval: core.Interval) -> list[float]:
    return [interval.low, interval.high]


def _proportion(given: Values) -> Values:
    at = {"confidence": given["confidence"]}
    exact = core.proportion_interval(given["x"], given["n"], method="clopper-pearson", **at)
    wilson = core.proportion_interval(given["x"], given["n"], **at)
    return {"wilson": _limits(wilson), "clopper_pearson": _limits(exact)}


def _difference(given: Values) -> Values:
    counts = given["x1"], given["n1"], given["x2"], given["n2"]
    return {
        "diff": given["x1"] / given["n1"] - given["x2"] / given["n2"],
        "newcombe": _limits(core.difference_interval(*counts)),
    }


def _rossi() -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    frame = load_rossi()
    aided, others = frame[frame["fin"] == 1], frame[frame["fin"] == 0]
    return (
        (aided["week"].to_numpy(), aided["arrest"].to_numpy()),
        (others["week"].to_numpy(), others["arrest"].to_numpy()),
    )


def _one_year(given: Values) -> Values:
    (_, aided), (_, others) = _rossi()
    counts = int(aided.sum()), len(aided), int(others.sum()), len(others)
    return {
        "rate_treated": aided.mean(),
        "rate_comparison": others.mean(),
        "diff": aided.mean() - others.mean(),
        "newcombe": _limits(core.difference_interval(*counts)),
    }


def _rate(given: Values) -> Values:
    return {"ci": _limits(core.rate_interval(given["events"], given["person_time"]))}


def _rate_ratio(given: Values) -> Values:
    found = core.rate_ratio(
        given["events1"], given["person_time1"], given["events2"], given["person_time2"]
    )
    return {"ratio": found.ratio, "ci": [found.low, found.high], "p": found.p_value}


def _transition(given: Values) -> Values:
    found = core.marginal_homogeneity(given["table"])
    return {
        "stuart_maxwell": found.stuart_maxwell, "sm_df": found.df, "sm_p": found.p_value,
        "bowker": found.bowker, "b_df": found.bowker_df, "b_p": found.bowker_p_value,
    }  # fmt: skip


def _paired(given: Values) -> Values:
    found = core.paired_change(given["pre"], given["post"])
    return {
        "mean_diff": found.mean, "t": found.t, "df": found.df, "p": found.p_value,
        "ci": [found.low, found.high],
    }  # fmt: skip


def _ranks(given: Values) -> Values:
    found = core.signed_rank(given["pre"], given["post"])
    return {"V": found.statistic, "p_two_sided": found.p_value}


def _effect_size(given: Values) -> Values:
    before, after = np.array(given["pre"]), np.array(given["post"])
    found = core.paired_change(before, after)
    assert found.g_av is not None
    return {
        "d_z": found.srm, "srm": found.srm, "t": found.t, "g_av_J2n2": found.g_av,
        "d_av": found.g_av / (1 - 3 / (8 * (found.n - 1) - 1)),
        "r": np.corrcoef(before, after)[0, 1],
    }  # fmt: skip


def _reliable(given: Values) -> Values:
    found = core.reliable_change_index(
        given["pre"], given["post"], sd=given["sd_pre"], reliability=given["reliability"]
    )
    norms = ("mean_clinical", "sd_clinical", "mean_functional", "sd_functional")
    cutoffs = core.clinical_cutoffs(**{name: given[name] for name in norms})
    return {
        "s_diff": found.s_diff, "rc": found.index,
        "min_change_95": found.smallest_reliable_change,
        "cutoff_a": cutoffs.a, "cutoff_b": cutoffs.b, "cutoff_c": cutoffs.c,
    }  # fmt: skip


def _survival(given: Values) -> Values:
    aided, others = _rossi()
    one, none = core.kaplan_meier(*aided), core.kaplan_meier(*others)
    test = core.logrank(*aided, *others)
    half = one.survival[one.time <= 26][-1]
    return {
        "S52_fin1": one.survival[-1], "S52_fin1_ci": [one.low[-1], one.high[-1]],
        "S52_fin0": none.survival[-1], "S26_fin1": half,
        "logrank_chi2": test.chi2, "logrank_p": test.p_value,
    }  # fmt: skip


def _confounding(given: Values) -> Values:
    found = core.e_value(given["rr"], given["ci_low"])
    return {"e_value": found.point, "e_value_ci": found.limit}


def _many(given: Values) -> Values:
    adjusted = core.adjust_p(given["p"])
    return {"rejected": int((adjusted <= given["alpha"]).sum()), "adjusted": adjusted.tolist()}


def _funnel(given: Values) -> Values:
    return {"limits": core.funnel_limits(given["n"], given["target"], given["p"])}


def _overdispersion(given: Values) -> Values:
    found = core.overdispersion(
        given["num"], given["den"], kind=given["kind"], winsor=given["winsor"]
    )
    return {"phi": found.phi, "tau2": found.tau2}


def _shrunken(given: Values) -> Values:
    shrunken = core.shrink(given["successes"], given["n"])
    raw = np.array(given["successes"]) / given["n"]
    return {
        "mean": shrunken.mean(), "first": shrunken[0], "last": shrunken[-1],
        "shrink": (shrunken[0] - shrunken[-1]) / (raw[0] - raw[-1]),
    }  # fmt: skip


def _detectable(given: Values) -> Values:
    return {"mde_dz": core.detectable_effect(given["n"])}


def _trend(given: Values) -> Values:
    found = core.trend(given["events"], given["n"], given["scores"])
    return {"chi2": found.chi2, "p": found.p_value}


def _flags() -> dict[str, MarkFlags]:
    """How marks count, from the one place where it is written down."""
    text = (reference_folder() / "attendance_mark.csv").read_text(encoding="utf-8")
    return {
        row["kode_tanda"]: MarkFlags(row["dihitung_hadir"] == "Ya", row["diharapkan_hadir"] == "Ya")
        for row in csv.DictReader(text.splitlines())
    }


def _attendance(given: Values) -> Values:
    flags = _flags()
    rows = [PersonSession(person, mark, hours) for person, _, mark, hours in given["rows"]]
    counted = count_marks(rows, flags)
    found = attendance_rate(counted)
    assert (found.status, found.reason) == ("insufficient", "too_few")
    return {
        "attended": counted.attended, "expected": found.denominator, "rate": found.value,
        "unrecorded": found.n_missing,
        "not_expected": len(rows) - counted.expected - counted.unrecorded,
        "bounds": list(found.bounds or ()), "hours_received": hours_received(rows, flags),
    }  # fmt: skip


def _cost(given: Values) -> Values:
    counts = CostCounts(given["total_cost_idr"], given["enrolled"], given["completed"])
    return {
        "cost_per_participant": cost_per_participant(counts).value,
        "cost_per_completion": cost_per_completion(counts).value,
    }


ANSWERS: dict[str, Callable[[Values], Values]] = {
    "proportion_ci_81_263": _proportion,
    "proportion_ci_0_20": _proportion,
    "diff_prop_newcombe_56_70_48_80": _difference,
    "one_year_reoffending_rossi_jdl": _one_year,
    "poisson_ci_0": _rate,
    "rate_ratio_exact_11_21": _rate_ratio,
    "marginal_homogeneity_uebersax": _transition,
    "paired_sleep": _paired,
    "wilcoxon_depression": _ranks,
    "hedges_gav_lakens": _effect_size,
    "rci_jacobson_truax_1991": _reliable,
    "km_rossi": _survival,
    "evalue_vdw": _confounding,
    "bh_1995": _many,
    "funnel_binom_30": _funnel,
    "funnel_binom_100": _funnel,
    "funnel_overdispersion_SR": _overdispersion,
    "eb_efron_morris": _shrunken,
    "power_paired_t": _detectable,
    "trend_smokers": _trend,
    "attendance_hand": _attendance,
    "unit_cost_hand": _cost,
}


@dataclass(frozen=True)
class Line:
    """One number of one case: what we compute, what is known, and how far it may be off."""

    case: str
    quantity: str
    computed: Any
    expected: Any
    off: float
    allowed: float

    @property
    def holds(self) -> bool:
        return self.off <= self.allowed


def lines_of(case: Values) -> Iterator[Line]:
    """Every expected number of the case; raises `KeyError` where we do not compute it."""
    found = ANSWERS[case["id"]](case["inputs"])
    assert found.keys() == case["expected"].keys()
    relative = case["tolerance_kind"] != "absolute"
    for name, expected in case["expected"].items():
        assert np.shape(found[name]) == np.shape(expected), name
        scale = max(1.0, float(np.max(np.abs(expected)))) if relative else 1.0
        off = np.max(np.abs(np.asarray(found[name], float) - np.asarray(expected, float)))
        yield Line(case["id"], name, found[name], expected, float(off), case["tolerance"] * scale)


def reference_table() -> list[Line]:
    """All lines of the first wave, in the order of the file."""
    return [line for case in FIRST for line in lines_of(case)]


def _shown(value: Any) -> str:
    parts = value if isinstance(value, list | tuple) else [value]
    texts = [f"{float(part):.7g}" for part in parts]
    return ", ".join(texts[:4]) + (", ..." if len(texts) > 4 else "")


def main() -> None:
    """Print the table; ends with status 1 when a number is off."""
    lines = reference_table()
    for line in lines:
        mark = "ok " if line.holds else "OFF"
        print(
            f"{mark} {line.case:32} {line.quantity:20} {_shown(line.computed):>44} "
            f"{_shown(line.expected):>44} off {line.off:.1e} of {line.allowed:.1e}"
        )
    missed = sum(not line.holds for line in lines)
    print(f"{len(FIRST)} cases, {len(lines)} numbers, {missed} off")
    raise SystemExit(int(missed > 0))


if __name__ == "__main__":
    main()
