"""Who stayed to the end."""

from data.indicators.declarations.indicator import MINIMUM_RATE, WILSON, Indicator, Text, cited

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
    cited("Wilson 1927"),
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

DROPOUT = Indicator(
    "dropout",
    Text("Berhenti menurut alasan", "Leaving by reason"),
    Text(
        "Berapa yang berhenti sebelum selesai, dan mengapa?",
        "How many left before the end, and why?",
    ),
    Text(
        "Insidensi kumulatif: terhindarkan (menolak, pelanggaran), administratif (pindah, bebas, "
        "mitra berhenti), lain (sakit, jadwal, tanpa alasan)",
        "Cumulative incidence: avoidable (refused, disciplinary), administrative (transfer, "
        "release, provider stopped), other (illness, schedule, no reason)",
    ),
    Text("Kepesertaan yang dimulai dalam periode", "Enrolments that started within the period"),
    Text(
        "Yang tidak memulai; yang masih aktif diikuti sampai hari data",
        "Those who never started; those still active are followed to the day of the data",
    ),
    Text("Sejak mulai, dalam hari", "From the start, in days"),
    MINIMUM_RATE,
    Text(
        "Insidensi kumulatif Aalen-Johansen, interval 95% (log-log)",
        "Aalen-Johansen cumulative incidence, 95% interval (log-log)",
    ),
    cited("Aalen & Johansen 1978"),
    Text("kepesertaan yang dimulai", "started enrolments"),
    Text(
        "Bagian yang sudah berhenti karena alasan ini dalam sekian hari.",
        "The share that had left for this reason within so many days.",
    ),
    Text(
        "Bahwa program atau peserta yang salah.", "That the programme or the people are at fault."
    ),
)

RETENTION_CURVE = Indicator(
    "retention_curve",
    Text("Kurva bertahan", "Retention curve"),
    Text("Sampai kapan peserta bertahan?", "How long do participants stay?"),
    Text(
        "Insidensi kumulatif selesai, berhenti, pindah atau bebas, bertumpuk",
        "Stacked cumulative incidence of completion, leaving, transfer or release",
    ),
    Text("Kepesertaan yang dimulai dalam periode", "Enrolments that started within the period"),
    Text(
        "Waktu saat kurang dari 10 orang masih diikuti",
        "Times at which fewer than 10 people are still followed",
    ),
    Text("Sejak mulai, dalam hari", "From the start, in days"),
    20,
    DROPOUT.method,
    cited("Aalen & Johansen 1978"),
    Text("kepesertaan yang dimulai", "started enrolments"),
    Text(
        "Bagian yang masih ikut, selesai atau pergi pada setiap hari.",
        "The share still in, completed or gone on each day.",
    ),
    Text(
        "Bahwa yang bebas atau pindah telah berhenti.",
        "That those released or transferred have dropped out.",
    ),
)
