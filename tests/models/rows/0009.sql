-- Rows that were valid when revision 0009 was the newest; frozen with it.
INSERT INTO "document"
    ("id", "created_at", "updated_at", "row_version", "sha256", "kind", "name", "size", "table_name", "row_id")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1,
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'NASKAH',
     'naskah.pdf', 1200, 'agreement', 1);
INSERT INTO "obligation"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "number",
     "party_position", "text", "due", "done_on", "evidence")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 1, 'Menyediakan ruang',
     '2026-03-31', '2026-02-02', 'Berita acara');
INSERT INTO "work_plan"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "year", "version",
     "status")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2026, 1, 'DRAF');
INSERT INTO "planned_activity"
    ("id", "created_at", "updated_at", "row_version", "plan_id", "number", "title",
     "pillar", "measure", "target_q1", "target_year", "field")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 'Pelatihan', 'WBP', 'ORANG', 20,
     20, 'KEMANDIRIAN');
