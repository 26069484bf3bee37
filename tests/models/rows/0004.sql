-- Rows that were valid when revision 0004 was the newest; frozen with it.
INSERT INTO "programme"
    ("id", "created_at", "updated_at", "row_version", "owner_id", "code", "name", "field", "kind",
     "planned_sessions", "planned_minutes", "minimum_dosage", "gives_certificate")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'PROG0009', 'Program Contoh',
     'KEMANDIRIAN', 'PELATIHAN', 10, 90, 50, false);
INSERT INTO "cohort"
    ("id", "created_at", "updated_at", "row_version", "unit_id", "code", "programme_id",
     "partner_id", "agreement_id", "starts_on", "status", "assignment", "planned_sessions",
     "planned_minutes")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 2, 'A0010', 1, 1, 1, '2026-01-05',
     'BERJALAN', 'BIASA', 10, 90);
INSERT INTO "cost"
    ("id", "created_at", "updated_at", "row_version", "cohort_id", "period", "source", "amount",
     "in_kind")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, '2026-01-01', 'DIPA', 1000000, false);
INSERT INTO "programme_session"
    ("id", "created_at", "updated_at", "row_version", "cohort_id", "unit_id", "number", "held_on",
     "starts_at", "status")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 1, '2026-01-05', '09:00:00.000000',
     'TERLAKSANA');
