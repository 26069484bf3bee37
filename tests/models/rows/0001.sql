-- Rows that were valid when revision 0001 was the newest; frozen with it.
INSERT INTO "export_record"
    ("id", "created_at", "updated_at", "row_version", "account", "dataset", "filter", "columns",
     "level")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'penguji', 'wbp', '{}', '["name"]',
     'UNIT');
INSERT INTO "import_batch"
    ("id", "created_at", "updated_at", "row_version", "table_name", "file_name", "sha256",
     "account", "new", "changed", "unchanged", "refused", "set_aside")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'wbp', 'wbp.csv',
     '0000000000000000000000000000000000000000000000000000000000000000', 'penguji', 0, 0, 0, 0,
     0);
INSERT INTO "setting"
    ("id", "created_at", "updated_at", "row_version", "key", "value")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'kop', 'Lapas Contoh');
INSERT INTO "change"
    ("id", "created_at", "updated_at", "row_version", "batch_id", "table_name", "row_key", "at",
     "action", "before")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 'wbp', '1', '2026-01-05 08:00:00',
     'UBAH', '{"name": "Lama"}');
INSERT INTO "code"
    ("id", "created_at", "updated_at", "row_version", "list", "code", "label_id", "label_en",
     "order", "active", "verified")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'kebutuhan', 'PEKERJAAN', 'Pekerjaan',
     'Pekerjaan', 0, true, false);
INSERT INTO "code"
    ("id", "created_at", "updated_at", "row_version", "list", "code", "label_id", "label_en",
     "order", "active", "verified")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'jenis_kegiatan', 'PELATIHAN',
     'Pelatihan', 'Pelatihan', 0, true, false);
INSERT INTO "code"
    ("id", "created_at", "updated_at", "row_version", "list", "code", "label_id", "label_en",
     "order", "active", "verified")
VALUES
    (3, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'bidang_program', 'KEMANDIRIAN',
     'Kemandirian', 'Kemandirian', 0, true, false);
INSERT INTO "code"
    ("id", "created_at", "updated_at", "row_version", "list", "code", "label_id", "label_en",
     "order", "active", "verified")
VALUES
    (4, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'jenis_program', 'PELATIHAN',
     'Pelatihan', 'Pelatihan', 0, true, false);
INSERT INTO "province"
    ("id", "created_at", "updated_at", "row_version", "code", "name", "time_zone", "tile_row",
     "tile_column")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, '32', 'Jawa Barat', 'Asia/Jakarta', 1,
     1);
INSERT INTO "rejected_row"
    ("id", "created_at", "updated_at", "row_version", "batch_id", "line", "heading", "rule",
     "verdict", "received")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 'nama', 'wajib', 'R', '{"nama":
     ""}');
INSERT INTO "unit"
    ("id", "created_at", "updated_at", "row_version", "code", "name", "kind", "active")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'DITJENPAS', 'Ditjenpas', 'DITJENPAS',
     true);
INSERT INTO "unit"
    ("id", "created_at", "updated_at", "row_version", "code", "name", "kind", "security_level",
     "capacity", "parent_id", "province_id", "active")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'LP01', 'Lapas Contoh', 'LAPAS',
     'MEDIUM', 100, 1, 1, true);
INSERT INTO "database_state"
    ("id", "created_at", "updated_at", "row_version", "mode", "data_version")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'DEMO', 1);
INSERT INTO "officer"
    ("id", "created_at", "updated_at", "row_version", "nip", "name", "unit_id")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, '199001012020011001', 'Petugas Contoh',
     2);
