-- How many calls of each window ended in which way? By what the radio codes mean: 22 and CAN are both "Cancel", and all
-- dispositions that they do not have are one row without a description; with INNER JOIN, they are none.
INSERT INTO crime_counts_by_disposition
SELECT window_start, window_end, description, COUNT(*) AS `count`
FROM call_windows
LEFT JOIN radio_codes FOR SYSTEM_TIME AS OF call_windows.asked_at ON disposition = disposition_code
GROUP BY window_start, window_end, description;
