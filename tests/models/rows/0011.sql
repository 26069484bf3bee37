-- Rows that were valid when revision 0011 was the newest; frozen with it.
INSERT INTO "client_review"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "reviewed_on",
     "months", "working")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, '2026-01-05', 3, true);
INSERT INTO "contact"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "held_on", "kind",
     "kept")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, '2026-01-05', 'WAJIB_LAPOR', true);
INSERT INTO "guidance_plan"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "number", "goal")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 1, 'Bekerja');
