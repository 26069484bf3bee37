"""What each figure means, declared once: screens, exports and reports print it from here."""

from dataclasses import dataclass
from typing import NamedTuple

MINIMUM_RATE = 10  # people behind a rate
MINIMUM_PERSON_SESSIONS = 20
MINIMUM_PAIRS = 10
MINIMUM_PAIRS_FOR_TEST = 20
MINIMUM_RELEASED = 30
MINIMUM_ARM = 20
RECORDED_SHARE = 0.8  # below it too much is unrecorded to print a rate as a finding


class Text(NamedTuple):
    """A sentence or a name in both languages."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` ("id" or "en")."""
        return self.en if language == "en" else self.id


@dataclass(frozen=True)
class Indicator:
    """One figure: what it asks, counts, leaves out, and needs. `minimum` counts its `n`."""

    code: str
    name: Text
    question: Text
    numerator: Text
    denominator: Text
    left_out: Text
    period: Text
    minimum: int
    method: Text
    source: str
    counted: Text  # what `minimum` counts
    can_say: Text
    cannot_say: Text


_IN_PERIOD = Text("Dalam periode yang dipilih", "Within the chosen period")
_WILSON = Text("Interval Wilson 95%", "Wilson 95% interval")

PEOPLE = Indicator(
    "people",
    Text("Orang yang ikut", "People who took part"),
    Text("Berapa orang yang ikut kegiatan?", "How many people took part?"),
    Text(
        "Orang berbeda yang hadir pada sedikitnya satu sesi terlaksana",
        "Distinct people who attended at least one session that was held",
    ),
    Text("Tidak ada", "None"),
    Text(
        "Petugas peserta; kepesertaan tanpa kehadiran; sesi batal dan rencana",
        "Officers who were trained; enrolment without attendance; cancelled and planned sessions",
    ),
    _IN_PERIOD,
    1,
    Text("Hitungan", "A count"),
    "OJJDP Title II; indicator 1 of the catalogue",
    Text("orang", "people"),
    Text("Sekian orang hadir sedikitnya sekali.", "So many people came at least once."),
    Text(
        "Bahwa mereka menerima cukup jam, atau berubah.", "That they got enough hours, or changed."
    ),
)

PARTICIPATION = Indicator(
    "participation_rate",
    Text("Partisipasi", "Participation"),
    Text(
        "Dari orang yang ditahan atau dibimbing, berapa yang ikut?",
        "Of the people in care, how many took part?",
    ),
    Text(
        "Orang dalam penyebut yang hadir pada sedikitnya satu sesi terlaksana",
        "People of the denominator who attended at least one session that was held",
    ),
    Text(
        "Orang yang ditahan atau dibimbing sedikitnya satu hari; hari keluar tidak dihitung",
        "People in custody or on a caseload for at least one day; the day of leaving not counted",
    ),
    Text(
        "Peserta tanpa masa status yang tercatat di unit; disebutkan jumlahnya",
        "Participants without a recorded custody at the unit; their number is given",
    ),
    _IN_PERIOD,
    MINIMUM_RATE,
    _WILSON,
    "Wilson 1927; indicator 1 of the catalogue",
    Text("orang yang ditahan atau dibimbing", "people in care"),
    Text(
        "Bagian dari yang ditahan atau dibimbing yang hadir sedikitnya sekali.",
        "The share of people in care who came at least once.",
    ),
    Text(
        "Bahwa mereka menerima cukup jam, atau berubah.", "That they got enough hours, or changed."
    ),
)

ATTENDANCE = Indicator(
    "attendance_rate",
    Text("Kehadiran", "Attendance"),
    Text("Seberapa teratur peserta hadir?", "How regularly did participants attend?"),
    Text("Orang-sesi dengan tanda yang dihitung hadir", "Person-sessions marked as attended"),
    Text("Orang-sesi dengan tanda yang diharapkan hadir", "Person-sessions marked as expected"),
    Text(
        "Sidang dan dipindah; sesi batal. Yang belum dicatat dihitung terpisah dan memberi batas",
        "Court and transfer; cancelled sessions. Unrecorded ones are counted apart, as bounds",
    ),
    _IN_PERIOD,
    MINIMUM_PERSON_SESSIONS,
    Text(
        "Interval Wilson 95% dengan ukuran efektif menurut orang (galat baku klaster)",
        "Wilson 95% interval on the effective size by person (cluster-robust error)",
    ),
    "Korn and Graubard 1998; indicator 3 of the catalogue",
    Text("orang-sesi tercatat", "recorded person-sessions"),
    Text(
        "Seberapa teratur peserta hadir, sejauh tercatat.",
        "How regularly participants came, as far as recorded.",
    ),
    Text(
        "Bahwa yang belum dicatat hadir, atau tidak hadir.",
        "That those not recorded came, or did not come.",
    ),
)

