"""What participants received."""

from data.indicators.declarations.indicator import (
    IN_PERIOD,
    MINIMUM_PERSON_SESSIONS,
    Indicator,
    Text,
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
    "Korn and Graubard 1998; indicator 3 of the catalogue",
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
