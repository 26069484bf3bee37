"""Scores of an instrument, computed from its own rows: scales, weights, polarity, bands.

Nothing here knows the SPPN. Items, aspects and variables are scales under scales; what a weight
is, which end is better and where a band begins stands in the instrument's rows, because the
implementations that were seen disagree on all three.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

DECIMALS = 9


@dataclass(frozen=True)
class Band:
    """A band of a scale, from `lower` upwards."""

    code: str
    lower: float


@dataclass(frozen=True)
class ScaleRules:
    """One scale as its rows say. `minimum` < `maximum`, `weight` >= 0, `parent` a scale's code."""

    code: str
    minimum: float
    maximum: float
    higher_is_better: bool = True
    weight: float = 1.0
    parent: str | None = None
    scores_participation: bool = False
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class ScaleScore:
    """A score in the scale's own points with its band; None while something is not recorded.

    `parts` of the scale were used, `missing` (codes) were not recorded. What was not `held` has
    no score either, and lacks none.
    """

    score: float | None
    band: str | None
    parts: int
    missing: tuple[str, ...] = ()
    held: bool = True


NOT_HELD = ScaleScore(None, None, 0, held=False)


def instrument_scores(
    scales: Sequence[ScaleRules], given: Mapping[str, float], *, not_held: Iterable[str] = ()
) -> dict[str, ScaleScore]:
    """Every scale's score by its code, from the scores `given` for scales without parts.

    A scale with parts is their weighted mean, each first placed between its worst and best end,
    so that a part of the other polarity counts the right way round. A parent that runs to 400 is
    thereby the sum of four equal parts that run to 100. A part that is `not_held` (an activity
    that was not offered) is left out, with any score given for it, and so is a part of which
    nothing was held; any other missing part leaves the whole without a score, for missing is
    not zero. Raises `ValueError` for an unknown code, a score out of range, a loop.

    >>> rules = [
    ...     ScaleRules("SIKAP", 0, 100, bands=(Band("BAIK", 61), Band("CUKUP", 41))),
    ...     ScaleRules("RUTIN", 0, 20, parent="SIKAP"),
    ...     ScaleRules("AGRESI", 0, 10, higher_is_better=False, weight=3, parent="SIKAP"),
    ... ]
    >>> found = instrument_scores(rules, {"RUTIN": 10, "AGRESI": 4})
    >>> found["SIKAP"].score, found["SIKAP"].band  # (1 x 50 % + 3 x 60 %) / 4
    (57.5, 'CUKUP')
    """
    by_code = {scale.code: scale for scale in scales}
    _check(by_code, given)
    left_out = frozenset(not_held)
    found: dict[str, ScaleScore] = {}
    for scale in _parts_first(by_code):
        parts = [other for other in scales if other.parent == scale.code]
        if scale.code in left_out:
            found[scale.code] = NOT_HELD
        else:
            found[scale.code] = _combined(scale, parts, found) if parts else _given(scale, given)
    return found


def activities(scales: Sequence[ScaleRules]) -> list[str]:
    """The codes of what may be not held: parts without parts that score taking part.

    A scale above that scores participation says so for all that is under it: behaviour is there
    to be seen every day, but nobody takes part in what is not offered.
    """
    by_code, wholes = {scale.code: scale for scale in scales}, {scale.parent for scale in scales}
    return [
        scale.code for scale in scales
        if scale.parent is not None and scale.code not in wholes
        and any(one.scores_participation for one in (scale, *_above(scale, by_code)))
    ]  # fmt: skip


def not_held_in(scales: Sequence[ScaleRules], stored: Mapping[str, float]) -> list[str]:
    """Which activities were left out of the scores `stored`: a whole has one, and they have none.

    None of them where no part at all has a score: a sheet that came with its wholes alone.
    """
    by_code, wholes = {scale.code: scale for scale in scales}, {scale.parent for scale in scales}
    if not stored.keys() - wholes:
        return []
    return [
        code for code in activities(scales)
        if code not in stored and any(one.code in stored for one in _above(by_code[code], by_code))
    ]  # fmt: skip


def _above(scale: ScaleRules, by_code: Mapping[str, ScaleRules]) -> Iterator[ScaleRules]:
    for _ in by_code:  # a loop of parents ends
        if scale.parent is None or scale.parent not in by_code:
            return
        scale = by_code[scale.parent]
        yield scale


def band_of(score: float, bands: Iterable[Band]) -> str | None:
    """The code of the highest band that begins at or below `score`; None below all of them.

    >>> [band_of(score, [Band("B", 61), Band("A", 81)]) for score in (60.9, 61, 81)]
    [None, 'B', 'A']
    """
    reached = [band for band in bands if band.lower <= score]
    return max(reached, key=lambda band: band.lower).code if reached else None


def item_score(times: int, expected: int) -> float | None:
    """The share of the expected times at which an item was seen, 0 to 1; None if not held.

    >>> item_score(15, 20), item_score(0, 0)
    (0.75, None)
    """
    if times < 0 or times > expected:
        raise ValueError(f"times {times} of {expected}")
    return times / expected if expected else None


def _check(by_code: Mapping[str, ScaleRules], given: Mapping[str, float]) -> None:
    for code, score in given.items():
        if code not in by_code:
            raise ValueError(f"unknown scale {code}")
        scale = by_code[code]
        if not scale.minimum <= score <= scale.maximum:  # also refuses NaN
            raise ValueError(f"{code}: {score} is not in {scale.minimum} to {scale.maximum}")
    for scale in by_code.values():
        if scale.parent is not None and scale.parent not in by_code:
            raise ValueError(f"unknown parent {scale.parent}")


def _parts_first(by_code: Mapping[str, ScaleRules]) -> list[ScaleRules]:
    return sorted(by_code.values(), key=lambda scale: -_depth(scale, by_code))


def _depth(scale: ScaleRules, by_code: Mapping[str, ScaleRules]) -> int:
    depth = 0
    while scale.parent is not None:
        scale, depth = by_code[scale.parent], depth + 1
        if depth > len(by_code):
            raise ValueError(f"{scale.code} is its own parent")
    return depth


def _given(scale: ScaleRules, given: Mapping[str, float]) -> ScaleScore:
    score = given.get(scale.code)
    if score is None:
        return ScaleScore(None, None, 0, (scale.code,))
    return ScaleScore(score, band_of(score, scale.bands), 1)


def _combined(
    scale: ScaleRules, parts: Sequence[ScaleRules], found: Mapping[str, ScaleScore]
) -> ScaleScore:
    held = [part for part in parts if found[part.code].held]
    if not held:
        return NOT_HELD
    missing = tuple(code for part in held for code in found[part.code].missing)
    weight = sum(part.weight for part in held)
    if missing or weight == 0:
        return ScaleScore(None, None, 0, missing or tuple(part.code for part in parts))
    good = sum(part.weight * _goodness(part, found[part.code].score or 0.0) for part in held)
    score = _placed(scale, good / weight)
    return ScaleScore(score, band_of(score, scale.bands), len(held))


def _goodness(scale: ScaleRules, score: float) -> float:
    """Where the score lies between the worst end (0) and the best end (1)."""
    share = (score - scale.minimum) / (scale.maximum - scale.minimum)
    return share if scale.higher_is_better else 1 - share


def _placed(scale: ScaleRules, goodness: float) -> float:
    share = goodness if scale.higher_is_better else 1 - goodness
    # rounded, so that a sum that is 61 by hand does not miss the band that begins there
    return round(scale.minimum + share * (scale.maximum - scale.minimum), DECIMALS)
