"""Who stayed to the end."""

from data.indicators.declarations.indicator import MINIMUM_RATE, WILSON, Indicator, Text

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
    WILSON,
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
