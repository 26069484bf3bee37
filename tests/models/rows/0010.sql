-- Rows that were valid when revision 0010 was the newest; frozen with it.
INSERT INTO "progress_report"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "plan_id", "year",
     "quarter", "status")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 2026, 1, 'DRAF');
INSERT INTO "progress_line"
    ("id", "created_at", "updated_at", "row_version", "report_id", "plan_id",
     "activity_id", "counted", "reported")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 1, 18, 18);
INSERT INTO "report_step"
    ("id", "created_at", "updated_at", "row_version", "report_id", "number", "status",
     "taken_on")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 'DIAJUKAN', '2026-04-10');
INSERT INTO "follow_up_action"
    ("id", "created_at", "updated_at", "row_version", "line_id", "number", "text", "owner",
     "due")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 'Menambah kelas', 'Mitra',
     '2026-06-30');
