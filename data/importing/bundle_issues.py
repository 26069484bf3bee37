"""What the road says about bundles."""

from data.importing.issues import Rule, Weight

NO_MANIFEST = Rule(
    "bukan_kiriman", Weight.FILE,
    "ZIP ini bukan kiriman: datapackage.json dengan unit, bulan dan urutan tidak ada. "
    "Buat dengan `sinergi bundle`, atau impor berkas di dalamnya satu per satu.",
    "This ZIP is no bundle: it lacks datapackage.json with unit, month and sequence. "
    "Make one with `sinergi bundle`, or import the files in it one by one.",
)  # fmt: skip
OTHER_CONTENT = Rule(
    "isi_kiriman_lain", Weight.FILE,
    "Isi kiriman tidak sama dengan datapackage.json: {allowed}. Minta unit mengirim ulang.",
    "The content of the bundle differs from datapackage.json: {allowed}. Ask for it again.",
)  # fmt: skip
OTHER_HASH = Rule(
    "kiriman_berubah", Weight.FILE,
    "{allowed} berubah setelah kiriman dibuat. Minta unit mengirim ulang.",
    "{allowed} was changed after the bundle was made. Ask the unit to send it again.",
)  # fmt: skip
SHEET_INSIDE = Rule(
    "lembar_dalam_kiriman", Weight.FILE,
    "{allowed} di dalam kiriman adalah lembar daftar hadir (satu kolom per hari), bukan berkas "
    "tabel. Impor lembar itu tersendiri, atau minta unit membuat kiriman dengan `sinergi bundle`.",
    "{allowed} in the bundle is an attendance sheet (a column per day), no file of a table. Import "
    "that sheet by itself, or ask the unit to make its bundle with `sinergi bundle`.",
)  # fmt: skip
OLDER = Rule(
    "kiriman_lama", Weight.FILE,
    "Kiriman potret nomor {other} lebih lama daripada nomor {allowed} yang sudah masuk. "
    "Impor yang terbaru saja.",
    "Snapshot number {other} is older than number {allowed}, which is in already. "
    "Import only the newest.",
)  # fmt: skip
WITHDRAWN = Rule(
    "ditarik", Weight.NOTE,
    "{allowed} baris tidak ada lagi dalam potret ini dan ditarik.",
    "{allowed} rows are no longer in this snapshot and were withdrawn.",
)  # fmt: skip
KEPT_HERE = Rule(
    "tidak_ditarik", Weight.WARNING,
    "{allowed} baris yang dicatat di layar tidak ada dalam potret ini; dibiarkan.",
    "{allowed} rows entered on a screen are not in this snapshot; they were left.",
)  # fmt: skip
