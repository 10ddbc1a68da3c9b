package io.github.sfcrime.job.files;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of one of Flink's file systems that Parquet is read from. */
final class ReadableFile implements InputFile {

    private final FileSystem system;
    private final Path path;

    ReadableFile(Path path) throws IOException {
        this.path = path;
        system = path.getFileSystem();
    }

    @Override
    public long getLength() throws IOException {
        return system.getFileStatus(path).getLen();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        FSDataInputStream stream = system.open(path);
        return new DelegatingSeekableInputStream(stream) {
            @Override
            public long getPos() throws IOException {
                return stream.getPos();
            }

            @Override
            public void seek(long position) throws IOException {
                stream.seek(position);
            }
        };
    }
}
