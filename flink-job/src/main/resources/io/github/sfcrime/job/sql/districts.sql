-- How many calls of each type and police district are there in each window? A call without a district has none.
INSERT INTO crime_counts_by_district
SELECT window_start, window_end, original_crime_type_name, NULLIF(police_district, '') AS police_district, COUNT(*) AS `count`
FROM call_windows
GROUP BY window_start, window_end, original_crime_type_name, NULLIF(police_district, '');
