-- How many calls of each window came from each place? A call counts for every kind of place that it has; a kind that it
-- does not have is no row. The hexagon is the cell of H3, at resolution 8, that the coordinates are in.
CREATE TEMPORARY SYSTEM FUNCTION hexagon_of AS 'io.github.sfcrime.job.sql.HexagonOf';
INSERT INTO crime_counts_by_place
SELECT window_start, window_end, place_kind, place, COUNT(*) AS `count`
FROM call_windows
CROSS JOIN UNNEST(ARRAY[
  ROW('address', address),
  ROW('city', city),
  ROW('address_type', address_type),
  ROW('common_location', common_location),
  ROW('analysis_neighborhood', analysis_neighborhood),
  ROW('police_district', police_district),
  ROW('hexagon', hexagon_of(latitude, longitude))
]) AS places (place_kind, place)
WHERE place <> ''
GROUP BY window_start, window_end, place_kind, place;