COMPLETION = Indicator(
    "completion",
    Text("Penyelesaian", "Completion"),
    Text("Berapa yang menyelesaikan program?", "How many completed the programme?"),
    Text(
        "Sampai akhir (lulus, selesai atau tidak lulus) dengan sedikitnya dosis minimum program",
        "Reached the end (passed or not) with at least the programme's minimum dosage",
    ),
    Text(
        "Kepesertaan yang dimulai pada angkatan yang berakhir dalam periode",
        "Enrolments that started, in cohorts that ended within the period",
    ),
    Text(
        "Daftar tunggu dan yang tidak memulai; yang dosisnya belum diketahui memberi batas",
        "Waiting lists and those who never started; unknown dosages are given as bounds",
    ),
    Text("Angkatan yang berakhir dalam periode", "Cohorts that ended within the period"),
    MINIMUM_RATE,
    _WILSON,
    "Wilson 1927; indicator 5 of the catalogue",
    Text("kepesertaan yang dimulai", "started enrolments"),
    Text(
        "Bagian dari yang memulai yang sampai akhir dengan dosis minimum.",
        "The share of starters who reached the end with the minimum dosage.",
    ),
    Text(
        "Bahwa program berhasil, atau bahwa yang berhenti gagal.",
        "That the programme worked, or that those who left failed.",
    ),
)

CHANGE = Indicator(
    "pre_post_change",
    Text("Perubahan skor", "Change in score"),
    Text(
        "Apakah skor peserta berubah antara awal dan akhir?",
        "Did participants' scores change from start to end?",
    ),
    Text(
        "Rata-rata skor sesudah dikurangi sebelum; tanda + berarti lebih baik",
        "Mean of score after minus before; + means better",
    ),
    Text(
        "Pasangan penilaian yang diterima, instrumen dan versi sama",
        "Pairs of accepted assessments, of the same instrument and version",
    ),
    Text(
        "Yang tanpa pasangan (jumlahnya disebut); skala yang menilai keikutsertaan",
        "Those without a pair (their number is given); scales that score participation",
    ),
    Text(
        "Kepesertaan yang berakhir dalam periode; sebelum: 30 hari sampai hari mulai; sesudah: "
        "30 hari sejak berakhir",
        "Enrolments that ended within the period; before: 30 days up to the start; after: 30 "
        "days from the end",
    ),
    MINIMUM_PAIRS,
    Text("Uji t berpasangan, interval 95%", "Paired t, 95% interval"),
    "Student 1908; indicator 9 of the catalogue",
    Text("pasangan penilaian", "paired assessments"),
    Text(
        "Skor peserta yang dinilai dua kali berubah sekian poin.",
        "The scores of participants assessed twice changed by so many points.",
    ),
    Text(
        "Bahwa program penyebabnya, atau bahwa yang tanpa pasangan juga berubah.",
        "That the programme caused it, or that those without a pair changed too.",
    ),
)

RETURNS = Indicator(
    "reoffending_rate",
    Text("Pengulangan", "Return"),
    Text(
        "Berapa yang mengulangi tindak pidana setelah bebas?",
        "How many offended again after release?",
    ),
    Text(
        "Orang dengan tindak pidana baru dalam jangka waktu setelah bebas",
        "People with a new offence within the time after release",
    ),
    Text(
        "Orang yang bebas dan sudah diikuti selama jangka waktu penuh",
        "People released and followed for the whole time",
    ),
    Text(
        "Yang belum diikuti penuh (jumlahnya disebut); pindah, meninggal, melarikan diri",
        "Those not followed for the whole time (their number is given); moves, deaths, escapes",
    ),
    Text("Bebas dalam periode yang dipilih", "Released within the chosen period"),
    MINIMUM_RELEASED,
    _WILSON,
    "Justice Data Lab; indicator 24 of the catalogue",
    Text("orang bebas yang diikuti penuh", "released people followed in full"),
    Text(
        "Bagian kelompok ini yang mengulangi dalam jangka waktu itu.",
        "The share of this group that returned within that time.",
    ),
    Text(
        "Bahwa kelompok ini lebih baik atau lebih buruk dari kelompok lain karena program.",
        "That this group did better or worse than another because of the programme.",
    ),
)

LOTTERY_DIFFERENCE = Indicator(
    "lottery_difference",
    Text("Selisih menurut undian", "Difference by lottery"),
    Text(
        "Apa akibat tawaran tempat pada pengulangan?",
        "What did the offer of a place do to return?",
    ),
    Text(
        "Proporsi mengulangi: yang terundi dikurangi yang tidak terundi",
        "Share who returned: drawn minus not drawn",
    ),
    Text(
        "Semua yang ikut undian dan sudah diikuti penuh, hadir atau tidak",
        "All who were in the draw and followed for the whole time, whether they came or not",
    ),
    Text("Yang belum bebas atau belum diikuti penuh", "Those not released or not yet followed"),
    Text("Sejak bebas", "From release"),
    MINIMUM_ARM,
    Text("Selisih proporsi, interval Newcombe 95%", "Difference, Newcombe 95% interval"),
    "Newcombe 1998; evidence level R",
    Text("orang di tiap kelompok", "people in each group"),
    Text(
        "Tawaran tempat mengubah pengulangan sekian, di antara kedua batas.",
        "The offer of a place changed return by so much, between the two limits.",
    ),
    Text(
        "Bahwa ini berlaku bagi orang di luar undian, atau bahwa besarnya tepat sekian.",
        "That it holds for people outside the draw, or that it is exactly so large.",
    ),
)

INDICATORS = (PEOPLE, PARTICIPATION, ATTENDANCE, COMPLETION, CHANGE, RETURNS, LOTTERY_DIFFERENCE)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}
