-- Calls per type and disposition.
SELECT type AS original_crime_type_name, disposition, description, count(*) AS count
FROM calls LEFT JOIN codes USING (disposition)
GROUP BY ALL
