"""Who verifies a unit's report: the offices from its own level upwards."""

import pytest

from data.reports.units import Office, verifying_offices
from models.codes import UnitKind
from models.door import Door, Viewer
from tests import factories

UPT, KANWIL, DITJEN = "Lapas Uji", "Kanwil Uji", "Direktorat Jenderal Pemasyarakatan"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("UPT", {Office.UPT: UPT, Office.KANWIL: KANWIL, Office.DITJEN: DITJEN}),
        ("LEPAS", {Office.UPT: "Bapas Uji", Office.KANWIL: None, Office.DITJEN: DITJEN}),
        ("KAN", {Office.KANWIL: KANWIL, Office.DITJEN: DITJEN}),
        ("DITJENPAS", {Office.DITJEN: DITJEN}),
    ],
)
def test_each_office_stands_by_name_and_a_missing_one_is_left_open(
    door: Door, viewer: Viewer, code: str, expected: dict[Office, str | None]
) -> None:
    with door.writing(viewer) as session:
        top = factories.directorate(session)
        region = factories.unit(
            session, code="KAN", name=KANWIL, kind=UnitKind.KANWIL, parent_id=top
        )
        factories.unit(session, code="UPT", name=UPT, kind=UnitKind.LAPAS, parent_id=region)
        factories.unit(session, code="LEPAS", name="Bapas Uji", kind=UnitKind.BAPAS, parent_id=top)
        name = factories.value(session, "unit", top, "name")
        found = verifying_offices(session, code)
    assert found == {one: name if said == DITJEN else said for one, said in expected.items()}
    assert list(found) == list(expected)
