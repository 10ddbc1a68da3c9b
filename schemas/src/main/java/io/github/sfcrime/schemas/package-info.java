/** The contract between the programs: Avro records, their wire format, the topics and the radio codes. */
package io.github.sfcrime.schemas;
