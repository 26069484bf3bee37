"""How good the data behind all other figures are. Each counts what needs a look, by unit and month.

A share here is a count of all items, not a sample: it has no interval, and says nothing about
people, only about what was written down.
"""

from data.indicators.declarations.indicator import IN_PERIOD, Indicator, Text, cited

_SOURCE = cited("Sinergi")
_COUNTED = Text("Hitungan penuh, tanpa interval", "A full count, without interval")
_NOBODY = Text("Tidak ada", "None")
_NOT_TOLD = Text("Yang tidak dapat diperiksa; disebut terpisah", "Items that cannot be told; apart")
_CANNOT = Text(
    "Bahwa petugas bersalah: ini tanda untuk dilihat, bukan temuan.",
    "That an officer did wrong: this is a sign to look at, not a finding.",
)


def _check(
    code: str, name: Text, question: Text, *,
    flagged: Text, of: Text, left_out: Text = _NOT_TOLD,
) -> Indicator:  # fmt: skip
    return Indicator(
        code,
        name,
        question,
        flagged,
        of,
        left_out,
        IN_PERIOD,
        1,
        _COUNTED,
        _SOURCE,
        of,
        Text(
            f"Sekian dari {_lower(of.id)}: {_lower(flagged.id)}.",
            f"So many of {_lower(of.en)}: {_lower(flagged.en)}.",
        ),
        _CANNOT,
    )


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


