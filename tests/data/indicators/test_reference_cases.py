"""Published cases with known answers: each first-wave case of tests/cases/reference_cases.json."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lifelines.datasets import load_rossi

from data.indicators import statistics as core
from data.indicators.attendance import AttendanceCounts, attendance_rate

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


def _attendance(given: Values) -> Values:
    """The marks by their flags: present or late attended, court and transfer not expected."""
    present, not_expected = {"HADIR", "TERLAMBAT"}, {"SIDANG", "DIPINDAH"}
    marks = [mark for _, _, mark, _ in given["rows"]]
    attended = sum(mark in present for mark in marks)
    unrecorded, away = marks.count(None), sum(mark in not_expected for mark in marks)
    expected = len(marks) - unrecorded - away
    people = len({person for person, *_ in given["rows"]})
    found = attendance_rate(
        AttendanceCounts(people, attended, expected, unrecorded, 6, 9, 14)  # A 2/3, B 1/2, C 1/1
    )
    assert (found.status, found.reason) == ("insufficient", "too_few")
    return {
        "attended": attended, "expected": found.denominator, "rate": found.value,
        "unrecorded": found.n_missing, "not_expected": away, "bounds": list(found.bounds or ()),
        "hours_received": sum(hours for *_, mark, hours in given["rows"] if mark in present),
    }  # fmt: skip


def _cost(given: Values) -> Values:
    total = given["total_cost_idr"]
    return {
        "cost_per_participant": total / given["enrolled"],
        "cost_per_completion": total / given["completed"],
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


@pytest.mark.parametrize("case", FIRST, ids=[case["id"] for case in FIRST])
def test_a_published_case_comes_out_as_published(case: Values) -> None:
    found = ANSWERS[case["id"]](case["inputs"])
    relative = case["tolerance_kind"] != "absolute"
    assert found.keys() == case["expected"].keys()
    for name, expected in case["expected"].items():
        allowed = case["tolerance"] * max(1.0, float(np.max(np.abs(expected))) if relative else 1)
        assert np.shape(found[name]) == np.shape(expected), name
        off = np.max(np.abs(np.asarray(found[name], float) - np.asarray(expected, float)))
        assert off <= allowed, f"{name}: {found[name]} instead of {expected}"


def test_every_case_of_the_first_wave_has_an_answer() -> None:
    assert {case["id"] for case in FIRST} == set(ANSWERS)
    assert len(FIRST) == 22
