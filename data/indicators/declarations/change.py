"""What changed in assessed behaviour."""

from data.indicators.declarations.indicator import MINIMUM_PAIRS, Indicator, Text

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
    needs="n",
)
