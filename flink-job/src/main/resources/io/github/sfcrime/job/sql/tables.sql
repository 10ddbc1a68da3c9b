-- The tables of the system: calls come in, counts go out. The topics of what is asked have to be there; the job and the
-- program below create them.
--
-- For Flink's SQL client, with the job's jar on its class path; a question's file comes second:
--
--   sql-client.sh -j sfcrime-flink-job.jar -i tables.sql -f counts.sql
--
-- or without it, to ask one's own. Two statements are there to be changed: the watermark of crime_data, which says how
-- late a call may come, and the view call_windows, which says in what windows calls are counted. The program
-- io.github.sfcrime.job.sql.CountCallsSql runs the same files and makes such changes by ALTER, from its settings.
-- Where there are more readers than partitions, crime_data needs 'scan.parallelism', or its watermark may stand still.
-- Windows need managed memory in the cluster ('taskmanager.memory.managed.size').
--
-- What the job's other entry does and these files do not:
-- * A call that is late for its window leaves without a trace but a metric of the operator, numLateRecordsDropped. SQL has
--   no side outputs: no topic of late calls, no dead letters, no counts of record outcomes; and a window that has closed
--   does not open again for calls that are allowed to be late.
-- * A record that cannot be read fails the query, or is skipped and counted ('sfcrime-avro.ignore-parse-errors' = 'true').
-- * A call from the future moves the watermark as far as it says. WATERMARK could look at the record's Kafka time, as a
--   METADATA column; what it holds back has nowhere to go.
-- * Duplicates count: ROW_NUMBER() OVER (PARTITION BY crime_id ...) would remember each call for ever, or for a time of
--   the wall clock ('table.exec.state.ttl'), not of the calls. So it does in open-calls.sql, where the call counts no longer,
--   but what was told last of it stays.
-- * Records of a call that are updates of it count as calls, except in open-calls.sql: windows take no rows that change.
-- * Records that are gone before they were read are passed over: the connector's tables start from what is there. The
--   program refuses a topic whose beginning is gone where it is sure to begin with it: not from a savepoint, and not in a
--   JobManager that may have failed over.
-- * A topic that was deleted and made again is not told from the old one: the connector's tables keep no id of it.
-- * Windows go by call_date_time; by the record's Kafka time they take another table.
-- * What SQL's operators keep is known by no names of ours: a savepoint fits the same files on the same Flink only.

-- Calls for service, with San Francisco wall-clock times. The columns are those of the record; a table with fewer of
-- them decodes less.
CREATE TABLE crime_data (
  crime_id BIGINT NOT NULL,
  original_crime_type_name STRING NOT NULL,
  report_date DATE,
  call_date DATE,
  offense_date DATE,
  call_time TIME,
  call_date_time TIMESTAMP(3) NOT NULL,
  disposition STRING,
  address STRING,
  city STRING,
  state STRING,
  agency_id BIGINT,
  address_type STRING,
  common_location STRING,
  entry_date_time TIMESTAMP(3),
  dispatch_date_time TIMESTAMP(3),
  enroute_date_time TIMESTAMP(3),
  onscene_date_time TIMESTAMP(3),
  close_date_time TIMESTAMP(3),
  analysis_neighborhood STRING,
  police_district STRING,
  priority STRING,
  last_update_date_time TIMESTAMP(3),
  longitude DOUBLE,
  latitude DOUBLE,
  record_offset BIGINT METADATA FROM 'offset' VIRTUAL,
  asked_at AS PROCTIME(),
  WATERMARK FOR call_date_time AS call_date_time - INTERVAL '10' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_data',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'sfcrime',
  'properties.isolation.level' = 'read_committed',
  'properties.max.poll.records' = '5000',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60 s',
  'format' = 'sfcrime-avro',
  'sfcrime-avro.record' = 'CallForService'
);

-- The radio codes that the jar carries; 'path' = 'FILE' for others.
CREATE TABLE radio_codes (
  disposition_code STRING NOT NULL,
  description STRING NOT NULL,
  PRIMARY KEY (disposition_code) NOT ENFORCED
) WITH (
  'connector' = 'sfcrime-radio-codes'
);

