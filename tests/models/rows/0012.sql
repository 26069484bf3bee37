-- Rows that were valid when revision 0012 was the newest; frozen with it.
INSERT INTO "progress_report"
    ("id", "created_at", "updated_at", "row_version", "agreement_id", "plan_id", "year",
     "quarter", "status", "submitted_on", "data_version", "verified_letter", "verified_on")
VALUES
    (2, '2026-01-05 08:00:00', '2026-01-05 08:00:00', 1, 1, 1, 2026, 2, 'DIVERIFIKASI_UPT',
     '2026-07-07', 1, 'W.1-12', '2026-07-14');
