-- Rows that were valid when revision 0008 was the newest; frozen with it.
INSERT INTO "official_indicator"
    ("id", "created_at", "updated_at", "row_version", "code", "name_id", "name_en", "numerator",
     "denominator", "direction", "order", "active", "verified")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'PENDIDIKAN', 'Hak pendidikan',
     'Right to education', 'Mendapat pendidikan', 'Berhak', 'NAIK', 1, true, false);
INSERT INTO "indicator_target"
    ("id", "created_at", "updated_at", "row_version", "indicator_id", "unit_id", "year", "target")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 2026, 80.0);
INSERT INTO "indicator_value"
    ("id", "created_at", "updated_at", "row_version", "indicator_id", "unit_id", "year", "month",
     "numerator", "denominator", "source", "data_version")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 2026, 1, 8, 10, 'DIHITUNG', 3);