UNRECORDED_MARKS = _check(
    "unrecorded_marks",
    Text("Presensi belum tercatat", "Attendance not recorded"),
    Text("Berapa presensi yang belum tercatat?", "How much attendance is not recorded?"),
    flagged=Text("Tanpa tanda", "Without a mark"),
    of=Text("orang-sesi yang seharusnya tercatat", "person-sessions due"),
    left_out=_NOBODY,
)
UNRECORDED_SESSIONS = _check(
    "unrecorded_sessions",
    Text("Sesi tanpa presensi", "Sessions without attendance"),
    Text("Sesi mana yang belum ada presensinya?", "Which sessions have no attendance at all?"),
    flagged=Text("Tanpa satu tanda pun", "Without any mark"),
    of=Text("sesi terlaksana", "sessions held"),
    left_out=_NOBODY,
)
LATE_MARKS = _check(
    "late_marks",
    Text("Presensi dicatat terlambat", "Attendance recorded late"),
    Text("Berapa hari setelah sesi presensi dicatat?", "How long after the session is it written?"),
    flagged=Text("Dicatat lebih dari 7 hari setelah sesi", "Written over 7 days after the session"),
    of=Text("tanda yang saat tulisnya diketahui", "marks whose writing is dated"),
)
ALL_PRESENT = _check(
    "all_present_sheets",
    Text("Lembar semua hadir", "Sheets with everybody present"),
    Text("Berapa lembar yang semua pesertanya dicentang?", "How many sheets tick everybody?"),
    flagged=Text("Semua dicentang hadir", "Everybody ticked present"),
    of=Text("lembar dengan 5 tanda atau lebih", "sheets of 5 marks or more"),
    left_out=Text("Lembar dengan kurang dari 5 tanda", "Sheets of fewer than 5 marks"),
)
IMPOSSIBLE_MARKS = _check(
    "impossible_marks",
    Text("Presensi yang tidak mungkin", "Impossible attendance"),
    Text("Presensi mana yang tidak mungkin terjadi?", "Which marks cannot be true?"),
    flagged=Text(
        "Lebih lama dari sesinya, atau di luar masa angkatan atau kepesertaan",
        "Longer than the session, or outside the dates of cohort or enrolment",
    ),
    of=Text("tanda presensi", "attendance marks"),
    left_out=_NOBODY,
)
DOUBLE_SESSIONS = _check(
    "double_sessions",
    Text("Sesi ganda", "Double sessions"),
    Text("Apakah satu sesi tercatat dua kali?", "Was one session recorded twice?"),
    flagged=Text(
        "Ada sesi lain angkatan itu pada hari yang sama, tanpa jam pembeda",
        "Another of the cohort on the same day, no time apart",
    ),
    of=Text("sesi terlaksana", "sessions held"),
    left_out=_NOBODY,
)
UNREAL_REFERRALS = _check(
    "unreal_referrals",
    Text("Tanggal rujukan sama dengan mulai", "Referral dated as the start"),
    Text("Apakah tanggal rujukan sungguhan?", "Are referral dates real?"),
    flagged=Text("Dirujuk pada hari mulai", "Referred on the day of starting"),
    of=Text("peserta dengan tanggal rujukan", "participants with a referral date"),
)
NOT_FOLLOWED_UP = _check(
    "not_followed_up",
    Text("Tanpa penilaian akhir", "Without an assessment at the end"),
    Text("Berapa peserta yang tidak dinilai setelah program?", "How many were not assessed after?"),
    flagged=Text(
        "Tidak ada penilaian diterima dalam 30 hari setelah berhenti",
        "No accepted assessment within 30 days of the end",
    ),
    of=Text("peserta yang berhenti atau selesai", "participants who ended"),
    left_out=_NOBODY,
)
NOT_ASSESSED = _check(
    "not_assessed",
    Text("Belum dinilai pada bulannya", "Not assessed in the month"),
    Text("Berapa narapidana yang tidak dinilai tiap bulan?", "How many convicts go unassessed?"),
    flagged=Text("Tanpa penilaian diterima bulan itu", "No accepted assessment in that month"),
    of=Text("orang-bulan narapidana dan anak binaan", "person-months of convicts and juveniles"),
    left_out=Text("Tahanan dan klien", "Detainees and clients"),
)
IDENTICAL_SCORES = _check(
    "identical_scores",
    Text("Skor sama dengan orang lain", "Scores equal to another person's"),
    Text("Apakah lembar skor disalin antarorang?", "Were sheets copied between people?"),
    flagged=Text(
        "Sama di semua skala dengan orang lain dari penilai yang sama bulan itu",
        "Equal on every scale to another by the same assessor that month",
    ),
    of=Text("penilaian dengan 3 skala atau lebih", "assessments of 3 scales or more"),
    left_out=Text("Penilaian dengan 1 atau 2 skala", "Assessments of 1 or 2 scales"),
)
CARRIED_SCORES = _check(
    "carried_scores",
    Text("Skor sama dengan sebelumnya", "Scores equal to the time before"),
    Text("Apakah skor bulan lalu disalin?", "Were last month's scores copied?"),
    flagged=Text(
        "Sama di semua skala dengan penilaian orang itu sebelumnya",
        "Equal on every scale to the person's assessment before",
    ),
    of=Text(
        "penilaian dengan 3 skala atau lebih dan pendahulunya",
        "assessments of 3 scales or more with one before",
    ),
    left_out=Text("Penilaian tanpa pendahulu dalam 92 hari", "Those without one in 92 days"),
)
HEAPED_SCORES = _check(
    "heaped_scores",
    Text("Skor bulat", "Heaped scores"),
    Text("Apakah skor dibulatkan ke kelipatan 5?", "Are scores rounded to multiples of 5?"),
    flagged=Text(
        "Kelipatan 5 (kebetulan saja: satu dari lima skor tanpa desimal)",
        "A multiple of 5 (by chance alone: one in five of whole scores)",
    ),
    of=Text("skor pada skala 50 poin atau lebih", "scores on scales of 50 points or more"),
    left_out=Text("Skala yang lebih pendek", "Shorter scales"),
)
SCORE_JUMPS = _check(
    "score_jumps",
    Text("Skor melonjak menjelang usulan hak", "Scores that jump before a proposal"),
    Text("Apakah skor naik tepat sebelum usulan?", "Do scores rise just before a proposal?"),
    flagged=Text(
        "Skor 31 hari terakhir naik 15% rentang atau lebih dari sebelumnya",
        "A score of the last 31 days up by 15% of the range or more",
    ),
    of=Text("usulan dengan dua penilaian", "proposals with two assessments"),
)
RATED_BY_OWN = _check(
    "rated_by_own_officer",
    Text("Dinilai pengajarnya sendiri", "Rated by the programme's own officer"),
    Text("Apakah penilai juga pengajar?", "Does the assessor run the programme?"),
    flagged=Text("Penilainya juga pengajar", "The assessor runs the programme"),
    of=Text("penilaian yang penilainya diketahui", "assessments of which that is recorded"),
)
WITHOUT_NUMBER = _check(
    "without_number",
    Text("Tanpa nomor induk", "Without a person number"),
    Text(
        "Siapa yang tidak dapat ditautkan dengan data lain?", "Who cannot be linked to other data?"
    ),
    flagged=Text("Tanpa nomor induk", "Without a person number"),
    of=Text("orang yang ditahan atau dibimbing", "people in care"),
    left_out=_NOBODY,
)
DUPLICATES = _check(
    "possible_duplicates",
    Text("Mungkin tercatat ganda", "Possibly recorded twice"),
    Text("Apakah satu orang tercatat dua kali?", "Is one person recorded twice?"),
    flagged=Text("Nama dan tanggal lahir sama", "Same name and birth date as another"),
    of=Text("orang yang tanggal lahirnya tercatat", "people with a recorded birth date"),
)
IMPOSSIBLE_AGES = _check(
    "impossible_ages",
    Text("Usia yang tidak mungkin", "Impossible ages"),
    Text("Usia siapa yang tidak mungkin?", "Whose age cannot be true?"),
    flagged=Text("Di bawah 12 atau di atas 110 tahun", "Under 12 or over 110 years"),
    of=Text("orang yang tanggal lahirnya tercatat", "people with a recorded birth date"),
)

QUALITY = (
    UNRECORDED_MARKS, UNRECORDED_SESSIONS, LATE_MARKS, ALL_PRESENT, IMPOSSIBLE_MARKS,
    DOUBLE_SESSIONS, UNREAL_REFERRALS, NOT_FOLLOWED_UP, NOT_ASSESSED, IDENTICAL_SCORES,
    CARRIED_SCORES, HEAPED_SCORES, SCORE_JUMPS, RATED_BY_OWN, WITHOUT_NUMBER, DUPLICATES,
    IMPOSSIBLE_AGES,
)  # fmt: skip
