package io.github.sfcrime.job.postgres;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.core.datastream.sink.committer.JdbcCommitable;
import org.apache.flink.connector.jdbc.core.datastream.sink.writer.JdbcWriter;
import org.apache.flink.connector.jdbc.core.datastream.sink.writer.JdbcWriterState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's sink, which can be closed while the database is away. Its writer flushes when it is closed, and Flink ends
 * the whole TaskManager, with the tasks of all other jobs, where the clean-up of a task fails. What is not flushed then is of a
 * task that has failed or was cancelled, so that it is written again after the restart: before a checkpoint, and at the end of
 * the input, Flink has the writer flush, where a failure is one.
 *
 * @param <T> what is written
 */
record ClosableSink<T>(JdbcSink<T> connector)
        implements Sink<T>, SupportsWriterState<T, JdbcWriterState>, SupportsCommitter<JdbcCommitable> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ClosableSink.class);

    @Override
    public Writer<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(connector.createWriter(context));
    }

    @Override
    public Writer<T> restoreWriter(WriterInitContext context, Collection<JdbcWriterState> state) throws IOException {
        return new Writer<>(connector.restoreWriter(context, state));
    }

    @Override
    public SimpleVersionedSerializer<JdbcWriterState> getWriterStateSerializer() {
        return connector.getWriterStateSerializer();
    }

    @Override
    public Committer<JdbcCommitable> createCommitter(CommitterInitContext context) throws IOException {
        return connector.createCommitter(context);
    }

    @Override
    public SimpleVersionedSerializer<JdbcCommitable> getCommittableSerializer() {
        return connector.getCommittableSerializer();
    }

    /** The connector's writer. */
    record Writer<T>(JdbcWriter<T> connector)
            implements StatefulSinkWriter<T, JdbcWriterState>, CommittingSinkWriter<T, JdbcCommitable> {

        @Override
        public void write(T element, Context context) throws IOException, InterruptedException {
            connector.write(element, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            connector.flush(endOfInput);
        }

        @Override
        public List<JdbcWriterState> snapshotState(long checkpoint) throws IOException {
            return connector.snapshotState(checkpoint);
        }

        @Override
        public Collection<JdbcCommitable> prepareCommit() throws IOException, InterruptedException {
            return connector.prepareCommit();
        }

        @Override
        public void close() throws Exception {
            try {
                connector.close();
            } catch (RuntimeException e) {
                LOG.warn("rows were not flushed when the writer was closed: {}", String.valueOf(e.getCause()));
                closeConnection();
            }
        }

        /** Closed again, the writer does not flush: it closes the connection, and then tells of the flush that has failed. */
        private void closeConnection() throws Exception {
            try {
                connector.close();
            } catch (RuntimeException e) {
                LOG.debug("told before", e);
            }
        }
    }
}
