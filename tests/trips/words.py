"""What an Indonesian screen may say: our catalogue, the sentences of figures, and the data."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from dashboard.charts import retention, tiles
from dashboard.texts.catalogue import OWN_NAMES, t, texts, use
from dashboard.views.methods import declared
from data import wording
from data.answers import choices, columns, released
from data.answers.agreements import BETWEEN_PARTIES, agreements
from data.answers.change import behaviour_change
from data.answers.overall_change import overall_change
from data.answers.overview import overview
from data.answers.programmes import LABEL, catalogue, programme_page
from data.answers.quality import quality
from data.answers.risk import risk_movement
from data.exporting.datasets import datasets
from data.indicators.declarations import INDICATORS, Indicator
from data.indicators.estimate import Estimate
from data.opening import LOCAL_OFFICER
from data.queries.filter import Filter
from models.codes import AgreementKind, AgreementStage, DisclosureLevel, PurposeKind, RiskLevel
from models.door import Door

_PLACE = re.compile(r"\{\w+\}")
_FIGURES = re.compile(r"[\d.,%+\-–÷·n\s:]+")
_MONTH = re.compile(r"(Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des) \d{4}")
_MARKDOWN = re.compile(r"\*\*")


def unknown_words(shown: list[str], database: str, filter: Filter) -> list[str]:
    """The pieces of text that are neither ours in Indonesian nor from the data."""
    use("id")
    whole = "\n".join(_whole_texts(database, filter))
    patterns = [re.compile(pattern) for pattern in _patterns()]
    return [
        text
        for text in shown
        if text not in whole
        and text not in OWN_NAMES.values()
        and not _FIGURES.fullmatch(text)
        and not _MONTH.fullmatch(text)
        and not any(pattern.fullmatch(text) for pattern in patterns)
    ]


def _patterns() -> Iterator[str]:
    """Each text of the catalogue, with anything where a value stands; bold parts by themselves."""
    for text in texts("id").values():
        for part in _MARKDOWN.split(text):
            words = [re.escape(word) for word in _PLACE.split(part.strip())]
            if any(re.search(r"[A-Za-z]", word) for word in words):
                yield ".*".join(words)


def _whole_texts(database: str, filter: Filter) -> Iterator[str]:
    for indicator in INDICATORS:
        for text in (indicator.name, indicator.question, indicator.numerator,
                     indicator.denominator, indicator.method):  # fmt: skip
            yield text.id
        yield from _methods(indicator)
        for label, text in declared(indicator).items():
            yield from (f"{label}:", text)
        yield indicator.code
    lists = (AgreementKind, AgreementStage, DisclosureLevel, PurposeKind)
    yield from (member.label_id for code in lists for member in code)
    for dataset in datasets().values():
        yield f"{dataset.label('id')} ({dataset.name})"
        yield from (field.declaration.label_id for field in dataset.fields)
    door = Door(database)
    with door.reading(LOCAL_OFFICER) as session:
        found = overview(session, filter)
        for figure in (found.people, found.participation, found.attendance, found.completion):
            yield from _sentences(figure.now)
        for entry in behaviour_change(session, filter, scale="SIKAP"):
            yield entry.programme_name
            yield from _sentences(entry.estimate)
        yield from _of_results(session, filter)
        for check in quality(session, filter):
            yield from _sentences(check)
        yield from choices.units(session)[columns.UNIT_NAME]
        yield from (label for _, label in choices.fields(session, "id"))
        frame = agreements(session, as_of=date.today())
        yield from frame[columns.NUMBER].dropna()
        yield from (name for row in frame[columns.PARTIES] for name in row.split(BETWEEN_PARTIES))
    door.close()


def _of_results(session: Session, filter: Filter) -> Iterator[str]:
    """What the screens of results say of this data: sentences, levels, letters, cohorts."""
    yield from tiles.LETTERS.values()
    yield from t("tingkat.belum").splitlines()
    yield from (level.label_id for level in RiskLevel)
    for name in retention.part_names().values():
        yield from (name, name.replace("\n", " "), *name.splitlines())
    found = released.returns_after_release(session, filter, as_of=date.today())
    moved = risk_movement(session, filter)
    one = replace(filter, programme=("DITJENPAS", "PRG02"))
    page = programme_page(session, one, as_of=date.today())
    costs = [cost for cost in (page.cost_per_completion, page.cost_per_participant) if cost]
    definitions = (found.proven, found.arrest, found.revoked)
    for estimate in (
        overall_change(session, filter).now, moved.down, moved.same, moved.up, page.completion,
        page.attendance, page.dosage.median, page.dosage.at_least_most, page.waiting.median,
        *costs, *(each.one_year for each in definitions), *(each.two_years for each in definitions),
        *(each.frequency.per_released for each in definitions),
    ):  # fmt: skip
        yield from _sentences(estimate)
    yield from page.sheets[LABEL]
    yield from catalogue(session, filter)["programme_name"]


def _methods(indicator: Indicator) -> Iterator[str]:
    """The line under a chart, without the bold name it begins with."""
    values = {
        "pembilang": indicator.numerator.id, "penyebut": indicator.denominator.id,
        "metode": indicator.method.id, "sumber": indicator.source.id,
    }  # fmt: skip
    for line in (t("umum.metode_proporsi", nama="", **values),
                 t("umum.metode_rata_rata", nama="", **values)):  # fmt: skip
        yield line.replace("*", "")


def _sentences(estimate: Estimate) -> Iterator[str]:
    yield wording.sentence(estimate, "id")
    yield from wording.caveats(estimate, "id")
    yield wording.can_say(estimate, "id")
    yield wording.cannot_say(estimate, "id")
    if estimate.name == "pre_post_change":
        yield wording.change_sentence(estimate, "id")
        yield wording.change_sentence(estimate, "id", higher_is_better=False)
