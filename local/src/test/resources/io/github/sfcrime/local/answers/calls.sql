-- The calls of a file as the city publishes it, and what the radio codes mean.
CREATE TABLE calls AS
SELECT
  crime_id AS id,
  original_crime_type_name AS type,
  nullif(disposition, '') AS disposition,
  CAST(call_date_time AS TIMESTAMP) AS time,
  nullif(address, '') AS address,
  nullif(city, '') AS city,
  nullif(address_type, '') AS address_type,
  nullif(common_location, '') AS common_location,
  nullif(priority, '') AS priority,
  nullif(police_district, '') AS police_district,
  CAST(nullif(entry_date_time, '') AS TIMESTAMP) AS entry,
  CAST(nullif(dispatch_date_time, '') AS TIMESTAMP) AS dispatch,
  CAST(nullif(enroute_date_time, '') AS TIMESTAMP) AS enroute,
  CAST(nullif(onscene_date_time, '') AS TIMESTAMP) AS onscene,
  CAST(nullif(close_date_time, '') AS TIMESTAMP) AS close,
  CAST(nullif(last_update_date_time, '') AS TIMESTAMP) AS last_update
FROM read_json(getvariable('calls'), columns = {
  crime_id: 'VARCHAR', original_crime_type_name: 'VARCHAR', disposition: 'VARCHAR', call_date_time: 'VARCHAR',
  address: 'VARCHAR', city: 'VARCHAR', address_type: 'VARCHAR', common_location: 'VARCHAR',
  priority: 'VARCHAR', police_district: 'VARCHAR', entry_date_time: 'VARCHAR', dispatch_date_time: 'VARCHAR',
  enroute_date_time: 'VARCHAR', onscene_date_time: 'VARCHAR', close_date_time: 'VARCHAR',
  last_update_date_time: 'VARCHAR'});

CREATE TABLE codes AS
SELECT disposition_code AS disposition, description
FROM read_json(getvariable('codes'), columns = {disposition_code: 'VARCHAR', description: 'VARCHAR'});

CREATE TABLE places AS
SELECT time, place_kind, place
FROM (UNPIVOT calls ON address, city, address_type, common_location INTO NAME place_kind VALUE place);

CREATE TABLE legs AS
SELECT
  time, priority, police_district, leg,
  CASE WHEN stage - time BETWEEN INTERVAL 0 SECOND AND INTERVAL 7 DAY THEN date_diff('second', time, stage) END AS seconds,
  CASE WHEN leg = 'onscene' THEN CASE priority WHEN 'A' THEN 480 WHEN 'B' THEN 1200 END END AS goal
FROM (
  SELECT * FROM (SELECT time, priority, police_district, entry, dispatch, enroute, onscene, close FROM calls)
  UNPIVOT INCLUDE NULLS (stage FOR leg IN (entry, dispatch, enroute, onscene, close)));

CREATE MACRO close_to(exact, given, share) AS
  exact IS NOT DISTINCT FROM given OR coalesce(abs(exact - given) <= share * exact, false);
