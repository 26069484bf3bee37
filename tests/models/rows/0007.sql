-- Rows that were valid when revision 0007 was the newest; frozen with it.
INSERT INTO "entitlement"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "unit_id", "kind", "proposed_on")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 'PB', '2026-01-05');
INSERT INTO "incident"
    ("id", "created_at", "updated_at", "row_version", "unit_id", "wbp_id", "occurred_on",
     "number", "severity", "proven")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 2, 1, '2026-01-05', 1, 'RINGAN', true);
INSERT INTO "return"
    ("id", "created_at", "updated_at", "row_version", "wbp_id", "offence_on", "proven_on", "kind")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, '2026-01-05', '2026-03-02',
     'PIDANA_BARU');
