-- Calls per window and meaning of the disposition; those whose code means nothing to the table are one group.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  description, count(*) AS count
FROM windowed_calls LEFT JOIN codes USING (disposition)
GROUP BY ALL
