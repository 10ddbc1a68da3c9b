-- Calls per window and place.
SELECT
  text_of(start) AS window_start, text_of(start + getvariable('size')) AS window_end,
  place_kind, place, count(*) AS count
FROM windowed_places
GROUP BY ALL
