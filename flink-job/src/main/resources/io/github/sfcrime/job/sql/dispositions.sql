-- How many calls of each window ended in which way? By what the radio codes mean: 22 and CAN are both "Cancel", and all
-- dispositions that they do not have are one row without a description; with INNER JOIN, they are none.
-- Flink's planner forgets the windows of what it joins, so here calls are joined first and get their windows afterwards:
-- who changes the view call_windows changes the window function below as well.
CREATE TEMPORARY VIEW described_calls AS
SELECT call_date_time, description
FROM crime_data
LEFT JOIN radio_codes FOR SYSTEM_TIME AS OF crime_data.asked_at ON disposition = disposition_code;

INSERT INTO crime_counts_by_disposition
SELECT window_start, window_end, description, COUNT(*) AS `count`
FROM TABLE(TUMBLE(TABLE described_calls, DESCRIPTOR(call_date_time), INTERVAL '1' HOUR))
GROUP BY window_start, window_end, description;
