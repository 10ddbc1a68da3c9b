-- How long do the calls of each window, priority and police district take from when they were received to each of their
-- stages? Percentiles are exact; those of the job's other entry are within one percent of them. A time below 0 or above
-- seven days is a mistake, and is not counted. To be sorted, a time carries its call's number in its low 32 bits: of equal
-- elements, ARRAY_SORT in Flink 2.3 calls each the lesser, which may end the query. Goals are in seconds, and about the
-- first unit on scene, as in
--   CASE priority WHEN 'A' THEN 480 WHEN 'B' THEN 1200 END AS goal
INSERT INTO crime_response_times
SELECT
  window_start,
  window_end,
  priority,
  police_district,
  leg,
  calls,
  `count`,
  times[CAST((NULLIF(`count`, 0) * 50 + 99) / 100 AS INT)] / 4294967296 AS median_seconds,
  times[CAST((NULLIF(`count`, 0) * 90 + 99) / 100 AS INT)] / 4294967296 AS p90_seconds,
  times[CAST((NULLIF(`count`, 0) * 99 + 99) / 100 AS INT)] / 4294967296 AS p99_seconds,
  goal_seconds,
  CASE WHEN goal_seconds IS NOT NULL THEN CAST(kept AS DOUBLE) / NULLIF(`count`, 0) END AS within_goal
FROM (
  SELECT
    window_start,
    window_end,
    priority,
    police_district,
    leg,
    COUNT(*) AS calls,
    COUNT(seconds) AS `count`,
    ARRAY_SORT(
      ARRAY_AGG(seconds * 4294967296 + MOD(ABS(crime_id), 4294967296)) FILTER (WHERE seconds IS NOT NULL)
    ) AS times,
    MAX(CASE WHEN leg = 'onscene' THEN goal END) AS goal_seconds,
    COUNT(*) FILTER (WHERE seconds <= goal) AS kept
  FROM (
    SELECT
      window_start,
      window_end,
      crime_id,
      priority,
      police_district,
      leg,
      CASE
        WHEN TIMESTAMPDIFF(SECOND, call_date_time, stage) BETWEEN 0 AND 604800
        THEN CAST(TIMESTAMPDIFF(SECOND, call_date_time, stage) AS BIGINT)
      END AS seconds,
      CAST(NULL AS BIGINT) AS goal
    FROM call_windows
    CROSS JOIN UNNEST(ARRAY[
      ROW('entry', entry_date_time),
      ROW('dispatch', dispatch_date_time),
      ROW('enroute', enroute_date_time),
      ROW('onscene', onscene_date_time),
      ROW('close', close_date_time)
    ]) AS stages (leg, stage)
  )
  GROUP BY window_start, window_end, priority, police_district, leg
);
