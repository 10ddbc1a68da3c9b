-- How many calls of each type ended in each disposition, in each window? The disposition is described where the radio
-- codes have it; with INNER JOIN, calls whose disposition they do not have are no rows.
INSERT INTO crime_counts
SELECT window_start, window_end, original_crime_type_name, disposition, description, `count`
FROM (
  SELECT
    window_start, window_end, original_crime_type_name, disposition, COUNT(*) AS `count`, PROCTIME() AS asked_at
  FROM call_windows
  GROUP BY window_start, window_end, original_crime_type_name, disposition
) AS counts
LEFT JOIN radio_codes FOR SYSTEM_TIME AS OF counts.asked_at ON disposition = disposition_code;
