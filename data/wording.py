"""From an estimate to honest sentences, in Indonesian and English. The one place for them.

A sentence never says more than the status and the evidence level allow: only a lottery (R) speaks
of an effect, nothing descriptive (A) sounds causal, and what was not recorded is said.
"""

from data.indicators.declarations import BY_CODE, CHANGE, LOTTERY_DIFFERENCE, Text
from data.indicators.estimate import Estimate

REASONS = {
    "nothing_recorded": Text(
        "Belum ada presensi tercatat; ini bukan nol.", "No attendance recorded yet; not zero."
    ),
    "nothing_due": Text("Tidak ada sesi terlaksana.", "No session was held."),
    "nobody_in_care": Text(
        "Tidak ada orang yang tercatat ditahan atau dibimbing.", "Nobody is recorded in care."
    ),
    "nobody_started": Text(
        "Tidak ada kepesertaan yang dimulai pada angkatan yang berakhir.",
        "Nobody had started in a cohort that ended.",
    ),
    "all_changed_equally": Text(
        "Semua berubah sama besar; interval tidak dapat dihitung.",
        "All changed equally; an interval cannot be computed.",
    ),
    "no_lottery": Text(
        "Tidak dapat dibandingkan: tempat tidak diundi, jadi kelompok berbeda sejak awal.",
        "Not comparable: places were not drawn by lot, so the groups differed from the start.",
    ),
}

CAVEATS = {
    "no_comparison_group": Text(
        "Tanpa kelompok pembanding; perubahan ini dapat juga terjadi tanpa program.",
        "No comparison group; this change could also have occurred without the programme.",
    ),
    "regression_to_the_mean": Text(
        "Yang mulai rendah cenderung naik pada penilaian berikutnya, apa pun sebabnya.",
        "Those who start low tend to score higher the next time, whatever the reason.",
    ),
    "officer_score": Text(
        "Skor penilaian petugas, bukan ukuran mandiri.", "Scored by officers, not independently."
    ),
    "ceiling": Text(
        "Banyak yang sudah di nilai terbaik pada awal, sehingga tidak dapat naik.",
        "Many stood at the best score at the start and could not improve.",
    ),
    "many_without_pair": Text(
        "Banyak peserta tanpa pasangan penilaian; mereka mungkin berbeda.",
        "Many participants have no pair of assessments; they may differ.",
    ),
    "outside_custody": Text(
        "Ada peserta tanpa masa status tercatat; mereka tidak masuk angka ini.",
        "Some participants have no recorded custody; they are not in this figure.",
    ),
    "below_dosage": Text(
        "Ada yang sampai akhir dengan dosis di bawah minimum; tidak dihitung selesai.",
        "Some reached the end below the minimum dosage; they are not counted as completed.",
    ),
    "effect_of_the_offer": Text(
        "Akibat dari tawaran tempat, bukan dari kehadiran.",
        "The effect of the offer of a place, not of attending.",
    ),
}


def number(value: float, language: str, *, decimals: int = 1) -> str:
    """A number in the language's signs: 2704.04 -> "2.704,0" (id), "2,704.0" (en)."""
    plain = f"{value + 0.0:,.{decimals}f}"
    plain = plain.lstrip("-") if float(plain.replace(",", "")) == 0 else plain
    return plain.translate(str.maketrans(",.", ".,")) if language == "id" else plain


def percent(share: float, language: str, *, of: float | None) -> str:
    """A share as a percentage: no decimal when it is of fewer than 100, else one."""
    decimals = 0 if of is None or of < 100 else 1
    return f"{number(100 * share, language, decimals=decimals)}%"


def sentence(estimate: Estimate, language: str) -> str:
    """What a person may read about this estimate, in one or two sentences."""
    if estimate.status == "ok":
        return _finding(estimate, language)
    if estimate.status == "suppressed":
        return Text("≤7 (disamarkan)", "≤7 (suppressed)").in_language(language)
    if estimate.reason in ("too_few", "too_few_people"):
        return _too_few(estimate, language)
    if estimate.reason == "unrecorded":
        return _unrecorded(estimate, language)
    said = REASONS.get(estimate.reason or "", Text(estimate.reason or "", estimate.reason or ""))
    if estimate.name == CHANGE.code and estimate.value is not None:
        return f"{_change(estimate, language)} {said.in_language(language)}"
    return said.in_language(language)


def caveats(estimate: Estimate, language: str) -> list[str]:
    """The reservations that travel with the estimate."""
    return [CAVEATS[code].in_language(language) for code in estimate.caveats if code in CAVEATS]


def can_say(estimate: Estimate, language: str) -> str:
    """What the figure allows to be said; nothing while it is not `ok`."""
    if estimate.status != "ok":
        return Text("Belum ada.", "Nothing yet.").in_language(language)
    return BY_CODE[estimate.name].can_say.in_language(language)


def cannot_say(estimate: Estimate, language: str) -> str:
    """What must not be read into the figure."""
    return BY_CODE[estimate.name].cannot_say.in_language(language)


def change_sentence(estimate: Estimate, language: str, *, higher_is_better: bool = True) -> str:
    """The change with its interval, and always that there is no comparison group."""
    if estimate.status != "ok":
        return sentence(estimate, language)
    parts = [_change(estimate, language, higher_is_better=higher_is_better)]
    if estimate.low is not None and estimate.high is not None and _spans_zero(estimate):
        parts.append(_UNDECIDED.in_language(language))
    return " ".join([*parts, CAVEATS["no_comparison_group"].in_language(language)])


