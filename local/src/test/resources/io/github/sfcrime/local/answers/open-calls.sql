-- Calls whose last record has no close, per type, priority and district, and when the oldest of them came in.
SELECT
  type AS original_crime_type_name, priority, police_district, count(*) AS count,
  text_of(date_trunc('minute', min(time))) AS oldest_call_date_time
FROM (FROM calls QUALIFY row_number() OVER (PARTITION BY id ORDER BY last_update DESC) = 1)
WHERE close IS NULL
GROUP BY ALL
