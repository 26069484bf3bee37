"""What changed in assessed behaviour."""

from data.indicators.declarations.indicator import (
    IN_PERIOD,
    MINIMUM_PAIRS,
    WILSON,
    Indicator,
    Text,
    cited,
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
    cited("Student 1908"),
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

EFFECT_SIZE = Indicator(
    "effect_size",
    Text("Ukuran perubahan baku", "Standardised change"),
    Text(
        "Seberapa besar perubahan dibanding sebaran skor?",
        "How large is the change beside the spread of scores?",
    ),
    Text(
        "g_av: koreksi J x rata-rata perubahan dibagi rata-rata kedua simpangan baku; df = 2(n-1)",
        "g_av: correction J x mean change over the mean of both SDs; df = 2(n-1)",
    ),
    CHANGE.denominator,
    CHANGE.left_out,
    CHANGE.period,
    20,
    Text(
        "Bootstrap BCa 95%; di atas 5.000 pasangan interval asimtotik",
        "BCa bootstrap, 95%; above 5,000 pairs the asymptotic interval",
    ),
    cited("Lakens 2013"),
    CHANGE.counted,
    Text("Perubahan ini sekian kali sebaran skor.", "The change is so many spreads of the scores."),
    Text(
        "Bahwa program penyebabnya; jangan dibandingkan dengan SRM atau g dari studi lain.",
        "That the programme caused it; never compare it with an SRM or a g of another study.",
    ),
    needs="n",
)

RELIABLE_CHANGE = Indicator(
    "reliable_change",
    Text("Perubahan melebihi galat ukur", "Change beyond measurement error"),
    Text(
        "Berapa peserta yang berubah lebih dari galat instrumen?",
        "How many participants changed by more than the error of the instrument?",
    ),
    Text(
        "Peserta dengan |perubahan| > 1,96 x SD x akar(2(1 - reliabilitas))",
        "Participants with |change| > 1.96 x SD x root(2(1 - reliability))",
    ),
    CHANGE.denominator,
    CHANGE.left_out,
    CHANGE.period,
    1,
    Text(
        "Hitungan per kelas; bagian yang membaik dengan interval Wilson 95%",
        "Counts by class; the share that improved with its Wilson 95% interval",
    ),
    cited("Jacobson & Truax 1991"),
    CHANGE.counted,
    Text(
        "Sekian orang membaik atau memburuk melebihi galat ukur.",
        "So many people improved or worsened beyond measurement error.",
    ),
    Text(
        "Bahwa program penyebabnya, atau bahwa yang lain tidak berubah sama sekali.",
        "That the programme caused it, or that the others did not change at all.",
    ),
)

CLINICAL_CHANGE = Indicator(
    "clinically_significant_change",
    Text("Masuk rentang acuan", "Into the reference range"),
    Text(
        "Berapa peserta yang membaik andal dan masuk rentang acuan?",
        "How many improved reliably and came into the reference range?",
    ),
    Text(
        "Membaik andal dan melewati c = (SD_c M_f + SD_f M_c) / (SD_c + SD_f)",
        "Reliably improved and crossed c = (SD_c M_f + SD_f M_c) / (SD_c + SD_f)",
    ),
    CHANGE.denominator,
    Text(
        "Instrumen tanpa reliabilitas atau norma kedua kelompok",
        "Instruments without reliability, or without norms of both groups",
    ),
    CHANGE.period,
    20,
    WILSON,
    cited("Jacobson & Truax 1991"),
    CHANGE.counted,
    RELIABLE_CHANGE.can_say,
    Text(
        "Bahwa seseorang sudah pulih, atau bahwa program penyebabnya.",
        "That anybody is cured, or that the programme caused it.",
    ),
)

SCORE_TRAJECTORY = Indicator(
    "score_trajectory",
    Text("Arah skor per bulan", "Score by month"),
    Text(
        "Berapa poin skor berubah setiap bulan sejak mulai?",
        "By how many points do scores move each month from the start?",
    ),
    Text(
        "Rata-rata kemiringan tiap orang (poin per bulan); tanda + berarti lebih baik",
        "Mean of each person's slope (points a month); + means better",
    ),
    Text(
        "Orang dengan sedikitnya tiga penilaian pada instrumen dan versi yang sama",
        "People with at least three assessments, same instrument and version",
    ),
    Text(
        "Orang dengan kurang dari tiga; yang hilang dianggap serupa (MAR); skala keikutsertaan",
        "People with fewer than three; the missing are taken as alike (MAR); participation scales",
    ),
    Text("Sejak mulai, dalam bulan", "From the start, in months"),
    20,
    Text(
        "Dua tahap: kemiringan tiap orang, lalu interval t 95% dari rata-ratanya",
        "Two stages: each person's slope, then the t interval of their mean, 95%",
    ),
    cited("Feldman 1988"),
    Text("orang dengan tiga penilaian", "people with three assessments"),
    Text(
        "Skor orang-orang ini bergerak sekian poin per bulan.",
        "The scores of these people moved by so many points a month.",
    ),
    CHANGE.cannot_say,
    needs="n",
)

RATER_RELIABILITY = Indicator(
    "rater_reliability",
    Text("Kesepakatan penilai", "Agreement of raters"),
    Text(
        "Apakah dua penilai memberi skor yang sama kepada orang yang sama?",
        "Do two raters give the same person the same score?",
    ),
    Text("ICC(2,1); untuk tingkat: kappa berbobot", "ICC(2,1); for levels: weighted kappa"),
    Text(
        "Orang yang dinilai oleh dua penilai pada hari yang sama",
        "People scored by two raters on the same day",
    ),
    Text("Orang dengan satu penilai", "People with one rater"),
    IN_PERIOD,
    30,
    Text("ANOVA dua arah; bootstrap 95%", "Two-way analysis of variance; bootstrap, 95%"),
    cited("Shrout & Fleiss 1979"),
    Text("orang yang dinilai dua kali", "people rated twice"),
    Text("Sejauh ini dua penilai saling setuju.", "So far two raters agree with each other."),
    Text(
        "Bahwa skor itu benar: dua penilai dapat salah bersama.",
        "That the scores are right: two raters may be wrong together.",
    ),
    needs="n",
)
