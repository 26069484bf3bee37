"""What participants received."""

from data.indicators.declarations.indicator import (
    IN_PERIOD,
    MINIMUM_PEOPLE,
    MINIMUM_PERSON_SESSIONS,
    MINIMUM_RATE,
    WILSON,
    Indicator,
    Text,
    cited,
)

ATTENDANCE = Indicator(
    "attendance_rate",
    Text("Kehadiran", "Attendance"),
    Text("Seberapa teratur peserta hadir?", "How regularly did participants attend?"),
    Text("Orang-sesi dengan tanda yang dihitung hadir", "Person-sessions marked as attended"),
    Text("Orang-sesi dengan tanda yang diharapkan hadir", "Person-sessions marked as expected"),
    Text(
        "Sidang dan dipindah; sesi batal. Yang belum dicatat dihitung terpisah dan memberi batas",
        "Court and transfer; cancelled sessions. Unrecorded ones are counted apart, as bounds",
    ),
    IN_PERIOD,
    MINIMUM_PERSON_SESSIONS,
    Text(
        "Interval Wilson 95% dengan ukuran efektif menurut orang (galat baku klaster)",
        "Wilson 95% interval on the effective size by person (cluster-robust error)",
    ),
    cited("Korn & Graubard 1998"),
    Text("orang-sesi tercatat", "recorded person-sessions"),
    Text(
        "Seberapa teratur peserta hadir, sejauh tercatat.",
        "How regularly participants came, as far as recorded.",
    ),
    Text(
        "Bahwa yang belum dicatat hadir, atau tidak hadir.",
        "That those not recorded came, or did not come.",
    ),
)

DOSAGE = Indicator(
    "dosage",
    Text("Dosis", "Dosage"),
    Text(
        "Berapa bagian dari jam yang direncanakan diterima peserta?",
        "What share of the planned hours did participants receive?",
    ),
    Text(
        "Median jam diterima dibagi jam direncanakan, per kepesertaan",
        "Median of hours received over hours planned, by enrolment",
    ),
    Text(
        "Kepesertaan yang dimulai pada angkatan yang berakhir dalam periode",
        "Enrolments that started, in cohorts that ended within the period",
    ),
    Text(
        "Yang jam rencananya tidak diketahui atau presensinya belum lengkap; jumlahnya disebut",
        "Those without planned hours or with unrecorded attendance; their number is given",
    ),
    Text("Angkatan yang berakhir dalam periode", "Cohorts that ended within the period"),
    MINIMUM_PEOPLE,
    Text(
        "Bootstrap BCa 95% dari median; di atas 5.000 orang interval asimtotik",
        "BCa bootstrap of the median, 95%; above 5,000 people the asymptotic interval",
    ),
    cited("Efron 1987"),
    Text("kepesertaan dengan dosis diketahui", "enrolments of known dosage"),
    Text(
        "Separuh peserta menerima sedikitnya bagian ini dari jam yang direncanakan.",
        "Half of the participants received at least this share of the planned hours.",
    ),
    Text(
        "Bahwa lebih banyak jam menyebabkan hasil lebih baik: siapa bertahan tidak acak.",
        "That more hours cause better results: who stays is not by chance.",
    ),
    needs="n",
)

WAITING_TIME = Indicator(
    "waiting_time",
    Text("Waktu tunggu", "Waiting time"),
    Text(
        "Berapa hari orang menunggu sesi pertama sejak dirujuk?",
        "How many days do people wait from referral to their first session?",
    ),
    Text(
        "Hari sejak dirujuk sampai separuh (median) atau 90% (P90) sudah hadir pertama kali",
        "Days from referral until half (median) or 90% (P90) have attended for the first time",
    ),
    Text("Orang yang dirujuk dalam periode", "People referred within the period"),
    Text(
        "Tanpa tanggal rujukan; yang masih menunggu tetap dihitung sebagai penunggu",
        "Those without a referral date; those still waiting are counted as waiting",
    ),
    Text("Dirujuk dalam periode yang dipilih", "Referred within the chosen period"),
    MINIMUM_PEOPLE,
    Text(
        "Kaplan-Meier, batas 95% dari kurva log-log",
        "Kaplan-Meier, 95% limits from the log-log curve",
    ),
    cited("Brookmeyer & Crowley 1982"),
    Text("orang yang dirujuk", "people referred"),
    Text(
        "Separuh dari yang dirujuk hadir pertama kali dalam sekian hari.",
        "Half of those referred had their first session within so many days.",
    ),
    Text(
        "Bahwa yang masih menunggu akan segera mulai.",
        "That those still waiting will soon begin.",
    ),
    needs="n",
)

