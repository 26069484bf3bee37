-- Rows that were valid when revision 0006 was the newest; frozen with it.
INSERT INTO "instrument"
    ("id", "created_at", "updated_at", "row_version", "code", "version", "name", "verified")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'INS0011', '1', 'Instrumen Contoh',
     false);
INSERT INTO "instrument_scale"
    ("id", "created_at", "updated_at", "row_version", "instrument_id", "code", "name_id",
     "name_en", "minimum", "maximum", "direction", "weight", "scores_participation")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'S0012', 'Skala', 'Scale', 0.0, 100.0,
     'NAIK', 1.0, false);
INSERT INTO "instrument_band"
    ("id", "created_at", "updated_at", "row_version", "scale_id", "code", "label_id", "label_en",
     "lower")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'B0013', 'Cukup', 'Fair', 50.0);
INSERT INTO "assessment"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "instrument_id",
     "assessed_on", "assessor_id", "occasion", "status")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 1, '2026-01-05', 1, 1, 'DITERIMA');
INSERT INTO "assessment_score"
    ("id", "created_at", "updated_at", "row_version", "assessment_id", "scale_id", "minimum",
     "maximum", "score")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 0.0, 100.0, 60.0);
