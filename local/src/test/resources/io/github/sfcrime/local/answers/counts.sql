-- Calls per window, type and disposition.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  type AS original_crime_type_name, disposition, description, count(*) AS count
FROM windowed_calls LEFT JOIN codes USING (disposition)
GROUP BY ALL
