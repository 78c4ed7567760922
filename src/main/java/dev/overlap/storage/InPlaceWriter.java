package dev.overlap.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Overwrites the content of an existing file in place. The content is complete, so only the disk
 * can fail; the part beyond the old end is written first, since only that needs more space: if
 * there is none, it is truncated and the old content is intact. Does not protect against a power
 * cut in between.
 */
final class InPlaceWriter {

    private InPlaceWriter() {}

    static void overwrite(Path file, byte[] content) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            int kept = (int) Math.min(open.length(), content.length);
            lengthen(open, content, kept);
            open.seek(0);
            open.write(content, 0, kept);
            open.setLength(content.length);
            open.getFD().sync();
        }
    }

    private static void lengthen(RandomAccessFile open, byte[] content, int from)
            throws IOException {
        long before = open.length();
        try {
            open.seek(from);
            open.write(content, from, content.length - from);
            open.getFD().sync(); // some file systems find out only now that they are full
        } catch (IOException e) {
            open.setLength(before);
            throw e;
        }
    }
}
