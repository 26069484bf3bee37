-- Rows that were valid when revision 0013 was the newest; frozen with it.
INSERT INTO "import_batch"
    ("id", "created_at", "updated_at", "row_version", "table_name", "file_name", "sha256",
     "account", "new", "changed", "unchanged", "refused", "set_aside", "profile", "profile_text")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'need', 'lembar.csv',
     '1111111111111111111111111111111111111111111111111111111111111111', 'penguji', 0, 0, 0, 0,
     0, 'kebutuhan-kanwil', 'name = "kebutuhan-kanwil"');
