"""What a finding says, one sentence a kind of figure."""

from collections.abc import Callable

from data.indicators.declarations import (
    BY_CODE,
    CHANGE,
    DETECTABLE,
    DOSAGE,
    DOSE_RESPONSE,
    LOTTERY_DIFFERENCE,
    QUALITY,
    TIME_TO_RETURN,
    TRANSITION_STATIONARITY,
    Text,
)
from data.indicators.estimate import Estimate
from data.wording.change import UNDECIDED, found_change, spans
from data.wording.comparison import difference_sentence
from data.wording.numbers import fill, limits, number, percent
from data.wording.phrases import CAVEATS

Sentence = Callable[[Estimate, str], str]


def finding(estimate: Estimate, language: str) -> str:
    """The sentence of an estimate that is `ok`: by its name, else by its unit."""
    said = _BY_NAME.get(estimate.name) or _BY_UNIT.get(estimate.unit, _share)
    return said(estimate, language)


def _within(estimate: Estimate, language: str, *, times: float = 1, decimals: int = 1) -> str:
    """The limits in brackets, after a space; empty without limits."""
    if estimate.low is None or estimate.high is None:
        return ""
    low, high = times * estimate.low, times * estimate.high
    return f" ({limits(low, high, language, decimals=decimals)})"


def _share(estimate: Estimate, language: str) -> str:
    counted = BY_CODE[estimate.name].counted.in_language(language)
    return _share_of(estimate, language, counted)


def _share_of(estimate: Estimate, language: str, counted: str) -> str:
    decimals = 0 if (estimate.denominator or 0) < 100 else 1
    return fill(
        Text("{rate} dari {of} {counted}{limits}.", "{rate} of {of} {counted}{limits}."),
        language,
        rate=percent(estimate.value or 0.0, language, of=estimate.denominator),
        of=number(estimate.denominator or 0, language, decimals=0),
        counted=counted,
        limits=_within(estimate, language, times=100, decimals=decimals),
    )


def _people(estimate: Estimate, language: str) -> str:
    template = Text("{n} orang hadir sedikitnya sekali.", "{n} people came at least once.")
    return fill(template, language, n=estimate.n)


def _dosage(estimate: Estimate, language: str) -> str:
    if estimate.method != "bca":
        return _share(estimate, language)
    return fill(
        Text(
            "Separuh dari {n} peserta menerima sedikitnya {value} dari jam yang direncanakan"
            "{limits}.",
            "Half of {n} participants received at least {value} of the planned hours{limits}.",
        ),
        language,
        n=estimate.n,
        value=percent(estimate.value or 0.0, language, of=estimate.n),
        limits=_within(estimate, language, times=100, decimals=0),
    )


def _days(estimate: Estimate, language: str) -> str:
    half = not estimate.method.endswith("p90")
    template = Text(
        "{part} dari {n} orang yang dirujuk hadir pertama kali dalam {value} hari{limits}.",
        "{part} of {n} people referred had their first session within {value} days{limits}.",
    )
    part = Text("Separuh", "Half") if half else Text("Sembilan dari sepuluh", "Nine in ten")
    return fill(
        template, language, part=part.in_language(language), n=estimate.n,
        value=number(estimate.value or 0.0, language, decimals=0),
        limits=_within(estimate, language, decimals=0),
    )  # fmt: skip


def _incidents(estimate: Estimate, language: str) -> str:
    none = Text(
        "Tidak ada pelanggaran terbukti dalam {days} hari (batas atas 95%: {high} per 1.000 hari).",
        "No proven incident in {days} days (95% upper limit: {high} per 1,000 days).",
    )
    some = Text(
        "{n} pelanggaran terbukti dalam {days} hari: {value} per 1.000 hari{limits}.",
        "{n} proven incidents in {days} days: {value} per 1,000 days{limits}.",
    )
    return fill(
        some if estimate.n else none, language, n=estimate.n,
        days=number(estimate.denominator or 0, language, decimals=0),
        value=number(estimate.value or 0.0, language, decimals=2),
        high=number(estimate.high or 0.0, language),
        limits=_within(estimate, language, decimals=2),
    )  # fmt: skip


def _ratio(estimate: Estimate, language: str) -> str:
    said = fill(
        Text("Rasio {value}{limits}, dari {n} kejadian.", "Ratio {value}{limits}, {n} events."),
        language,
        n=estimate.n,
        value=number(estimate.value or 0.0, language, decimals=2),
        limits=_within(estimate, language, decimals=2),
    )
    low, high = round(estimate.low or 0.0, 2), round(estimate.high or 0.0, 2)
    parts = [said, *([UNDECIDED.in_language(language)] if low <= 1 <= high else [])]
    return " ".join([*parts, CAVEATS["supervision_differs"].in_language(language)])


def _spreads(estimate: Estimate, language: str) -> str:
    said = fill(
        Text(
            "Perubahan {value} kali sebaran skor{limits}, dari {n} pasangan.",
            "The change is {value} times the spread of scores{limits}, from {n} pairs.",
        ),
        language, n=estimate.n, value=number(estimate.value or 0.0, language, decimals=2),
        limits=_within(estimate, language, decimals=2),
    )  # fmt: skip
    return _uncertain(said, estimate, language, decimals=2)


def _by_month(estimate: Estimate, language: str) -> str:
    said = fill(
        Text(
            "Skor {n} orang bergerak rata-rata {value} poin per bulan{limits}; tanda + lebih baik.",
            "Scores of {n} people moved by {value} points a month on average{limits}; + is better.",
        ),
        language, n=estimate.n, value=number(estimate.value or 0.0, language, decimals=2),
        limits=_within(estimate, language, decimals=2),
    )  # fmt: skip
    return _uncertain(said, estimate, language, decimals=2)


