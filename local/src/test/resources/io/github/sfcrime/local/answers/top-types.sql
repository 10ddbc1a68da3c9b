-- The ten most frequent types of each window, by count, then by name.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  row_number() OVER (PARTITION BY start ORDER BY count(*) DESC, type) AS rank,
  type AS original_crime_type_name, count(*) AS count
FROM windowed_calls
GROUP BY start, type
QUALIFY rank <= 10
