"""Agreements, their duties and their work plans, act by act, with history and refusals."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

import models
from data.errors import SinergiError
from data.recording import agreements, obligations, plans
from data.recording.agreements import Party
from data.recording.rows import ValuesRefused
from models.codes import AgreementStage, PartyRole, Pillar, PlannedMeasure, PlanStatus
from models.door import Door, Viewer
from tests import factories, planning

TODAY = date(2026, 3, 2)
LINE = {
    "title": "Pelatihan las", "pillar": Pillar.WBP, "measure": PlannedMeasure.ORANG,
    "target_q1": 10, "target_q2": 20, "target_year": 30,
}  # fmt: skip


def changes(session: Session, table: str, row_id: int) -> list[str]:
    """What happened to a row, in order."""
    change = models.metadata.tables["change"]
    query = sa.select(change.c.action).where(
        change.c.table_name == table, change.c.row_key == str(row_id)
    )
    return list(session.scalars(query.order_by(change.c.id)))


def refused(session: Session, act: Any, *args: Any, **named: Any) -> SinergiError:
    """What an act says when it refuses; nothing of it stays."""
    with pytest.raises(SinergiError) as caught, session.begin_nested():
        act(session, *args, **named)
    return caught.value


def test_an_agreement_comes_about_is_extended_and_ends(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top, mitra, other = (
            factories.directorate(session), factories.partner(session), factories.partner(session),
        )  # fmt: skip
        code = {"owner_id": top, "code": "PKS-1"}
        found = agreements.register_agreement(
            session, viewer, {**code, "title": " Las "}, [Party(mitra), Party(other)], today=TODAY
        )
        again = refused(session, agreements.register_agreement, viewer, code, [], today=TODAY)
        assert isinstance(again, ValuesRefused)
        assert list(again.issues) == ["code"]
        agreements.discuss_agreement(session, viewer, found, seen=1, today=TODAY)
        when = {"signed_on": TODAY, "starts_on": TODAY, "ends_on": date(2027, 3, 1)}
        soon = when | {"signed_on": TODAY + timedelta(days=1)}
        sign = agreements.sign_agreement
        too_soon = refused(session, sign, viewer, found, soon, seen=2, today=TODAY)
        assert isinstance(too_soon, ValuesRefused)
        assert list(too_soon.issues) == ["signed_on"]
        agreements.sign_agreement(session, viewer, found, when, seen=2, today=TODAY)
        longer = {"code": "PKS-1-A", "signed_on": TODAY, "ends_on": date(2028, 3, 1)}
        early = {**longer, "ends_on": date(2027, 3, 1)}
        wrong = refused(
            session, agreements.extend_agreement, viewer, found, early, seen=3, today=TODAY
        )
        assert wrong.code == "bukan_perpanjangan"
        added = agreements.extend_agreement(session, viewer, found, longer, seen=3, today=TODAY)
        how = {"on": TODAY, "seen": 4, "today": TODAY}
        agreements.end_agreement(session, viewer, found, reason="Mitra bubar", **how)
        row, addendum = (session.get_one(models.Agreement, key) for key in (found, added))
        assert (row.title, row.stage, row.ends_on) == ("Las", "DIAKHIRI", date(2028, 3, 1))
        assert (row.ended_on, row.end_reason, row.row_version) == (TODAY, "Mitra bubar", 5)
        assert (addendum.parent_id, addendum.kind, addendum.stage) == (
            found, "ADENDUM", "DITANDATANGANI",
        )  # fmt: skip
        assert changes(session, "agreement", found) == ["TAMBAH", "UBAH", "UBAH", "UBAH", "UBAH"]
        late = refused(
            session, agreements.edit_agreement, viewer, found, {"title": "x"}, seen=5, today=TODAY
        )
        assert late.code == "sudah_diakhiri"


def test_what_an_agreement_cannot_be_is_refused(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        top, mitra = factories.directorate(session), factories.partner(session)
        signed = {"owner_id": top, "code": "PKS-2", "stage": AgreementStage.DITANDATANGANI,
                  "signed_on": TODAY}  # fmt: skip
        new = agreements.register_agreement
        alone = [Party(mitra), Party(unit_id=top, role=PartyRole.SAKSI)]
        assert refused(session, new, viewer, signed, alone, today=TODAY).code == "kurang_pihak"
        nobody = refused(session, new, viewer, {**signed, "stage": "PEMBAHASAN"}, [Party()],
                         today=TODAY)  # fmt: skip
        assert nobody.code == "mitra_atau_unit"
        twice = [Party(mitra), Party(unit_id=top), Party(mitra, role=PartyRole.SAKSI)]
        again = refused(session, new, viewer, signed, twice, today=TODAY)
        assert isinstance(again, ValuesRefused)  # a partner stands in one role of an agreement
        assert list(again.issues) == ["partner_id"]
        values = {"owner_id": top, "code": "x" * 61, "starts_on": TODAY}
        long = refused(session, new, viewer, values, [], today=TODAY)
        assert isinstance(long, ValuesRefused)
        assert list(long.issues) == ["code"]
        values |= {"code": "PKS-3", "ends_on": TODAY - timedelta(days=1)}
        turned = refused(session, new, viewer, values, [], today=TODAY)
        assert isinstance(turned, ValuesRefused)
        assert list(turned.issues) == ["ends_on"]
        assert "tanggal akhir lebih awal" in turned.sentence_id
        found = factories.agreement(session)
        edit = {"seen": 1, "today": TODAY}
        stage = refused(session, agreements.edit_agreement, viewer, found, {"stage": "DIAKHIRI"},
                        **edit)  # fmt: skip
        assert stage.code == "tahap_lewat_langkahnya"
        why = refused(session, agreements.end_agreement, viewer, found, on=TODAY, reason=" ",
                      **edit)  # fmt: skip
        assert why.code == "tanpa_alasan"
        agreements.edit_agreement(session, viewer, found, {"title": "Baru"}, **edit)
        stale = refused(session, agreements.edit_agreement, viewer, found, {"title": "Lain"},
                        **edit)  # fmt: skip
        assert stale.code == "sudah_berubah"
        assert session.get_one(models.Agreement, found).title == "Baru"


def test_a_duty_is_ticked_off_with_evidence_only(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        agreement = factories.agreement(session)
        duty = {"text": "Menyediakan pelatih", "party_position": 2}
        found = obligations.write_obligation(session, viewer, agreement, duty, today=TODAY)
        second = obligations.write_obligation(session, viewer, agreement, duty, today=TODAY)
        wrong = {**duty, "party_position": 3}
        stranger = refused(
            session, obligations.write_obligation, viewer, agreement, wrong, today=TODAY
        )
        assert stranger.code == "bukan_pihak"
        done = {"done_on": TODAY, "seen": 1, "today": TODAY}
        bare = refused(session, obligations.fulfil_obligation, viewer, found, evidence="", **done)
        assert bare.code == "tanpa_bukti"
        obligations.fulfil_obligation(session, viewer, found, evidence="Berita acara 7", **done)
        row = session.get_one(models.Obligation, found)
        assert (row.number, row.done_on, row.evidence) == (1, TODAY, "Berita acara 7")
        assert session.get_one(models.Obligation, second).number == 2
        obligations.reopen_obligation(session, viewer, found, seen=2, today=TODAY)
        assert (row.done_on, row.evidence) == (None, None)


def test_a_plan_goes_its_way_and_a_new_version_begins_with_its_lines(
    door: Door, viewer: Viewer
) -> None:
    with door.writing(viewer) as session:
        agreement = factories.agreement(session)
        plan = plans.draft_plan(session, viewer, agreement, 2026, today=TODAY)
        on = {"today": TODAY}
        assert refused(session, plans.submit_plan, viewer, plan, seen=1, **on).code == (
            "rencana_kosong"
        )
        line = plans.add_line(session, viewer, plan, LINE, seen=1, **on)
        plans.edit_line(session, viewer, line, {"indicator": "Lulus uji"}, seen=1, **on)
        spare = plans.add_line(session, viewer, plan, LINE, seen=1, **on)
        plans.remove_line(session, viewer, spare, seen=1)
        assert changes(session, "planned_activity", spare) == ["TAMBAH", "HAPUS"]
        plans.submit_plan(session, viewer, plan, seen=1, **on)
        assert refused(session, plans.add_line, viewer, plan, LINE, seen=2, **on).code == (
            "sudah_diajukan"
        )
        plans.return_plan(session, viewer, plan, reason="Target terlalu rendah", seen=2, **on)
        plans.edit_line(session, viewer, line, {"target_q2": 30, "target_year": 40}, seen=2, **on)
        assert refused(session, plans.draft_plan, viewer, agreement, 2026, **on).code == (
            "masih_ada_versi"
        )
        plans.submit_plan(session, viewer, plan, seen=3, **on)
        approve = {"on": TODAY, "seen": 4, **on}
        bare = refused(session, plans.approve_plan, viewer, plan, letter=" ", **approve)
        assert bare.code == "tanpa_surat"
        plans.approve_plan(session, viewer, plan, letter="PAS-1/2026", **approve)
        row = session.get_one(models.WorkPlan, plan)
        assert (row.status, row.return_reason) == (PlanStatus.DISETUJUI, None)
        new = plans.draft_plan(session, viewer, agreement, 2026, **on)
        table = models.metadata.tables["planned_activity"]
        columns = (table.c.number, table.c.title, table.c.indicator, table.c.target_year)
        lines = session.execute(sa.select(*columns).where(table.c.plan_id == new)).all()
        assert lines == [(1, "Pelatihan las", "Lulus uji", 40)]
        assert session.get_one(models.WorkPlan, new).version == 2


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"target_q1": -1, "target_year": None}, "target_q1"),
        ({"target_year": 31}, "target_year"),
        ({"title": "  "}, "title"),
        ({"starts_on": date(2025, 12, 31)}, "starts_on"),
        ({"ends_on": date(2027, 1, 1)}, "ends_on"),
        ({"starts_on": date(2026, 5, 2), "ends_on": date(2026, 5, 1)}, "ends_on"),
        ({"measure": PlannedMeasure.JAM, "activity_kind": "PELATIHAN"}, "activity_kind"),
    ],
)
def test_a_line_that_cannot_be_is_told_beside_its_column(
    door: Door, viewer: Viewer, values: dict[str, Any], column: str
) -> None:
    with door.writing(viewer) as session:
        plan = planning.work_plan(session)
        wrong = refused(
            session, plans.add_line, viewer, plan, {**LINE, **values}, seen=1, today=TODAY
        )
        assert isinstance(wrong, ValuesRefused)
        assert list(wrong.issues) == [column]


def test_a_year_outside_the_term_has_no_plan(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        agreement = factories.agreement(session)  # 2022-06-27 to 2027-06-26
        for year in (2021, 2028):
            wrong = refused(session, plans.draft_plan, viewer, agreement, year, today=TODAY)
            assert wrong.code == "di_luar_masa_berlaku"
        for year in (2022, 2027):
            plans.draft_plan(session, viewer, agreement, year, today=TODAY)
