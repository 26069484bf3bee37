-- Rows that were valid when revision 0002 was the newest; frozen with it.
INSERT INTO "wbp"
    ("id", "created_at", "updated_at", "row_version", "public_id", "name", "sex")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'P0003', 'Orang Contoh', 'L');
INSERT INTO "custody"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "legal_status",
     "started_on")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 'NARAPIDANA', '2025-01-01');
INSERT INTO "need"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "need", "assessed_on", "source")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'PEKERJAAN', '2026-01-05', 'LITMAS');
INSERT INTO "person_identifier"
    ("id", "created_at", "updated_at", "row_version", "kind", "unit_id", "value", "wbp_id")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'INDUK', 2, 'INDUK0004', 1);
INSERT INTO "guardianship"
    ("id", "created_at", "updated_at", "row_version", "officer_id", "wbp_id", "kind",
     "started_on")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 'WALI', '2026-01-05');
