-- Calls per window, type and police district.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  type AS original_crime_type_name, police_district, count(*) AS count
FROM windowed_calls
GROUP BY ALL
