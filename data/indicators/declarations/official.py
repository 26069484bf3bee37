"""Official indicators, in the form of the performance report (LKjIP)."""

from data.indicators.declarations.indicator import MINIMUM_RATE, Indicator, Text

OFFICIAL = Indicator(
    "official_indicator",
    Text("Indikator resmi (LKjIP)", "Official indicator (LKjIP)"),
    Text("Berapa realisasi dan capaian terhadap target?", "What was realised against the target?"),
    Text("Jumlah A dari bulan yang tercatat", "Sum of A over the months recorded"),
    Text("Jumlah B dari bulan yang sama", "Sum of B over the same months"),
    Text("Bulan yang belum tercatat; 0 dari 0 bukan 0%", "Months not recorded; 0 of 0 is not 0%"),
    Text("Satu tahun, per bulan", "One year, by month"),
    MINIMUM_RATE,
    Text(
        "A / B x 100, tidak dipotong; capaian = realisasi / target, atau (2 x target - realisasi) "
        "/ target bila makin rendah makin baik (rumus kedua belum dipastikan)",
        "A / B x 100, never capped; achievement = realised / target, or (2 x target - realised) / "
        "target where lower is better (the second formula is not verified)",
    ),
    Text(
        "Formulir LKjIP; Kepdirjenpas PAS-01.PR.01.01/2022, lampirannya belum dilihat",
        "LKjIP form; Kepdirjenpas PAS-01.PR.01.01/2022, its annex not seen",
    ),
    Text("B, rata-rata sebulan", "B, monthly average"),
    Text("Realisasi menurut definisi resmi itu.", "What was realised by that official definition."),
    Text(
        "Bahwa program penyebabnya, atau bahwa dua unit dapat dibandingkan bila n kecil.",
        "That a programme caused it, or that two units compare where n is small.",
    ),
)
