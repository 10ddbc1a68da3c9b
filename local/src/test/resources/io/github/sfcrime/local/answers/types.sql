-- Calls per window and type.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  type AS original_crime_type_name, count(*) AS count
FROM windowed_calls
GROUP BY ALL
