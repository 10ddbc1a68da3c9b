package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.Call;
import java.nio.ByteBuffer;

/**
 * The value of a record of calls.
 *
 * @param call what was read of it
 * @param bytes the value as it lies in Kafka
 */
record CallValue(Call call, ByteBuffer bytes) {}
