"""Why a figure is not one, and what to keep in mind with it: one sentence a code."""

from data.indicators.declarations import Text

REASONS = {
    "nothing_recorded": Text(
        "Belum ada presensi tercatat; ini bukan nol.", "No attendance recorded yet; not zero."
    ),
    "nothing_due": Text("Tidak ada sesi terlaksana.", "No session was held."),
    "nobody_in_care": Text(
        "Tidak ada orang yang tercatat ditahan atau dibimbing.", "Nobody is recorded in care."
    ),
    "nobody_started": Text(
        "Tidak ada kepesertaan yang dimulai pada angkatan yang berakhir.",
        "Nobody had started in a cohort that ended.",
    ),
    "all_changed_equally": Text(
        "Semua berubah sama besar; interval tidak dapat dihitung.",
        "All changed equally; an interval cannot be computed.",
    ),
    "nobody_with_need": Text(
        "Tidak ada orang dengan kebutuhan atau tingkat ini.", "Nobody has this need or level."
    ),
    "all_alike": Text(
        "Semua sama; interval tidak dapat dihitung.",
        "All are the same; an interval cannot be computed.",
    ),
    "not_reached": Text(
        "Belum tercapai: terlalu banyak yang masih menunggu.",
        "Not reached yet: too many are still waiting.",
    ),
    "not_followed": Text(
        "Belum ada yang diikuti selama itu.", "Nobody has been followed for so long yet."
    ),
    "reliability_not_established": Text(
        "Reliabilitas instrumen belum ditetapkan.", "Instrument reliability not established."
    ),
    "norms_not_established": Text(
        "Norma kedua kelompok untuk instrumen ini belum ditetapkan.",
        "Norms of both groups are not established for this instrument.",
    ),
    "no_pairs": Text("Tidak ada pasangan penilaian.", "There is no pair of assessments."),
    "no_spread": Text(
        "Skor tidak berbeda satu sama lain, sehingga ukuran baku tidak ada.",
        "The scores do not differ, so there is no standardised size.",
    ),
    "not_separable": Text(
        "Jam tidak dapat dibedakan dari skor awal.",
        "The hours cannot be told apart from the score before.",
    ),
    "nobody_reassessed": Text("Belum ada yang dinilai ulang.", "Nobody was assessed again yet."),
    "one_period": Text(
        "Perlu dua periode dengan orang yang cukup.", "Two periods with enough people are needed."
    ),
    "no_days": Text("Tidak ada hari dalam tahanan.", "There were no days in custody."),
    "no_events": Text(
        "Tidak dapat dihitung: tidak ada kejadian pada kedua periode",
        "Cannot be computed: no events in either period",
    ),
    "none_before": Text(
        "Rasio tidak ada: sebelumnya tidak ada kejadian.",
        "There is no ratio: there were no events before.",
    ),
    "too_few_units": Text("Unit belum cukup.", "Not enough units."),
    "no_cost_recorded": Text(
        "Belum ada biaya tercatat; ini bukan nol.", "No cost recorded yet; not zero."
    ),
    "none_detectable": Text(
        "Dengan n ini tidak ada penurunan yang dapat terdeteksi, bahkan sampai 0%.",
        "With this n no reduction could have been detected, not even to 0%.",
    ),
    "nothing_to_check": Text(
        "Tidak ada yang dapat diperiksa; ini bukan nol.", "There is nothing to check; not zero."
    ),
    "no_month": Text("Belum ada bulan yang tercatat.", "No month is recorded yet."),
    "zero_of_zero": Text(
        "0 dari 0: tidak ada nilai, bukan 0%.", "0 of 0: there is no value, not 0%."
    ),
    "no_lottery": Text(
        "Tidak dapat dibandingkan: tempat tidak diundi, jadi kelompok berbeda sejak awal.",
        "Not comparable: places were not drawn by lot, so the groups differed from the start.",
    ),
}

CAVEATS = {
    "no_comparison_group": Text(
        "Tanpa kelompok pembanding; perubahan ini dapat juga terjadi tanpa program.",
        "No comparison group; this change could also have occurred without the programme.",
    ),
    "regression_to_the_mean": Text(
        "Yang mulai rendah cenderung naik pada penilaian berikutnya, apa pun sebabnya.",
        "Those who start low tend to score higher the next time, whatever the reason.",
    ),
    "officer_score": Text(
        "Skor penilaian petugas, bukan ukuran mandiri.", "Scored by officers, not independently."
    ),
    "ceiling": Text(
        "Banyak yang sudah di nilai terbaik pada awal, sehingga tidak dapat naik.",
        "Many stood at the best score at the start and could not improve.",
    ),
    "many_without_pair": Text(
        "Banyak peserta tanpa pasangan penilaian; mereka mungkin berbeda.",
        "Many participants have no pair of assessments; they may differ.",
    ),
    "outside_custody": Text(
        "Ada peserta tanpa masa status tercatat; mereka tidak masuk angka ini.",
        "Some participants have no recorded custody; they are not in this figure.",
    ),
    "below_dosage": Text(
        "Ada yang sampai akhir dengan dosis di bawah minimum; tidak dihitung selesai.",
        "Some reached the end below the minimum dosage; they are not counted as completed.",
    ),
    "assessment_coverage": Text(
        "Banyak yang belum dinilai; kebutuhan mereka tidak diketahui.",
        "Many were not assessed; their needs are not known.",
    ),
    "dose_is_chosen": Text(
        "Jam yang diterima tidak acak: ini pola, bukan akibat.",
        "Hours received are not by chance: this is a pattern, not an effect.",
    ),
    "referral_dates_unreal": Text(
        "Tanggal rujukan umumnya sama dengan tanggal mulai; langkah pertama disembunyikan.",
        "Referral dates mostly equal the start; the first steps are hidden.",
    ),
    "cost_selects": Text(
        "Program murah dapat memilih orang yang mudah.", "Cheap programmes may choose easy people."
    ),
    "costs_missing": Text(
        "Ada angkatan tanpa biaya tercatat; tidak masuk angka ini.",
        "Some cohorts have no recorded cost; they are not in this figure.",
    ),
    "missing_at_random": Text(
        "Yang tidak dinilai lagi dianggap serupa dengan yang dinilai.",
        "Those no longer assessed are taken to be like those who were.",
    ),
    "own_spread": Text(
        "Simpangan baku dari kelompok ini sendiri, bukan dari norma instrumen.",
        "The spread is that of this group, not of the instrument's norms.",
    ),
    "static_items": Text(
        "Sebagian butir instrumen risiko tidak dapat berubah.",
        "Some items of the risk instrument cannot change.",
    ),
    "supervision_differs": Text(
        "Jumlah pengawasan dan pencatatan dapat berbeda.",
        "Supervision and recording may differ.",
    ),
    "alleged_apart": Text(
        "Dugaan yang belum terbukti tidak dihitung.", "Entries not proven are not counted."
    ),
    "entry_after_record": Text(
        "Masuk program sering mensyaratkan catatan bersih atau mengikuti pelanggaran.",
        "Entry often requires a clean record, or follows an incident.",
    ),
    "effect_of_the_offer": Text(
        "Yang dibandingkan adalah tawaran tempat, bukan kehadiran.",
        "What is compared is the offer of a place, not attending.",
    ),
}
