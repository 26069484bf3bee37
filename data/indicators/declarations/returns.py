"""Who offended again."""

from data.indicators.declarations.indicator import (
    MINIMUM_ARM,
    MINIMUM_RELEASED,
    WILSON,
    Indicator,
    Text,
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
    needs="n",
)
