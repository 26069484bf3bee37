-- Rows that were valid when revision 0003 was the newest; frozen with it.
INSERT INTO "agreement"
    ("id", "created_at", "updated_at", "row_version", "owner_id", "code", "kind", "level",
     "stage", "signed_on", "starts_on", "ends_on")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'PKS0007', 'PKS', 'DITJEN',
     'DITANDATANGANI', '2022-06-27', '2022-06-27', '2027-06-26');
INSERT INTO "partner"
    ("id", "created_at", "updated_at", "row_version", "owner_id", "code", "name", "active")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'M0006', 'Mitra Contoh', true);
INSERT INTO "partner"
    ("id", "created_at", "updated_at", "row_version", "owner_id", "code", "name", "active")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'M0008', 'Mitra Contoh', true);
INSERT INTO "account"
    ("id", "created_at", "updated_at", "row_version", "login", "role", "unit_id", "active")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'penguji', 'PETUGAS', 2, true);
INSERT INTO "activity"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "unit_id", "held_on",
     "number", "kind", "grade")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, '2026-01-05', 1, 'PELATIHAN',
     'DILAPORKAN');
INSERT INTO "agreement_party"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "position", "unit_id",
     "role")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 1, 'PIHAK');
INSERT INTO "agreement_party"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "position", "partner_id",
     "role")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 1, 'PIHAK');
