"""What happened to risk levels, and how many incidents there were."""

from data.indicators.declarations.indicator import IN_PERIOD, Indicator, Text, cited

_PAIRED = Text(
    "Orang dengan dua penilaian RRI berjarak 5 sampai 13 bulan",
    "People with two RRI assessments 5 to 13 months apart",
)

RISK_TRANSITION = Indicator(
    "risk_transition",
    Text("Perpindahan tingkat risiko", "Movement between risk levels"),
    Text("Siapa naik, turun, atau tetap?", "Who went up, down, or stayed?"),
    Text("Orang yang tingkatnya turun", "People whose level fell"),
    _PAIRED,
    Text(
        "Yang belum dinilai ulang; ditunjukkan sebagai kolom keempat",
        "Those not reassessed; shown as a fourth column",
    ),
    IN_PERIOD,
    20,
    Text(
        "Stuart-Maxwell dan Bowker; di bawah 25 yang pindah: uji tanda eksak",
        "Stuart-Maxwell and Bowker; with fewer than 25 who moved: the exact sign test",
    ),
    cited("Stuart 1955"),
    Text("orang yang dinilai ulang", "people reassessed"),
    Text(
        "Dari yang dinilai ulang, sekian turun, tetap, atau naik.",
        "Of those reassessed, so many went down, stayed, or went up.",
    ),
    Text(
        "Bahwa program penyebabnya; butir statis tidak dapat turun.",
        "That a programme caused it; static items cannot fall.",
    ),
)

TRANSITION_STATIONARITY = Indicator(
    "transition_stationarity",
    Text("Perpindahan antarperiode", "Movement between periods"),
    Text(
        "Apakah pola perpindahan sama pada setiap periode?",
        "Is the pattern of movement the same in every period?",
    ),
    Text("Rasio kemungkinan G2, df = (T-1) k (k-1)", "Likelihood ratio G2, df = (T-1) k (k-1)"),
    Text("Orang dengan dua penilaian, per periode", "People with two assessments, by period"),
    Text(
        "Tingkat dengan kurang dari 5 orang di suatu periode",
        "Levels with fewer than 5 people in a period",
    ),
    Text("Dua periode atau lebih", "Two periods or more"),
    20,
    Text("Khi-kuadrat", "Chi-squared"),
    cited("Anderson & Goodman 1957"),
    Text("orang yang dinilai ulang", "people reassessed"),
    Text(
        "Apakah perbedaan antarperiode dapat berupa kebetulan.",
        "Whether differences between periods could be chance.",
    ),
    Text("Mengapa pola itu berbeda.", "Why the pattern differs."),
    needs="n",
)

INCIDENT_RATE = Indicator(
    "incident_rate",
    Text("Pelanggaran per 1.000 hari", "Incidents per 1,000 days"),
    Text(
        "Berapa pelanggaran terbukti per 1.000 hari dalam tahanan?",
        "How many proven incidents per 1,000 days in custody?",
    ),
    Text("Entri Register F yang terbukti x 1.000", "Proven entries of Register F x 1,000"),
    Text(
        "Hari-orang dalam tahanan; hari masuk dihitung, hari keluar tidak",
        "Person-days in custody; the day of entry counts, the day of leaving does not",
    ),
    Text(
        "Dugaan yang belum terbukti (disebut terpisah); hari di luar tahanan",
        "Entries not proven (given apart); days outside custody",
    ),
    Text(
        "90 hari sebelum, selama, dan 90 hari sesudah program; orang yang sama pada ketiganya, "
        "sekali saja: pada program yang selesai lebih dahulu",
        "90 days before, during, and 90 days after the programme; the same people in all three, "
        "once each: by the programme that ended first",
    ),
    1,
    Text("Interval eksak Garwood 95%", "Garwood exact 95% interval"),
    cited("Garwood 1936"),
    Text("hari-orang", "person-days"),
    Text(
        "Sekian pelanggaran tercatat per 1.000 hari.", "So many incidents recorded per 1,000 days."
    ),
    Text(
        "Bahwa program mengubahnya: pengawasan dan pencatatan dapat berbeda, dan masuk program "
        "sering mensyaratkan catatan bersih.",
        "That the programme changed it: supervision and recording may differ, and entry often "
        "requires a clean record.",
    ),
)

INCIDENT_RATE_RATIO = Indicator(
    "incident_rate_ratio",
    Text("Rasio pelanggaran", "Ratio of incidents"),
    Text(
        "Berapa kali lipat pelanggaran dibanding sebelum program?",
        "How many times as many incidents as before the programme?",
    ),
    Text("Laju selama program", "Rate during the programme"),
    Text("Laju sebelum program, orang yang sama", "Rate before it, of the same people"),
    INCIDENT_RATE.left_out,
    INCIDENT_RATE.period,
    10,
    Text(
        "Poisson dengan galat klaster per orang, 95%; di bawah 10 kejadian eksak bersyarat",
        "Poisson with errors by person, 95%; below 10 events exact conditional",
    ),
    cited("Zeger & Liang 1986"),
    Text("kejadian", "events"),
    Text("Rasio kedua laju, dengan batasnya.", "The ratio of the two rates, with its limits."),
    INCIDENT_RATE.cannot_say,
    needs="n",
)

DOSE_RESPONSE = Indicator(
    "dose_response",
    Text("Pola menurut jam", "Pattern by hours"),
    Text(
        "Apakah hasil berbeda menurut jam yang diterima?",
        "Does the outcome differ by hours received?",
    ),
    Text("Orang dengan hasil itu, per sepertiga jam", "People with the outcome, by third of hours"),
    Text(
        "Peserta yang hadir sedikitnya sekali, dihitung sejak akhir program",
        "Participants who came at least once, counted from the programme's end",
    ),
    Text("Yang tidak pernah hadir", "Those who never came"),
    IN_PERIOD,
    20,
    Text("Tren Cochran-Armitage", "Cochran-Armitage trend"),
    cited("Armitage 1955"),
    Text("orang di sepertiga terkecil", "people in the smallest third"),
    Text("Pola hasil menurut jam yang diterima.", "The pattern of outcomes by hours received."),
    Text(
        "Bahwa jam penyebabnya: jam dipilih oleh peserta dan keadaan.",
        "That hours are the cause: they are chosen by people and circumstances.",
    ),
    needs="n",
)
