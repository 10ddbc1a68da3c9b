-- How many calls of each type have ended in each disposition so far? Calls that come late count too: nothing closes.
-- Changes are collected for a second, so that a total goes out about once per second however many calls it gains.
SET 'table.exec.mini-batch.enabled' = 'true';
SET 'table.exec.mini-batch.allow-latency' = '1 s';
SET 'table.exec.mini-batch.size' = '100000';

INSERT INTO crime_totals
SELECT original_crime_type_name, disposition, description, `count`
FROM (
  SELECT original_crime_type_name, disposition, COUNT(*) AS `count`, PROCTIME() AS asked_at
  FROM (
    SELECT original_crime_type_name, COALESCE(disposition, '') AS disposition FROM crime_data
  )
  GROUP BY original_crime_type_name, disposition
) AS totals
LEFT JOIN radio_codes FOR SYSTEM_TIME AS OF totals.asked_at ON disposition = disposition_code;
