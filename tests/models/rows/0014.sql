-- Rows that were valid when revision 0014 was the newest; frozen with it.
INSERT INTO "cohort"
    ("id", "created_at", "updated_at", "row_version", "unit_id", "code", "programme_id",
     "starts_on", "status", "assignment", "seed", "drawn_on")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 2, 'A0011', 1, '2026-01-19', 'DISETUJUI',
     'UNDIAN', 7, '2026-01-12');