def _uncertain(said: str, estimate: Estimate, language: str, *, decimals: int) -> str:
    """With the sentence that nothing is shown where the rounded limits hold 0; never a cause."""
    parts = [said, *([UNDECIDED.in_language(language)] if spans(estimate, decimals) else [])]
    return " ".join([*parts, CAVEATS["no_comparison_group"].in_language(language)])


def _dose(estimate: Estimate, language: str) -> str:
    hours = estimate.unit == "points_per_10_hours"
    template = (
        Text("{value} poin untuk setiap 10 jam{limits}.", "{value} points for every 10 hours"
             "{limits}.")
        if hours
        else Text(
            "Sepertiga dengan jam terbanyak dikurangi yang paling sedikit: {value} per 100 orang.",
            "The third with most hours minus the third with fewest: {value} per 100 people.",
        )
    )  # fmt: skip
    value = (estimate.value or 0.0) * (1 if hours else 100)
    said = fill(
        template, language, value=number(value, language), limits=_within(estimate, language)
    )
    return f"{said} {CAVEATS['dose_is_chosen'].in_language(language)}"


def _returns_per_100(estimate: Estimate, language: str) -> str:
    return fill(
        Text(
            "{value} tindak pidana baru per 100 orang bebas{limits}, dari {of} orang.",
            "{value} new offences per 100 people released{limits}, from {of} people.",
        ),
        language, value=number(estimate.value or 0.0, language),
        limits=_within(estimate, language),
        of=number(estimate.denominator or 0, language, decimals=0),
    )  # fmt: skip


def _returned_by(estimate: Estimate, language: str) -> str:
    followed = Text("orang bebas yang diikuti", "people released and followed")
    return _share_of(estimate, language, followed.in_language(language))


def _rupiah(estimate: Estimate, language: str) -> str:
    return fill(
        Text("Rp{value}, dari {n} {counted}.", "Rp{value}, from {n} {counted}."),
        language, value=number(estimate.value or 0.0, language, decimals=0), n=estimate.n,
        counted=BY_CODE[estimate.name].counted.in_language(language),
    )  # fmt: skip


def _pattern(estimate: Estimate, language: str) -> str:
    differs = (estimate.p_value if estimate.p_value is not None else 1.0) < 0.05
    template = (
        Text("Pola berbeda antarperiode lebih dari kebetulan (p {p}).",
             "The pattern differs between periods by more than chance (p {p}).")
        if differs
        else Text("Perbedaan antarperiode dapat berupa kebetulan (p {p}).",
                  "Differences between periods could be chance (p {p}).")
    )  # fmt: skip
    p_value = number(estimate.p_value or 0.0, language, decimals=3)
    return fill(template, language, p=p_value)


def _agreement(estimate: Estimate, language: str) -> str:
    template = Text(
        "Kesepakatan {value}{limits} pada {n} orang.", "Agreement {value}{limits} on {n} people."
    )
    return fill(
        template, language, value=number(estimate.value or 0.0, language, decimals=2),
        limits=_within(estimate, language, decimals=2), n=estimate.n,
    )  # fmt: skip


def _detectable(estimate: Estimate, language: str) -> str:
    shares = estimate.unit == "proportion_difference"
    value = (estimate.value or 0.0) * (100 if shares else 1)
    return fill(
        Text(
            "Dengan n ini hanya selisih sedikitnya {value} poin yang dapat terdeteksi.",
            "With this n only a difference of at least {value} points could have been detected.",
        ),
        language,
        value=number(value, language, decimals=0 if shares else 1),
    )


def _need_a_look(estimate: Estimate, language: str) -> str:
    """A count of what was written down, and what could not be told; never a verdict."""
    check = BY_CODE[estimate.name]
    said = fill(
        Text("{n} dari {of} {counted} ({rate}): {flagged}.",
             "{n} of {of} {counted} ({rate}): {flagged}."),
        language,
        n=number(estimate.n, language, decimals=0),
        of=number(estimate.denominator or 0, language, decimals=0),
        counted=check.counted.in_language(language),
        rate=percent(estimate.value or 0.0, language, of=estimate.denominator),
        flagged=_begun_small(check.numerator.in_language(language)),
    )  # fmt: skip
    if not estimate.n_missing:
        return said
    rest = fill(
        Text("{n} tidak dapat diperiksa.", "{n} cannot be told."),
        language, n=number(estimate.n_missing, language, decimals=0),
    )  # fmt: skip
    return f"{said} {rest}"


def _begun_small(text: str) -> str:
    return text[:1].lower() + text[1:]


_BY_NAME: dict[str, Sentence] = {
    **{check.code: _need_a_look for check in QUALITY},
    CHANGE.code: found_change,
    LOTTERY_DIFFERENCE.code: difference_sentence,
    DOSAGE.code: _dosage,
    DOSE_RESPONSE.code: _dose,
    TIME_TO_RETURN.code: _returned_by,
    TRANSITION_STATIONARITY.code: _pattern,
    DETECTABLE.code: _detectable,
}
_BY_UNIT: dict[str, Sentence] = {
    "people": _people,
    "days": _days,
    "per_1000_days": _incidents,
    "ratio": _ratio,
    "standard_deviations": _spreads,
    "points_per_month": _by_month,
    "per_100_people": _returns_per_100,
    "rupiah": _rupiah,
    "agreement": _agreement,
}
