-- The calls of a file as the city publishes it, and what the radio codes mean.
CREATE TABLE calls AS
SELECT
  original_crime_type_name AS type,
  nullif(disposition, '') AS disposition,
  CAST(call_date_time AS TIMESTAMP) AS time,
  nullif(address, '') AS address,
  nullif(city, '') AS city,
  nullif(address_type, '') AS address_type,
  nullif(common_location, '') AS common_location
FROM read_json(getvariable('calls'), columns = {
  original_crime_type_name: 'VARCHAR', disposition: 'VARCHAR', call_date_time: 'VARCHAR',
  address: 'VARCHAR', city: 'VARCHAR', address_type: 'VARCHAR', common_location: 'VARCHAR'});

CREATE TABLE codes AS
SELECT disposition_code AS disposition, description
FROM read_json(getvariable('codes'), columns = {disposition_code: 'VARCHAR', description: 'VARCHAR'});

CREATE TABLE places AS
SELECT time, place_kind, place
FROM (UNPIVOT calls ON address, city, address_type, common_location INTO NAME place_kind VALUE place);
