"""Who took part."""

from data.indicators.declarations.indicator import (
    IN_PERIOD,
    MINIMUM_RATE,
    WILSON,
    Indicator,
    Text,
    cited,
)

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
    IN_PERIOD,
    1,
    Text("Hitungan", "A count"),
    cited("OJJDP Title II"),
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
    IN_PERIOD,
    MINIMUM_RATE,
    WILSON,
    cited("Wilson 1927"),
    Text("orang yang ditahan atau dibimbing", "people in care"),
    Text(
        "Bagian dari yang ditahan atau dibimbing yang hadir sedikitnya sekali.",
        "The share of people in care who came at least once.",
    ),
    Text(
        "Bahwa mereka menerima cukup jam, atau berubah.", "That they got enough hours, or changed."
    ),
)

HOURS = Indicator(
    "participation_eight_hours",
    Text("Sedikitnya 8 jam", "At least 8 hours"),
    Text(
        "Dari orang yang ditahan atau dibimbing, berapa yang menerima sedikitnya 8 jam?",
        "Of the people in care, how many received at least 8 hours?",
    ),
    Text(
        "Orang dalam penyebut yang menerima sedikitnya 8 jam pada sesi terlaksana",
        "People of the denominator who received at least 8 hours at sessions that were held",
    ),
    Text(
        "Orang yang ditahan atau dibimbing sedikitnya satu hari; hari keluar tidak dihitung",
        "People in custody or on a caseload for at least one day; the day of leaving not counted",
    ),
    Text(
        "Tidak ada; yang lama atau presensinya belum tercatat memberi batas",
        "None; unrecorded lengths and attendance are given as bounds",
    ),
    IN_PERIOD,
    MINIMUM_RATE,
    WILSON,
    cited("Wilson 1927"),
    Text("orang yang ditahan atau dibimbing", "people in care"),
    Text(
        "Bagian dari yang ditahan atau dibimbing yang menerima sedikitnya 8 jam.",
        "The share of people in care who received at least 8 hours.",
    ),
    Text("Bahwa 8 jam cukup, atau bahwa mereka berubah.", "That 8 hours are enough, or that "
         "they changed."),
)  # fmt: skip

REACH = Indicator(
    "reach",
    Text("Jangkauan", "Reach"),
    Text(
        "Dari orang dengan kebutuhan atau tingkat risiko ini, berapa yang ikut?",
        "Of the people with this need or risk level, how many took part?",
    ),
    Text(
        "Dari penyebut, yang hadir pada program untuk kebutuhan itu (risiko: program apa pun)",
        "Of the denominator, who attended a programme for that need (risk: any programme)",
    ),
    Text(
        "Orang yang ditahan atau dibimbing dengan kebutuhan terbuka atau tingkat risiko terakhir",
        "People in care with the open need, or with that latest risk level",
    ),
    Text(
        "Yang belum dinilai; jumlahnya disebut",
        "People not assessed; their number is given",
    ),
    IN_PERIOD,
    MINIMUM_RATE,
    WILSON,
    cited("Wilson 1927"),
    Text("orang dengan kebutuhan atau tingkat ini", "people with this need or level"),
    Text(
        "Bagian dari yang dinilai mempunyai kebutuhan ini yang hadir sedikitnya sekali.",
        "The share of those assessed with this need who came at least once.",
    ),
    Text(
        "Bahwa kebutuhan mereka terpenuhi, atau bahwa yang belum dinilai tidak membutuhkan.",
        "That their need was met, or that those not assessed have none.",
    ),
)
