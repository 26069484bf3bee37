"""Fictional partners, their agreements and what happened under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.synthetic.chance import Chance
from data.synthetic.custody import TODAY
from data.synthetic.writing import Line
from models.codes import ActivityGrade, AgreementKind, AgreementLevel, AgreementStage, PartyRole

# owner, code, name, kind, province
PARTNERS = (
    ("DITJENPAS", "MTR01", "Yayasan Contoh Harapan", "YAYASAN_LSM", "31"),
    ("DITJENPAS", "MTR02", "Lembaga Contoh Riset Perilaku", "YAYASAN_LSM", "31"),
    ("DITJENPAS", "MTR03", "Ikatan Contoh Pembimbing", "ORGANISASI_PROFESI", "31"),
    ("DITJENPAS", "MTR04", "CV Contoh Karya", "SWASTA", "36"),
    ("DITJENPAS", "MTR05", "Universitas Contoh Nusantara", "PERGURUAN_TINGGI", "33"),
    ("KNWA01", "MTR06", "Balai Latihan Contoh Mandiri", "BLK_LPK", "32"),
    ("KNWA02", "MTR07", "PKBM Contoh Cerdas", "PKBM", "33"),
    ("KNWA03", "MTR08", "Dinas Contoh Kota Timur", "PEMDA", "73"),
    ("CTH004", "MTR09", "Lembaga Rehabilitasi Contoh Pulih", "LEMBAGA_REHAB", "32"),
    ("CTH001", "MTR10", "Pesantren Contoh Nurani", "ORMAS_KEAGAMAAN", "32"),
    ("CTH009", "MTR11", "Pokmas Lipas Contoh Peduli", "POKMAS_LIPAS", "32"),
    ("DITJENPAS", "MTR12", "Perkumpulan Contoh Baru", None, None),
)
OWNER_OF = {code: owner for owner, code, *_ in PARTNERS}
_SIGNED, _ENDED = AgreementStage.DITANDATANGANI, AgreementStage.DIAKHIRI


@dataclass(frozen=True)
class Deal:
    """One agreement: who keeps it, its partners (the first signs second), its days."""

    owner: str
    code: str
    kind: AgreementKind
    level: AgreementLevel
    stage: AgreementStage
    partners: tuple[str, ...]
    signed: date | None
    ends: date | None
    activities: int
    numbered: bool = True
    parent: str | None = None


_PKS, _MOU = AgreementKind.PKS, AgreementKind.NOTA_KESEPAHAMAN
_TOP, _REGION, _UNIT = AgreementLevel.DITJEN, AgreementLevel.KANWIL, AgreementLevel.UPT
DEALS = (
    Deal("DITJENPAS", "PKS-01", _PKS, _TOP, _SIGNED, ("MTR01",), date(2023, 7, 3),
         date(2028, 7, 2), 10),
    Deal("DITJENPAS", "PKS-02", _PKS, _TOP, _SIGNED, ("MTR02",), date(2024, 1, 15),
         date(2027, 1, 14), 8, numbered=False),
    Deal("DITJENPAS", "NK-03", _MOU, AgreementLevel.ANTAR_MITRA, _SIGNED, ("MTR03", "MTR02"),
         date(2023, 6, 27), None, 6, numbered=False),
    Deal("DITJENPAS", "PKS-04", _PKS, _TOP, _SIGNED, ("MTR04",), date(2023, 9, 1),
         date(2026, 8, 31), 7),
    Deal("DITJENPAS", "NK-05", _MOU, _TOP, _SIGNED, ("MTR05",), date(2024, 2, 1), None, 5),
    Deal("KNWA01", "PKS-06", _PKS, _REGION, _SIGNED, ("MTR06",), date(2024, 3, 1),
         date(2027, 2, 28), 9),
    Deal("KNWA02", "PKS-07", _PKS, _REGION, _SIGNED, ("MTR07",), date(2024, 1, 8),
         date(2029, 1, 7), 6),
    Deal("KNWA03", "PKS-08", _PKS, _REGION, _SIGNED, ("MTR08",), date(2025, 2, 3),
         date(2028, 2, 2), 0),
    Deal("CTH004", "PKS-09", _PKS, _UNIT, _SIGNED, ("MTR09",), date(2023, 12, 4),
         date(2025, 12, 3), 8),
    Deal("CTH001", "PKS-10", _PKS, _UNIT, _ENDED, ("MTR10",), date(2023, 10, 2),
         date(2025, 9, 30), 5),
    Deal("CTH009", "PKS-11", _PKS, _UNIT, AgreementStage.PEMBAHASAN, ("MTR11",), None, None, 3),
    Deal("DITJENPAS", "ADD-12", AgreementKind.ADENDUM, _TOP, _SIGNED, ("MTR01",),
         date(2025, 7, 1), date(2028, 7, 2), 2, parent="PKS-01"),
)  # fmt: skip
KEEPER_OF = {deal.code: deal.owner for deal in DEALS}


def partner_lines() -> list[Line]:
    """The file of partners; the kind of one is not known."""
    return [
        {
            "unit_mitra": owner, "kode_mitra": code, "nama_mitra": name, "jenis_mitra": kind,
            "narahubung": f"Contoh Narahubung {code[-2:]}", "kode_provinsi": province,
            "aktif": True,
        }
        for owner, code, name, kind, province in PARTNERS
    ]  # fmt: skip


def agreement_lines() -> Iterator[Line]:
    """The file of agreements; some have no number, no end or no signature."""
    for deal in DEALS:
        number = f"CONTOH-{deal.code}/{deal.signed.year}" if deal.signed else None
        terms = deal.code == "PKS-02"
        yield {
            "unit_perjanjian": deal.owner, "kode_perjanjian": deal.code,
            "nomor_perjanjian": number if deal.numbered else None,
            "jenis_naskah": deal.kind, "tingkat_perjanjian": deal.level,
            "judul": f"Perjanjian contoh {deal.code}",
            "ruang_lingkup": "Pembinaan dan pembimbingan bersama (data contoh)",
            "tindak_lanjut": "Rencana kerja bersama", "tempat": "Kota Contoh",
            "tahap": deal.stage, "tanggal_penandatanganan": deal.signed,
            "tanggal_mulai": deal.signed, "tanggal_berakhir": deal.ends,
            "unit_perjanjian_induk": deal.owner if deal.parent else None,
            "kode_perjanjian_induk": deal.parent,
            "peran_data": "Pemroses" if terms else None,
            "dasar_data": "Pasal contoh dalam perjanjian" if terms else None,
            "data_sampai": deal.ends if terms else None,
        }  # fmt: skip


def party_lines() -> Iterator[Line]:
    """The file of parties: two each, and a witness for the agreement between two partners."""
    for deal in DEALS:
        if deal.level is not AgreementLevel.ANTAR_MITRA:
            yield _party(deal, 1, None)
        start = 1 if deal.level is AgreementLevel.ANTAR_MITRA else 2
        for position, partner in enumerate(deal.partners, start):
            yield _party(deal, position, partner)
        if deal.level is AgreementLevel.ANTAR_MITRA:
            yield _party(deal, 3, None)


def _party(deal: Deal, position: int, partner: str | None) -> Line:
    return {
        "unit_perjanjian": deal.owner, "kode_perjanjian": deal.code, "urutan_pihak": position,
        "unit_mitra": OWNER_OF[partner] if partner else None, "kode_mitra": partner,
        "kode_unit_pihak": None if partner else deal.owner,
        "peran_pihak": PartyRole.PIHAK if position <= 2 else PartyRole.SAKSI,
        "penandatangan": f"Contoh Penandatangan {deal.code} {position}",
    }  # fmt: skip


def activity_lines(seed: int) -> Iterator[Line]:
    """The file of activities: none for one agreement, meetings only before signing."""
    chance = Chance(seed, "activities")
    kinds = ("PELATIHAN", "PERTEMUAN", "DONASI", "SESI_LUAR", "PENELITIAN", "KUNJUNGAN")
    for deal in DEALS:
        first = max(deal.signed or date(2026, 2, 1), date(2024, 7, 1))
        last = min(deal.ends or TODAY, TODAY)
        for number in range(1, deal.activities + 1):
            kind = chance.one_of(kinds) if deal.signed else "PERTEMUAN"
            known = chance.happens(0.85)
            yield {
                "unit_perjanjian": deal.owner, "kode_perjanjian": deal.code,
                "kode_unit": deal.owner,
                "tanggal_kegiatan": first + (last - first) * number / (deal.activities + 1)
                + timedelta(days=chance.between(0, 3)),
                "nomor_kegiatan": number, "jenis_kegiatan": kind,
                "kegiatan": f"Kegiatan contoh {number} dari {deal.code}",
                "jumlah_petugas": chance.between(0, 30) if known else None,
                "jumlah_masyarakat": chance.between(0, 60) if known else None,
                "jumlah_wbp": chance.between(0, 80) if known and deal.signed else None,
                "bukti": "Daftar hadir dan foto" if known else None,
                "derajat_bukti": _grade(deal, number, known=known),
            }  # fmt: skip


def _grade(deal: Deal, number: int, *, known: bool) -> ActivityGrade:
    """Every other activity of a signed agreement has its list of those present."""
    listed = known and deal.signed is not None and number % 2 == 0
    return ActivityGrade.DIHITUNG if listed else ActivityGrade.DILAPORKAN
