"""Who offended again."""

from data.indicators.declarations.indicator import (
    MINIMUM_ARM,
    MINIMUM_RELEASED,
    WILSON,
    Indicator,
    Text,
    cited,
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
    WILSON,
    cited("Justice Data Lab"),
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
    cited("Newcombe 1998"),
    Text("orang di tiap kelompok", "people in each group"),
    Text(
        "Tawaran tempat mengubah pengulangan sekian, di antara kedua batas.",
        "The offer of a place changed return by so much, between the two limits.",
    ),
    Text(
        "Bahwa ini berlaku bagi orang di luar undian, atau bahwa besarnya tepat sekian.",
        "That it holds for people outside the draw, or that it is exactly so large.",
    ),
    needs="n",
)

FREQUENCY = Indicator(
    "reoffending_frequency",
    Text("Frekuensi pengulangan", "Frequency of return"),
    Text(
        "Berapa tindak pidana baru per 100 orang yang bebas?",
        "How many new offences per 100 people released?",
    ),
    Text("Tindak pidana baru dalam jangka waktu x 100", "New offences within the time x 100"),
    RETURNS.denominator,
    RETURNS.left_out,
    RETURNS.period,
    MINIMUM_RELEASED,
    Text("Bootstrap per orang, 95%", "Bootstrap by person, 95%"),
    cited("Justice Data Lab"),
    RETURNS.counted,
    Text(
        "Sekian tindak pidana baru per 100 orang kelompok ini.",
        "So many new offences per 100 people of this group.",
    ),
    RETURNS.cannot_say,
)

TIME_TO_RETURN = Indicator(
    "time_to_reoffence",
    Text("Waktu sampai mengulangi", "Time to return"),
    Text(
        "Berapa yang sudah mengulangi pada setiap bulan setelah bebas?",
        "How many have returned by each month after release?",
    ),
    Text(
        "1 dikurangi bagian yang belum mengulangi (Kaplan-Meier)",
        "1 minus the share not yet returned (Kaplan-Meier)",
    ),
    Text(
        "Semua yang bebas, diikuti sampai hari data atau meninggal",
        "All released, followed until the day of the data or death",
    ),
    Text(
        "Tidak ada; yang belum lama bebas diikuti selama ini",
        "None; those released lately are followed so far",
    ),
    Text("Sejak bebas", "From release"),
    10,
    Text("Kaplan-Meier, interval log-log 95%", "Kaplan-Meier, log-log 95% interval"),
    cited("Kaplan & Meier 1958"),
    Text("kejadian", "events"),
    RETURNS.can_say,
    RETURNS.cannot_say,
    needs="n",
)
