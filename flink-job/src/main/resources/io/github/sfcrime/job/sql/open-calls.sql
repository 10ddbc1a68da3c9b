-- How many calls of each type, priority and police district are open now, and when did the oldest of them come in? The calls
-- are to be told while they are open, and again when they change: what was told last of a call is what it is. Which record of a
-- call is the last one is said by last_update_date_time; of equal ones, and where no record of the call has it, by the order in
-- the call's partition. A record without it is the earlier one, where another has it.
-- A group that has had an open call stays, with a count of 0. Changes are collected for a second.
SET 'table.exec.mini-batch.enabled' = 'true';
SET 'table.exec.mini-batch.allow-latency' = '1 s';
SET 'table.exec.mini-batch.size' = '100000';

-- A call is forgotten when the watermark is past it by three days. Its window closes then, which no record of it opens again.
CREATE TEMPORARY VIEW forgotten_calls AS
SELECT crime_id
FROM TABLE(SESSION(TABLE crime_data PARTITION BY crime_id, DESCRIPTOR(call_date_time), INTERVAL '3' DAY))
GROUP BY crime_id, window_start, window_end;

-- What is told of calls: opened_at is missing where they are not open. A record of a call that would have been forgotten is
-- nothing any more.
CREATE TEMPORARY VIEW told_calls AS
SELECT
  crime_id,
  original_crime_type_name,
  COALESCE(priority, '') AS priority,
  COALESCE(police_district, '') AS police_district,
  CASE WHEN close_date_time IS NULL THEN FLOOR(CAST(call_date_time AS TIMESTAMP(3)) TO MINUTE) END AS opened_at,
  last_update_date_time,
  record_offset,
  FALSE AS forgotten
FROM crime_data
WHERE CURRENT_WATERMARK(call_date_time) IS NULL
  OR call_date_time + INTERVAL '3' DAY > CURRENT_WATERMARK(call_date_time)
UNION ALL
SELECT crime_id, '', '', '', CAST(NULL AS TIMESTAMP(3)), CAST(NULL AS TIMESTAMP(3)), CAST(NULL AS BIGINT), TRUE
FROM forgotten_calls;

CREATE TEMPORARY VIEW open_calls AS
SELECT original_crime_type_name, priority, police_district, opened_at
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY crime_id ORDER BY forgotten DESC, last_update_date_time DESC, record_offset DESC
    ) AS age
  FROM told_calls
)
WHERE age = 1 AND opened_at IS NOT NULL;

-- Each change of what is open adds a call to the minute in which it came in, or takes one from it.
INSERT INTO crime_open_calls
SELECT
  original_crime_type_name,
  priority,
  police_district,
  SUM(calls) AS `count`,
  MIN(opened_at) FILTER (WHERE calls > 0) AS oldest_call_date_time
FROM (
  SELECT
    original_crime_type_name,
    priority,
    police_district,
    opened_at,
    SUM(CASE op WHEN 'opened' THEN CAST(1 AS BIGINT) ELSE CAST(-1 AS BIGINT) END) AS calls
  FROM TO_CHANGELOG(
    input => TABLE open_calls,
    op_mapping => MAP['INSERT, UPDATE_AFTER', 'opened', 'UPDATE_BEFORE, DELETE', 'closed']
  )
  GROUP BY original_crime_type_name, priority, police_district, opened_at
)
GROUP BY original_crime_type_name, priority, police_district;