PROGRAMME_FUNNEL = Indicator(
    "programme_funnel",
    Text("Corong program", "Programme funnel"),
    Text(
        "Di langkah mana orang yang dirujuk tidak melanjutkan?",
        "At which step do referred people stop?",
    ),
    Text("Orang yang sampai pada langkah ini", "People who reached this step"),
    Text(
        "Orang yang sampai pada langkah sebelumnya dan sudah waktunya untuk langkah ini",
        "People who reached the step before and for whom this one was due",
    ),
    Text(
        "Yang belum waktunya; langkah pertama disembunyikan bila di bawah 80% tanggal rujukan "
        "berbeda dari tanggal mulai",
        "Those not yet due; the first steps are hidden while under 80% of referral dates differ "
        "from the start",
    ),
    Text("Kelompok masuk yang sama pada setiap batang", "The same entry cohort at every bar"),
    MINIMUM_RATE,
    WILSON,
    cited("Wilson 1927"),
    Text("orang pada langkah sebelumnya", "people at the step before"),
    Text("Bagian yang melanjutkan ke langkah ini.", "The share who went on to this step."),
    Text(
        "Bahwa yang berhenti gagal, atau bahwa langkah itu penyebabnya.",
        "That those who stopped failed, or that the step is the cause.",
    ),
)

_COST = (
    Text("Biaya bulan angkatan itu berjalan", "Costs of the months the cohorts ran"),
    Text("Jumlah biaya dibagi jumlah orang; tanpa interval", "Total over number; no interval"),
)

COST_PER_PARTICIPANT = Indicator(
    "cost_per_participant",
    Text("Biaya per peserta", "Cost per participant"),
    Text("Berapa biaya untuk satu peserta?", "What does one participant cost?"),
    Text(
        "Rupiah dari mitra, negara dan natura pada angkatan yang biayanya tercatat",
        "Rupiah from partners, state and in kind, of cohorts with recorded costs",
    ),
    Text("Kepesertaan yang dimulai pada angkatan itu", "Started enrolments of those cohorts"),
    Text(
        "Angkatan tanpa biaya tercatat; jumlahnya disebut",
        "Cohorts without recorded costs; their number is given",
    ),
    _COST[0],
    MINIMUM_PEOPLE,
    _COST[1],
    Text("Aritmetika", "Arithmetic"),
    Text("kepesertaan yang dimulai", "started enrolments"),
    Text("Rata-rata rupiah untuk satu peserta.", "The mean rupiah for one participant."),
    Text(
        "Bahwa yang murah lebih baik: program murah dapat memilih orang yang mudah.",
        "That cheap is better: cheap programmes may choose easy people.",
    ),
)

COST_PER_COMPLETION = Indicator(
    "cost_per_completion",
    Text("Biaya per penyelesaian", "Cost per completion"),
    Text("Berapa biaya untuk satu penyelesaian?", "What does one completion cost?"),
    COST_PER_PARTICIPANT.numerator,
    Text(
        "Kepesertaan yang selesai dengan dosis minimum pada angkatan itu",
        "Enrolments of those cohorts completed with the minimum dosage",
    ),
    COST_PER_PARTICIPANT.left_out,
    _COST[0],
    MINIMUM_PEOPLE,
    _COST[1],
    Text("Aritmetika", "Arithmetic"),
    Text("penyelesaian", "completions"),
    Text("Rata-rata rupiah untuk satu penyelesaian.", "The mean rupiah for one completion."),
    COST_PER_PARTICIPANT.cannot_say,
)
