-- Which types of call are the ten most frequent in each window? Of equally frequent ones the first by name comes first.
INSERT INTO crime_top_types
SELECT window_start, window_end, CAST(`rank` AS INT), original_crime_type_name, `count`
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY window_start, window_end ORDER BY `count` DESC, original_crime_type_name
    ) AS `rank`
  FROM (
    SELECT window_start, window_end, original_crime_type_name, COUNT(*) AS `count`
    FROM call_windows
    GROUP BY window_start, window_end, original_crime_type_name
  )
)
WHERE `rank` <= 10;
