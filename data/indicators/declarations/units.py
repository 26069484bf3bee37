"""Units beside each other, many tests at once, and what was too small to be seen."""

from data.indicators.declarations.indicator import IN_PERIOD, MINIMUM_ARM, Indicator, Text, cited

_NO_RANK = Text(
    "Peringkat: di luar batas berarti perlu ditinjau, bukan dinilai buruk.",
    "A ranking: outside the limits means review, not a verdict.",
)

FUNNEL_PLOT = Indicator(
    "funnel_plot",
    Text("Plot corong", "Funnel plot"),
    Text("Unit mana yang berbeda lebih dari kebetulan?", "Which units differ by more than chance?"),
    Text("Orang dengan hasil itu, per unit", "People with the outcome, by unit"),
    Text("Orang per unit, tidak pernah sesi", "People by unit, never sessions"),
    Text(
        "Unit dengan kurang dari 10 orang; disebut dalam daftar",
        "Units with fewer than 10 people; listed beside it",
    ),
    IN_PERIOD,
    10,
    Text(
        "Batas binomial eksak 95% dan 99,8% di sekitar rata-rata; sebaran berlebih (tau2)",
        "Exact binomial 95% and 99.8% limits around the pooled rate; overdispersion (tau2)",
    ),
    cited("Spiegelhalter 2005"),
    Text("unit", "units"),
    Text(
        "Di dalam batas: perbedaan dapat berupa kebetulan. Di luar: perlu ditinjau.",
        "Inside the limits: it could be chance. Outside: worth a review.",
    ),
    _NO_RANK,
    needs="n",
)

SHRUNKEN_RATE = Indicator(
    "shrunken_rate",
    Text("Angka yang diciutkan", "Shrunken rate"),
    Text(
        "Berapa perkiraan terbaik tiap unit bila kebetulan diperhitungkan?",
        "What is the best estimate of each unit once chance is allowed for?",
    ),
    Text(
        "Angka unit ditarik ke rata-rata semua, makin kecil unit makin kuat",
        "The unit's rate drawn to the mean of all, the more so the smaller it is",
    ),
    Text("Orang per unit", "People by unit"),
    Text("Unit tanpa orang", "Units without people"),
    IN_PERIOD,
    8,
    Text("James-Stein; n berbeda: Morris", "James-Stein; for unequal n: Morris"),
    cited("Efron & Morris 1977, Morris 1983"),
    Text("unit", "units"),
    Text(
        "Perkiraan yang lebih mantap daripada angka mentah, di sampingnya.",
        "A steadier estimate than the raw rate, beside it.",
    ),
    _NO_RANK,
    needs="n",
)

ADJUSTED_P = Indicator(
    "adjust_p",
    Text("Nilai p satu keluarga", "p values of one family"),
    Text(
        "Mana yang tetap menonjol bila banyak hal diuji sekaligus?",
        "What still stands out when many things are tested at once?",
    ),
    Text("Nilai p setelah Benjamini-Hochberg", "p value after Benjamini-Hochberg"),
    Text("Uji pada halaman dan periode yang sama", "Tests of the same page and period"),
    Text("Uji yang tidak dapat dihitung", "Tests that could not be computed"),
    IN_PERIOD,
    1,
    Text("Benjamini-Hochberg (laju temuan palsu)", "Benjamini-Hochberg (false discovery rate)"),
    cited("Benjamini & Hochberg 1995"),
    Text("uji", "tests"),
    Text(
        "Berapa temuan keluarga ini yang dapat diharapkan palsu.",
        "How many findings of this family can be expected to be false.",
    ),
    Text("Seberapa besar atau penting temuan itu.", "How large or important a finding is."),
    needs="n",
)

DETECTABLE = Indicator(
    "minimum_detectable_effect",
    Text("Selisih terkecil yang dapat terdeteksi", "Smallest detectable difference"),
    Text(
        "Sebesar apa selisih agar terlihat dengan n ini?",
        "How large would a difference have to be to be seen with this n?",
    ),
    Text(
        "Penurunan terkecil yang terlihat dengan peluang 80%",
        "The smallest reduction that would be seen with a chance of 80%",
    ),
    Text("Orang di tiap kelompok", "People in each group"),
    Text("Tidak ada", "None"),
    IN_PERIOD,
    MINIMUM_ARM,
    Text(
        "Rumus normal dua proporsi; pasangan: t nonsentral",
        "Normal formula for two proportions; pairs: noncentral t",
    ),
    cited("R power.prop.test"),
    Text("orang di kelompok terkecil", "people in the smaller group"),
    Text(
        "Selisih yang lebih kecil dari ini mungkin ada tanpa terlihat.",
        "A difference smaller than this may exist without being seen.",
    ),
    Text("Bahwa tidak ada selisih.", "That there is no difference."),
    needs="n",
)
