"""Who took part."""

from data.indicators.declarations.indicator import IN_PERIOD, MINIMUM_RATE, WILSON, Indicator, Text

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
    IN_PERIOD,
    MINIMUM_RATE,
    WILSON,
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
