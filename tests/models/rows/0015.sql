-- Rows that were valid when revision 0015 was the newest; frozen with it.
INSERT INTO "attendance_tally"
    ("cohort_id", "month", "enrolment_id", "wbp_id", "attended", "expected", "recorded",
     "unrecorded", "minutes", "lengthless", "open_minutes", "open_lengthless")
VALUES
    (1, '2026-01-01', 1, 1, 1, 1, 1, 0, 90, 0, 0, 0);
INSERT INTO "stale_tally" ("cohort_id") VALUES (1);
