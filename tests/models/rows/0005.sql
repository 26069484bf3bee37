-- Rows that were valid when revision 0005 was the newest; frozen with it.
INSERT INTO "attendance_mark"
    ("id", "created_at", "updated_at", "row_version", "code", "label_id", "label_en", "attended",
     "expected", "excused", "needs_note")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 'HADIR', 'Hadir', 'Hadir', true, true,
     false, false);
INSERT INTO "enrolment"
    ("id", "created_at", "updated_at", "row_version", "cohort_id", "unit_id", "wbp_id", "number",
     "started_on", "status")
VALUES
    (1, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 2, 1, 1, '2026-01-05', 'AKTIF');
INSERT INTO "attendance"
    ("session_id", "enrolment_id", "cohort_id", "unit_id", "mark")
VALUES
    (1, 1, 1, 2, 'HADIR');