_UNDECIDED = Text(
    "Data belum dapat menunjukkan ada atau tidaknya perubahan.",
    "The data cannot show whether there was a change.",
)


_CHANGED = {
    True: (
        Text("Rata-rata skor {n} peserta {way} {by} poin", "Mean score of {n} participants {way} "
             "{by} points"),
        Text("naik", "rose"),
        Text("turun", "fell"),
    ),
    False: (
        Text("Rata-rata skor {n} peserta {way} {by} poin", "Mean score of {n} participants {way} "
             "by {by} points"),
        Text("membaik", "improved"),
        Text("memburuk", "worsened"),
    ),
}  # fmt: skip


def _spans_zero(estimate: Estimate) -> bool:
    low, high = estimate.low or 0.0, estimate.high or 0.0
    return round(low, 1) <= 0 <= round(high, 1)


def _limits(low: float, high: float, language: str, *, decimals: int = 1) -> str:
    """ "2,0-8,0", and with a word between them where a minus sign would confuse."""
    between = "-" if low >= 0 else Text(" sampai ", " to ").in_language(language)
    first, last = (number(limit, language, decimals=decimals) for limit in (low, high))
    return f"{Text('95% IK', '95% CI').in_language(language)} {first}{between}{last}"


def _change(estimate: Estimate, language: str, *, higher_is_better: bool = True) -> str:
    value = estimate.value or 0.0
    template, up, down = _CHANGED[higher_is_better]
    way = up if value >= 0 else down
    said = template.in_language(language).format(
        n=estimate.n, way=way.in_language(language), by=number(abs(value), language)
    )
    if estimate.low is None or estimate.high is None:
        return f"{said}."
    return f"{said} ({_limits(estimate.low, estimate.high, language)})."


def _finding(estimate: Estimate, language: str) -> str:
    if estimate.name == CHANGE.code:
        return change_sentence(estimate, language)
    if estimate.name == LOTTERY_DIFFERENCE.code:
        return _lottery(estimate, language)
    if estimate.value is None or estimate.denominator is None:
        template = Text("{n} orang hadir sedikitnya sekali.", "{n} people came at least once.")
        return template.in_language(language).format(n=estimate.n)
    template = Text("{rate} dari {of} {counted}{limits}.", "{rate} of {of} {counted}{limits}.")
    limits = ""
    if estimate.low is not None and estimate.high is not None:
        decimals = 0 if estimate.denominator < 100 else 1
        shown = _limits(100 * estimate.low, 100 * estimate.high, language, decimals=decimals)
        limits = f" ({shown})"
    return template.in_language(language).format(
        rate=percent(estimate.value, language, of=estimate.denominator),
        of=number(estimate.denominator, language, decimals=0),
        counted=BY_CODE[estimate.name].counted.in_language(language),
        limits=limits,
    )


def _lottery(estimate: Estimate, language: str) -> str:
    """Chosen by the limits in whole persons per 100: no method may flip the words."""
    low, high = (round(100 * (limit or 0.0)) for limit in (estimate.low, estimate.high))
    if low <= 0 <= high:
        template = Text(
            "Data belum dapat menunjukkan ada atau tidaknya perbedaan (antara {fewer} lebih "
            "sedikit dan {more} lebih banyak per 100). Ini bukan bukti bahwa program tidak "
            "bekerja.",
            "The data cannot show whether there is a difference (between {fewer} fewer and "
            "{more} more per 100). This is not evidence of no effect.",
        )
        return template.in_language(language).format(fewer=-low, more=high)
    ways = Text("lebih sedikit", "fewer") if high < 0 else Text("lebih banyak", "more")
    template = Text(
        "Dari 100 orang yang terundi, {a} sampai {b} orang {way} yang mengulangi dibanding yang "
        "tidak terundi.",
        "Of 100 people drawn, {a} to {b} {way} returned than of those not drawn.",
    )
    first, last = sorted((abs(low), abs(high)))
    return template.in_language(language).format(a=first, b=last, way=ways.in_language(language))


def _too_few(estimate: Estimate, language: str) -> str:
    by_n = estimate.reason == "too_few_people" or BY_CODE[estimate.name].needs == "n"
    have = estimate.n if by_n else round(estimate.denominator or 0)
    template = Text(
        "Data belum cukup: {have} dari {needed} {counted}",
        "Not enough data: {have} of {needed} {counted} needed",
    )
    people = Text("orang", "people") if estimate.reason == "too_few_people" else None
    counted = (people or BY_CODE[estimate.name].counted).in_language(language)
    return template.in_language(language).format(have=have, needed=estimate.needed, counted=counted)


def _unrecorded(estimate: Estimate, language: str) -> str:
    """The value among what is recorded, and what it could be: never the one without the other."""
    low, high = estimate.bounds or (0.0, 1.0)
    template = Text(
        "Pencatatan belum cukup ({missing} belum tercatat): {value} dari yang tercatat, "
        "seluruhnya antara {low} dan {high}.",
        "Too little is recorded ({missing} not recorded): {value} of what is recorded, between "
        "{low} and {high} of all.",
    )
    of = estimate.denominator
    return template.in_language(language).format(
        missing=estimate.n_missing,
        value="-" if estimate.value is None else percent(estimate.value, language, of=of),
        low=percent(low, language, of=of),
        high=percent(high, language, of=of),
    )
