"""Rows of persons among whom nobody stands out: each looks like at least four others.

A person's *trace* is the set of quasi-identifying values over all their rows, which a pseudonym
ties together; it is the trace, not the single row, that at least K persons must share. Where
fewer do, their rows (and only theirs) are told with less detail, step by step down a ladder,
and withheld when the last step does not help.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

K = 5
ANY = "SEMUA"  # told with no detail at all
UNKNOWN = "TIDAK_DIKETAHUI"
UNIT, FIELD, PROGRAMME = "kode_unit", "bidang", "kode_program"
SEX, AGE, PERIOD = "jenis_kelamin", "kelompok_umur", "periode"

Values = tuple[str, ...]
Trace = frozenset[Values]
Coarser = Callable[[str], str]


@dataclass(frozen=True)
class Step:
    """One step down: which heading loses detail, and how that is said to the reader."""

    heading: str
    said: str
    coarser: Coarser


def age_band(born: date | None, on: date) -> str:
    """The band of ten years of an age on a day; those under 20 are one.

    >>> age_band(date(1990, 6, 1), date(2026, 1, 1)), age_band(None, date(2026, 1, 1))
    ('30-39', 'TIDAK_DIKETAHUI')
    """
    if born is None:
        return UNKNOWN
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age < 20:
        return "<20"
    low = min(age // 10 * 10, 60)
    return "60+" if low == 60 else f"{low}-{low + 9}"


def quarter(day: date | None) -> str:
    """The quarter of a day, `2026-T3`."""
    return UNKNOWN if day is None else f"{day.year}-T{(day.month + 2) // 3}"


def ladder(parents: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps in their order; `parents` gives the unit above each unit. Sex keeps its detail."""
    return (
        Step(PERIOD, "triwulan -> tahun", lambda value: value.split("-T")[0]),
        Step(AGE, "10 tahun -> <30, 30-49, 50+", _wide),
        Step(PROGRAMME, f"program -> {ANY}", _any),
        Step(UNIT, "unit -> unit induk", lambda value: parents.get(value, value)),
        Step(PERIOD, f"tahun -> {ANY}", _any),
        Step(UNIT, f"unit induk -> {ANY}", _any),
        Step(FIELD, f"bidang -> {ANY}", _any),
        Step(AGE, f"umur -> {ANY}", _any),
    )


def _any(_value: str) -> str:
    return ANY


def _wide(band: str) -> str:
    wide = {"<20": "<30", "20-29": "<30", "30-39": "30-49", "40-49": "30-49"}
    return band if band == UNKNOWN else wide.get(band, "50+")


class Told:
    """How each trace may be told: after how many steps down, or not at all."""

    def __init__(self, headings: Sequence[str], steps: Sequence[Step], k: int = K) -> None:
        self._headings, self._steps, self._k = list(headings), steps, k
        self._found: dict[Trace, int] = {}
        self._memory: dict[tuple[Values, int], Values] = {}

    def settle(self, traces: Iterable[Trace]) -> None:
        """Find the step for each person's trace; every person counts once."""
        left = Counter(traces)
        for step in range(len(self._steps) + 1):
            alike: defaultdict[Trace, list[Trace]] = defaultdict(list)
            for trace in left:
                alike[frozenset(self.values(one, step) for one in trace)].append(trace)
            for group in alike.values():
                if sum(left[trace] for trace in group) >= self._k:
                    self._found |= dict.fromkeys(group, step)
            left = Counter({one: n for one, n in left.items() if one not in self._found})

    def step(self, trace: Trace) -> int | None:
        """After how many steps the rows of such a person may be told; None: they are withheld."""
        return self._found.get(trace)

    def values(self, values: Values, step: int) -> Values:
        """The values after `step` steps down."""
        known = self._memory.get((values, step))
        if known is None:
            told = dict(zip(self._headings, values, strict=True))
            for one in self._steps[:step]:
                if one.heading in told:
                    told[one.heading] = one.coarser(told[one.heading])
            known = self._memory[values, step] = tuple(told.values())
        return known
