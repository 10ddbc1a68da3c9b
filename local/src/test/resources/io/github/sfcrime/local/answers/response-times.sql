-- How long calls took to each of their stages, per window, priority and district; percentiles are exact.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  priority, police_district, leg, count(*) AS calls, count(seconds) AS count,
  CAST(quantile_disc(seconds, 0.5) AS BIGINT) AS median_seconds,
  CAST(quantile_disc(seconds, 0.9) AS BIGINT) AS p90_seconds,
  CAST(quantile_disc(seconds, 0.99) AS BIGINT) AS p99_seconds,
  CAST(goal AS BIGINT) AS goal_seconds,
  CAST(count(*) FILTER (seconds <= goal) AS DOUBLE) / nullif(count(seconds) FILTER (goal IS NOT NULL), 0) AS within_goal
FROM windowed_legs
GROUP BY start, priority, police_district, leg, goal
