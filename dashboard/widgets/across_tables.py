"""Agreements beside each other as tables: results with n and interval, people by pillar."""

from typing import Any

import pandas as pd

from dashboard.texts import formats
from dashboard.texts.catalogue import language, t
from dashboard.widgets.agreement_page import pillar_name
from dashboard.widgets.tables import Heading, count, share
from data import wording
from data.answers.across import AgreementLine
from data.indicators.estimate import Estimate

_WHOLE = ("due", "kept", "late", "attendance_n", "completion_n", "change_n")


def result_frame(lines: tuple[AgreementLine, ...]) -> pd.DataFrame:
    """One row an agreement; a figure that may not stand alone is missing, and its n stays."""
    frame = pd.DataFrame([_result(one) for one in lines])
    return frame.astype(dict.fromkeys(_WHOLE, "Int64"))


def _result(one: AgreementLine) -> dict[str, Any]:
    return {
        "code": one.key.code, "title": one.title, "due": one.due_lines, "kept": one.kept_lines,
        "late": one.late,
        **_figure("attendance", one.attendance), **_figure("completion", one.completion),
        **_figure("change", one.change), "cost": _value(one.cost), "cost_told": _told(one.cost),
    }  # fmt: skip


def _figure(name: str, estimate: Estimate) -> dict[str, Any]:
    stands = estimate.status == "ok"
    return {
        name: _value(estimate), f"{name}_low": estimate.low if stands else None,
        f"{name}_high": estimate.high if stands else None, f"{name}_n": estimate.n,
    }  # fmt: skip


def _value(estimate: Estimate) -> float | None:
    return estimate.value if estimate.status == "ok" else None


def _told(estimate: Estimate) -> str:
    return wording.sentence(estimate, language())


def result_headings() -> dict[str, Heading]:
    """The columns of the table of results."""
    low, high, n = t("kolom.bawah"), t("kolom.atas"), t("lintas.n")
    rates = {
        "attendance": (t("kolom.kehadiran"), share),
        "completion": (t("lintas.penyelesaian"), share),
        "change": (t("kolom.perubahan"), _points),
    }
    found = {
        "code": Heading(t("kolom.kode_perjanjian")),
        "title": Heading(t("perjanjian.judul_naskah")),
        "due": Heading(t("lintas.jatuh_target"), count),
        "kept": Heading(t("lintas.tercapai"), count),
        "late": Heading(t("lintas.laporan_lewat"), count),
    }
    for name, (label, write) in rates.items():
        found |= {
            name: Heading(label, write),
            f"{name}_low": Heading(f"{label}: {low}", write),
            f"{name}_high": Heading(f"{label}: {high}", write),
            f"{name}_n": Heading(f"{label}: {n}", count),
        }
    return found | {
        "cost": Heading(t("lintas.biaya"), count),
        "cost_told": Heading(t("lintas.biaya_keterangan")),
    }


def _points(value: Any, spoken: str) -> str:
    return formats.UNKNOWN if pd.isna(value) else formats.signed(float(value), spoken)


def pillar_frame(lines: tuple[AgreementLine, ...]) -> pd.DataFrame:
    """One row an agreement and pillar."""
    frame = pd.DataFrame(
        {
            "code": one.key.code, "title": one.title, "pillar": row.pillar,
            "present": row.present, "counted": row.counted, "reported": row.reported,
            "unknown": row.unknown,
        }
        for one in lines
        for row in one.pillars
    )  # fmt: skip
    return frame.astype(dict.fromkeys(("present", "counted", "reported", "unknown"), "Int64"))


def pillar_headings() -> dict[str, Heading]:
    """The columns of the table of pillars."""
    return {
        "code": Heading(t("kolom.kode_perjanjian")),
        "title": Heading(t("perjanjian.judul_naskah")),
        "pillar": Heading(t("mitra.pilar_nama"), pillar_name),
        "present": Heading(t("mitra.dari_sesi"), count),
        "counted": Heading(t("mitra.kegiatan_dihitung"), count),
        "reported": Heading(t("mitra.kegiatan_dilaporkan"), count),
        "unknown": Heading(t("mitra.tanpa_angka"), count),
    }