-- The results. A row replaces an earlier one of the same key; a text that is missing is empty in keys.
CREATE TABLE crime_counts (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  original_crime_type_name STRING NOT NULL,
  disposition STRING,
  description STRING,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_counts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;original_crime_type_name;disposition',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'CallCountKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'CallCount'
);

CREATE TABLE crime_counts_by_type (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  original_crime_type_name STRING NOT NULL,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_counts_by_type',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;original_crime_type_name',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'TypeCountKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'TypeCount'
);

CREATE TABLE crime_top_types (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  `rank` INT NOT NULL,
  original_crime_type_name STRING NOT NULL,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_top_types',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;rank',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'TopTypeKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'TopType'
);

CREATE TABLE crime_counts_by_disposition (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  description STRING,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_counts_by_disposition',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;description',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'DispositionCountKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'DispositionCount'
);

CREATE TABLE crime_counts_by_place (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  place_kind STRING NOT NULL,
  place STRING NOT NULL,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_counts_by_place',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;place_kind;place',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'PlaceCountKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'PlaceCount'
);

CREATE TABLE crime_counts_by_district (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  original_crime_type_name STRING NOT NULL,
  police_district STRING,
  `count` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_counts_by_district',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;original_crime_type_name;police_district',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'DistrictCountKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'DistrictCount'
);

-- Times in whole seconds; a share from 0 to 1.
CREATE TABLE crime_response_times (
  window_start TIMESTAMP(3) NOT NULL,
  window_end TIMESTAMP(3) NOT NULL,
  priority STRING,
  police_district STRING,
  leg STRING NOT NULL,
  calls BIGINT NOT NULL,
  `count` BIGINT NOT NULL,
  median_seconds BIGINT,
  p90_seconds BIGINT,
  p99_seconds BIGINT,
  goal_seconds BIGINT,
  within_goal DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'crime_response_times',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.fields' = 'window_start;window_end;priority;police_district;leg',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'ResponseTimeKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'ResponseTime'
);

-- Totals change with every call, so this table takes updates. The columns of its key cannot be null: a disposition that
-- is missing is empty here, and missing in the record.
CREATE TABLE crime_totals (
  original_crime_type_name STRING NOT NULL,
  disposition STRING NOT NULL,
  description STRING,
  `count` BIGINT NOT NULL,
  PRIMARY KEY (original_crime_type_name, disposition) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'crime_totals',
  'properties.bootstrap.servers' = 'localhost:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'CallTotalKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'CallTotal'
);

-- As totals do, open calls change. A priority or a district that is missing is empty here, and missing in the record.
CREATE TABLE crime_open_calls (
  original_crime_type_name STRING NOT NULL,
  priority STRING NOT NULL,
  police_district STRING NOT NULL,
  `count` BIGINT NOT NULL,
  oldest_call_date_time TIMESTAMP(3),
  PRIMARY KEY (original_crime_type_name, priority, police_district) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'crime_open_calls',
  'properties.bootstrap.servers' = 'localhost:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'key.format' = 'sfcrime-avro',
  'key.sfcrime-avro.record' = 'OpenCallsKey',
  'value.format' = 'sfcrime-avro',
  'value.sfcrime-avro.record' = 'OpenCalls'
);

-- The windows that calls are counted in, by San Francisco's clock: hours, side by side. Others, for example:
--   HOP(TABLE crime_data, DESCRIPTOR(call_date_time), INTERVAL '10' MINUTE, INTERVAL '1' HOUR)
--   CUMULATE(TABLE crime_data, DESCRIPTOR(call_date_time), INTERVAL '1' HOUR, INTERVAL '1' DAY)
--   TUMBLE(TABLE crime_data, DESCRIPTOR(call_date_time), INTERVAL '7' DAY, INTERVAL '4' DAY), weeks from Monday: the
--   last interval is how far behind 1970-01-01, a Thursday, the first of them begins.
-- Here a window must be a multiple of what it hops or grows by.
CREATE VIEW call_windows AS
SELECT * FROM TABLE(TUMBLE(TABLE crime_data, DESCRIPTOR(call_date_time), INTERVAL '1' HOUR));
