package io.github.sfcrime.loader.compressed;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.call.Shown;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The one file of a zip archive. */
public final class ZippedFile extends FilterInputStream {

    private final ZipInputStream zip;

    private ZippedFile(ZipInputStream zip) {
        super(zip);
        this.zip = zip;
    }

    /** Opens the first file of the archive; a second one is told at the end of the first. */
    static InputStream open(String source, InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry entry = nextFile(zip);
        if (entry == null) {
            throw new NoInputException(source, "it is a zip archive without a file in it");
        }
        refuseWorkbook(source, entry);
        return new ZippedFile(zip);
    }

    /** Refuses an archive of several files before the first is loaded, where that can be known. */
    public static void refuseSeveral(Path path) throws IOException {
        try (BufferedInputStream start = new BufferedInputStream(Files.newInputStream(path))) {
            if (CompressionFormat.of(start) != CompressionFormat.ZIP) {
                return;
            }
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> files =
                    zip.stream().filter(entry -> !isNoFile(entry)).toList();
            files.forEach(entry -> refuseWorkbook(path.toString(), entry));
            if (files.size() > 1) {
                throw new UserErrorException("cannot load " + path + ": it is a zip archive of " + files.size()
                        + " files: unpack it and load its folder");
            }
        } catch (ZipException e) {
            // An archive that is cut lacks its table of contents: what is whole of it can be read.
            assert e.getMessage() != null;
        }
    }

    private static void refuseWorkbook(String source, ZipEntry entry) {
        String name = entry.getName();
        if (name.equals("[Content_Types].xml") || name.equals("mimetype") || name.startsWith("xl/")) {
            throw new UserErrorException("cannot load " + source
                    + ": it is a workbook (xlsx or another office format): save its sheet as CSV UTF-8 and load that");
        }
    }

    private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && isNoFile(entry)) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    /** Folders, and what macOS keeps beside files. */
    private static boolean isNoFile(ZipEntry entry) {
        return entry.isDirectory()
                || entry.getName().startsWith("__MACOSX/")
                || entry.getName().endsWith(".DS_Store");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            ZipEntry second = nextFile(zip);
            if (second != null) {
                throw new BrokenContentException("the zip archive holds more files, which were not read ("
                        + Shown.text(second.getName()) + " is the next): unpack it and load its folder");
            }
        }
        return read;
    }
}
