-- Every window of the length and the step that a time is in.
CREATE OR REPLACE MACRO windows_of(moment) AS list_transform(
  range(CAST(epoch(getvariable('size')) / epoch(getvariable('step')) AS BIGINT)),
  lambda hop: time_bucket(getvariable('step'), moment) - hop * getvariable('step'));

CREATE OR REPLACE VIEW windowed_calls AS
SELECT unnest(windows_of(time)) AS start, type, disposition, police_district FROM calls;

CREATE OR REPLACE VIEW windowed_places AS
SELECT unnest(windows_of(time)) AS start, place_kind, place FROM places;

CREATE OR REPLACE VIEW windowed_legs AS
SELECT unnest(windows_of(time)) AS start, priority, police_district, leg, seconds, goal FROM legs;

CREATE OR REPLACE MACRO text_of(moment) AS strftime(moment, '%Y-%m-%dT%H:%M:%S');
