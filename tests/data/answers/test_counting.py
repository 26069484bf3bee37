"""What is counted towards a plan, held against plain SQL written apart from it."""

from datetime import date

import sqlalchemy as sa

from data.answers.counting import count_lines
from data.answers.promised import planned_lines, quarter_of
from data.queries.filter import Filter
from models.door import Door, Viewer
from tests.data.answers import delivery

PLAIN = {
    "sessions": """
        SELECT count(*) FROM programme_session s JOIN cohort c ON c.id = s.cohort_id
        JOIN programme p ON p.id = c.programme_id JOIN agreement a ON a.id = c.agreement_id
        WHERE (a.id = :agreement OR a.parent_id = :agreement) AND p.field = :field
        AND s.status = 'TERLAKSANA' AND s.held_on BETWEEN '2026-01-01' AND '2026-03-31'
        AND (:place IS NULL OR s.unit_id = :place)""",
    "reached_wbp": """
        SELECT count(DISTINCT e.wbp_id) FROM attendance t
        JOIN programme_session s ON s.id = t.session_id JOIN enrolment e ON e.id = t.enrolment_id
        JOIN cohort c ON c.id = s.cohort_id JOIN programme p ON p.id = c.programme_id
        JOIN agreement a ON a.id = c.agreement_id
        WHERE (a.id = :agreement OR a.parent_id = :agreement) AND p.field = :field
        AND t.mark IN ('HADIR', 'TERLAMBAT') AND s.status = 'TERLAKSANA'
        AND s.held_on BETWEEN '2026-01-01' AND '2026-03-31'
        AND (:place IS NULL OR s.unit_id = :place)""",
    "minutes": """
        SELECT sum(coalesce(t.minutes, s.minutes, c.planned_minutes)) FROM attendance t
        JOIN programme_session s ON s.id = t.session_id JOIN cohort c ON c.id = s.cohort_id
        JOIN programme p ON p.id = c.programme_id JOIN agreement a ON a.id = c.agreement_id
        WHERE (a.id = :agreement OR a.parent_id = :agreement) AND p.field = :field
        AND t.mark IN ('HADIR', 'TERLAMBAT') AND s.status = 'TERLAKSANA'
        AND s.held_on BETWEEN '2026-01-01' AND '2026-03-31'
        AND (:place IS NULL OR s.unit_id = :place)""",
}  # fmt: skip


def test_counts_are_those_of_plain_sql(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
    with door.reading(viewer) as session:
        lines = planned_lines(session, here.plan)
        counts = count_lines(
            session, here.plan, quarter_of(2026, 1), [line.countable for line in lines]
        )
        for place, field, key in (
            (None, "KEMANDIRIAN", here.lines[0]), (here.place, "KEMANDIRIAN", here.lines[1]),
            (None, "KAPASITAS_PETUGAS", here.lines[2]),
        ):  # fmt: skip
            given = {"agreement": here.agreement, "field": field, "place": place}
            for name, text in PLAIN.items():
                if place is None:
                    text = text.replace(":place IS NULL OR", "1 = 1 OR")
                found = session.execute(sa.text(text), given).scalar()
                assert getattr(counts[key], name) == found, (key, name)
    values = [(counts[key].value, counts[key].recorded) for key in here.lines]
    # 2 + 2 persons; 2 x 60 + 1 x 90 minutes; 2 officers; 40 and 500 guests; one certificate
    assert values == [(4, None), (3, None), (2, None), (40, 500), (1, None),
                      (None, None)]  # fmt: skip
    assert counts[here.lines[0]].reached_community == 6
    assert counts[here.lines[0]].uncounted == 2
    assert counts[here.lines[0]].completions == 1


def test_nothing_held_is_zero_and_nothing_marked_is_not_known(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        here = delivery.year(session)
        session.execute(sa.text("DELETE FROM attendance"))
    empty = Filter(date(2027, 1, 1), date(2027, 4, 1))
    with door.reading(viewer) as session:
        wanted = [line.countable for line in planned_lines(session, here.plan)]
        none_held = count_lines(session, here.plan, empty, wanted)
        unmarked = count_lines(session, here.plan, quarter_of(2026, 1), wanted)
    assert [none_held[key].value for key in here.lines] == [0, 0, 0, 0, 0, None]
    assert [unmarked[key].value for key in here.lines] == [None, None, None, 40, 1, None]
    assert unmarked[here.lines[0]].unmarked == 4
