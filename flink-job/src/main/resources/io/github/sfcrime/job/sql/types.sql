-- How many calls of each type are there in each window?
INSERT INTO crime_counts_by_type
SELECT window_start, window_end, original_crime_type_name, COUNT(*) AS `count`
FROM call_windows
GROUP BY window_start, window_end, original_crime_type_name;
