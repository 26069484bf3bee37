"""The page for evaluators, made from the declarations and from examples that the tests run."""

import doctest
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from data.indicators.attendance import attendance_rate
from data.indicators.beside import funnel_plot, shrunken_rate
from data.indicators.change import pre_post_change
from data.indicators.completion import completion
from data.indicators.cost import cost_per_completion, cost_per_participant
from data.indicators.declarations import INDICATORS, QUALITY, Indicator, Text
from data.indicators.detectable import minimum_detectable_effect
from data.indicators.dosage import dosage
from data.indicators.dose import dose_response
from data.indicators.effect import effect_size
from data.indicators.family import adjust_p
from data.indicators.funnel import programme_funnel
from data.indicators.incidents import exact_rate_ratio, incident_rate
from data.indicators.official import official_figure
from data.indicators.participation import (
    participation_eight_hours,
    participation_rate,
    people_reached,
)
from data.indicators.quality import data_quality
from data.indicators.raters import rater_reliability
from data.indicators.reach import reach
from data.indicators.reliable import clinically_significant_change, reliable_change
from data.indicators.retention import dropout, retention_curve
from data.indicators.returning import reoffending_frequency, time_to_reoffence
from data.indicators.returns import lottery_difference, reoffending_rate
from data.indicators.risk import risk_transition, transition_stationarity
from data.indicators.trajectory import score_trajectory
from data.indicators.waiting import waiting_time

Function = Callable[..., Any]

FUNCTIONS: dict[str, Function] = {
    "people": people_reached,
    "participation_rate": participation_rate,
    "participation_eight_hours": participation_eight_hours,
    "reach": reach,
    "attendance_rate": attendance_rate,
    "dosage": dosage,
    "waiting_time": waiting_time,
    "programme_funnel": programme_funnel,
    "cost_per_participant": cost_per_participant,
    "cost_per_completion": cost_per_completion,
    "completion": completion,
    "dropout": dropout,
    "retention_curve": retention_curve,
    "pre_post_change": pre_post_change,
    "effect_size": effect_size,
    "reliable_change": reliable_change,
    "clinically_significant_change": clinically_significant_change,
    "score_trajectory": score_trajectory,
    "rater_reliability": rater_reliability,
    "risk_transition": risk_transition,
    "transition_stationarity": transition_stationarity,
    "incident_rate": incident_rate,
    "incident_rate_ratio": exact_rate_ratio,
    "dose_response": dose_response,
    "reoffending_rate": reoffending_rate,
    "lottery_difference": lottery_difference,
    "reoffending_frequency": reoffending_frequency,
    "time_to_reoffence": time_to_reoffence,
    "funnel_plot": funnel_plot,
    "shrunken_rate": shrunken_rate,
    "adjust_p": adjust_p,
    "minimum_detectable_effect": minimum_detectable_effect,
    **{check.code: data_quality for check in QUALITY},
    "official_indicator": official_figure,
}

_OPENING = """# Metode / Method

Halaman ini untuk penilai dan dibuat dari deklarasi di `data/indicators/declarations/`; sebuah
pengujian menjaganya. Contoh dijalankan oleh pengujian. Tingkat bukti selalu tercetak: **R** tempat
diundi, **B** dibandingkan, **A** deskriptif, **C** ditolak. Yang belum tercatat bukan nol. Interval
95%.

This page is for evaluators. It is made from the declarations in `data/indicators/declarations/`,
and a test keeps it so; the tests run its examples. The level of evidence is always printed: **R**
by lottery, **B** compared, **A** descriptive, **C** refused. What was not recorded is not zero.
Intervals are 95 %.
"""
_PARTS = {
    "question": Text("Pertanyaan", "Question"),
    "numerator": Text("Pembilang atau rumus", "Numerator or formula"),
    "denominator": Text("Penyebut", "Denominator"),
    "left_out": Text("Tidak termasuk", "Left out"),
    "period": Text("Periode", "Period"),
    "method": Text("Metode", "Method"),
    "can_say": Text("Boleh dikatakan", "Can say"),
    "cannot_say": Text("Tidak boleh dikatakan", "Cannot say"),
}


def method_page() -> str:
    """The page as Markdown, both languages: one section a declared figure, in their order.

    Raises `KeyError` for a declared figure without a function.
    """
    sections = ["\n".join(_section(indicator)) for indicator in INDICATORS]
    return "\n".join([_OPENING, *sections])


def example_of(function: Function) -> str:
    """The worked example in the docstring of `function`, as Python shows it; empty without one."""
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    lines: list[str] = []
    for example in examples:
        first, *rest = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}" for line in rest)]
        lines += example.want.rstrip("\n").split("\n") if example.want else []
    return "\n".join(lines)


def _section(indicator: Indicator) -> Iterator[str]:
    counted = indicator.counted
    yield f"## {indicator.name.id} / {indicator.name.en}\n"
    yield "| | Indonesia | English |\n|---|---|---|"
    for part, label in _PARTS.items():
        text: Text = getattr(indicator, part)
        yield f"| {label.id} / {label.en} | {_cell(text.id)} | {_cell(text.en)} |"
    least = indicator.minimum
    yield f"| Minimum / Minimum | {least} {counted.id} | {least} {counted.en} |"
    source = " / ".join(dict.fromkeys(indicator.source))
    yield f"\nSumber / Source: {source}. `{indicator.code}`\n"
    yield f"```python\n{example_of(FUNCTIONS[indicator.code])}\n```\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    print(method_page(), end="")
